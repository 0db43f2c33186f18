/**
 * `npm run verify:snippets`: every checker over every variant of every snippet, a line each, and what of planted faults they
 * caught together. `--npm` leaves out what comes from outside npm; names of parts choose among them. The part `run`
 * goes against an emulator on loopback, takes minutes, and has to be named.
 */
import { makeFiles } from '../generate/files.mjs';
import { overlayFile } from '../generate/overlay.mjs';
import { resources } from '../generate/spec.mjs';
import { checkCalls, plantInCalls } from './calls.mjs';
import { checkTemplates, plantInTemplate, template, validate } from './cloudformation.mjs';
import { cfnLintMissing, checkBotocore, checkCfnLint, plantInPython, pythonMissing, pythonSource } from './machine.mjs';
import { finish, inParallel, report, reportFaults, skip, timed } from './report.mjs';
import { checkResources } from './resources.mjs';
import { checkShell, plantInShell, record, shellMissing } from './shell.mjs';
import { checkSyntax, plantInSyntax } from './syntax.mjs';
import { checkSynth } from './synth.mjs';
import { checkNames, checkTerraform, plantInTerraform } from './terraform.mjs';
import { terraformMissing } from './terraformTool.mjs';
import { checkTypes, plantInTypeScript, typeCheck } from './typescript.mjs';
import { variantsFor } from './variants.mjs';

const isNpmOnly = process.argv.includes('--npm');
const allowed = overlayFile('allowed.yaml');
const ids = (faults) => faults.map(({ id }) => id);
const defaults = (variants) => variants.filter(({ id, snippet }) => id === snippet.id);
const parts = { generated, syntax, cloudformation, typescript, shell, terraform, python, resources: anyType, run };

const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
if (chosen.length > 0) {
  for (const name of chosen) await parts[name]();
  finish();
} else {
  // what the compiler takes is about what all others take
  await inParallel([['typescript'], Object.keys(parts).filter((name) => name !== 'typescript' && name !== 'run')], flags);
}

/** Runs a checker and tells of it; what is allowed is told too. */
async function check(name, work) {
  const [result, seconds] = await timed(work);
  const today = new Date().toISOString().slice(0, 10);
  const isAllowed = (failure) =>
    allowed.some(({ checker, snippet, rule, until }) => name.startsWith(checker) && failure.startsWith(snippet) && failure.includes(rule) && today <= until);
  const failures = result.failures.filter((failure) => !isAllowed(failure));
  if (failures.length < result.failures.length) console.log(`${name}: ${result.failures.length - failures.length} let stand (overlay/allowed.yaml)`);
  report(result.version ? `${name} (${result.version})` : name, result.checked, failures, seconds);
  return result;
}

async function unlessMissing(name, missing, work) {
  if (isNpmOnly) return undefined;
  const reason = await missing();
  if (reason) return void skip(name, reason);
  return work();
}

async function generated() {
  await check('generating again gives the same bytes', async () => {
    const files = await makeFiles();
    return { checked: files.length, failures: files.filter(({ isSame }) => !isSame).map(({ name }) => `${name} differs: npm run generate:snippets`) };
  });
}

/** Snippets against an emulator on loopback, where there is one. */
async function run() {
  await unlessMissing(
    'moto',
    () => pythonMissing('moto.server'),
    async () => {
      const { checkRuns } = await import('./run.mjs');
      const cli = (await shellMissing()) ?? (await pythonMissing('awscli'));
      if (cli) skip('run against moto, AWS CLI', cli);
      await checkRuns(check, ['boto3', 'sdk-js', ...(cli ? [] : ['cli'])]);
    },
  );
}

async function syntax() {
  await check("VS Code's snippet parser", checkSyntax);
  const faults = plantInSyntax();
  reportFaults('snippet syntax', ids(faults), new Set(ids(faults.filter(({ caught }) => caught))));
}

async function cloudformation() {
  const variants = variantsFor('cloudformation');
  await check('cloudformation-validate', () => checkTemplates(variants));
  const faults = defaults(variants).flatMap(({ id, text }) => plantInTemplate(id, text, (type, key) => resources.get(type)?.properties[key]));
  const caught = new Set(ids(faults.filter(({ text }) => validate(text).length > 0)));
  await unlessMissing('cfn-lint', cfnLintMissing, () => check('cfn-lint', () => checkCfnLint(variants.map(({ id, text }) => ({ id, text: template(text) })))));
  reportFaults('CloudFormation', ids(faults), caught);
}

async function typescript() {
  const sdk = variantsFor('sdk-js');
  await check('tsc, AWS SDK', () => checkTypes(sdk));
  await check('calls of the AWS SDK against its model', () => checkCalls(sdk));
  const typed = defaults(sdk).flatMap(plantInTypeScript);
  const called = defaults(sdk).flatMap(plantInCalls);
  const { problems } = await checkCalls(called);
  reportFaults('AWS SDK', ids([...typed, ...called]), new Set([...typeCheck(typed).keys(), ...problems.keys()]));
  const cdk = variantsFor('cdk');
  await check('tsc, CDK', () => checkTypes(cdk));
  const { templates } = await check('CDK synth and cloudformation-validate', () => checkSynth(cdk));
  await unlessMissing('cfn-lint, CDK', cfnLintMissing, () => check('cfn-lint, CDK', () => checkCfnLint(templates)));
  const planted = defaults(cdk).flatMap(plantInTypeScript);
  reportFaults('CDK', ids(planted), new Set(typeCheck(planted).keys()));
}

async function shell() {
  const variants = variantsFor('cli');
  const missing = await shellMissing();
  if (missing) return void skip('AWS CLI', missing);
  await check('bash and the model, AWS CLI', () => checkShell(variants));
  const faults = defaults(variants).flatMap(plantInShell);
  const { problems } = await checkShell(faults);
  await unlessMissing(
    'AWS CLI in process',
    () => pythonMissing('awscli'),
    async () => {
      const commands = await record(variants);
      await check('AWS CLI in process', () =>
        checkBotocore(
          'cli',
          variants.map(({ id }, at) => ({ id, commands: commands.get(at) ?? [] })),
        ),
      );
    },
  );
  reportFaults('AWS CLI', ids(faults), new Set(problems.keys()));
}

async function terraform() {
  const variants = variantsFor('terraform');
  await check('HCL and the committed schema', () => checkNames(variants));
  await unlessMissing('terraform validate and fmt', terraformMissing, () => check('terraform validate and fmt', () => checkTerraform(variants)));
  const faults = defaults(variants).flatMap(plantInTerraform);
  const { problems } = await checkNames(faults);
  reportFaults('Terraform', ids(faults), new Set(problems.keys()));
}

async function python() {
  await unlessMissing(
    'boto3',
    () => pythonMissing('boto3'),
    async () => {
      const variants = variantsFor('boto3');
      await check('botocore, boto3', () => checkBotocore('boto3', variants.map(pythonSource)));
      const faults = defaults(variants).flatMap(plantInPython);
      const { problems } = await checkBotocore('boto3', faults.map(pythonSource));
      reportFaults('boto3', ids(faults), new Set(problems.keys()));
    },
  );
}

async function anyType() {
  await check('starters of every resource type', checkResources);
}
