/** The words of made questions: what hides an answer, and what may not betray it. */

import { comparable, withParticle } from '../../korean';
import { splitSentences } from '../../material';

export const mask = '○○';
export const blank = '(　　　)';

/** Pairs whose choice tells how the word before them ends. */
const pairs = [
  '은/는',
  '이/가',
  '을/를',
  '과/와',
  '으로/로',
  '이라는/라는',
  '이라고/라고',
  '이란/란',
  '이나/나',
  '이며/며',
  '이고/고',
  '이면/면',
  '이라면/라면',
] as const;
const followed = pairs.flatMap((pair) => pair.split('/').map((particle) => ({ particle, pair }))).sort((a, b) => b.particle.length - a.particle.length);

/** Both forms of a particle that would tell how the hidden word ends: `은` → `은(는)`, `로` → `(으)로`. */
const neutral: Readonly<Record<string, string>> = {
  '은/는': '은(는)', '이/가': '이(가)', '을/를': '을(를)', '과/와': '와(과)', '으로/로': '(으)로', '이라는/라는': '(이)라는', '이라고/라고': '(이)라고',
  '이란/란': '(이)란', '이나/나': '(이)나', '이며/며': '(이)며', '이고/고': '(이)고', '이면/면': '(이)면', '이라면/라면': '(이)라면',
}; // biome-ignore format: a table

function particleAt(text: string): (typeof followed)[number] | undefined {
  return followed.find(({ particle }) => text.startsWith(particle) && !/^[가-힣]/.test(text.slice(particle.length)));
}

/** What follows a hidden word, with the particle at its start in both forms. */
export function withNeutralParticle(rest: string): string {
  const found = particleAt(rest);
  return found ? neutral[found.pair] + rest.slice(found.particle.length) : rest;
}

/** A word with what followed another one: the particle fits the new word. */
export function refitted(word: string, rest: string): string {
  const found = particleAt(rest);
  return found ? withParticle(word, found.pair) + rest.slice(found.particle.length) : word + rest;
}

/** A pattern for any of the names, as words of their own. */
export function namesPattern(names: readonly string[], flags = 'giu'): RegExp {
  const byLength = [...names].filter(Boolean).sort((a, b) => b.length - a.length);
  return new RegExp(byLength.map(namePattern).join('|') || '(?!)', flags);
}

/** A name with or without its spaces, but no part of another word: 키 is not in 가리키는, nor AZ in AMAZON. */
function namePattern(name: string): string {
  const isOneSyllable = /^[가-힣]$/.test(name);
  // 보안그룹 is written 보안 그룹 too; of a shorter name the halves may end one word and begin the next: 회사 이름
  const mayBeSpaced = /^[가-힣]{4,}$/.test(name);
  const text = name
    .split(/(?<=\S)[\s-]+(?=\S)/)
    .map((word) => [...word].map(escapePattern).join(mayBeSpaced ? '\\s*' : ''))
    .join('[\\s-]*');
  const before = /^[a-z\d]/i.test(name) ? '(?<![a-z\\d])' : isOneSyllable ? '(?<![가-힣])' : '';
  const after = /[a-z\d]$/i.test(name) ? '(?:e?s)?(?![a-z\\d])' : '';
  return before + text + after;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A text without the subject it begins with: `EC2 (Elastic Compute Cloud)는 AWS에서 …` → `AWS에서 …`. */
export function withoutSubject(text: string, names: readonly string[]): string {
  // a pattern is made only where there is something to take off
  if (!namesAt(comparable(text.slice(0, 80)), names)) return text;
  const opening = new RegExp(`^(?:${namesPattern(names).source})\\s*(?:\\([^()]*\\))?\\s*(?:은|는|이|가|이란|란|:)\\s+`, 'iu');
  return text.replace(opening, '');
}

function namesAt(start: string, names: readonly string[]): boolean {
  return names.some((name) => start.startsWith(comparable(name)));
}

/** The definition without its own term, which is hidden where it comes up again, in whole or by one of its words. */
export function masked(definition: string, names: readonly string[]): string {
  const hidden = [...names, ...names.flatMap(wordsOf)];
  const told = withoutSubject(definition, names);
  const plain = comparable(told);
  if (!hidden.some((name) => plain.includes(comparable(name)))) return told;
  let text = '';
  let end = 0;
  for (const found of told.matchAll(namesPattern(hidden))) {
    text += told.slice(end, found.index) + mask;
    end = found.index + found[0].length;
    const rest = told.slice(end);
    const particle = particleAt(rest);
    if (!particle) continue;
    text += neutral[particle.pair];
    end += particle.particle.length;
  }
  return (text + told.slice(end)).replace(/○○(?:[\s·]*○○)+/g, mask);
}

/** The words of a name of several; those that stand in it for grammar or everywhere are none. */
function wordsOf(name: string): string[] {
  const words = name.split(/[\s/]+/);
  return words.length < 2
    ? []
    : words.filter((word) => /[가-힣]{2,}|[A-Za-z\d]{3,}/.test(word) && !/^(?:and|the|for|with)$|[가-힣](?:[한된는인할될운던]|하기|되기)$/i.test(word));
}

/** Text that Markdown would read as marks, as it stands. */
export function asMarkdown(text: string): string {
  if (!/[\\`*[\]~_<]|^[#>+=\d-]/.test(text)) return text;
  return text
    .replace(/[\\`*[\]]|~(?=~)|(?<=~)~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|(?<=^)(?:[#>+-](?=\s)|[=-]{2,}$)/giu, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}

/** A word in bold, with the particle that fits it behind: `**EKS**와`. */
export function bold(word: string, particles?: string): string {
  return `**${asMarkdown(word)}**${particles ? withParticle(word, particles).slice(word.length) : ''}`;
}

/** The first sentence without its full stop, if it is short enough to choose by. */
export function firstSentence(text: string, longest: number): string | undefined {
  const [first = ''] = splitSentences(text);
  const told = first.replace(/[.。]$/, '').trim();
  return told.length <= longest ? told : undefined;
}

/** True if the text holds one of the names, in any spelling. */
export function mentions(text: string, names: readonly string[]): boolean {
  const plain = comparable(text);
  return names.some((name) => {
    const wanted = comparable(name);
    return wanted.length > 1 ? plain.includes(wanted) : namesPattern([name]).test(text);
  });
}

const endings =
  /(?:에서는|으로는|에서도|에게서|이라는|입니다|합니다|됩니다|습니다|하는|하고|하여|해서|하면|되는|된다|한다|이다|에서|에는|에도|으로|에게|까지|부터|처럼|보다|마다|이나|은|는|이|가|을|를|의|에|로|와|과|도|만)$/;
/** Words come again and again; this many are remembered. */
const mostStems = 20_000;
const stems = new Map<string, string>();

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= mostStems) stems.clear();
  const bare = word.replace(endings, '');
  const stem = bare.length >= 2 ? bare : word;
  stems.set(word, stem);
  return stem;
}

/** Words that carry meaning, in one spelling and without their endings: 서버를 → 서버. */
export function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[a-z][a-z\d.+#-]+|\d[\d,.]+|[가-힣]{2,}/g) ?? []).map(stemOf);
}
