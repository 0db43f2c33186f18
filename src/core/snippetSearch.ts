import { comparable, initials, isInitials, jamo, otherLayout } from './korean';
import type { Snippet } from './model';
import { targetNames } from './snippets';

const hangul = /\p{Script=Hangul}/u;

/** The name of a snippet that a word begins: its prefix or one of its other names, in syllables half typed or initial consonants too. */
export function nameBegunBy({ prefix, aliases }: Pick<Snippet, 'prefix' | 'aliases'>, word: string): string | undefined {
  const wanted = word.normalize('NFC').toLowerCase();
  if (!hangul.test(wanted)) return [prefix, ...aliases].find((name) => name.toLowerCase().startsWith(wanted));
  const begins = isInitials(wanted) ? (name: string) => initials(name).startsWith(wanted) : (name: string) => jamo(name).startsWith(jamo(wanted));
  return aliases.find((alias) => alias.split(/\s+/).some((_, first, words) => begins(words.slice(first).join(''))));
}

/** How well a text has a word: 0 it is the text, 1 it begins it, 2 it is in it; undefined when it is not. */
type Fit = 0 | 1 | 2 | undefined;

interface Searched<T> {
  readonly value: T;
  readonly texts: readonly string[];
}

/** Finds things by words in any order, in Korean also by initial consonants and in the other keyboard layout; the best first. */
export class Finder<T> {
  readonly #values: readonly T[];
  readonly #textsOf: (value: T) => readonly string[];
  /** Made when the first word is looked for: a list that opens shows everything. */
  #searched: readonly Searched<T>[] | undefined;
  #initials: readonly Searched<T>[] | undefined;

  /** @param textsOf what a thing is found by, the strongest text first */
  constructor(values: readonly T[], textsOf: (value: T) => readonly string[]) {
    this.#values = values;
    this.#textsOf = textsOf;
  }

  /** All of them when the query has no word. */
  find(query: string): T[] {
    const words = query.split(/\s+/).flatMap((word) => {
      const typed = comparable(word);
      return typed === '' ? [] : [{ typed, other: comparable(otherLayout(word)), isInitials: isInitials(typed) }];
    });
    if (words.length === 0) return [...this.#values];
    this.#searched ??= this.#values.map((value) => ({ value, texts: this.#textsOf(value).map(folded) }));
    const initialsOf = (text: string) => (hangul.test(text) ? comparable(initials(text)) : '');
    if (words.some((word) => word.isInitials)) this.#initials ??= this.#searched.map(({ value, texts }) => ({ value, texts: texts.map(initialsOf) }));
    return this.#searched
      .flatMap((searched, place) => {
        let rank = 0;
        for (const word of words) {
          const fit = bestFit((word.isInitials ? this.#initials?.[place] : searched)?.texts ?? [], word);
          if (fit === undefined) return [];
          rank += fit;
        }
        return [{ value: searched.value, rank, place }];
      })
      .sort((a, b) => a.rank - b.rank || a.place - b.place)
      .map(({ value }) => value);
  }
}

/** As `comparable`; most texts are plain ASCII, which takes a tenth of the time. */
function folded(text: string): string {
  return /^[ -~]*$/.test(text) ? text.toLowerCase().replace(/[^a-z0-9+#%]+/g, '') : comparable(text);
}

function bestFit(texts: readonly string[], word: { readonly typed: string; readonly other: string; readonly isInitials: boolean }): number | undefined {
  let best: number | undefined;
  texts.forEach((text, index) => {
    const fit = fitOf(text, word.typed) ?? (word.other === '' || word.isInitials ? undefined : fitOf(text, word.other));
    // a text further behind says less
    if (fit !== undefined) best = Math.min(best ?? Number.POSITIVE_INFINITY, fit * 4 + Math.min(index, 3));
  });
  return best;
}

function fitOf(text: string, word: string): Fit {
  if (text === word) return 0;
  return text.startsWith(word) ? 1 : text.includes(word) ? 2 : undefined;
}

/** @param namesOf other names of a service */
export function snippetFinder(snippets: readonly Snippet[], namesOf: (service: string) => readonly string[]): Finder<Snippet> {
  return new Finder(snippets, ({ prefix, title, titleEn, aliases, service, target }) => [
    prefix,
    ...aliases,
    title,
    titleEn,
    service,
    ...namesOf(service),
    targetNames[target],
  ]);
}
