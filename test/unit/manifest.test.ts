import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import korean from '../../media/l10n/bundle.l10n.ko.json';
import manifest from '../../package.json';
import englishNames from '../../package.nls.json';
import koreanNames from '../../package.nls.ko.json';
import { codeLanguages } from '../../src/core/code/awsCode';
import { standardKeys } from '../../src/core/keys';
import { commands, contextKeys, panels, searchOpenNote, settingKeys, views } from '../../src/vscode/ids';
import { messagesIn, sources } from '../support/messages';

const { contributes } = manifest;
const sorted = (items: Iterable<string>) => [...new Set(items)].sort();
const text = JSON.stringify(manifest);

describe('ids of the code and of the manifest are the same', () => {
  const cases: readonly (readonly [string, Iterable<string>, Iterable<string>])[] = [
    ['commands', Object.values(commands), contributes.commands.map((one) => one.command)],
    ['views', Object.values(views), contributes.views.baeum.map((one) => one.id)],
    ['settings', Object.values(settingKeys).map((key) => `baeum.${key}`), Object.keys(contributes.configuration.properties)],
    ['panels', Object.values(panels).map((panel) => `onWebviewPanel:${panel}`), manifest.activationEvents.filter((event) => !event.startsWith('onLanguage:'))],
    // JSON is opened in every window: there, what something else has started answers
    [
      'languages',
      codeLanguages.filter((language) => !language.startsWith('json')),
      manifest.activationEvents.flatMap((event) => /^onLanguage:(.+)/.exec(event)?.[1] ?? []),
    ],
    ['context keys', Object.values(contextKeys), text.match(/baeum\.is\w+/g) ?? []],
  ];
  for (const [name, ofCode, ofManifest] of cases) test(name, () => assert.deepEqual(sorted(ofCode), sorted(ofManifest)));

  test('menus name commands and views that are there', () => {
    const rows = Object.values(contributes.menus).flat();
    assert.ok(rows.length > 5);
    for (const row of rows) {
      assert.ok(Object.values<string>(commands).includes(row.command), row.command);
      for (const [, view] of row.when.matchAll(/view == (\S+)/g)) assert.ok(Object.values<string>(views).includes(view ?? ''), view);
    }
  });

  test('keys are bound to what the search registers while it is open, and to commands of the quiz while it is in front', () => {
    assert.deepEqual(
      contributes.keybindings.map(({ command, when }) => [command, when]),
      [
        [searchOpenNote, `inQuickInput && ${contextKeys.isSearching}`],
        // while the setting says nothing else
        [commands.undoAnswer, `activeWebviewPanelId == '${panels.quiz}' && config.baeum.${settingKeys['keys.undo']} == '${standardKeys.undo}'`],
      ],
    );
  });

  test('welcome texts call commands that are there', () => {
    for (const names of [englishNames, koreanNames]) {
      for (const [, command] of JSON.stringify(names).matchAll(/\(command:([\w.]+)/g))
        assert.ok(Object.values<string>(commands).includes(command ?? ''), command);
    }
  });

  test('settings it names are its own', () => {
    assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, [`baeum.${settingKeys.noteFolders}`]);
  });
});

describe('names in the manifest', () => {
  const used = sorted([...text.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? ''));
  for (const [language, names] of Object.entries({ English: englishNames, Korean: koreanNames })) {
    test(`${language}: each is there and used`, () => assert.deepEqual(sorted(Object.keys(names)), used));
    test(`${language}: none is empty`, () => assert.ok(Object.values(names).every((name) => name.trim() !== '')));
  }

  test('every command has a title of its own in both languages', () => {
    for (const { command, title } of contributes.commands) assert.equal(title, `%command.${command.replace('baeum.', '')}%`);
    for (const names of [englishNames, koreanNames]) {
      const titles = Object.entries(names).flatMap(([key, name]) => (key.startsWith('command.') ? [name] : []));
      assert.equal(new Set(titles).size, contributes.commands.length);
    }
  });
});

test('files the manifest names are in the project', () => {
  const icons = [...text.matchAll(/"(media\/icons\/[^"]+\.svg)"/g)].map((match) => match[1] ?? '');
  assert.ok(icons.length > 0);
  for (const icon of icons) assert.ok(existsSync(icon), icon);
  assert.ok(existsSync(manifest.l10n));
});

describe('texts of the program', () => {
  const program = sources('src', 'media');
  const used = new Map([...program].flatMap(([path, source]) => messagesIn(source).map((message) => [message, path] as const)));
  // one letter and the like are data, not texts: O, X, $
  const texts = [...used.keys()].filter((message) => /\p{L}{2}/u.test(message));
  const placeholders = (message: string) => sorted([...message.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''));
  const translations: Readonly<Record<string, string>> = korean;

  test('are found where they stand', () => {
    assert.deepEqual(
      messagesIn(
        `t('a b', { n: t("c") }); x.t('no'); const y = { text: 'd {n}' }; fail('rule', 'e', z); draft.fail(\n 'rule',\n a ? 'f' : 'it\\'s',\n 'k'); set('no'); format('no'); at('no'); t(name);`,
      ),
      ['a b', 'c', 'd {n}', 'e', 'f', "it's"],
    );
    assert.ok(texts.length > 100, `${texts.length}`);
  });

  test('each is translated', () => {
    assert.deepEqual(
      texts.filter((message) => !Object.hasOwn(translations, message)).map((message) => `${used.get(message)}: ${message}`),
      [],
    );
  });

  test('those that are looked up by a variable too: ratings and callouts', () => {
    const callouts = readFileSync('media/lessonText.ts', 'utf8').matchAll(/\['[a-z-]+', '([A-Z][\w ]+)'\]/g);
    const titles = [...callouts].map(([, title = '']) => title);
    assert.ok(titles.length > 15, String(titles));
    for (const name of ['Again', 'Hard', 'Good', 'Easy', ...titles]) assert.ok(Object.hasOwn(translations, name), name);
  });

  test('with the same values in it', () => {
    for (const [english, said] of Object.entries(translations)) assert.deepEqual(placeholders(said), placeholders(english), english);
  });

  test('no translation is left over', () => {
    // names that are looked up by a variable stand in the source as literals all the same
    const all = [...program.values()].join('\n');
    const isWritten = (message: string) => [`'${message.replaceAll("'", "\\'")}'`, `"${message}"`, `\`${message}\``].some((written) => all.includes(written));
    assert.deepEqual(
      Object.keys(translations).filter((message) => !used.has(message) && !isWritten(message)),
      [],
    );
  });

  test('are sorted', () => assert.deepEqual(Object.keys(translations), sorted(Object.keys(translations))));
  test('are Korean', () => {
    for (const [english, said] of Object.entries(translations)) {
      if (/\p{L}/u.test(english.replace(/\{\w+\}|of/g, ''))) assert.match(said, /[가-힣]/, english);
    }
  });
});
