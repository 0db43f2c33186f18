#!/usr/bin/env node
/**
 * Stands in for the desktop editor where there is none: takes the arguments that `@vscode/test-electron` gives an
 * editor, runs the extension's tests in VS Code's server with a headless Chromium, prints what they print and
 * exits with their exit code.
 */
import { resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { openWorkbench, startServer } from './workbench.mjs';

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
  allowPositionals: true,
  // What a desktop editor needs besides (--no-sandbox, --skip-welcome, …) means nothing here.
  strict: false,
});

/** What VS Code itself logs about its connections, accounts, agents and the gallery. */
const editorNoise = {
  info: [
    /^(Resolving|Resolved) connection token/,
    /^Creating a socket/,
    /^Updating additional builtin extensions cache/,
    /^\[(AccountPolicyGate|AgentHost[^\]]*|driver|reconnection-grace-time)\]/,
  ],
  /** Only of warnings and errors: a failed test, which is printed as information, may show such lines in its trace. */
  trouble: [/^\[Service Worker\]/, /\/static\/out\/vs\/code\/browser\/workbench\//],
};

/** A crashed host would be started anew and reported with exit code 0, as if the tests had passed. */
const hostCrash = /^\[remote-connection\]\[ExtensionHost\].*socket close event/;

const minutes = Number(process.env.BAEUM_TEST_MINUTES ?? 10);

/** @type {(code: number) => void} */
let end = () => {};
/** @type {Promise<number>} */
const ended = new Promise((settle) => {
  end = settle;
});

if (!values.extensionDevelopmentPath || !values.extensionTestsPath) {
  // The editor would open and wait for ever.
  console.error('--extensionDevelopmentPath and --extensionTestsPath are both needed to run tests.');
  process.exit(2);
}

process.exitCode = await runTests();

/** @returns {Promise<number>} */
async function runTests() {
  const server = await startServer({
    extensionsDir: path(values['extensions-dir']),
    userDataDir: path(values['user-data-dir']),
  });
  const timer = setTimeout(() => {
    console.error(`시험이 ${minutes}분 안에 끝나지 않아 멈췄습니다. (The test run was stopped after ${minutes} minutes.)`);
    end(1);
  }, minutes * 60_000);
  try {
    const workbench = await openWorkbench(server, {
      folder: path(positionals[0]),
      extensionDevelopmentPath: path(values.extensionDevelopmentPath),
      extensionTestsPath: path(values.extensionTestsPath),
      beforeLoad: async (page) => {
        await page.exposeFunction('codeAutomationLog', forward);
        await page.exposeFunction('codeAutomationExit', (/** @type {number?} */ code) => end(code ?? 1));
        page.once('crash', () => {
          console.error('편집기의 화면이 멎었습니다. (The page of the editor crashed.)');
          end(1);
        });
      },
    });
    try {
      return await ended;
    } finally {
      await workbench.close();
    }
  } finally {
    clearTimeout(timer);
    await server.stop();
  }
}

/**
 * The test run's console and the editor's own log arrive on the same line; the editor's is left out.
 * @param {string} level
 * @param {unknown[]} args
 */
function forward(level, args) {
  const line = format(...args);
  if (hostCrash.test(line)) {
    console.error('확장 호스트가 갑자기 끝났습니다. (The extension host ended unexpectedly.)');
    end(1);
    return;
  }
  const noise = level === 'info' ? editorNoise.info : editorNoise.trouble;
  if (!noise.some((pattern) => pattern.test(line))) process.stdout.write(`${line}\n`);
}

/** @param {string | boolean | undefined} value */
function path(value) {
  return typeof value === 'string' ? resolve(value) : undefined;
}
