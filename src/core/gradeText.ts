import { gradeQuantity } from './gradeQuantity';
import { otherLayout, searchable, withoutEndings } from './korean';
import type { NameTable } from './names';
import { areOpposites, opposites } from './opposites';
import { readQuantity } from './quantity';
import { isSlip } from './slip';
import { areSameNames, spelling, words } from './spelling';
import type { Grading } from './verdict';

/**
 * Grades what was typed against the expected answers, the first of which is the one to show.
 *
 * Right: the same spelling (case, spacing, punctuation, particles, articles and NFD are free), another name of the same thing, the same
 * amount in other units, or one of these typed in the other keyboard layout or said twice, as in `람다(Lambda)`.
 * Close: one slip of the finger in a long answer; an amount without its unit. Never: an opposite, or the name of something else.
 */
export function gradeText(typed: string, expected: readonly string[], names: NameTable): Grading {
  const text = typed.normalize('NFC').trim();
  if (expected.some((answer) => answer.normalize('NFC').trim() === text)) return { verdict: 'right' };
  const amount = gradeQuantity(text, expected);
  if (amount && amount.verdict !== 'wrong') return amount;
  // an amount that is not the expected one may still be a word that is
  const answers = (amount ? expected.filter((answer) => readQuantity(answer).length === 0) : expected).flatMap(variants);
  return findRight(text, answers, names) ?? gradeGloss(text, answers, names) ?? gradeNearMiss(text, answers, names);
}

/** An answer with a gloss is right without it: `전용 호스트(Dedicated Host)`. So is the gloss alone where it is in the other script. */
function variants(answer: string): string[] {
  const [, before = '', gloss = '', after = ''] = /^(.*?)\s*\(([^()]+)\)(.*)$/.exec(answer) ?? [];
  if (before === '') return [answer];
  const isHangul = (text: string) => /\p{Script=Hangul}/u.test(text);
  const isOtherName = isHangul(gloss) !== isHangul(before) && !/\d/.test(gloss);
  return [answer, before + after, ...(isOtherName ? [gloss + after] : [])];
}

function findRight(text: string, answers: readonly string[], names: NameTable): Grading | undefined {
  for (const reading of [text, ...retyped(text)]) {
    const found = matching(reading, answers, names);
    if (!found) continue;
    if (reading !== text) return { verdict: 'right', reason: { text: 'Read as {text}: the keyboard was in the other layout', args: { text: reading } } };
    if (found.isSpelled) return { verdict: 'right' };
    return { verdict: 'right', reason: { text: '{typed} is another name for {answer}', args: { typed: text, answer: found.answer } } };
  }
  return undefined;
}

/** A longer text is flipped as a whole only. */
const mostWordsFlipped = 4;

/** What may have been meant if the keyboard stood in the other layout: throughout, or for some of the words. */
function retyped(text: string): string[] {
  const found = new Set([text, text.toLowerCase()].flatMap((typed) => [otherLayout(typed), ...someFlipped(typed.split(/\s+/))]));
  found.delete(text);
  return [...found];
}

function someFlipped(parts: readonly string[]): string[] {
  if (parts.length > mostWordsFlipped) return [];
  const endings = parts.reduceRight<string[][]>((rests, part) => [part, otherLayout(part)].flatMap((head) => rests.map((rest) => [head, ...rest])), [[]]);
  return endings.map((words) => words.join(' '));
}

function matching(text: string, answers: readonly string[], names: NameTable): { readonly answer: string; readonly isSpelled: boolean } | undefined {
  const forms = formsOf(text);
  const spellings = new Set(forms.map(spelling));
  const spelled = answers.find((answer) => spellings.has(spelling(answer)));
  if (spelled !== undefined) return { answer: spelled, isSpelled: true };
  const readings = [...new Set([...forms, ...forms.map(singular)])];
  const named = answers.find(
    (answer) => isAcronymOf(text, answer) || [answer, singular(answer)].some((wanted) => readings.some((reading) => areSameNames(reading, wanted, names))),
  );
  if (named === undefined) return undefined;
  return { answer: named, isSpelled: readings.some((reading) => spelling(reading) === spelling(singular(named))) };
}

/** The text without what does not belong to the answer: particles at its end and inside it, an English article. */
function formsOf(text: string): string[] {
  const plain = searchable(text).replace(/(?<=[\p{L}\p{N}])[\s.!?~…"'`”’]+$/u, '');
  const bare = plain.replace(/^(?:an?|the)\s+/, '');
  const inner = bare.replace(/(?<=\p{L}{2})(?:의|을|를)(?=\s)/gu, '');
  return [...new Set([plain, bare, inner])].flatMap(withoutEndings);
}

/** English plurals of long words, and of those in -es; other short ones may be other words: `https`. */
function singular(text: string): string {
  return text.replace(/(?<=\w{4}[^s\W]|\w{3}e)s(?!\w)/gi, '');
}

/** DLQ for `dead-letter queue`; from three words on, and only where no word could as well be its opposite (`public IP address`). */
function isAcronymOf(text: string, answer: string): boolean {
  const parts = words(answer);
  if (parts.length < 3 || !/^[a-z]+$/.test(parts.join(''))) return false;
  const hasOpposite = opposites.some((sides) => sides.flat().some((word) => parts.includes(word)));
  return !hasOpposite && spelling(text) === parts.map((part) => part[0]).join('');
}

/** An answer said twice, `람다(Lambda)`, `15분 = 900초`: both must be right; a gloss that is only unknown makes it close. */
function gradeGloss(text: string, answers: readonly string[], names: NameTable): Grading | undefined {
  const isRight = (part: string) => gradeQuantity(part, answers)?.verdict === 'right' || findRight(part, answers, names) !== undefined;
  const [, before = '', gloss = '', after = ''] = /^([^()]+)\(([^()]+)\)([^()]*)$/.exec(text) ?? [];
  if (before === '') {
    const parts = text.split(/,(?!\d{3})|[/=;|]|\s(?:즉|곧)\s/).filter((part) => part.trim() !== '');
    return parts.length > 1 && parts.every(isRight) ? { verdict: 'right' } : undefined;
  }
  if (!isRight(before + after)) return undefined;
  if (isRight(gloss)) return { verdict: 'right' };
  const isOther = names.has(gloss) || readQuantity(gloss).length > 0 || answers.some((answer) => areOpposites(gloss, answer));
  return isOther ? undefined : { verdict: 'close', reason: almost(answers) };
}

function gradeNearMiss(text: string, answers: readonly string[], names: NameTable): Grading {
  const forms = formsOf(text);
  const opposite = answers.find((answer) => forms.some((form) => areOpposites(form, answer)));
  if (opposite !== undefined) return { verdict: 'wrong', reason: { text: '{typed} is the opposite of {answer}', args: { typed: text, answer: opposite } } };
  if (forms.some((form) => names.has(form))) return { verdict: 'wrong', reason: { text: '{typed} is something else', args: { typed: text } } };
  const close = answers.filter((answer) => forms.some((form) => isSlip(form, answer)));
  return close.length > 0 ? { verdict: 'close', reason: almost(close) } : { verdict: 'wrong' };
}

function almost(answers: readonly string[]): { readonly text: string; readonly args: { readonly answer: string } } {
  return { text: 'Almost: {answer}', args: { answer: answers[0] ?? '' } };
}
