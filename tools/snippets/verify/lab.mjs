/** What snippets run in: moto on loopback, and surroundings that know nothing but it. */
import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Without the person's own profile, keys and proxies. */
const surroundings = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^AWS_|^NODE_OPTIONS$|_proxy$/i.test(name))),
  PYTHONPATH: [join(import.meta.dirname, 'loopback'), process.env.PYTHONPATH].filter(Boolean).join(delimiter),
  PYTHONDONTWRITEBYTECODE: '1',
  AWS_ACCESS_KEY_ID: 'testing',
  AWS_SECRET_ACCESS_KEY: 'testing',
  AWS_DEFAULT_REGION: 'ap-northeast-2',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_MAX_ATTEMPTS: '1',
  AWS_PAGER: '',
};

/** A process that answers a line of JSON to each it is given. */
export async function startLab() {
  const child = spawn('python3', [join(import.meta.dirname, 'moto_lab.py')], { stdio: ['pipe', 'pipe', 'ignore'], env: surroundings });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('moto_lab.py ended');
    return JSON.parse(value);
  };
  /** @type {{ endpoint: string, python: string }} */
  const { endpoint, python } = await next();
  return {
    endpoint,
    python,
    ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return next();
    },
    stop: () => child.kill(),
  };
}

/**
 * @param {readonly string[]} words
 * @param {{ cwd: string, env: Record<string, string> }} where
 * @returns {Promise<string | undefined>} what went wrong, in a line
 */
export function runOut([command, ...words], { cwd, env }) {
  return new Promise((resolve, reject) => {
    // a group of its own, so that what it started ends with it
    const child = spawn(command, words, { cwd, env: { ...surroundings, ...env }, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let errors = '';
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      process.kill(-child.pid, 'SIGKILL');
    }, 30_000);
    child.stderr.on('data', (data) => {
      errors += data;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(late);
      const lines = errors.split('\n').filter((line) => line.trim() !== '');
      if (isLate) resolve('did not end within 30 s');
      else resolve(code === 0 ? undefined : (lines.find((line) => /^[A-Z]\w*: /.test(line)) ?? lines.at(-1) ?? `exit ${code}`));
    });
  });
}
