/**
 * `npm start`: Baeum in an editor with a sample workspace, straight from this folder.
 * In the desktop VS Code where there is one and a screen; else in VS Code's server, for a browser.
 * `npm start -- --no-open` only prints the server's address.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDependencies, findDesktopEditor, machineFolder, projectRoot } from './support/setup.mjs';

// Apart from the user's own editor, and kept, so that what was learnt is still there next time.
const userData = join(machineFolder, 'user-data');
const extensions = join(machineFolder, 'extensions');

await ensureDependencies();
const build = spawnSync(process.execPath, ['build.mjs'], { cwd: projectRoot, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);

const sample = join(tmpdir(), 'baeum-sample');
await cp(join(projectRoot, 'test', 'fixtures', 'workspace'), sample, { recursive: true, force: false });

const editor = findDesktopEditor();
if (editor) openDesktop(editor);
else await serve();

/** @param {string} code */
function openDesktop(code) {
  console.log(`VS Code를 엽니다: ${sample}`);
  const child = spawn(
    code,
    [...['--new-window', '--wait', `--extensionDevelopmentPath=${projectRoot}`], ...[`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`, sample]],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  child.on('error', (error) => console.error(error.message));
  child.on('exit', (status) => process.exit(status ?? 0));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      child.kill();
      // `code` only waits for the editor, which runs apart from it and leaves its process id here.
      const lock = join(userData, 'code.lock');
      if (existsSync(lock)) endProcess(Number(readFileSync(lock, 'utf8')));
    });
  }
}

/** @param {number} pid */
function endProcess(pid) {
  try {
    if (pid > 0) process.kill(pid);
  } catch {
    // Already gone.
  }
}

async function serve() {
  // Only now, as it needs what ensureDependencies has installed.
  const { startServer, workbenchUrl } = await import('./support/workbench.mjs');
  const server = await startServer({
    userDataDir: userData,
    extensionsDir: extensions,
    trust: true,
    // The browser keeps an extension's state by address, so the address should stay the same.
    port: '47391-47399',
  });
  const address = workbenchUrl(server, { folder: sample, extensionDevelopmentPath: projectRoot });
  console.log(`브라우저에서 여세요 (Ctrl+C로 끝냅니다):\n${address}`);
  if (!process.argv.includes('--no-open')) openBrowser(address);
}

/** @param {string} address */
function openBrowser(address) {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen) return;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  // No browser to open is no reason to stop: the address is printed.
  child.on('error', () => {});
  child.unref();
}
