import { withParticle } from '../../korean';
import { childLines } from '../making/askedTerms';
import { headingFaults } from '../making/quality';
import { baseOf, headingAt, type Source } from '../making/source';
import type { Question } from '../question';

interface Expansion {
  readonly short: string;
  readonly words: readonly string[];
  readonly line: number;
}

/** What an abbreviation stands for: a word of it left out, and the way back. */
export function acronym(source: Source): Question[] {
  return expansionsIn(source).flatMap(({ short, words, line }): Question[] => {
    const whole = words.join(' ');
    const hidden = words.reduce((best, word, index) => (weight(word) > weight(words[best] ?? '') ? index : best), 0);
    const quality = 0.8 - headingFaults(headingAt(source, line)) / 2;
    const answer = words[hidden] ?? '';
    const cloze: Question = {
      ...baseOf(source, {
        maker: 'expansion',
        key: short,
        line,
        prompt: '줄임말을 풀어 쓸 때 빈칸에 들어갈 말은?',
        explanation: `**${withParticle(short, '은/는')}** ${whole}의 줄임말입니다.`,
        quality: answer.length < 4 ? 0.3 : quality,
      }),
      kind: 'cloze',
      parts: [[`**${short}** =`, ...words.slice(0, hidden), ''].join(' '), ['', ...words.slice(hidden + 1)].join(' ')],
      blanks: [{ answer, accept: [] }],
    };
    const back: Question = {
      ...baseOf(source, {
        maker: 'acronym',
        key: short,
        line,
        prompt: `**${whole}**의 줄임말은?`,
        explanation: `**${withParticle(short, '은/는')}** ${whole}의 줄임말입니다.`,
        quality: quality - 0.1,
      }),
      kind: 'short',
      answer: short,
      accept: [],
    };
    return [cloze, back];
  });
}

/** The longest word is asked; small words and those of every name are not. */
function weight(word: string): number {
  return /^(?:of|and|the|for|to|in|service|services|system|web|first|data)$/i.test(word) ? word.length / 10 : word.length;
}

/** `EC2(Elastic Compute Cloud)`, `Elastic Compute Cloud(EC2)`, in definitions and sentences; each once. */
function expansionsIn(source: Source): Expansion[] {
  const elsewhere = childLines(source);
  const isHere = ({ line }: { readonly line: number }) => !elsewhere.has(line);
  const found = new Map<string, Expansion>();
  const add = (short: string, whole: string, line: number) => {
    const all = whole.split(/[\s-]+/);
    // the maker's name may stand before it
    const words = [all, all.slice(1)].find((some) => some.length >= 2 && spells(short, some));
    if (words && !found.has(short)) found.set(short, { short, words, line });
  };
  for (const { term, aliases, line } of source.own.definitions.filter(isHere)) for (const alias of aliases) add(term, alias, line);
  for (const { text, line } of source.own.sentences.filter(isHere)) {
    for (const [, short = '', whole = ''] of text.matchAll(
      /(?<![A-Za-z\d])([A-Z][A-Za-z]*[A-Z\d]+[A-Za-z]*)\s?\(([A-Z][A-Za-z-]+(?:[ -][A-Za-z-]+){1,5})(?:,[^()]*)?\)/g,
    ))
      add(short, whole, line);
    for (const [, whole = '', short = ''] of text.matchAll(/(?<![A-Za-z\d-])([A-Z][a-z]+(?: [A-Za-z][a-z]+){1,5})\s?\(([A-Z][A-Za-z]*[A-Z\d]+)\)/g))
      add(short, whole, line);
  }
  return [...found.values()];
}

/** True if the letters of an abbreviation are the first ones of the words, in order: EC2, S3 and IaaS as well as DNS. */
function spells(short: string, words: readonly string[]): boolean {
  const counted = /^([A-Z])(\d)$/.exec(short);
  if (counted) return words.length === Number(counted[2]) && words.every((word) => word[0]?.toUpperCase() === counted[1]);
  // a digit repeats the letter before it: EC2 is Elastic Compute Cloud
  const letters = short.replace(/([A-Z])(\d)/g, (_, letter: string, count: string) => letter.repeat(Number(count))).toUpperCase();
  if (!/^[A-Z]{2,6}$/.test(letters)) return false;
  const initials = words.map((word) => word[0]?.toUpperCase() ?? '');
  const full = initials.join('');
  return (
    full === letters ||
    words
      .filter((word) => !/^(?:of|and|the|for|to|in|as|a)$/i.test(word))
      .map((word) => word[0]?.toUpperCase())
      .join('') === letters
  );
}
