/** CDK snippets synthesised offline; the template they give is checked like any other. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { toolRoot } from '../generate/sources.mjs';
import { validate } from './cloudformation.mjs';
import { sourceOf } from './typescript.mjs';

/** What a look-up of the default VPC answers. */
const subnet = (zone, at) => ({
  subnetId: `subnet-0123456789abcdef${at}`,
  cidr: `172.31.${at}.0/24`,
  availabilityZone: `ap-northeast-2${zone}`,
  routeTableId: 'rtb-0123456789abcdef0',
});
const context = {
  'vpc-provider:account=123456789012:filter.isDefault=true:region=ap-northeast-2:returnAsymmetricSubnets=true': {
    vpcId: 'vpc-0123456789abcdef0',
    vpcCidrBlock: '172.31.0.0/16',
    ownerAccountId: '123456789012',
    availabilityZones: [],
    subnetGroups: [
      { name: 'Public', type: 'Public', subnets: [subnet('a', 0), subnet('c', 1)] },
      { name: 'Private', type: 'Private', subnets: [subnet('a', 2), subnet('c', 3)] },
    ],
  },
};

/** @returns {Promise<{ checked: number, failures: string[], templates: { id: string, text: string }[] }>} */
export async function checkSynth(variants) {
  const folder = join(toolRoot, 'synthesised');
  mkdirSync(folder, { recursive: true });
  // the validator the CDK runs by itself is the one we ask afterwards
  process.env.CDK_VALIDATION = 'false';
  const { App } = createRequire(import.meta.url)('aws-cdk-lib');
  const failures = [];
  const templates = [];
  try {
    for (const [at, variant] of variants.entries()) {
      const { outputText } = ts.transpileModule(sourceOf(variant), {
        compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
      });
      const file = join(folder, `s${at}.cjs`);
      writeFileSync(file, outputText);
      try {
        const { default: module } = await import(pathToFileURL(file).href);
        const app = new App({ outdir: join(folder, `out${at}`), analyticsReporting: false, context });
        new module.Made(app, 'Made');
        const text = JSON.stringify(app.synth({ skipValidation: true }).getStackByName('Made').template);
        templates.push({ id: variant.id, text });
        const [first] = validate(text);
        if (first) failures.push(`${variant.id}: ${first}`);
      } catch (error) {
        failures.push(`${variant.id}: ${error.message.split('\n')[0]}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { checked: variants.length, failures, templates };
}
