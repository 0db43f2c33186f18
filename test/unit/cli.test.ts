import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, describe, test } from 'node:test';
import { wildExpected, writeWildFolder } from '../support/wildFolder';

const notes = 'test/fixtures/workspace/notes';
const folder = mkdtempSync(join(tmpdir(), 'baeum-cli-'));
after(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8', maxBuffer: 1 << 27 });
  return { status, stdout, stderr };
}

/** The one JSON array a command prints, and its exit code. */
function json(...args: readonly string[]): { status: number | null; rows: Record<string, unknown>[] } {
  const { status, stdout, stderr } = run(...args, '--json');
  assert.equal(stderr, '');
  const rows: unknown = JSON.parse(stdout);
  assert.ok(Array.isArray(rows));
  return { status, rows };
}

describe('topics', () => {
  test('of a folder of notes, with lines as people count them', () => {
    const { status, rows } = json('topics', notes);
    assert.equal(status, 0);
    assert.equal(rows.filter((row) => row.note === `${notes}/aws.md`).length, 25);
    const s3 = rows.find((row) => row.title === 'S3');
    assert.deepEqual([s3?.id, s3?.line, s3?.category, s3?.service], ['notes/aws.md#s3', 57, '스토리지', 'S3']);
  });

  test('without a folder, of the bundled pack', () => {
    const { rows } = json('topics');
    assert.ok(rows.length >= 6);
    assert.deepEqual([...new Set(rows.map((row) => row.pack))], ['aws']);
    assert.ok(rows.some((row) => row.service === 'SQS' && row.note === 'content/aws/sqs.md'));
  });

  test('with their links and where those lead', () => {
    write('linked/가.md', '# 가\n\n[[나#절|저기]]와 [여기](나.md#절), [밖](https://example.com)과 [[없음]]\n');
    write('linked/나.md', '# 나\n\n## 절\n');
    const [row] = json('topics', join(folder, 'linked')).rows;
    assert.deepEqual(row?.links, [
      { href: '[[나#절]]', text: '저기', line: 3, topic: 'linked/나.md' },
      { href: encodeURI('나.md#절'), text: '여기', line: 3, topic: 'linked/나.md' },
      { href: 'https://example.com', text: '밖', line: 3, topic: null },
      { href: '[[없음]]', text: '없음', line: 3, topic: null },
    ]);
  });

  test('of a single file', () => {
    assert.deepEqual(
      json('topics', `${notes}/quiz.md`).rows.map((row) => [row.id, row.note]),
      [['quiz.md/quiz.md', `${notes}/quiz.md`]],
    );
  });

  test('of several folders of the same name, each a pack', () => {
    write('one/notes/가.md', '# 가\n');
    write('two/notes/가.md', '# 가\n');
    assert.deepEqual(
      json('topics', join(folder, 'one/notes'), join(folder, 'two/notes')).rows.map((row) => row.id),
      ['notes/가.md', 'notes~2/가.md'],
    );
  });

  test('leave out hidden folders and those of packages', () => {
    for (const path of ['가.md', '.숨김/나.md', 'node_modules/a/다.md', '깊은/곳/라.markdown', '마.txt']) write(`left/${path}`, '');
    assert.deepEqual(
      json('topics', join(folder, 'left')).rows.map((row) => row.title),
      ['가', '라'],
    );
  });

  test('for people, a line each', () => {
    const { status, stdout } = run('topics', notes);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(status, 0);
    assert.ok(lines.includes(`${notes}/aws.md:57 스토리지 / S3`));
    assert.equal(lines.length, 28);
  });
});

test('file names in decomposed Hangul are the same names', () => {
  const nfd = (text: string) => text.normalize('NFD');
  write(nfd('자모/람다.md'), nfd('# 람다\n'));
  write(nfd('자모/목록.md'), '# 목록\n\n[람다](./람다.md)\n');
  const { rows } = json('topics', join(folder, nfd('자모')));
  assert.deepEqual(
    rows.map((row) => row.id),
    ['자모/람다.md', '자모/목록.md'],
  );
  assert.deepEqual(json('check', join(folder, nfd('자모'))), { status: 0, rows: [] });
});

describe('questions', () => {
  test('of the bundled pack, each with its answer and place', () => {
    const { status, rows } = json('questions');
    assert.equal(status, 0);
    assert.ok(rows.length > 100);
    for (const row of rows) {
      assert.ok(row.id && row.topic && row.prompt && row.answer !== '' && row.answer !== undefined, String(row.id));
      assert.ok(['author', 'made'].includes(String(row.origin)));
    }
    assert.deepEqual([...new Set(rows.map((row) => row.kind))].sort(), ['cloze', 'diagram', 'match', 'multiple', 'order', 'ox', 'short', 'single']);
  });

  test('of a note', () => {
    const { rows } = json('questions', `${notes}/quiz.md`);
    assert.deepEqual(rows[0], {
      id: 'quiz.md/quiz.md#메시지-서비스-고르기:ox:대기열에-넣은-메시지는-모든-소비자가-한-번씩-받는다',
      topic: 'quiz.md/quiz.md',
      kind: 'ox',
      prompt: '대기열에 넣은 메시지는 모든 소비자가 한 번씩 받는다.',
      answer: 'X',
      explanation: '한 메시지는 한 소비자가 처리합니다.',
      source: { note: `${notes}/quiz.md`, line: 16 },
      origin: 'author',
    });
  });
});

describe('snippets', () => {
  test('of the bundled pack, as written and as they come out', () => {
    const { status, rows } = json('snippets');
    assert.equal(status, 0);
    assert.ok(rows.length >= 36);
    for (const row of rows) {
      assert.ok(String(row.body).includes('$0') && !String(row.text).includes('$0'), String(row.id));
      assert.match(String(row.topic), /^aws\//);
    }
  });

  test('of notes that bring none', () => assert.deepEqual(json('snippets', notes), { status: 0, rows: [] }));
});

describe('search', () => {
  const first = (...args: readonly string[]) => json('search', ...args).rows[0];
  test('in the bundled pack', () => assert.equal(first('표시', '제한')?.note, 'content/aws/sqs.md'));
  test('by initials', () => assert.equal(first('ㅂㅇ ㄱㄹ')?.title, 'VPC'));
  test('in a folder', () => {
    const { topic, note, line } = first('ㄷㅊ2', '--in', notes) ?? {};
    assert.deepEqual([topic, note, line], ['notes/aws.md#ec2', `${notes}/aws.md`, 20]);
  });
  test('in a folder whose indexes are kept, also after a note has changed', () => {
    const note = write('kept/하나.md', '# 하나\n\n고래\n');
    const [place, cache] = [join(folder, 'kept'), join(folder, 'cache')];
    const find = (words: string) => json('search', words, '--in', place, '--cache', cache).rows.map(({ topic, line }) => [topic, line]);
    assert.deepEqual([find('고래'), find('고래')], [[['kept/하나.md', 3]], [['kept/하나.md', 3]]]);
    assert.equal(readdirSync(cache).length, 2);
    writeFileSync(note, '# 하나\n\n글\n\n상어\n');
    assert.deepEqual([find('고래'), find('상어')], [[], [['kept/하나.md', 5]]]);
  });
  test('in one note', () => assert.equal(first('ㄷㅊ2', '--in', `${notes}/aws.md`)?.line, 20));
  test('that finds nothing', () => assert.deepEqual(json('search', '없는말'), { status: 0, rows: [] }));
});

describe('check', () => {
  test('of the bundled pack finds nothing', () => assert.deepEqual(json('check'), { status: 0, rows: [] }));

  test('of warnings only passes', () => {
    const { status, rows } = json('check', `${notes}/aws.md`, `${notes}/quiz.md`);
    assert.equal(status, 0);
    assert.deepEqual(
      rows.map(({ note, line, severity, code }) => [note, line, severity, code]),
      [
        [`${notes}/aws.md`, 29, 'info', 'fact.outdated'],
        [`${notes}/aws.md`, 104, 'warning', 'link.missingNote'],
        [`${notes}/quiz.md`, 13, 'warning', 'link.missingNote'],
      ],
    );
  });

  test('of a diagram nobody can draw fails, at its line', () => {
    const { status, rows } = json('check', notes);
    assert.equal(status, 1);
    assert.deepEqual(
      rows.filter(({ severity }) => severity === 'error').map(({ note, line, code }) => [note, line, code]),
      [[`${notes}/그림 모음.md`, 20, 'diagram.unreadable']],
    );
  });

  test('of an error fails, in Korean or English', () => {
    const file = write('broken/a.md', '# 제목\n\n```quiz\nkind: ox\nprompt: 맞다\n```\n');
    const root = dirname(file);
    for (const [language, message] of [
      ['ko', '`ox` 문제에는 `answer: O`나 `answer: X`가 있어야 합니다'],
      ['en', 'An `ox` question needs `answer: O` or `answer: X`'],
    ] as const) {
      const { status, rows } = json('check', root, '--lang', language);
      assert.deepEqual([status, rows[0]?.line, rows[0]?.column, rows[0]?.severity, rows[0]?.message], [1, 4, 1, 'error', message]);
    }
    const { status, stdout } = run('check', root);
    assert.equal(status, 1);
    assert.match(stdout, /^\S+a\.md:4:1 error `ox` 문제에는 .*\n$/);
  });

  test('of a pack.json that is none fails', () => {
    const root = dirname(write('manifest/pack.json', '{'));
    const { status, rows } = json('check', root);
    assert.deepEqual([status, rows.map((row) => row.code)], [1, ['pack.manifest']]);
  });
});

describe('mistakes of the caller end with 2, one clear line and no output', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a path that is not there', ['check', 'test/없는 곳'], /^test\/없는 곳 파일이나 폴더가 없습니다\n$/],
    ['the same in English', ['topics', 'nowhere', '--lang', 'en'], /^There is no file or folder nowhere\n$/],
    ['one of several paths', ['questions', notes, 'nowhere', '--json'], /^nowhere 파일이나 폴더가 없습니다\n$/],
    ['a folder to search that is not there', ['search', '람다', '--in', 'nowhere'], /^nowhere 파일이나 폴더가 없습니다\n$/],
    ['no command', [], /^baeum check\|topics/],
    ['a command it does not know', ['lint'], /^baeum check\|topics/],
    ['a command that only looks known', ['constructor'], /^baeum check\|topics/],
    ['nothing to search for', ['search'], /^baeum check\|topics/],
    ['an option it does not know', ['topics', '--yaml'], /^Unknown option '--yaml'/],
  ];
  for (const [name, args, message] of cases) {
    test(name, () => {
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
    });
  }
});

test('reads whatever lies in a folder, as the extension does', () => {
  const wild = join(folder, 'wild');
  mkdirSync(wild);
  writeWildFolder(wild);
  const found = new Map<string, [titles: string[], problems: string[]]>();
  const at = (note: unknown) => {
    const path = relative(wild, String(note)).normalize('NFC');
    const known = found.get(path) ?? [[], []];
    found.set(path, known);
    return known;
  };
  for (const { note, title } of json('topics', wild).rows) at(note)[0].push(String(title));
  for (const { note, code } of json('check', wild).rows) if (/^(?:note|link|yaml)\./.test(String(code))) at(note)[1].push(String(code));
  // root may read whatever it likes
  const expected = process.getuid?.() === 0 ? { ...wildExpected, '잠긴.md': [['잠긴'], []] } : wildExpected;
  assert.deepEqual(Object.fromEntries([...found].sort()), Object.fromEntries(Object.entries(expected).sort()));
});
