import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { loadPacks } from '../../src/cliNotes';
import { parseClaims } from '../../src/core/claims';
import { splitFrontMatter } from '../../src/core/frontMatter';
import { buildLibrary } from '../../src/core/library';
import { createMarkdown } from '../../src/core/markdown';
import { parsePackManifest } from '../../src/core/packManifest';
import { kindNames } from '../../src/core/questions/kinds';
import { parseYaml } from '../../src/core/yaml';
import { type Schema, violations } from '../support/jsonSchema';

const text = readFileSync('content/README.md', 'utf8');
const { packs, notes } = loadPacks(['content/README.md']);
const library = buildLibrary(packs, notes);
const [note] = notes;

function schemaOf(name: string): Schema {
  return JSON.parse(readFileSync(`content/${name}.schema.json`, 'utf8'));
}

/** The front matter as YAML has it, before anything is left out. */
function frontMatterOf(path: string): unknown {
  const [, yaml = ''] = /^---\n(.*?)\n---\n/s.exec(readFileSync(path, 'utf8')) ?? [];
  return parseYaml(yaml, 0).value;
}

describe('the explanation of the format is itself a note', () => {
  test('that nothing is wrong with', () => assert.deepEqual(library.problemsOf('README.md/README.md'), []));

  test('that is one topic with terms and a diagram', () => {
    assert.deepEqual(
      library.topics.map(({ part, title }) => [part, title]),
      [['note', '노트 쓰는 법']],
    );
    assert.ok((note?.terms.all.length ?? 0) >= 6);
    assert.equal(library.topics[0]?.diagrams.length, 1);
  });

  test('that asks a question of every kind', () => {
    assert.deepEqual(note?.questions.map(({ kind }) => kind).sort(), [...kindNames].sort());
    for (const question of note?.questions ?? []) assert.ok(question.explanation && question.explainedAt !== question.line, question.id);
  });

  test('that shows every kind of callout', () => {
    const html = createMarkdown().render(splitFrontMatter(text).body);
    for (const kind of ['note', 'tip', 'important', 'warning', 'caution']) assert.match(html, new RegExp(`markdown-alert-${kind}`), kind);
  });

  test('that names every field of the front matter and every kind of question', () => {
    for (const field of Object.keys(schemaOf('note').properties ?? {})) assert.ok(text.includes(`\`${field}\``), field);
    for (const kind of kindNames) assert.ok(text.includes(`| \`${kind}\` |`), kind);
  });

  test('whose examples can be read', () => {
    const [pack = '', claims = ''] = [...text.matchAll(/```json\n(.*?)```/gs)].map((match) => match[1] ?? '');
    assert.deepEqual(violations(schemaOf('pack'), JSON.parse(pack)), []);
    assert.deepEqual(
      [parsePackManifest(pack).problem, Object.keys(parsePackManifest(pack).manifest)],
      [undefined, ['title', 'categories', 'services', 'rules']],
    );
    assert.deepEqual(violations(schemaOf('claims'), JSON.parse(claims)), []);
    assert.deepEqual([parseClaims(claims).problems, parseClaims(claims).claims.length], [[], 1]);
  });

  test('and no topic of a bundled pack', () => {
    const bundled = loadPacks(['content']);
    assert.ok(bundled.notes.length >= 6);
    assert.ok(bundled.notes.every(({ ref }) => !ref.path.includes('README')));
  });
});

describe('the schemas', () => {
  for (const pack of readdirSync('content', { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const folder = `content/${pack.name}`;
    test(`hold for ${folder}`, () => {
      assert.deepEqual(violations(schemaOf('pack'), JSON.parse(readFileSync(`${folder}/pack.json`, 'utf8'))), []);
      assert.deepEqual(violations(schemaOf('claims'), JSON.parse(readFileSync(`${folder}/claims.json`, 'utf8'))), []);
      const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
      assert.ok(files.length > 0);
      for (const file of files) assert.deepEqual(violations(schemaOf('note'), frontMatterOf(`${folder}/${file}`)), [], file);
    });
  }

  test('hold for the explanation', () => assert.deepEqual(violations(schemaOf('note'), frontMatterOf('content/README.md')), []));

  test('find what is wrong', () => {
    const cases: readonly (readonly [schema: string, value: unknown, paths: readonly string[]])[] = [
      ['note', { aliases: 'S3', order: '1', asOf: '작년' }, ['$.aliases', '$.order', '$.asOf']],
      ['note', { sources: [{ title: 'x' }] }, ['$.sources[0].url', '$.sources[0].date']],
      ['note', { tags: ['other tools may write what they like'] }, []],
      ['pack', { services: [{ aliases: [] }], rules: { minWords: 1.5, sectoins: [] } }, ['$.services[0].name', '$.rules.minWords', '$.rules.sectoins']],
      [
        'claims',
        { claims: [{ id: '', pattern: 'x', fact: { ko: 'x' }, source: 'ftp://x', date: '1' }] },
        ['id', 'fact.en', 'source', 'date'].map((key) => `$.claims[0].${key}`),
      ],
    ];
    for (const [schema, value, paths] of cases) assert.deepEqual(violations(schemaOf(schema), value), paths);
  });

  test('name what the program reads, and nothing else', () => {
    const { frontMatter } = splitFrontMatter(
      `---\n${JSON.stringify({ title: 'a', service: 'a', aliases: [], keywords: [], category: 'a', order: 1, prerequisites: [], resources: [], summary: 'a', asOf: '2026-10', sources: [] })}\n---\n`,
    );
    assert.deepEqual(Object.keys(schemaOf('note').properties ?? {}).sort(), Object.keys(frontMatter).sort());
    const counts = { minWords: 1, maxWords: 1, minQuestions: 1, minKinds: 1, minDiagrams: 1, maxNodes: 1 };
    const rules = { sections: [], knownTerms: [], numbers: 'a', snippetWord: 'a', ...counts };
    assert.deepEqual(
      Object.keys(schemaOf('pack').properties?.rules?.properties ?? {}).sort(),
      Object.keys(parsePackManifest(JSON.stringify({ rules })).manifest.rules ?? {}).sort(),
    );
  });
});
