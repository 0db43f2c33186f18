import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { createCatalogue } from '../../../src/core/catalogue';
import { parseClaims } from '../../../src/core/claims';
import { IndexedEntry } from '../../../src/core/indexedEntry';
import { type Library, libraryOf } from '../../../src/core/library';
import { type NoteRef, noteId } from '../../../src/core/model';
import { decodeNote, readNote } from '../../../src/core/noteText';
import { indexKey, PackIndex } from '../../../src/core/packIndex';
import { NoteIndex } from '../../../src/core/search/noteIndex';
import { readIndex } from '../../../src/loading/cache';
import type { LoadEvent, PackJob } from '../../../src/loading/packJob';
import { runJob } from '../../../src/loading/runJob';
import { wildExpected, writeWildFolder } from '../../support/wildFolder';

const scratch = mkdtempSync(join(tmpdir(), 'baeum-loading-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
const isRoot = process.getuid?.() === 0;

let folders = 0;
function newJob(notes: Readonly<Record<string, string>> = {}): PackJob & { readonly cache: string } {
  const folder = join(scratch, String(++folders));
  mkdirSync(folder);
  for (const [path, text] of Object.entries(notes)) writeFileSync(join(folder, path), text);
  return { pack: 'p', folder, packs: [], key: indexKey([]), largest: 2_000_000, cache: join(scratch, `cache-${folders}`, 'p') };
}

function run(job: PackJob): LoadEvent[] {
  const events: LoadEvent[] = [];
  const has = readIndex(job.cache, job.key)?.signature;
  runJob(has ? { ...job, has } : job, (event) => events.push(event));
  return events;
}

function made(events: readonly LoadEvent[]) {
  const event = events.find((one) => one.kind === 'index');
  assert.ok(event?.kind === 'index');
  return event;
}

function libraryIn(job: PackJob, bytes: Uint8Array | undefined): Library {
  const index = bytes && PackIndex.open(bytes);
  assert.ok(index);
  const catalogue = createCatalogue([]);
  const outlineOf = ({ path }: NoteRef) => {
    const text = decodeNote(readFileSync(join(job.folder, index.files[path] ?? path)));
    return readNote(text, { pack: job.pack, path }, [], job.largest);
  };
  const source = { claims: new Map(), catalogue, outlineOf };
  const entries = [...index.chunks()].flatMap((notes) => notes.map((note) => new IndexedEntry(job.pack, note, source)));
  const byId = new Map(entries.map((entry) => [noteId(entry.ref), entry]));
  return libraryOf([{ id: job.pack, title: 'p', manifest: {}, notes: index.paths }], byId, catalogue);
}

function find(events: readonly LoadEvent[], query: string): string[] {
  const event = events.find((one) => one.kind === 'search');
  const index = event?.kind === 'search' && event.bytes ? NoteIndex.load(event.bytes) : undefined;
  assert.ok(index);
  return index.matches(query).map(({ id }) => id);
}

test('whatever lies in a folder', () => {
  const job = newJob();
  writeWildFolder(job.folder);
  const events = run(job);
  const library = libraryIn(job, made(events).bytes);
  const found = Object.fromEntries(
    [...library.entries.values()].map(({ ref, topics }) => [
      ref.path,
      [topics.map(({ title }) => title), library.problemsOf(`p/${ref.path}`).map(({ code }) => code)],
    ]),
  );
  // root may read whatever it likes
  const expected = isRoot ? { ...wildExpected, '잠긴.md': [['잠긴'], []] } : wildExpected;
  assert.deepEqual(Object.fromEntries(Object.entries(found).sort()), Object.fromEntries(Object.entries(expected).sort()));
  assert.deepEqual(
    library.notes.get('p/열 단계.md')?.terms.all.map(({ term, category }) => [term, category]),
    [['깊은 용어', '9단계']],
  );
  assert.deepEqual(find(events, '안녕하세요'), ['p/옛 글자.md']);
  const asked = ['문제 700개', '씨플플', '기계가 만든 표', '붙여 넣은 글', '숫자만', '코드 안의 답'].map(
    (name) => library.notes.get(`p/${name}.md`)?.asked.length,
  );
  assert.deepEqual(asked, [700, 0, 0, 0, 0, 0]);
  assert.deepEqual(
    ['밑줄 제목', '코드 안의 답', '줄 사이'].map((name) => library.notes.get(`p/${name}.md`)?.sections.map(({ title }) => title)),
    [['밑줄 제목', '절'], ['코드 안의 답'], ['줄 사이']],
  );
  assert.equal(library.notes.get('p/큰 노트.md')?.sections.length, 3_001);
});

test('a reading that is stopped gives what was read, and the next one goes on from there', () => {
  const job = newJob(Object.fromEntries(Array.from({ length: 600 }, (_, number) => [`노트 ${String(number).padStart(3, '0')}.md`, `# 제목 ${number}\n`])));
  const first = join(job.folder, '노트 000.md');
  const long = new Date('2020-01-01');
  utimesSync(first, long, long);
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const events: LoadEvent[] = [];
  runJob({ ...job, stop }, (event) => {
    events.push(event);
    if (event.kind === 'progress') Atomics.store(stop, 0, 1);
  });
  const partial = libraryIn(job, made(events).bytes);
  const told = events.find((event) => event.kind === 'progress');
  assert.ok(told && told.done >= 250 && told.done < 300);
  assert.deepEqual([partial.topics.length, made(events).outOf, made(events).isOther], [told.done, 600, true]);
  assert.deepEqual(find(events, `제목 ${told.done - 1}`), [`p/노트 ${told.done - 1}.md`]);
  // what was read is not read again: a change that a stamp does not tell of stays unseen
  writeFileSync(first, '# 재목 0\n');
  utimesSync(first, long, long);
  const again = run(job);
  const whole = libraryIn(job, made(again).bytes);
  assert.deepEqual([whole.topics.length, made(again).outOf, whole.topic('p/노트 000.md')?.title], [600, undefined, '제목 0']);
  assert.deepEqual(find(again, '제목 599'), ['p/노트 599.md']);
});

test('what notes say that is out of date, and other names of terms, are found when the topics are there already, and kept', () => {
  const { claims } = parseClaims(
    JSON.stringify({ claims: [{ id: 'old', pattern: '15분', about: [], fact: { ko: '바뀜', en: 'changed' }, source: 'https://a.b', date: '2026' }] }),
  );
  const packs = [{ manifest: {}, claims }];
  const job = { ...newJob({ '하나.md': '# 하나\n\n최대 15분 돈다.\n', '둘.md': '# 둘\n\n- **대기열(queue)**: 줄\n' }), packs, key: indexKey(packs) };
  const claimedOf = (bytes: Uint8Array | undefined) =>
    [...(bytes ? (PackIndex.open(bytes)?.chunks() ?? []) : [])].flat().map(({ path, claimed }) => [path, claimed]);
  const first = run(job);
  assert.deepEqual(
    first.map(({ kind }) => kind),
    ['index', 'whole', 'search'],
  );
  assert.deepEqual(claimedOf(made(first).bytes), [['둘.md', undefined], ['하나.md', undefined]]); // biome-ignore format: one row a note
  const namesOf = (bytes: Uint8Array | undefined) => [...(bytes ? (PackIndex.open(bytes)?.names() ?? []) : [])];
  assert.deepEqual(namesOf(made(first).bytes), [['둘.md', []], ['하나.md', []]]); // biome-ignore format: one row a note
  const [, whole] = first;
  assert.ok(whole?.kind === 'whole');
  assert.deepEqual(whole.claimed, ['하나.md']);
  const named = ['둘.md', [['대기열', 'queue']]];
  assert.deepEqual(namesOf(whole.bytes), [named, ['하나.md', []]]);
  const found = ['하나.md', [['old', 2, '최대 15분 돈다.']]];
  assert.deepEqual(claimedOf(whole.bytes), [['둘.md', undefined], found]);
  assert.deepEqual(new Uint8Array(readFileSync(`${job.cache}.notes`)), whole.bytes);
  assert.deepEqual(run(job), [{ kind: 'index', pack: 'p', changed: [], isOther: false }, first.at(-1)]);
  // a note that is new among known ones is read once
  writeFileSync(join(job.folder, '둘.md'), '# 둘\n\n15분\n\n- **주제(topic)**: 줄\n');
  const again = run(job);
  assert.deepEqual(claimedOf(made(again).bytes), [['둘.md', [['old', 2, '15분']]], found]);
  assert.deepEqual(namesOf(made(again).bytes), [['둘.md', [['주제', 'topic']]], ['하나.md', []]]); // biome-ignore format: one row a note
});

describe('what was kept', () => {
  const notes = { '하나.md': '# 하나\n\n고래\n', '둘.md': '# 둘\n\n[하나](하나.md)\n', '셋.md': '# 셋\n' };
  const old = new Date('2020-01-01');

  test('holds as long as nothing changes', () => {
    const job = newJob(notes);
    const first = run(job);
    assert.equal(made(first).isOther, true);
    assert.deepEqual(run(job), [{ kind: 'index', pack: 'p', changed: [], isOther: false }, first.at(-1)]);
  });

  test('is brought up to date where notes change, come, move and go', () => {
    const job = newJob(notes);
    run(job);
    writeFileSync(join(job.folder, '하나.md'), '# 하나\n\n고래와 상어\n');
    const changed = run(job);
    assert.deepEqual([made(changed).changed, made(changed).isOther], [['하나.md'], false]);
    assert.deepEqual(find(changed, '상어'), ['p/하나.md']);
    writeFileSync(join(job.folder, '넷.md'), '# 넷\n');
    renameSync(join(job.folder, '하나.md'), join(job.folder, '다섯.md'));
    rmSync(join(job.folder, '셋.md'));
    const moved = run(job);
    assert.equal(made(moved).isOther, true);
    const library = libraryIn(job, made(moved).bytes);
    assert.deepEqual(library.topics.map(({ title }) => title).sort(), ['넷', '둘', '하나']);
    assert.deepEqual(
      library.problemsOf('p/둘.md').map(({ code }) => code),
      ['link.missingNote'],
    );
    assert.deepEqual(find(moved, '상어'), ['p/다섯.md']);
  });

  test('is told whole to whoever has no index, or the one before', () => {
    const job = newJob(notes);
    run(job);
    const before = readIndex(job.cache, job.key)?.signature;
    assert.ok(before);
    writeFileSync(join(job.folder, '셋.md'), '# 삼\n');
    run(job);
    for (const asked of [job, { ...job, has: before }]) {
      const events: LoadEvent[] = [];
      runJob(asked, (event) => events.push(event));
      assert.deepEqual([libraryIn(job, made(events).bytes).topic('p/셋.md')?.title, made(events).isOther], ['삼', true]);
    }
  });

  test('a note of the same size and another time is read again', () => {
    const job = newJob(notes);
    run(job);
    writeFileSync(join(job.folder, '셋.md'), '# 삼\n');
    utimesSync(join(job.folder, '셋.md'), old, old);
    assert.equal(libraryIn(job, made(run(job)).bytes).topic('p/셋.md')?.title, '삼');
  });

  test('is not used with other names, other claims or another limit', () => {
    const job = newJob(notes);
    run(job);
    assert.equal(made(run({ ...job, key: `${job.key} other` })).isOther, true);
  });

  test('is made anew where it is damaged', () => {
    const job = newJob(notes);
    const titles = ['하나', '둘', '셋'].sort();
    run(job);
    const files = readdirSync(join(job.cache, '..')).map((name) => join(job.cache, '..', name));
    assert.equal(files.length, 2);
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(255), fc.boolean(), (file, at, byte, isCut) => {
        const bytes = readFileSync(file);
        const place = at % bytes.length;
        writeFileSync(file, isCut ? bytes.subarray(0, place) : Buffer.concat([bytes.subarray(0, place), Buffer.from([byte]), bytes.subarray(place + 1)]));
        const events = run(job);
        const { bytes: index } = made(events);
        if (index)
          assert.deepEqual(
            libraryIn(job, index)
              .topics.map(({ title }) => title)
              .sort(),
            titles,
          );
        assert.ok(events.some(({ kind }) => kind === 'search'));
        assert.equal(made(run(job)).bytes, undefined, 'is whole again');
      }),
      { numRuns: 12 },
    );
  });

  test('a folder that is gone is missing, and is there again as it was', () => {
    const job = newJob(notes);
    run(job);
    renameSync(job.folder, `${job.folder}-away`);
    assert.deepEqual(run(job), [{ kind: 'missing', pack: 'p' }]);
    renameSync(`${job.folder}-away`, job.folder);
    assert.equal(made(run(job)).bytes, undefined);
  });

  test('a cache that cannot be written is done without', () => {
    const job = newJob(notes);
    writeFileSync(join(scratch, 'file'), '');
    assert.equal(made(run({ ...job, cache: join(scratch, 'file', 'x', 'p') })).isOther, true);
  });
});

test('a pack costs so many bytes', () => {
  const text = `---\ntitle: 노트\n---\n# 노트\n\n${'## 절\n\n클라우드에서 인스턴스를 만드는 글입니다. 글은 길고 색인은 짧습니다.\n\n- **용어**: 정의가 여기에 있습니다.\n\n'.repeat(20)}`;
  const job = newJob(Object.fromEntries(Array.from({ length: 50 }, (_, number) => [`${number}.md`, text])));
  run(job);
  const size = statSync(`${job.cache}.notes`).size;
  assert.ok(size < (50 * Buffer.byteLength(text)) / 2, `${size} bytes`);
});
