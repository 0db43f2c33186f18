/**
 * VS Code's own server with a Chromium page on it, and small verbs to use that page.
 * Nothing here waits for a fixed time: every step waits for what it needs.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureBrowser, ensureHost } from './setup.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').FrameLocator} FrameLocator */

/** Values of "workbench.colorTheme"; the first two are understood by old and new editors alike. */
export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
};

/** A calm editor: nothing that greets, asks, updates, reports or suggests. */
const calmSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'window.commandCenter': false,
  'workbench.colorTheme': themes.light,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

const patience = 60_000;

/**
 * @typedef {object} ServerOptions
 * @property {Record<string, unknown> | undefined} [userSettings] over the calm ones and those already in the folder
 * @property {string | undefined} [extensionsDir] kept when given; else fresh and removed at stop
 * @property {string | undefined} [userDataDir] kept when given; else fresh and removed at stop
 * @property {boolean | undefined} [trust] whether workspace trust is asked for; else every workspace is trusted
 * @property {'en' | 'ko' | undefined} [locale]
 * @property {number | string | undefined} [port] a free one unless given; "4000-4009" takes the first free one of these
 * @property {NodeJS.ProcessEnv | undefined} [env] added to the environment of the extension host
 */

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {number} port
 * @property {string} userDataDir
 * @property {string} extensionsDir
 * @property {'en' | 'ko'} locale
 * @property {() => Promise<void>} stop
 */

/**
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer({ userSettings = {}, extensionsDir, userDataDir, trust = false, locale = 'en', port = 0, env = {} } = {}) {
  const host = await ensureHost();
  const scratch = await mkdtemp(join(tmpdir(), 'baeum-host-'));
  const userData = userDataDir ?? join(scratch, 'user-data');
  const extensions = extensionsDir ?? join(scratch, 'extensions');
  await writeSettings(userData, userSettings);
  if (locale === 'ko') await writeKoreanPack(userData);

  const child = spawn(
    host.node,
    [
      host.serverMain,
      ...['--host', '127.0.0.1', '--port', String(port)],
      '--without-connection-token',
      '--accept-server-license-terms',
      // Without it the built workbench ignores the payload that loads an extension from its folder.
      '--enable-smoke-test-driver',
      ...(trust ? [] : ['--disable-workspace-trust']),
      ...['--telemetry-level', 'off'],
      ...['--user-data-dir', userData, '--extensions-dir', extensions],
      ...['--server-data-dir', join(scratch, 'server-data')],
    ],
    // Its own process group: the extension hosts, watchers and terminals it starts end with it.
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...cleanEnvironment(), ...env } },
  );
  const group = new ProcessGroup(child, scratch, Boolean(userDataDir));
  try {
    const listening = await portOf(child);
    return {
      url: `http://127.0.0.1:${listening}/`,
      port: listening,
      userDataDir: userData,
      extensionsDir: extensions,
      locale,
      stop: () => group.stop(),
    };
  } catch (error) {
    await group.stop();
    throw error;
  }
}

/**
 * @param {string} userDataDir
 * @param {Record<string, unknown>} userSettings
 */
async function writeSettings(userDataDir, userSettings) {
  const file = join(userDataDir, 'User', 'settings.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  await mkdir(join(userDataDir, 'User'), { recursive: true });
  await writeFile(file, JSON.stringify({ ...calmSettings, ...kept, ...userSettings }, null, '\t'));
}

/**
 * The smallest language pack: the editor itself stays English, extensions are asked for their Korean texts.
 * @param {string} userDataDir
 */
async function writeKoreanPack(userDataDir) {
  const translations = join(userDataDir, 'main.i18n.json');
  await writeFile(translations, JSON.stringify({ '': [], version: '1.0.0', contents: {} }));
  const pack = {
    hash: 'baeum-ko',
    label: '한국어',
    extensions: [{ extensionIdentifier: { id: 'baeum.language-pack-ko' }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  await writeFile(join(userDataDir, 'languagepacks.json'), JSON.stringify({ ko: pack }));
}

/** Our environment without what would make the server think it runs inside another editor or test run. */
function cleanEnvironment() {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_TEST_CONTEXT$|npm_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function portOf(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (/** @type {string} */ reason) => reject(new Error(`The VS Code server ${reason}.\n${output.slice(-4000)}`));
    const timer = setTimeout(() => fail('did not begin to listen'), patience);
    child.once('error', (error) => fail(`did not start: ${error.message}`));
    child.once('exit', (code, signal) => fail(`ended before it listened (${signal ?? code})`));
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      // Read to the end, or the full pipe would stop the server.
      createInterface({ input: stream }).on('line', (line) => {
        output = `${output}${line}\n`.slice(-8000);
        const found = /agent listening on (\d+)/.exec(line);
        if (!found) return;
        clearTimeout(timer);
        resolve(Number(found[1]));
      });
    }
  });
}

/** A process and all it started, which must not outlive us however we end. */
class ProcessGroup {
  /** @type {Set<ProcessGroup>} */
  static #alive = new Set();
  static #watching = false;

  /**
   * @param {import('node:child_process').ChildProcess} leader
   * @param {string} scratch removed with it
   * @param {boolean} keeps whether it writes anything that outlives it
   */
  constructor(leader, scratch, keeps) {
    this.leader = leader;
    this.scratch = scratch;
    this.keeps = keeps;
    ProcessGroup.#alive.add(this);
    ProcessGroup.#watch();
  }

  static #watch() {
    if (ProcessGroup.#watching) return;
    ProcessGroup.#watching = true;
    process.on('exit', () => {
      for (const group of ProcessGroup.#alive) {
        group.#signal('SIGKILL');
        rmSync(group.scratch, { recursive: true, force: true, maxRetries: 5 });
      }
    });
    const end = async (/** @type {NodeJS.Signals} */ signal) => {
      await Promise.allSettled([...ProcessGroup.#alive].map((group) => group.stop()));
      process.exit(128 + constants.signals[signal]);
    };
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      // `on`, not `once`: a second Ctrl+C must not end us before the groups are gone.
      process.on(signal, end);
    }
    // Whoever started us may be ended without a word to us, as npm is by a plain `kill`.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && end('SIGHUP'), 500).unref();
  }

  async stop() {
    const ended = (this.leader.exitCode ?? this.leader.signalCode) ? undefined : once(this.leader, 'exit');
    // Kindly first where something is kept, so that it gets written; then for good.
    if (this.keeps && ended && this.#signal('SIGTERM')) {
      await Promise.race([ended, delay(3000, undefined, { ref: false })]);
    }
    if (this.#signal('SIGKILL')) await ended;
    await rm(this.scratch, { recursive: true, force: true, maxRetries: 5 });
    ProcessGroup.#alive.delete(this);
  }

  /**
   * @param {NodeJS.Signals} signal
   * @returns {boolean} whether there was anyone to receive it
   */
  #signal(signal) {
    if (!this.leader.pid) return false;
    try {
      return process.kill(-this.leader.pid, signal);
    } catch {
      return false;
    }
  }
}

/**
 * Installs a packaged extension, as a user would.
 * @param {import('./setup.mjs').Host} host
 * @param {string} vsix
 * @param {string} extensionsDir
 */
export async function installVsix(host, vsix, extensionsDir) {
  const scratch = await mkdtemp(join(tmpdir(), 'baeum-install-'));
  try {
    await promisify(execFile)(
      host.node,
      [
        host.serverMain,
        ...['--install-extension', vsix, '--force', '--extensions-dir', extensionsDir],
        ...['--user-data-dir', join(scratch, 'user-data'), '--server-data-dir', join(scratch, 'server-data')],
      ],
      { env: cleanEnvironment() },
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} Target what the workbench opens
 * @property {string | undefined} [folder]
 * @property {string | undefined} [extensionDevelopmentPath]
 * @property {string | undefined} [extensionTestsPath]
 * @property {'web' | undefined} [developmentKind] runs the extension's `browser` entry in a web worker, as vscode.dev does
 */

/**
 * The address at which the workbench loads the extension straight from its folder.
 * @param {Server} server
 * @param {Target} target
 */
export function workbenchUrl(server, { folder, extensionDevelopmentPath, extensionTestsPath }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://remote${encodeURI(path)}`;
  const payload = [['skipWelcome', 'true']];
  if (extensionDevelopmentPath) payload.push(['extensionDevelopmentPath', remote(extensionDevelopmentPath)]);
  if (extensionTestsPath) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);

  const url = new URL(server.url);
  if (folder) url.searchParams.set('folder', folder);
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * @typedef {object} PageOptions
 * @property {number | undefined} [width]
 * @property {number | undefined} [height]
 * @property {'light' | 'dark' | undefined} [colorScheme]
 * @property {string | undefined} [profile] a browser profile to keep, for what VS Code stores in the browser
 * @property {import('playwright-core').BrowserContextOptions | undefined} [context] further settings of the page's context
 * @property {((page: Page) => Promise<void>) | undefined} [beforeLoad]
 */

/**
 * @param {Server} server
 * @param {Target & PageOptions} options
 */
export async function openWorkbench(server, { width = 1280, height = 800, colorScheme = 'light', profile, context: further, beforeLoad, ...target }) {
  const launch = {
    executablePath: await ensureBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
  const settings = {
    viewport: { width, height },
    colorScheme,
    locale: server.locale === 'ko' ? 'ko-KR' : 'en-US',
    ...further,
  };
  const browser = profile ? undefined : await chromium.launch(launch);
  const context = browser
    ? await browser.newContext(settings)
    : await chromium.launchPersistentContext(/** @type {string} */ (profile), { ...launch, ...settings });
  const close = () => (browser ?? context).close();
  try {
    if (target.developmentKind === 'web') await preferWebWorker(server, target.extensionDevelopmentPath);
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(patience);
    if (server.locale === 'ko') {
      await page.addInitScript(() => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: 'ko' }));
    }
    const consoleProblems = collectProblems(page);
    await beforeLoad?.(page);
    await page.goto(workbenchUrl(server, target));
    return { page, context, consoleProblems, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The payload's own `extensionDevelopmentKind` is read but not heeded by the web workbench; this setting is.
 * @param {Server} server
 * @param {string} [extension]
 */
async function preferWebWorker(server, extension) {
  if (!extension) throw new Error('developmentKind needs extensionDevelopmentPath.');
  const { publisher, name } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  await writeSettings(server.userDataDir, { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } });
}

/** Where a message must come from, or what it must say, to be about our extension. */
const ours = {
  /** Webviews: their resources, their frame, and (nameless) the scripts written inside their HTML. */
  place: /^$|vscode-resource|\/webview\/browser\/pre\//,
  text: /baeum|Content Security Policy|Refused to/i,
};

/** What VS Code itself says in such a place or in such words, whatever extension runs. */
const editorNoise = [
  // Its service worker for the welcome page of the server, which the npm package leaves out.
  /A bad HTTP response code \(404\) was received when fetching the script/,
  // The frame around each webview, when a page is replaced in the moment between its load and its first listener.
  /^Error: Found unexpected null$/,
];

/**
 * Errors of our webviews and violations of their content security policy, as they come in.
 * @param {Page} page
 */
function collectProblems(page) {
  /** @type {string[]} */
  const problems = [];
  const consider = (/** @type {string} */ text, /** @type {string} */ place) => {
    if (!ours.place.test(place) && !ours.text.test(text)) return;
    if (editorNoise.some((noise) => noise.test(text))) return;
    problems.push(place ? `${text} (${place})` : text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') consider(message.text(), message.location().url);
  });
  page.on('pageerror', (error) => consider(String(error), /https?:[^\s)]+/.exec(error.stack ?? '')?.[0] ?? ''));
  return problems;
}

/**
 * The workbench is drawn and has restored what was open.
 * @param {Page} page
 */
export async function waitForWorkbench(page) {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: patience });
  // The smoke test driver knows when the editor has come to rest.
  await page.waitForFunction('globalThis.driver', undefined, { timeout: patience });
  await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
}

/**
 * Where one types in the list on top of the window. Its `fill` and `press` take the focus first: a webview that had it when
 * the list opened may get it back later than the list, and with it the keys of `page.keyboard`.
 * @param {Page} page
 */
export function quickInput(page) {
  return page.locator('.quick-input-widget input[type="text"]');
}

/**
 * Runs a command by the title the palette shows, in either language; waits for it to be contributed.
 * @param {Page} page
 * @param {string} title
 */
export async function runCommand(page, title) {
  const palette = page.locator('.quick-input-widget');
  const input = quickInput(page);
  const exactly = new RegExp(`^\\s*${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
  const entry = palette
    .locator('.monaco-list-row')
    .filter({ has: page.locator('.label-name, .label-description, .quick-input-list-label-meta').filter({ hasText: exactly }) })
    .first();
  const end = Date.now() + patience;
  for (;;) {
    await page.keyboard.press('F1');
    try {
      await input.waitFor({ timeout: 2000 });
      await input.fill(`>${title}`, { timeout: 3000 });
      await entry.waitFor({ timeout: 3000 });
      // It closes when something else takes the focus.
      await entry.click({ timeout: 3000 });
      break;
    } catch (error) {
      // Too early: the list does not grow by itself when an extension arrives.
      if (Date.now() > end) throw error;
      await page.keyboard.press('Escape');
    }
  }
  // The command may open a pick of its own in the same widget.
  await page.waitForFunction(() => {
    const widget = document.querySelector('.quick-input-widget');
    const typed = widget?.querySelector('input')?.value ?? '';
    return !widget?.checkVisibility() || !typed.startsWith('>');
  });
}

/**
 * Runs a command that opens a list, and does something in it; from the start again when the list closes before that is done: a
 * webview that had the focus before may take it back a moment later.
 * @template T
 * @param {Page} page
 * @param {string} title
 * @param {() => Promise<T>} use with a patience of its own for each step, shorter than that of the page
 * @returns {Promise<T>}
 */
export async function inList(page, title, use) {
  const end = Date.now() + patience;
  for (;;) {
    await runCommand(page, title);
    try {
      return await use();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/**
 * The document inside a webview, by its title or by its place among those in the page.
 * @param {Page} page
 * @param {string | number} [which]
 * @returns {Promise<FrameLocator>}
 */
export async function webview(page, which = 0) {
  const outer = page.locator('iframe.webview');
  if (typeof which === 'number') {
    const inner = outer.nth(which).contentFrame();
    await inner.locator('#active-frame').waitFor({ timeout: patience });
    return inner.frameLocator('#active-frame');
  }
  const end = Date.now() + patience;
  for (;;) {
    for (const frame of await outer.all()) {
      const inner = frame.contentFrame();
      if (await inner.locator(`#active-frame[title="${which}"]`).count()) {
        // By name, as its place changes when other webviews come and go.
        const name = await frame.getAttribute('name');
        return page.frameLocator(`iframe.webview[name="${name}"]`).frameLocator('#active-frame');
      }
    }
    if (Date.now() > end) throw new Error(`No webview with the title "${which}" appeared.`);
    await page.waitForTimeout(50);
  }
}
