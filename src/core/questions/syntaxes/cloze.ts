import type { Blank } from '../question';
import { type Block, rowsOf } from './blocks';
import { covered, type InlineLine, linesOf, splitId, withoutMarks } from './inline';
import { type Found, problem, type Syntax } from './syntax';

/**
 * Blanks in a paragraph, or in the text of an item.
 *
 *     표시 제한 시간의 기본값은 ==30초==, 최댓값은 {{12시간|반나절}}이다.       one question, its first three blanks
 *     {{c1::SQS}}는 {{c2::14일::기간}}까지 보관하고, {{c1::SNS}}는 보관하지 않는다.   one question for each number, the hint beside the blank
 *
 * `==x==` is a blank if no space is inside its marks, no ASCII letter, digit, quote or operator directly before or letter after them
 * (`a==b && c==d` is code), and x has up to 40 letters: more is a highlight, and so is a mark around all there is.
 * `{{x}}` is a blank unless it is a template's: after `$` (`${{ secrets.X }}`), beginning with a sign (`{{ .Values.x }}`, `{{#if}}`, `{{- x }}`,
 * `{{"x"}}`), with a filter (` | `), a call, a word and a colon, or only ASCII letters that begin with a small one or are joined by dots
 * (`{{ site.url }}`, `{{title}}`, `{{queue}}`: write `==queue==` or `{{c1::queue}}`), or with spaces inside the braces and no Hangul.
 * Anki's numbers decide where there are any: `==x==` is a highlight beside them, and `{{c1:x}}`, `{{c1::}}` or braces that do not close are a problem.
 * Headings, tables, code and links have no blanks. `^name` at the end is the id, `name-c1` that of a number. The lesson shows the
 * marks as written.
 */
export const cloze: Syntax = (note) => rowsOf(note.blocks).flatMap((row) => row.flatMap((block) => (block.type === 'paragraph' ? clozesIn(block) : [])));

/** Letters of a blank; blanks of one question without numbers. */
const mostLetters = 40;
const mostBlanks = 3;

interface Hole {
  readonly start: number;
  readonly end: number;
  readonly blank: Blank;
  readonly number?: number;
  readonly hint?: string | undefined;
}

function clozesIn(block: Block): Found[] {
  const lines = linesOf(block);
  const bare = withoutLinks(lines.map((line) => line.bare).join('\n'));
  if (!bare.includes('==') && !bare.includes('{{')) return [];
  const { text, name } = splitId(lines.map((line) => line.text).join('\n'));
  const line = lines[0]?.line ?? block.line;
  const whole = { line, endLine: block.endLine };
  const numbered = numberedHoles(text, bare);
  const broken = brokenNumber(bare, numbered);
  if (broken !== undefined)
    return [{ ...whole, problem: problem('cloze', 'This blank cannot be read: write `{{c1::answer}}` or `{{c1::answer::hint}}`', lineOf(lines, broken)) }];
  if (numbered.length > 0) {
    return [...new Set(numbered.map((hole) => hole.number))].flatMap((number) => {
      const asked = numbered.filter((hole) => hole.number === number);
      const question = questionOf(text, numbered, asked, line);
      return question ? [{ ...whole, name: name && `${name}-c${number}`, words: `c${number} ${withoutHoles(text, numbered)}`, question }] : [];
    });
  }
  const holes = [...marked(text, bare), ...braced(text, bare)].sort((a, b) => a.start - b.start).slice(0, mostBlanks);
  const question = holes.length > 0 ? questionOf(text, holes, holes, line) : undefined;
  return question ? [{ ...whole, name, words: withoutHoles(text, holes), question }] : [];
}

function withoutLinks(bare: string): string {
  return bare.replace(/!?\[[^\]\n]*\]\([^)\n]*\)/g, (link) => covered.repeat(link.length));
}

function marked(text: string, bare: string): Hole[] {
  const holes: Hole[] = [];
  for (const found of bare.matchAll(/(?<![A-Za-z0-9_)\]"'!<>=~+-])==(?=[^\s=])([^=\n]*[^\s=])==(?![A-Za-z0-9_=])/g)) {
    const start = found.index;
    const end = start + found[0].length;
    const answer = withoutMarks(text.slice(start + 2, end - 2));
    if (answer !== '' && answer.length <= mostLetters) holes.push({ start, end, blank: { answer, accept: [] } });
  }
  return holes;
}

function braced(text: string, bare: string): Hole[] {
  const holes: Hole[] = [];
  for (const found of bare.matchAll(/(?<![${])\{\{([^{}\n]+)\}\}(?!\})/g)) {
    const inside = found[1] ?? '';
    const start = found.index;
    const end = start + found[0].length;
    if (isTemplate(inside)) continue;
    const [answer = '', ...accept] = text
      .slice(start + 2, end - 2)
      .split('|')
      .map(withoutMarks);
    if (answer !== '' && answer.length <= mostLetters) holes.push({ start, end, blank: { answer, accept: accept.filter(Boolean) } });
  }
  return holes;
}

function isTemplate(inside: string): boolean {
  const expression = inside.trim();
  if (/^[^\p{L}\p{N}\uFFFC*]/u.test(expression) || /\s\|\s|^[a-z_$][\w.$]*\(|\(\s*\)|=|^[a-z]+:/.test(expression)) return true;
  if (/^(?:[a-z_][\w-]*|[\w-]*[A-Za-z_][\w-]*(?:\.[\w[\]-]+)+)(?:\s.*)?$/.test(expression) && !/\p{Script=Hangul}/u.test(expression)) return true;
  return /^\s|\s$/.test(inside) && !/\p{Script=Hangul}/u.test(expression);
}

const numberedPattern = /\{\{c(\d+)::((?:(?!::)[^{}\n])+)(?:::([^{}\n]*))?\}\}/g;

function numberedHoles(text: string, bare: string): Hole[] {
  return [...bare.matchAll(numberedPattern)].flatMap((found): Hole[] => {
    const start = found.index;
    const from = start + found[0].indexOf('::') + 2;
    const answer = withoutMarks(text.slice(from, from + (found[2] ?? '').length));
    if (answer === '') return [];
    return [{ start, end: start + found[0].length, blank: { answer, accept: [] }, number: Number(found[1]), hint: found[3]?.trim() || undefined }];
  });
}

/** Where something begins as a numbered blank does and is none. */
function brokenNumber(bare: string, holes: readonly Hole[]): number | undefined {
  return [...bare.matchAll(/\{\{c\d+:/g)].find((found) => !holes.some((hole) => hole.start === found.index))?.index;
}

function questionOf(text: string, holes: readonly Hole[], asked: readonly Hole[], line: number): Found['question'] {
  const parts: string[] = [];
  let part = '';
  let at = 0;
  for (const hole of holes) {
    part += text.slice(at, hole.start);
    at = hole.end;
    if (!asked.includes(hole)) {
      part += hole.blank.answer;
      continue;
    }
    parts.push(part);
    part = hole.hint ? ` (${hole.hint})` : '';
  }
  parts.push(part + text.slice(at));
  // a mark around all there is leaves nothing to ask about
  if (!/[\p{L}\p{N}]/u.test(parts.join(''))) return undefined;
  return { kind: 'cloze', prompt: '빈칸을 채우세요.', parts: withoutHalves(parts), blanks: asked.map((hole) => hole.blank), line };
}

/** Each part is rendered by itself: where emphasis goes over a blank, its marks go, and highlights that are not asked lose theirs. */
function withoutHalves(parts: readonly string[]): string[] {
  const plain = parts.map((part) => part.replace(/==(?=\S)([^=\n]*\S)==/g, '$1'));
  const isHalf = plain.some((part) => ['**', '__', '*', '~~'].some((mark) => part.replaceAll(mark === '*' ? '**' : '', '').split(mark).length % 2 === 0));
  return isHalf ? plain.map((part) => part.replace(/\*+|~~|__/g, '')) : plain;
}

function withoutHoles(text: string, holes: readonly Hole[]): string {
  return holes.reduceRight((rest, hole) => rest.slice(0, hole.start) + hole.blank.answer + rest.slice(hole.end), text);
}

function lineOf(lines: readonly InlineLine[], offset: number): number {
  let end = 0;
  for (const line of lines) {
    end += line.bare.length + 1;
    if (offset < end) return line.line;
  }
  return lines.at(-1)?.line ?? 0;
}
