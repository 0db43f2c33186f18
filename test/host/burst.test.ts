import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { hasTopic, inWorkspace, load, remove, until, untilTopics } from './window';

/** What a branch switch does: it writes past the editor, all at once. */
describe('two thousand files at once', () => {
  const folder = () => inWorkspace('notes/가지').fsPath;
  const noteOf = (number: number, branch: string) => [join(folder(), String(number % 40), `${number}.md`), `# ${branch} ${number}\n`] as const;
  const ownTitles = async () => {
    const { topics } = await (await load()).study.library();
    return topics.flatMap(({ title, note }) => (note.path.startsWith('가지/') ? [title] : [])).sort();
  };
  const untilTitles = async (wanted: readonly string[]) => {
    const { study } = await load();
    await until(
      (listener) => study.onDidChange(listener),
      async () => JSON.stringify(await ownTitles()) === JSON.stringify([...wanted].sort()),
      async () => {
        const own = await ownTitles();
        const [missing, left] = [wanted.filter((title) => !own.includes(title)), own.filter((title) => !wanted.includes(title))];
        return `${missing.length} of ${wanted.length} titles are missing (${missing.slice(0, 5)}), ${left.length} should be gone (${left.slice(0, 5)})`;
      },
    );
  };
  const count = 2_000;
  const numbers = Array.from({ length: count }, (_, number) => number);

  let updates = 0;
  let counting: { dispose(): void } | undefined;

  before(async () => {
    const { study } = await load();
    counting = study.onDidChange((change) => {
      if (change === 'library') updates++;
    });
    for (let number = 0; number < 40; number++) mkdirSync(join(folder(), String(number)), { recursive: true });
    for (const number of numbers) writeFileSync(...noteOf(number, '본줄기'));
    await untilTitles(numbers.map((number) => `본줄기 ${number}`));
  });
  after(async () => {
    counting?.dispose();
    rmSync(folder(), { recursive: true, force: true });
    await untilTitles([]);
  });

  it('are gathered into few updates, and right in the end', async () => {
    const { study } = await load();
    // a third stays, a third changes, a third goes, and as many come
    for (const number of numbers) {
      if (number % 3 === 1) writeFileSync(...noteOf(number, '곁가지'));
      if (number % 3 === 2) rmSync(noteOf(number, '')[0], { force: true });
      if (number % 3 === 0) writeFileSync(...noteOf(count + number, '곁가지'));
    }
    const stay = numbers.filter((number) => number % 3 === 0).map((number) => `본줄기 ${number}`);
    const change = numbers.filter((number) => number % 3 === 1).map((number) => `곁가지 ${number}`);
    const come = numbers.filter((number) => number % 3 === 0).map((number) => `곁가지 ${count + number}`);
    await untilTitles([...stay, ...change, ...come]);
    assert.ok(updates <= 20, `${updates} updates`);
    const [hit] = await study.search(`곁가지 ${count}`);
    assert.equal(hit?.topic.title, `곁가지 ${count}`);
  });

  it('vanish with their folder, and return with it', async () => {
    const titles = await ownTitles();
    const away = inWorkspace('가지가 있던 곳').fsPath;
    renameSync(folder(), away);
    await untilTitles([]);
    renameSync(away, folder());
    await untilTitles(titles);
  });
});

describe('the folder of all notes', () => {
  it('may disappear and return', async () => {
    const [notes, away] = [inWorkspace('notes').fsPath, inWorkspace('notes 옮김').fsPath];
    const { study } = await load();
    const [first] = readdirSync(notes).filter((name) => name.endsWith('.md'));
    assert.ok(first);
    const id = `folder:notes/${first.normalize('NFC')}`;
    const isThere = async () => (await study.library()).entries.has(id);
    assert.equal(await isThere(), true);
    renameSync(notes, away);
    await until(
      (listener) => study.onDidChange(listener),
      async () => !(await isThere()),
    );
    const isMissing = async () => [...(await study.problems()).values()].flat().some(({ code }) => code === 'pack.missing');
    assert.equal(await isMissing(), true);
    renameSync(away, notes);
    await until((listener) => study.onDidChange(listener), isThere);
    assert.equal(await isMissing(), false);
  });

  it('is read again when the learner says so, and a stop that stops nothing changes nothing', async () => {
    const { study } = await load();
    const { topics } = await study.library();
    const changed = new Promise<void>((resolve) => {
      const subscription = study.onDidChange((change) => {
        if (change !== 'library') return;
        subscription.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand('baeum.stopReading');
    await vscode.commands.executeCommand('baeum.readAgain');
    await changed;
    assert.deepEqual(
      (await study.library()).topics.map(({ id }) => id),
      topics.map(({ id }) => id),
    );
  });

  it('takes a new note at once', async () => {
    await remove('notes/나중에 온.md');
    writeFileSync(inWorkspace('notes/나중에 온.md').fsPath, '# 나중에 온 것\n');
    await untilTopics(hasTopic('나중에 온 것'));
    await remove('notes/나중에 온.md');
    await untilTopics((topics) => !hasTopic('나중에 온 것')(topics));
  });
});
