/** Notes and queries for the tests of search. */
import fc from 'fast-check';
import type { SearchNote } from '../../../src/core/search/build';
import { spelling } from '../../../src/core/search/units';

export function note(id: string, text: string, rest: Partial<SearchNote> = {}): SearchNote {
  return { id, text, title: '', aliases: [], terms: [], headings: [], ...rest };
}

const nouns = [
  '클라우드',
  '클라우드프론트',
  '하이브리드클라우드',
  '람다',
  '보안',
  '그룹',
  '인스턴스',
  '버킷',
  '값',
  '닭',
  'EC2',
  'S3',
  'AWS',
  'us-east-1',
  't3.micro',
  'c++',
  'Ünïcode',
  'ＦＵＬＬ',
  '①',
  '🚀',
  'ㅋㅋ',
  'ㄳ',
  'ﬁle',
  'İ',
  '漢字',
];
const glue = [
  '는',
  '를',
  '에서는',
  'Front',
  '-',
  '.',
  '::',
  '/',
  '*',
  '**',
  '`',
  '[[',
  ']]',
  '(',
  ')',
  ',',
  '\u0301',
  '\ufe0f',
  '_',
  '+',
  '#',
  '%',
  '"',
  '\u00a0',
  '\u3000',
];
const gaps = [' ', ' ', '\n', '\r\n', '\t', '\r'];

/** Text as in notes: words with what is glued to them, precomposed or not, and between spaces and line breaks. */
export const someText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...nouns) },
      { weight: 3, arbitrary: fc.constantFrom(...glue) },
      { weight: 4, arbitrary: fc.constantFrom(...gaps) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))
  .chain((text) => fc.constantFrom(text, text.normalize('NFD')));

const somePlaces = fc.array(fc.record({ text: someText, line: fc.nat(300) }), { maxLength: 3 });

export const someNote: fc.Arbitrary<SearchNote> = fc.record({
  id: fc.nat(12).map((number) => `vault/${number}.md`),
  text: someText,
  title: someText,
  aliases: fc.array(someText, { maxLength: 2 }),
  terms: somePlaces,
  headings: somePlaces,
});

export const someNotes = fc.uniqueArray(someNote, { selector: ({ id }) => id, maxLength: 8 });

/** All texts of a note in the spelling of the index; two of them never run together. */
export function textsOf({ text, title, aliases, terms, headings }: SearchNote): string[] {
  const body = typeof text === 'string' ? text : new TextDecoder().decode(text);
  return [title, ...aliases, ...terms.map((term) => term.text), ...headings.map((heading) => heading.text), body].map(spelling);
}
