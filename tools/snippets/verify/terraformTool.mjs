/** Terraform with the AWS provider, where both are on the disk; nothing is fetched. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const provider = 'registry.terraform.io/hashicorp/aws';

/** Where the provider lies: as `terraform providers mirror` writes it. */
function mirror() {
  const places = [process.env.BAEUM_TERRAFORM_MIRROR, '/opt/tf-plugins', '/usr/share/terraform/plugins', join(process.env.HOME ?? '', '.terraform.d/plugins')];
  return places.find((place) => place && existsSync(join(place, provider)));
}

/** @returns {Promise<string | undefined>} what is missing */
export async function terraformMissing() {
  if (!mirror()) return 'no AWS provider on the disk';
  return run('terraform', ['version']).then(
    () => undefined,
    () => 'no terraform',
  );
}

/** Works in a folder of its own with the provider installed. */
export async function inTerraform(work) {
  const place = mirror();
  if (!place) throw new Error('no AWS provider on the disk');
  const [version] = readdirSync(join(place, provider)).sort().reverse();
  const folder = await mkdtemp(join(tmpdir(), 'baeum-terraform-'));
  try {
    await writeFile(join(folder, 'terraformrc'), `provider_installation {\n  filesystem_mirror { path = "${place}" }\n}\ndisable_checkpoint = true\n`);
    await writeFile(
      join(folder, 'versions.tf'),
      `terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "${version}" }\n  }\n}\n`,
    );
    const env = { ...process.env, TF_CLI_CONFIG_FILE: join(folder, 'terraformrc'), TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1' };
    const call = (args, options = {}) =>
      run('terraform', args, { cwd: folder, env: { ...env, ...options.env }, maxBuffer: 1 << 28 }).catch((error) => ({
        ...error,
        stdout: error.stdout ?? '',
        stderr: error.stderr ?? String(error),
      }));
    const { stderr, code } = await call(['init', '-no-color', '-input=false']);
    if (code) throw new Error(stderr);
    return await work(call, version, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
