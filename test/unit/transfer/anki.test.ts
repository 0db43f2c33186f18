import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Topic } from '../../../src/core/model';
import { foldEvents } from '../../../src/core/progress';
import type { Asked } from '../../../src/core/questions/bank';
import type { Question } from '../../../src/core/questions/question';
import { createScheduler } from '../../../src/core/schedule';
import { ankiDeck } from '../../../src/core/transfer/ankiDeck';
import { ankiFile } from '../../../src/vscode/ankiFile';
import { answerEvent, day, event, hour, monday } from '../../support/events';

const topic = { id: 'p/a.md', title: '람다', category: '컴퓨팅', note: { pack: 'p', path: 'a.md' } } as Topic;
const base = { origin: 'author', line: 0, explainedAt: 0 } as const;
const questions: readonly Question[] = [
  { ...base, id: 'p:새것', kind: 'ox', prompt: '서버가 **없다**', answer: true, explanation: '관리할 서버가 없다' },
  {
    ...base,
    id: 'p:복습',
    kind: 'single',
    prompt: '실행 시간의 한도는?',
    choices: [
      { text: '15분', correct: true },
      { text: '1시간 <b>', correct: false },
    ],
  },
  { ...base, id: 'p:배우는중', kind: 'short', prompt: '함수의 이름은?', answer: 'Lambda', accept: [] },
  { ...base, id: 'p:보류', kind: 'recall', prompt: '콜드 스타트란?', answer: '처음 부를 때 걸리는 시간' },
  {
    ...base,
    id: 'p:그림',
    kind: 'diagram',
    prompt: '빈 곳은?',
    source: 'flowchart LR\nA-->B',
    hidden: 'flowchart LR\nA-->?',
    answer: 'B',
    accept: [],
    asked: { diagram: 1 },
  },
];
const asked = questions.map((question): Asked => ({ question, topic }));
const events = [
  answerEvent('a', monday - 30 * day, { card: 'p:복습', rating: 4, offset: 540 }),
  answerEvent('b', monday - 2 * day, { card: 'p:복습', rating: 3, took: 4200, offset: 540 }),
  answerEvent('c', monday, { card: 'p:배우는중', rating: 1, verdict: 'wrong', offset: 540 }),
  event('s', monday, { type: 'suspend', card: 'p:보류', suspended: true }),
];
const svg = '<svg xmlns="http://www.w3.org/2000/svg" fill="var(--diagram-text)"></svg>';

function deckAt(time: number) {
  const progress = foldEvents(events, createScheduler(0.9));
  const now = { time, offsetMinutes: 540 };
  return {
    progress,
    deck: ankiDeck({ asked, progress, now, deckOf: () => '배움::AWS::컴퓨팅', pictureOf: (source) => (source.includes('?') ? svg : undefined) }),
  };
}

async function packed(time: number): Promise<Record<string, Uint8Array>> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
  const checksum = (text: string) => createHash('sha1').update(text).digest('hex');
  return unzipSync(await ankiFile(deckAt(time).deck, { now: time, offset: 540, checksum, wasm }));
}

/** Asks another SQLite: Python's own, or the command of the system. */
const readers: Record<string, (file: string, sql: string) => string[][]> = {
  sqlite3: (file, sql) =>
    JSON.parse(execFileSync('sqlite3', ['-json', file, sql], { encoding: 'utf8' }) || '[]').map((row: object) => Object.values(row).map(String)),
  python3: (file, sql) => {
    const program = 'import json,sqlite3,sys\nprint(json.dumps([[str(c) for c in r] for r in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])]))';
    return JSON.parse(execFileSync('python3', ['-c', program, file, sql], { encoding: 'utf8' }));
  },
};
const reader = Object.entries(readers).find(([program]) => spawnSync(program, [program === 'python3' ? '-c' : '-version', 'import sqlite3']).status === 0)?.[1];

describe('an Anki package, read by another SQLite', { skip: reader ? false : 'neither python3 nor sqlite3 is here' }, () => {
  let folder = '';
  const file = (name: string) => join(folder, name);
  const ask = (name: string, sql: string) => reader?.(file(name), sql) ?? [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baeum-anki-'));
    for (const [name, time] of [
      ['first', monday + hour],
      ['second', monday + day],
    ] as const)
      await writeFile(file(name), (await packed(time))['collection.anki2'] ?? '');
  });
  after(() => rm(folder, { recursive: true }));

  test('is a whole collection', () => {
    assert.deepEqual(ask('first', 'PRAGMA integrity_check'), [['ok']]);
    assert.deepEqual(ask('first', 'SELECT ver, (SELECT count(*) FROM notes), (SELECT count(*) FROM cards), (SELECT count(*) FROM revlog) FROM col'), [
      ['11', '5', '5', '3'],
    ]);
    const [[models = '', decks = '', conf = '', dconf = ''] = []] = ask('first', 'SELECT models, decks, conf, dconf FROM col');
    assert.deepEqual(
      Object.values(JSON.parse(decks) as Record<string, { name: string }>)
        .map(({ name }) => name)
        .sort(),
      ['Default', '배움', '배움::AWS', '배움::AWS::컴퓨팅'],
    );
    const [model] = Object.values(JSON.parse(models) as Record<string, { flds: object[]; tmpls: object[] }>);
    assert.deepEqual([model?.flds.length, model?.tmpls.length], [5, 1]);
    assert.ok(JSON.parse(conf) && JSON.parse(dconf)['1']);
    assert.deepEqual(ask('first', 'SELECT count(*) FROM cards WHERE nid NOT IN (SELECT id FROM notes)'), [['0']]);
    assert.deepEqual(ask('first', 'SELECT count(*) FROM revlog WHERE cid NOT IN (SELECT id FROM cards)'), [['0']]);
  });

  test('holds what is asked, as HTML, and cannot run anything', () => {
    const [[fields = ''] = []] = ask('first', "SELECT flds FROM notes WHERE flds LIKE '%p:복습%'");
    const [question = '', answer = '', , id, from] = fields.split('\x1f');
    assert.match(question, /실행 시간의 한도는\?[\s\S]*<li>15분<\/li>/);
    assert.ok(!question.includes('<b>'));
    assert.deepEqual([answer, id, from], ['<p>15분</p>', 'p:복습', '람다']);
  });

  test('holds where each card stands', () => {
    const { progress, deck } = deckAt(monday + hour);
    const state = progress.cards.get('p:복습');
    const of = (card: string) =>
      ask('first', `SELECT type, queue, due, ivl, reps, cards.data FROM cards JOIN notes ON notes.id = nid WHERE flds LIKE '%${card}%'`)[0];
    assert.deepEqual(of('p:새것'), ['0', '0', '1', '0', '0', '{}']);
    assert.deepEqual(of('p:복습')?.slice(0, 5), ['2', '2', String(Math.floor((state?.due ?? 0) / day) - deck.firstDay), String(state?.scheduledDays), '2']);
    assert.deepEqual(Object.keys(JSON.parse(of('p:복습')?.[5] ?? '')), ['s', 'd']);
    assert.deepEqual(of('p:배우는중')?.slice(0, 3), ['1', '1', String(monday / 1000 + 60)]);
    assert.equal(of('p:보류')?.[1], '-1');
    // Anki counts from the day of `crt`, which begins at four in the morning
    const [[crt] = []] = ask('first', 'SELECT crt FROM col');
    assert.equal(Number(crt), deck.firstDay * 86_400 + 4 * 3600 - 9 * 3600);
    assert.deepEqual(ask('first', "SELECT ease, time FROM revlog JOIN notes ON notes.id = cid WHERE flds LIKE '%p:복습%' ORDER BY revlog.id"), [
      ['4', '5000'],
      ['3', '4200'],
    ]);
  });

  test('a second export has the same notes and cards, so that they are brought up to date and not doubled', () => {
    const ids = (name: string) => ask(name, 'SELECT notes.id, guid, cards.id, did FROM notes JOIN cards ON nid = notes.id ORDER BY notes.id');
    assert.deepEqual(ids('second'), ids('first'));
    assert.equal(new Set(ids('first').map(([, guid]) => guid)).size, 5);
    const mod = (name: string) => Number(ask(name, 'SELECT max(mod) FROM notes')[0]?.[0]);
    assert.ok(mod('second') > mod('first'));
  });
});

test('a drawn diagram goes along as a picture', async () => {
  const files = await packed(monday);
  const media = JSON.parse(strFromU8(files.media ?? new Uint8Array()));
  assert.equal(Object.keys(media).length, 1);
  assert.match(media['0'], /^baeum-[0-9a-f]+\.svg$/);
  // no theme fills the colours there
  const picture = strFromU8(files['0'] ?? new Uint8Array());
  assert.match(picture, /^<svg [^>]*fill="#[0-9a-f]{6}"/);
  assert.ok(!picture.includes('var('));
  const note = deckAt(monday).deck.notes.find(({ fields }) => fields.includes('p:그림'));
  assert.ok(note?.fields[0]?.includes(`<img src="${media['0']}">`));
});
