/** An answer's spelling as graders compare it: words, and one string in which spacing counts for nothing. */
import { comparable, searchable } from './korean';
import type { NameTable } from './names';

/** `1,024` → `1024`; whatever else stands between two digits parts two numbers: `1.5`, `10.0.0.0/16`, `1~5`. */
function tidy(text: string): string {
  return searchable(text)
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d)\s*[~∼〜–-]\s*(?=\d)/g, '~');
}

/** One spelling for comparing: NFKC, lower case, no spaces, no punctuation except between digits. A text of signs only stays what it is. */
export function spelling(text: string): string {
  const parts = tidy(text).split(/(?<=\d)([^\p{L}\p{N}]+)(?=\d)/u);
  return parts.map((part, index) => (index % 2 === 1 ? part.trim() || ' ' : comparable(part))).join('') || searchable(text).replaceAll(' ', '');
}

const latinWord = /(?:(?!\p{Script=Hangul})[\p{L}\p{N}+#%])+(?:(?<=\d)[^\p{L}\p{N}\s]+(?=\d)(?:(?!\p{Script=Hangul})[\p{L}\p{N}+#%])+)*/u;
const word = new RegExp(`\\p{Script=Hangul}+|${latinWord.source}`, 'gu');

/** Words of one script each, in lower case: `EC2인스턴스의 IP 10.0.0.1` → ec2, 인스턴스의, ip, 10.0.0.1. */
export function words(text: string): string[] {
  return tidy(text).match(word) ?? [];
}

/** As many words as the longest name has. */
const longestName = 6;
/** A name of one syllable is found only where it stands alone: 키 is no part of 키네시스. */
const shortestPart = 2;

/** The names a word is put together from, if nothing is left over: 퍼블릭서브넷 → 퍼블릭, 서브넷. The longest parts that are not the word itself. */
function partsOf(whole: string, names: NameTable): string[] | undefined {
  for (let length = whole.length - shortestPart; length >= shortestPart; length--) {
    const head = whole.slice(0, length);
    const rest = whole.slice(length);
    if (!names.has(head)) continue;
    const tail = partsOf(rest, names) ?? (names.has(rest) ? [rest] : undefined);
    if (tail) return [head, ...tail];
  }
  return undefined;
}

/** Words written as one; between digits a space stays, so that no other number comes about. */
function joined(parts: readonly string[]): string {
  return parts.join(' ').replace(/(?<!\d) | (?!\d)/g, '');
}

/** True if the texts differ only in spacing and in which of its names each thing is called by: `public 서브넷` and `퍼블릭 서브넷`. */
export function areSameNames(a: string, b: string, names: NameTable): boolean {
  const [one, other] = [a, b].map((text) => words(text).flatMap((whole) => partsOf(whole, names) ?? [whole])) as [string[], string[]];
  const known = new Map<number, boolean>();
  const matchFrom = (at: number, otherAt: number): boolean => {
    if (at === one.length || otherAt === other.length) return at === one.length && otherAt === other.length;
    const key = at * (other.length + 1) + otherAt;
    const found =
      known.get(key) ??
      lengths(one.length - at).some((length) => {
        const piece = joined(one.slice(at, at + length));
        return lengths(other.length - otherAt).some((otherLength) => {
          const otherPiece = joined(other.slice(otherAt, otherAt + otherLength));
          return (piece === otherPiece || names.areSame(piece, otherPiece)) && matchFrom(at + length, otherAt + otherLength);
        });
      });
    known.set(key, found);
    return found;
  };
  return one.length > 0 && matchFrom(0, 0);
}

function lengths(most: number): number[] {
  return Array.from({ length: Math.min(longestName, most) }, (_, index) => index + 1);
}
