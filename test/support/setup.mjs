/**
 * What a machine must have before Baeum can be built, tried or tested.
 * Every `ensure…` does nothing when its thing is already there, and mends a set-up that was cut off.
 * Only Node built-ins here: this runs before any dependency is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The only place that names the editor and the Node it runs on. code-server 4.x.y carries VS Code 1.x.y. */
const pinned = { codeServer: '4.139.1', node: '24.21.0' };

/** The add-ons the server really loads: its log, its crash guard, file watching, the terminal. */
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog', '@parcel/watcher', 'node-pty'];

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** What `npm start` and the tests keep between runs; never part of the repository. */
export const machineFolder = join(projectRoot, '.vscode-test');

/** @typedef {{ node: string, serverMain: string, version: string }} Host */

/** Installs the packages of package-lock.json, when node_modules does not hold exactly those. */
export async function ensureDependencies() {
  await ensurePackages(projectRoot, '필요한 패키지를 설치합니다…');
}

/** What makes and proves the starter snippets, a workspace of its own of about 450 MB. */
export async function ensureSnippetTools() {
  await ensurePackages(join(projectRoot, 'tools', 'snippets'), '스니펫 도구를 설치합니다 (한 번만, 약 30초)…', ['--ignore-scripts']);
}

/** @param {string} folder @param {string} message @param {string[]} [flags] */
async function ensurePackages(folder, message, flags = []) {
  const lock = await readFile(join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(folder, 'node_modules', '.baeum-lock');
  if (readStamp(stamp) === wanted) return;

  await announced(message, async () => {
    // Everything is a development dependency: NODE_ENV=production must not leave it all out.
    await npm(['ci', '--include=dev', '--no-audit', '--no-fund', ...flags], folder);
    await writeFile(stamp, wanted);
  });
}

/**
 * VS Code's own server, for machines without the desktop editor.
 * @returns {Promise<Host>}
 */
export async function ensureHost() {
  const home = join(machineFolder, `host-${pinned.codeServer}`);
  const recipe = JSON.stringify({ ...pinned, arch: process.arch });
  if (readStamp(join(home, 'stamp')) !== recipe) {
    if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
      throw new Error(
        '이 컴퓨터에서는 VS Code를 설치하고 code 명령을 PATH에 넣어 주세요. ' + '(Here, install VS Code and put its `code` command on the PATH.)',
      );
    }
    await announced('VS Code 호스트를 준비합니다 (한 번만, 약 2분)…', () => buildHost(home, recipe));
  }
  return {
    node: join(home, 'node'),
    serverMain: join(home, 'vscode', 'out', 'server-main.js'),
    version: pinned.codeServer.replace(/^4/, '1'),
  };
}

/**
 * Built next to its place and moved there whole, so that a host that exists is a host that works.
 * @param {string} home
 * @param {string} recipe
 */
async function buildHost(home, recipe) {
  const workshop = `${home}.partial-${process.pid}`;
  const packages = join(workshop, 'node_modules');
  const vscode = join(packages, 'code-server', 'lib', 'vscode');
  const nodePackage = `node-linux-${process.arch}`;
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund'];

  await mkdir(workshop, { recursive: true });
  // Its own package.json keeps npm from climbing up to the project's.
  await writeFile(join(workshop, 'package.json'), '{ "private": true }\n');

  await npm(['install', `code-server@${pinned.codeServer}`, `${nodePackage}@${pinned.node}`, ...quietly], workshop);
  await npm(['install', '--omit=dev', ...quietly], vscode);
  await npm(['install', '--omit=dev', ...quietly], join(vscode, 'extensions'));
  await npm(['rebuild', ...nativeModules, ...localNodeHeaders()], vscode);

  const host = join(workshop, 'host');
  await mkdir(host);
  await rename(vscode, join(host, 'vscode'));
  await rename(join(packages, nodePackage, 'bin', 'node'), join(host, 'node'));
  await writeFile(join(host, 'stamp'), recipe);

  await rm(home, { recursive: true, force: true });
  await rename(host, home);
  await rm(workshop, { recursive: true, force: true });
  await clearWorkshops();
}

/** Removes what cut-off set-ups have left; one that is still at work, perhaps in another terminal, keeps its own. */
async function clearWorkshops() {
  for (const name of await readdir(machineFolder)) {
    const owner = /\.partial-(\d+)$/.exec(name)?.[1];
    if (!owner || isRunning(Number(owner))) continue;
    // Not worth failing for: an npm that outlived its set-up may still be writing there.
    await rm(join(machineFolder, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Node often ships its C headers beside itself; using them spares the compiler a download. */
function localNodeHeaders() {
  const prefix = join(dirname(process.execPath), '..');
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? [`--nodedir=${prefix}`] : [];
}

const browserPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-browser',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Chromium and a font with Hangul.
 * @returns {Promise<string>} the browser's executable
 */
export async function ensureBrowser() {
  if (!findBrowser() || !hasHangulFont()) {
    const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
    if (canInstall) await announced('Chromium과 한글 글꼴을 설치합니다…', installBrowser);
  }
  const browser = findBrowser();
  if (!browser || !hasHangulFont()) {
    throw new Error(
      'Chromium과 한글 글꼴(예: fonts-noto-cjk)을 설치하거나 CHROMIUM_PATH에 브라우저의 경로를 적어 주세요. ' +
        '(Install Chromium and a font with Hangul such as fonts-noto-cjk, or set CHROMIUM_PATH to your browser.)',
    );
  }
  return browser;
}

function findBrowser() {
  // A path the user chose is not quietly replaced by another browser.
  const places = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : browserPlaces;
  return places.find(isExecutable);
}

function hasHangulFont() {
  // macOS and Windows come with one.
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('fc-list', [':lang=ko'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

async function installBrowser() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const missing = [];
  if (!findBrowser()) missing.push('chromium');
  // fc-list, which tells us what fonts there are, is in the package fontconfig.
  if (!hasHangulFont()) missing.push('fonts-noto-cjk', 'fontconfig');
  await execute('apt-get', ['update'], { env });
  await execute('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { env });
}

/**
 * The desktop VS Code, when there is one and a screen to show it on.
 * @returns {string | undefined}
 */
export function findDesktopEditor() {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} file */
function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  return execute('npm', args, { cwd, shell: process.platform === 'win32' });
}

/**
 * Quiet while it goes well; on failure the end of the command's output is the message.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<void>}
 */
function execute(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-4000);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')}: ${signal ?? `exit ${code}`}\n${output.trimEnd()}`));
    });
  });
}

/**
 * @param {string} line
 * @param {() => Promise<void>} work
 */
async function announced(line, work) {
  const started = Date.now();
  process.stdout.write(line);
  let outcome = '실패';
  try {
    await work();
    outcome = `${Math.round((Date.now() - started) / 1000)}초`;
  } finally {
    process.stdout.write(` ${outcome}\n`);
  }
}
