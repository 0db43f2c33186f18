import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseNote } from '../../src/core/parseNote';
import { commands, type Learner, openStudyPanel, sitDown } from '../support/learner';
import { scriptsOf } from '../support/scripts';
import { ensureHost, projectRoot } from '../support/setup.mjs';
import { installVsix, quickInput, runCommand } from '../support/workbench.mjs';

let scratch: string;
let vsix: string;
/** The folder of the installed extension. */
let installed: string;
let learner: Learner;

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'baeum-package-'));
  vsix = join(scratch, 'baeum.vsix');
  execFileSync(process.execPath, [join(projectRoot, 'test', 'package.mjs'), vsix], { stdio: 'pipe' });
  const extensions = join(scratch, 'extensions');
  await installVsix(await ensureHost(), vsix, extensions);
  const [folder] = (await readdir(extensions)).filter((name) => name.startsWith('baeum.baeum-'));
  assert.ok(folder, 'it is installed');
  installed = join(extensions, folder);
  learner = await sitDown({ extensions });
});
after(async () => {
  await learner?.leave();
  await rm(scratch, { recursive: true, force: true });
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

test('the package holds everything that was built, the content, and little else', async () => {
  const inside = await filesIn(installed);
  for (const folder of ['dist', 'content', 'media/drawings', 'media/icons', 'media/l10n']) {
    const wanted = (await filesIn(join(projectRoot, folder))).map((file) => join(folder, file));
    assert.ok(wanted.length > 0, folder);
    assert.deepEqual(
      wanted.filter((file) => !inside.includes(file)),
      [],
    );
  }
  assert.deepEqual(
    inside.filter((file) => file.endsWith('.map')),
    [],
  );
  const known = /^(dist|content|media\/(drawings|icons|l10n))\/|^(\.vsixmanifest|package(\.nls(\.ko)?)?\.json|readme\.md|changelog\.md|license(\.txt)?)$/i;
  assert.deepEqual(
    inside.filter((file) => !known.test(file)),
    [],
  );
});

test('it is small: the package, what a window loads at its start, and what a page loads before its text', async () => {
  const bytes = async (...path: string[]) => (await stat(join(...path))).size;
  const sum = (scripts: Map<string, number>) => [...scripts.values()].reduce((all, length) => all + length, 0);
  assert.ok((await bytes(vsix)) <= 6_000_000, `the package has ${await bytes(vsix)} bytes`);
  for (const entry of ['dist/extension.js', 'dist/web/extension.js']) assert.ok((await bytes(installed, entry)) <= 60_000, entry);
  for (const page of ['study', 'lesson', 'quiz']) {
    const scripts = await scriptsOf(join(installed, 'dist', 'media', `${page}.js`));
    assert.ok(scripts.size > 1 && sum(scripts) <= 250_000, `${page}: ${sum(scripts)} bytes before its text`);
    const texts = await Promise.all([...scripts.keys()].map((file) => readFile(file, 'utf8')));
    assert.ok(!texts.some((text) => text.includes('flowchart-elk')), `${page}: no mermaid before its text`);
  }
});

test('the study panel is drawn', async () => {
  const study = await openStudyPanel(learner);
  await study.locator('.ring').waitFor();
  assert.deepEqual(learner.consoleProblems, []);
});

test('every bundled note is a topic to choose', async () => {
  await runCommand(learner.page, commands.openLesson);
  const input = quickInput(learner.page);
  const rows = learner.page.locator('.quick-input-widget .monaco-list-row .label-name');
  const notes = (await filesIn(join(projectRoot, 'content', 'aws'))).filter((file) => file.endsWith('.md'));
  for (const path of notes) {
    const { title } = parseNote(await readFile(join(projectRoot, 'content', 'aws', path), 'utf8'), { pack: 'aws', path });
    await input.fill(title);
    await rows.filter({ hasText: title }).first().waitFor();
  }
  await input.press('Escape');
});

test('a lesson is drawn out of the packaged media', async () => {
  const lesson = await learner.openLesson('SQS');
  await lesson.locator('figure.diagram svg').first().waitFor();
  // The Korean texts come from media/l10n.
  await lesson.getByText('차례', { exact: true }).first().waitFor();
  // "loaded" only once an icon is drawn with it
  await lesson.waitForFunction(() => [...document.fonts].some(({ family, status }) => family.includes('codicon') && status === 'loaded'));
  assert.deepEqual(learner.consoleProblems, []);
});

test('a quiz is drawn', async () => {
  await runCommand(learner.page, commands.startToday);
  const quiz = await learner.frameWith('.prompt');
  await quiz.locator('.option, .answer').first().waitFor();
  assert.deepEqual(learner.consoleProblems, []);
});

test('its commands are in the palette, in Korean', async () => {
  const titles: Record<string, string> = JSON.parse(await readFile(join(installed, 'package.nls.ko.json'), 'utf8'));
  const { contributes } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  const hidden = contributes.menus.commandPalette.map(({ command }: { command: string }) => command);
  const input = quickInput(learner.page);
  await learner.page.keyboard.press('F1');
  for (const { command, title } of contributes.commands as { command: string; title: string }[]) {
    if (hidden.includes(command)) continue;
    const name = `Baeum: ${titles[title.slice(1, -1)]}`;
    await input.fill(`>${name}`);
    await learner.page.locator('.quick-input-widget .monaco-list-row .label-name').filter({ hasText: name }).first().waitFor();
  }
  await input.press('Escape');
});
