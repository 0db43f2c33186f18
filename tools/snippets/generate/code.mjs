/** What names in code belong to: `content/aws/code.json`. */
import { constructsOf } from './jsii.mjs';
import { overlayFile } from './overlay.mjs';
import { clientOf, loadClient } from './sdk.mjs';
import { resources } from './spec.mjs';
import { schema } from './terraform.mjs';

/** @returns {Promise<string>} the text of the file */
export async function makeCode() {
  const services = overlayFile('code.yaml');
  for (const name of services.flatMap(({ sdk }) => sdk)) await loadClient(name);
  const entries = services.map(({ service, ko, en, cloudformation, terraform, cdk, sdk, cli, boto3 }) => ({
    service,
    ko,
    en,
    cloudformation: matching(cloudformation, [...resources.keys()].sort(), service),
    terraform: matching(terraform, schema.names, service),
    cdk: Object.entries(cdk).map(([module, pattern]) => ({ module: `aws-cdk-lib/${module}`, names: matching(pattern, constructsOf(module), service) })),
    'sdk-js': sdk.map((name) => clientOf(name).className),
    cli,
    boto3,
  }));
  const lines = entries.map((entry) => JSON.stringify(entry));
  return `{"format":1,"entries":[\n${lines.join(',\n')}\n]}\n`;
}

/** A pattern that fits nothing is a slip of the overlay. */
function matching(pattern, names, service) {
  if (pattern === '') return [];
  const found = names.filter((name) => new RegExp(`^(?:${pattern})$`).test(name));
  if (found.length === 0) throw new Error(`code.yaml: ${service}: ${pattern} fits nothing`);
  return found;
}
