import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { initials } from '../../../src/core/korean';
import type { SearchNote } from '../../../src/core/search/build';
import { NoteIndex } from '../../../src/core/search/noteIndex';
import { spelling } from '../../../src/core/search/units';
import { wordsOf } from '../../../src/core/search/words';
import { someNotes, someText, textsOf } from './notes';

function idsThat(notes: readonly SearchNote[], hold: (text: string) => boolean): string[] {
  return notes.flatMap((one) => (textsOf(one).some(hold) ? [one.id] : [])).sort();
}

function found(index: NoteIndex, query: string): string[] {
  return index
    .matches(query)
    .map(({ id }) => id)
    .sort();
}

/** Any part of any word of the notes, or words of other notes. */
const notesAndPart = someNotes.chain((notes) => {
  const words = notes.flatMap((one) => textsOf(one).flatMap(wordsOf));
  const part = fc.tuple(fc.constantFrom(...words, '클라우드', 's3'), fc.nat(), fc.nat()).map(([word, from, length]) => {
    const start = from % word.length;
    return word.slice(start, start + 1 + (length % (word.length - start)));
  });
  return fc.tuple(fc.constant(notes), part);
});

test('a part of a word is found in exactly the notes that include it', () => {
  fc.assert(
    fc.property(notesAndPart, ([notes, part]) => {
      // a joiner at an end, a half surrogate or a bare consonant asks for something else
      fc.pre(wordsOf(part)[0] === part && !/[ㄱ-ㅎ]/.test(part));
      const wanted = idsThat(notes, (text) => text.includes(part));
      const index = NoteIndex.build(notes);
      if (wanted.length > 0) assert.deepEqual(found(index, part), wanted);
      else
        assert.deepEqual(
          index.matches(part).filter(({ way }) => way === 'typed'),
          [],
        );
    }),
    { numRuns: 600 },
  );
});

test('whatever a text includes finds it: marks, joiners and spaces never hide a note', () => {
  const notesAndPassage = someNotes.chain((notes) => {
    const texts = notes.flatMap(textsOf).filter((text) => wordsOf(text).length > 0);
    const passage = fc.tuple(fc.constantFrom(...texts, 'x'), fc.nat(), fc.integer({ min: 1, max: 20 })).map(([text, from, length]) => {
      const start = from % text.length;
      return text.slice(start, start + length);
    });
    return fc.tuple(fc.constant(notes), passage);
  });
  fc.assert(
    fc.property(notesAndPassage, ([notes, passage]) => {
      fc.pre(wordsOf(passage).length > 0 && spelling(passage) === passage);
      const ids = new Set(found(NoteIndex.build(notes), passage));
      for (const id of idsThat(notes, (text) => text.includes(passage))) assert.ok(ids.has(id), `${id} for ${passage}`);
    }),
    { numRuns: 600 },
  );
});

test('several words are found in the notes that have each of them somewhere', () => {
  fc.assert(
    fc.property(someNotes, fc.subarray(['클라우드', '람다', 'ec2', 's3', '보안', 'aws'], { minLength: 2, maxLength: 3 }), (notes, words) => {
      const has = (one: SearchNote, word: string) => textsOf(one).some((text) => text.includes(word));
      fc.pre(words.every((word) => notes.some((one) => has(one, word))));
      const wanted = notes.filter((one) => words.every((word) => has(one, word))).map(({ id }) => id);
      assert.deepEqual(found(NoteIndex.build(notes), words.join(' ')), wanted.sort());
    }),
    { numRuns: 400 },
  );
});

test('first consonants are found in every note whose first consonants include them', () => {
  fc.assert(
    fc.property(notesAndPart, ([notes, part]) => {
      const query = initials(part);
      fc.pre(wordsOf(query)[0] === query && /[ㄱ-ㅎ]/.test(query));
      const byInitials = NoteIndex.build(notes)
        .matches(query)
        .filter(({ way }) => way !== 'layout');
      const wanted = idsThat(notes, (text) => initials(text).includes(query));
      assert.deepEqual(byInitials.map(({ id }) => id).sort(), wanted);
    }),
    { numRuns: 600 },
  );
});

test('the spelling of a query does not matter: NFD, capitals, full width', () => {
  fc.assert(
    fc.property(someNotes, fc.constantFrom('클라우드', '람다', 'EC2', 'AWS'), (notes, word) => {
      const index = NoteIndex.build(notes);
      const wide = word.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
      for (const other of [word.normalize('NFD'), word.toLowerCase(), wide]) assert.deepEqual(index.matches(other), index.matches(word));
    }),
  );
});

test('UTF-8 bytes are read as the string is', () => {
  fc.assert(
    fc.property(someNotes, someText, (notes, query) => {
      const asBytes = notes.map((one) => ({ ...one, text: new TextEncoder().encode(String(one.text)) }));
      assert.deepEqual(NoteIndex.build(asBytes).matches(query), NoteIndex.build(notes).matches(query));
    }),
    { numRuns: 300 },
  );
});

test('the line is the first one the word stands in', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('람다는', '버킷', '', '*', 'aws'), { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, lineBreak) => {
      const index = NoteIndex.build([{ id: 'a', text: lines.join(lineBreak), title: '', aliases: [], terms: [], headings: [], line: 7 }]);
      const first = lines.indexOf('람다는');
      assert.deepEqual(
        index.matches('람다').map(({ line, field }) => ({ line, field })),
        first < 0 ? [] : [{ line: 7 + first, field: 'body' }],
      );
    }),
  );
});

test('what no word is in finds nothing', () => {
  const index = NoteIndex.build([{ id: 'a', text: '클라우드 * - ☁️', title: '→', aliases: [], terms: [], headings: [] }]);
  for (const query of ['', ' ', '*', '☁️', '- -', '없는단어', 'qqqq']) assert.deepEqual(index.matches(query), [], query);
});
