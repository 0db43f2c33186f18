import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { transformSync } from 'esbuild';
import { loadPacks } from '../../src/cliNotes';
import { claimsOf } from '../../src/core/claims';
import { checkContent } from '../../src/core/contentRules';
import { buildLibrary } from '../../src/core/library';
import { noteId } from '../../src/core/model';
import { parsePackManifest } from '../../src/core/packManifest';
import { parseNote } from '../../src/core/parseNote';
import { expandSnippet, parseSnippets, snippetText } from '../../src/core/snippets';
import { bankOf } from '../support/library';

const folder = 'test/fixtures/packs/ncloud-like';

describe('a pack about services of another vendor, loaded alone', () => {
  const loaded = loadPacks([folder]);
  const library = buildLibrary(loaded.packs, loaded.notes);
  const [pack] = loaded.packs;
  assert.ok(pack);

  test('has nothing to mend, by its own rules as well', () => {
    assert.deepEqual(loaded.problems, []);
    for (const id of library.notes.keys()) assert.deepEqual(library.problemsOf(id), [], id);
    const found = checkContent(pack, library, loaded.notes, loaded.texts, new Set());
    assert.deepEqual(
      [...found],
      [...library.notes.keys()].map((id) => [id, []]),
    );
  });

  test('gives topics in its own order, of its own services', () => {
    assert.deepEqual(
      library.topics.map(({ title, category, service }) => [title, category, service]),
      [
        ['하늘창고', '저장', '하늘창고'],
        ['하늘우체국', '연결', '하늘우체국'],
      ],
    );
    for (const name of ['Haneul Depot', 'HDP']) assert.equal(library.findTopic(name)?.title, '하늘창고', name);
  });

  test('asks its questions, and some made from its terms', async () => {
    for (const topic of library.topics) {
      const questions = await bankOf(library).questionsOf(topic.id);
      assert.equal(questions.filter(({ origin }) => origin === 'author').length, 3, topic.title);
      assert.ok(questions.filter(({ origin }) => origin === 'made').length >= 4, topic.title);
    }
  });

  test('links its notes', () => {
    const links = loaded.notes.flatMap((note) => note.links.map(({ href }) => library.resolveLink(note.ref, href)));
    assert.deepEqual(
      links.map((target) => target.kind),
      ['topic', 'topic'],
    );
  });

  test('brings a snippet for one of them', () => {
    const { snippets, problem } = parseSnippets(readFileSync(`${folder}/snippets.json`, 'utf8'));
    assert.deepEqual([problem, snippets.length], [undefined, 1]);
    const [snippet] = snippets;
    assert.ok(snippet && library.topics.some(({ service }) => service === snippet.service));
    assert.equal(expandSnippet(snippetText(snippet)), 'resource "haneul_depot" "box" {\n  seal_days = 7\n}');
  });

  test("tells a learner what is out of date in their note, by any of the service's names", () => {
    const text = '# 정리\n\nHDP에는 물건을 열 개까지 넣는다.\n\n예전에 하늘창고에는 물건을 열 개까지 넣었다.\n';
    const note = parseNote(text, { pack: 'own', path: '정리.md' }, claimsOf(loaded.packs));
    const own = { id: 'own', title: 'own', manifest: {}, notes: ['정리.md'] };
    assert.deepEqual(
      buildLibrary([...loaded.packs, own], [...loaded.notes, note])
        .problemsOf(noteId(note.ref))
        .map(({ code, line }) => [code, line]),
      [['fact.outdated', 2]],
    );
  });
});

describe('the program knows no vendor', () => {
  const { manifest } = parsePackManifest(readFileSync('content/aws/pack.json', 'utf8'));
  const names = [manifest.title ?? '', ...(manifest.services ?? []).flatMap((service) => [service.name, ...service.aliases])];
  const isNamed = (code: string, name: string) => new RegExp(`(?<![A-Za-z0-9가-힣])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z0-9])`).test(code);
  /** What may name it all the same: the tools a snippet is written for go by their own names, and so do the keys of their files. */
  const exceptions: Readonly<Record<string, readonly string[]>> = { 'src/core/snippets.ts': ['AWS'], 'src/core/code/templatePlace.ts': ['AWS'] };

  function programFiles(): string[] {
    return ['src', 'media'].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((path) => `${root}/${path.replaceAll('\\', '/')}`)
        .filter((path) => /\.(?:ts|tsx|css)$/.test(path) && !path.endsWith('.d.ts')),
    );
  }

  /** The code without its comments, as it would be built. */
  function codeOf(path: string): string {
    const loader = path.endsWith('.css') ? 'css' : path.endsWith('.tsx') ? 'tsx' : 'ts';
    return transformSync(readFileSync(path, 'utf8'), { loader, legalComments: 'none', charset: 'utf8', jsx: 'preserve' }).code;
  }

  test('the names looked for are found where they stand, and not in other words', () => {
    assert.ok(names.length > 60);
    assert.ok(isNamed("'Amazon S3'", 'S3') && isNamed('람다는', '람다') && isNamed('S3의', 'S3'));
    assert.ok(!isNamed('s3-bucket', 'S3') && !isNamed('MESSES', 'SES'));
    assert.match(codeOf('src/core/snippets.ts'), /AWS CLI/);
    assert.doesNotMatch(codeOf('src/core/names.ts'), /Lambda/);
  });

  test('no code outside comments names a service of the bundled pack', () => {
    const files = programFiles();
    assert.ok(files.length > 80);
    const found = files.flatMap((path) => {
      const code = codeOf(path);
      const named = names.filter((name) => isNamed(code, name) && !exceptions[path]?.includes(name));
      return named.map((name) => `${path}: ${name}`);
    });
    assert.deepEqual(found, []);
  });

  test('every exception is needed', () => {
    for (const [path, allowed] of Object.entries(exceptions)) for (const name of allowed) assert.ok(isNamed(codeOf(path), name), `${path}: ${name}`);
  });
});
