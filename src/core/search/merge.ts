import type { Layer } from './match';
import { eachPosting, longestPosting, writePosting } from './postings';
import { packSegment, type Segment, startOf } from './segment';
import { Texts } from './texts';
import { Vocabulary } from './vocabulary';
import { mix } from './words';

/** One segment of the notes that are left in several, in their order; the texts of the notes are not needed. */
export function mergeLayers(layers: readonly Layer[]): Segment {
  const numbers = layers.map(newNumbers);
  return packSegment({ ...mergeFields(layers), ...mergeWords(layers, numbers) });
}

const none = -1;

/** The number each note will have, `none` for those that go; each layer behind the one before. */
function newNumbers(layer: Layer, index: number, layers: readonly Layer[]): Int32Array {
  let next = layers.slice(0, index).reduce((sum, { gone }) => sum + gone.length - countOnes(gone), 0);
  return Int32Array.from(layer.gone, (gone) => (gone ? none : next++));
}

function countOnes(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}

function mergeFields(layers: readonly Layer[]) {
  const ids = new Texts();
  const fields = new Texts();
  const noteFieldEnds: number[] = [];
  const fieldLines: number[] = [];
  const fieldKinds: number[] = [];
  for (const { segment, gone } of layers) {
    for (let note = 0; note < segment.noteCount; note++) {
      if (gone[note]) continue;
      ids.add(segment.idOf(note));
      const [start, end] = segment.fieldsOf(note);
      for (let field = start; field < end; field++) {
        fields.add(segment.fieldText(field));
        fieldLines.push(segment.parts.fieldLines[field] ?? 0);
        fieldKinds.push(segment.parts.fieldKinds[field] ?? 0);
      }
      noteFieldEnds.push(fieldKinds.length);
    }
  }
  return {
    ids: ids.units(),
    idEnds: Uint32Array.from(ids.ends),
    fieldTexts: fields.units(),
    fieldEnds: Uint32Array.from(fields.ends),
    noteFieldEnds: Uint32Array.from(noteFieldEnds),
    fieldLines: Uint32Array.from(fieldLines),
    fieldKinds: Uint8Array.from(fieldKinds),
  };
}

/** Two rounds: first the words that still stand in a note get their numbers, then their postings are written word by word. */
function mergeWords(layers: readonly Layer[], numbers: readonly Int32Array[]) {
  const words = new Vocabulary();
  const sources = layers.map(({ segment }, index) => {
    const own = new Int32Array(segment.wordEnds.length).fill(none);
    const left = numbers[index];
    for (let word = 0; left && word < own.length; word++) {
      if (hasNote(segment, word, left)) own[word] = addWord(words, segment, word, index + 1);
    }
    return own;
  });
  const bytes = layers.reduce((sum, { segment }) => sum + segment.parts.postings.length * 2, longestPosting);
  const postings = new Uint8Array(bytes);
  const postingEnds = new Uint32Array(words.count);
  const wordsOf = sources.map((own) => inverse(own, words.count));
  let at = 0;
  for (let word = 0; word < words.count; word++) {
    let last = none;
    layers.forEach(({ segment }, index) => {
      const source = wordsOf[index]?.[word] ?? none;
      const left = numbers[index];
      if (source === none || !left) return;
      eachPosting(segment.parts, source, (note, place) => {
        const number = left[note] ?? none;
        if (number === none) return;
        at = writePosting(postings, at, number - last - 1, place);
        last = number;
      });
    });
    postingEnds[word] = at;
  }
  return { vocabulary: words.finish(), postings: postings.subarray(0, at), postingEnds };
}

function inverse(numbers: Int32Array, count: number): Int32Array {
  const found = new Int32Array(count).fill(none);
  numbers.forEach((number, index) => {
    if (number !== none) found[number] = index;
  });
  return found;
}

/** @param mark another one for every segment, which has each word once */
function addWord(words: Vocabulary, { parts, wordEnds }: Segment, word: number, mark: number): number {
  const units = parts.vocabulary.subarray(startOf(wordEnds, word) + 1, wordEnds[word]);
  let hash = 0;
  for (let at = 0; at < units.length; at++) hash = mix(hash, units[at] ?? 0);
  return words.add(units, units.length, hash, mark);
}

function hasNote(segment: Segment, word: number, left: Int32Array): boolean {
  let found = false;
  eachPosting(segment.parts, word, (note) => {
    found ||= left[note] !== none;
  });
  return found;
}
