/** Writes an Anki package: a zip of an SQLite collection (schema 11, which every Anki reads) and its pictures. The only door to sql.js and fflate. */
import { strToU8, zipSync } from 'fflate';
import initSqlJs, { type Database } from 'sql.js';
import { type AnkiDeck, ankiDeckId } from '../core/transfer/ankiDeck';

const dayStartHours = 4;
const day = 24 * 60 * 60;
const model = 1_607_392_319_000;
/** Stands between the fields of a note. */
const fieldEnd = '\x1f';

const schema = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
`;

/**
 * @param now milliseconds since the epoch; a later export replaces what an earlier one brought
 * @param offset minutes east of UTC
 * @param checksum SHA-1 of a text, in hexadecimal
 * @param wasm the program of SQLite
 */
export async function ankiFile(
  deck: AnkiDeck,
  { now, offset, checksum, wasm }: { now: number; offset: number; checksum: (text: string) => string | Promise<string>; wasm: Uint8Array },
): Promise<Uint8Array> {
  const sqlite = await initSqlJs({ wasmBinary: wasm.slice().buffer });
  const database = new sqlite.Database();
  try {
    database.run(schema);
    const seconds = Math.floor(now / 1000);
    writeCollection(database, deck, now, deck.firstDay * day + dayStartHours * 3600 - offset * 60);
    database.run('BEGIN');
    const note = database.prepare('INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,"")'.replace('""', "''"));
    for (const { id, guid, tags, fields } of deck.notes) {
      const first = (fields[0] ?? '').replace(/<[^>]*>/g, '').trim();
      note.run([
        id,
        guid,
        model,
        seconds,
        tags.length > 0 ? ` ${tags.join(' ')} ` : '',
        fields.join(fieldEnd),
        first,
        Number.parseInt((await checksum(first)).slice(0, 8), 16),
      ]);
    }
    note.free();
    const card = database.prepare('INSERT INTO cards VALUES (?,?,?,0,?,-1,?,?,?,?,?,?,?,0,0,0,0,?)');
    for (const one of deck.cards) {
      const factor = one.type === 0 ? 0 : 2500;
      card.run([one.id, one.note, ankiDeckId(one.deck), seconds, one.type, one.queue, one.due, one.interval, factor, one.reps, one.lapses, one.data]);
    }
    card.free();
    const review = database.prepare('INSERT INTO revlog VALUES (?,?,-1,?,?,0,0,?,?)');
    for (const { id, card: of, rating, interval, took, type } of deck.reviews) review.run([id, of, rating, interval, took, type]);
    review.free();
    database.run('COMMIT');
    const pictures = [...deck.media];
    return zipSync({
      'collection.anki2': database.export(),
      media: strToU8(JSON.stringify(Object.fromEntries(pictures.map(([name], index) => [index, name])))),
      ...Object.fromEntries(pictures.map(([, svg], index) => [index, strToU8(svg)])),
    });
  } finally {
    database.close();
  }
}

/** @param crt beginning of the collection, seconds since the epoch */
function writeCollection(database: Database, deck: AnkiDeck, now: number, crt: number): void {
  const seconds = Math.floor(now / 1000);
  const names = new Set(['Default', ...deck.notes.flatMap((note) => parentsOf(note.deck))]);
  const base = {
    mod: seconds,
    usn: -1,
    collapsed: false,
    browserCollapsed: false,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
    dyn: 0,
    extendNew: 0,
    extendRev: 0,
    conf: 1,
    desc: '',
  };
  const decks = Object.fromEntries(
    [...names].map((name) => {
      const id = name === 'Default' ? 1 : ankiDeckId(name);
      return [id, { ...base, id, name }];
    }),
  );
  const options = {
    1: {
      id: 1,
      name: 'Default',
      mod: 0,
      usn: 0,
      maxTaken: 60,
      autoplay: true,
      timer: 0,
      replayq: true,
      dyn: false,
      new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
      rev: { bury: true, ease4: 1.3, ivlFct: 1, maxIvl: 36_500, perDay: 200, hardFactor: 1.2 },
      lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
    },
  };
  const conf = {
    nextPos: deck.cards.length + 1,
    estTimes: true,
    activeDecks: [1],
    sortType: 'noteFld',
    timeLim: 0,
    sortBackwards: false,
    addToCur: true,
    curDeck: 1,
    newBury: true,
    newSpread: 0,
    dueCounts: true,
    curModel: String(model),
    collapseTime: 1200,
    schedVer: 2,
  };
  database.run("INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,'{}')", [
    crt,
    now,
    now,
    JSON.stringify(conf),
    JSON.stringify({ [model]: noteType(seconds) }),
    JSON.stringify(decks),
    JSON.stringify(options),
  ]);
}

function noteType(seconds: number): object {
  const fields = ['Question', 'Answer', 'Explanation', 'Baeum', 'Topic'].map((name, ord) => ({
    name,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 20,
    media: [],
  }));
  const template = {
    name: 'Card 1',
    ord: 0,
    qfmt: '<div class="topic">{{Topic}}</div>{{Question}}',
    afmt: '{{FrontSide}}<hr id="answer">{{Answer}}<div class="explanation">{{Explanation}}</div>',
    bqfmt: '',
    bafmt: '',
    did: null,
  };
  const css =
    '.card{font-family:sans-serif;font-size:18px;text-align:left;line-height:1.6;word-break:keep-all}.topic{opacity:.6;font-size:.8em}img{max-width:100%}';
  const head = { id: model, name: '배움', type: 0, mod: seconds, usn: -1, sortf: 0, did: 1, tags: [], vers: [], css, latexPre: '', latexPost: '' };
  return { ...head, flds: fields, tmpls: [template], req: [[0, 'any', [0]]] };
}

/** `A::B::C` lies in `A::B`, and that in `A`. */
function parentsOf(name: string): string[] {
  const parts = name.split('::');
  return parts.map((_, index) => parts.slice(0, index + 1).join('::'));
}
