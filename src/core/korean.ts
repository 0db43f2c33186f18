/** The Korean language as the rest of the core needs it; the only door to es-hangul. */
import { convertHangulToQwerty, convertQwertyToHangul, disassemble, getChoseong, josa, removeLastCharacter } from 'es-hangul';

/** How the names of digits and Latin capitals end when read in Korean; what is not listed ends in a vowel. */
const readings: Readonly<Record<string, string>> = {
  '0': '영', '1': '일', '3': '삼', '6': '육', '7': '칠', '8': '팔',
  L: '엘', M: '엠', N: '엔', R: '알',
}; // biome-ignore format: one row per kind reads better

/** A Hangul syllable that ends as the word does when a Korean reads it, for choosing a particle. */
function lastSyllable(word: string): string {
  const letters = word
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    .replace(/\([^)]*$/u, '');
  const last = letters.at(-1) ?? '';
  if (/\p{Script=Hangul}/u.test(last)) return last;
  if (/[A-Z0-9]/.test(last)) return readings[last] ?? '이';
  if (/l$/.test(letters)) return '을';
  if (/[mn]$/.test(letters) || /[aeiou]ng$/.test(letters)) return '은';
  // bucket, Elastic, Stack, map: a stop after a vowel closes the syllable (버킷, 일래스틱, 스택, 맵)
  if (/[aeiou](?:ck|[ckpt])$/.test(letters)) return '옥';
  return '이';
}

/** `withParticle('EC2', '을/를')` gives `EC2를`; digits and Latin letters count as they are read in Korean. */
export function withParticle(word: string, particles: string): string {
  return word + josa.pick(lastSyllable(word), particles as Parameters<typeof josa.pick>[1]);
}

/** Particles that may follow a noun in an answer, longest first so that 에서는 goes before 는. */
const particles = [
  '이라고', '에서는', '으로는', '에게서', '이라는', '이란', '라는', '라고', '에서', '에게', '으로', '부터', '까지', '처럼', '보다', '이나', '이다', '입니다', '예요', '이에요',
  '은', '는', '이', '가', '을', '를', '의', '에', '로', '와', '과', '도', '만', '란', '요',
]
  .sort((a, b) => b.length - a.length); // biome-ignore format: a list of words

/** The forms of an answer without a trailing particle, the answer itself first. A word of one syllable is never cut to nothing. */
export function withoutParticle(answer: string): string[] {
  const forms = [answer];
  for (const particle of particles) {
    if (answer.endsWith(particle) && answer.length > particle.length) {
      forms.push(answer.slice(0, -particle.length));
    }
  }
  return forms;
}

/** What may stand behind a noun that answers a question, particles left out: 람다입니다, 인스턴스들, 승격하기. */
const endings =
  '들,임,이요,이죠,죠,에요,이라고 합니다,라고 합니다,이라고 한다,라고 한다,인 것 같아요,인 것 같습니다,하기,하는 것,한다,합니다,시키기,나,랑,이랑,든,이든,마다,밖에,만이,에서도,에는,에도'.split(
    ',',
  );

/** The forms of an answer without its particles and endings, up to three of them, the answer itself first: `인스턴스들에서만` → `인스턴스`. */
export function withoutEndings(answer: string): string[] {
  const forms = new Set([answer.trim()]);
  let latest = [...forms];
  for (let round = 0; round < 3; round++) {
    latest = latest.flatMap((form) => [
      ...withoutParticle(form).slice(1),
      ...endings.filter((ending) => form.endsWith(ending)).map((ending) => form.slice(0, -ending.length)),
    ]);
    latest = latest.map((form) => form.trimEnd()).filter((form) => form !== '');
    for (const form of latest) forms.add(form);
  }
  return [...forms];
}

const particleSet: ReadonlySet<string> = new Set(particles);

/** True for what may be glued to a noun: 는, 에서는, 입니다. */
export function isParticle(text: string): boolean {
  return particleSet.has(text);
}

/** NFKC (full-width forms become ASCII, decomposed Hangul becomes syllables), but bare consonants such as ㅂㅇ stay what was typed. */
function folded(text: string): string {
  // most texts are already what NFKC makes of them
  if (/^[\x20-\x7e가-힣]*$/.test(text)) return text.toLowerCase();
  return text.replace(/[^\u3130-\u318f]+/g, (run) => run.normalize('NFKC')).toLowerCase();
}

/** One spelling for comparing: NFKC, lower case, no spaces, no punctuation. */
export function comparable(text: string): string {
  // the same at a fraction of the time, as long as there is nothing that NFKC would change
  let kept = '';
  let from = 0;
  let hasCapitals = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit >= firstSyllable && unit <= lastSyllableCode) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) continue;
    if (unit >= 0x41 && unit <= 0x5a) hasCapitals = true;
    else if (unit !== 0x2b && unit !== 0x23 && unit !== 0x25) {
      if (unit > 0x7e && !'·“”‘’→–—×'.includes(text.charAt(at))) return folded(text).replace(/[^\p{L}\p{N}+#%]+/gu, '');
      if (from < at) kept += text.slice(from, at);
      from = at + 1;
    }
  }
  if (from < text.length) kept += from === 0 ? text : text.slice(from);
  return hasCapitals ? kept.toLowerCase() : kept;
}

/** One spelling for searching: NFKC and lower case, spaces folded. */
export function searchable(text: string): string {
  return folded(text).replace(/\s+/g, ' ').trim();
}

/** What was typed if the keyboard stood in the other layout: `ㄷㅊ2` → `ec2`, `fkaek` → `람다`. What makes no Hangul stays as it is. */
export function otherLayout(text: string): string {
  if (/[\p{Script=Hangul}]/u.test(text)) return convertHangulToQwerty(text);
  try {
    return convertQwertyToHangul(text);
  } catch {
    // es-hangul 2.4 throws for a compound vowel without a consonant before it and one behind it, as in `hot` (ㅗㅐㅅ)
    return text;
  }
}

/** The letters a text is typed with: 람다 → ㄹㅏㅁㄷㅏ. */
export function jamo(text: string): string {
  return disassemble(text);
}

/** First consonants, everything that is not Hangul kept (es-hangul drops Latin letters and digits): `EC2 인스턴스` → `EC2 ㅇㅅㅌㅅ`. */
export function initials(text: string): string {
  return text.normalize('NFC').replace(/[가-힣]+/gu, (run) => getChoseong(run));
}

/** True for a search such as `ㅂㅇ ㄱㄹ` or `EC2 ㅇㅅㅌㅅ`: it has bare consonants and no whole syllable. */
export function isInitials(text: string): boolean {
  return /[ㄱ-ㅎ]/.test(text) && !/[가-힣ㅏ-ㅣ]/.test(text);
}

const initialLetters = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const firstSyllable = 0xac00;
const lastSyllableCode = 0xd7a3;
/** Syllables with the same first consonant stand together: 21 vowels by 28 finals. */
const syllablesPerInitial = 588;

/** The number (0 to 18) of the first consonant of a syllable, or of a bare consonant that can be one; -1 for every other UTF-16 unit. */
export function initialIndex(unit: number): number {
  if (unit >= firstSyllable && unit <= lastSyllableCode) return Math.floor((unit - firstSyllable) / syllablesPerInitial);
  return unit >= 0x3131 && unit <= 0x314e ? initialLetters.indexOf(String.fromCharCode(unit)) : -1;
}

/** Consonants that a keyboard runs together, apart again: ㄳ → ㄱㅅ, as in 검색. */
export function separateInitials(text: string): string {
  return text.replace(/[ㄳㄵㄶㄺ-ㅀㅄ]/g, disassemble);
}

/** A text whose last final consonant begins the next syllable: 클라욷 → 클라우ㄷ; undefined when it ends in none. */
export function halfTyped(text: string): string | undefined {
  const last = text.codePointAt(text.length - 1) ?? 0;
  const hasFinal = last >= firstSyllable && last <= lastSyllableCode && (last - firstSyllable) % 28 > 0;
  return hasFinal ? removeLastCharacter(text) + (disassemble(text.slice(-1)).at(-1) ?? '') : undefined;
}

/** True when typing on can turn one syllable into the other: 프 becomes 픈, 고 becomes 관, but not 강. */
export function isBegun(typed: string, whole: string): boolean {
  return disassemble(whole).startsWith(disassemble(typed));
}
