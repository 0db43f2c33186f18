import type { Message } from '../model';
import type { QuestionKind } from './question';
import { choiceKeys, pairKeys, type QuizKey, questionKeys, questionSnippet, templateKinds } from './quizKeys';

export interface Proposal {
  readonly sort: 'key' | 'value' | 'question';
  readonly label: string;
  /** In VS Code's snippet syntax. */
  readonly insert: string;
  /** Letters before the cursor that it replaces. */
  readonly replaced: number;
  readonly detail?: Message;
}

export interface QuizPlace {
  /** The lines of the block, without its fences. */
  readonly lines: readonly string[];
  /** Of the cursor, from 0, in these lines. */
  readonly line: number;
  readonly column: number;
  /** True if the value at the cursor is a section of the note: then they are worth finding. */
  readonly sections?: readonly string[];
}

/**
 * What can be written at the cursor in a `quiz` block: the keys its question (or choice, or pair) still lacks, the values a key has, and a whole
 * question where one may begin. Understands as much of YAML as such a block needs, by its indentation, since it is broken while written.
 */
export function proposeInQuiz({ lines, line, column, sections = [] }: QuizPlace): Proposal[] {
  const before = (lines[line] ?? '').slice(0, column);
  const inMap = /\{(?:[^{}]*,)?\s*(\w*)$/.exec(before);
  if (inMap && !before.includes('{{')) return keys(choiceKeys, usedIn(before), inMap[1] ?? '', '');
  const value = /^[\s-]*?(\w+):\s+([^\s#].*)?$/.exec(before);
  if (value) return values(value[1] ?? '', value[2] ?? '', kindAt(lines, line, columnOf(before)), sections);
  const key = /^(\s*)(-\s+)?(\w*)$/.exec(before);
  if (!key) return [];
  const [, indent = '', dash = '', word = ''] = key;
  const place = itemAt(lines, line, indent.length + dash.length, dash !== '');
  if (place.parent === 'choices') return keys(choiceKeys, place.used, word, ' ');
  if (place.parent === 'pairs') return keys(pairKeys, place.used, word, ' ');
  if (place.parent !== undefined) return [];
  const kind = kindOf(place.text);
  const own = questionKeys.filter((one) => !one.kinds || !kind || one.kinds.includes(kind));
  const isList = dash === '' && indent === '' && lines.some((other) => /^-\s/.test(other));
  const isFresh = place.used.length === 0 || isList;
  return [...(isFresh ? questions(word, dash !== '', isList) : []), ...(isList ? [] : keys(own, place.used, word, ' '))];
}

/** True if the cursor stands where the name of a section belongs. */
export function isSectionAsked(before: string): boolean {
  return /^[\s-]*section:\s/.test(before);
}

function keys(known: readonly QuizKey[], used: readonly string[], word: string, space: string): Proposal[] {
  return known
    .filter((key) => !used.includes(key.name))
    .map((key) => ({ sort: 'key', label: key.name, insert: `${key.name}:${space || ' '}`, replaced: word.length, detail: key.detail }));
}

function values(key: string, word: string, kind: QuestionKind | undefined, sections: readonly string[]): Proposal[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    kind: templateKinds,
    answer: kind === 'ox' ? ['O', 'X'] : [],
    correct: ['true', 'false'],
    section: sections,
  };
  return (known[key] ?? []).map((value) => ({ sort: 'value', label: value, insert: escaped(quoted(value)), replaced: word.length }));
}

/** YAML takes a text that begins with a sign or holds `: ` or ` #` for something else. */
function quoted(value: string): string {
  return /^[^\p{L}\p{N}]|:(?:\s|$)|\s#|^\d[\d.]*$/u.test(value) ? `'${value.replaceAll("'", "''")}'` : value;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function questions(word: string, hasDash: boolean, needsDash: boolean): Proposal[] {
  const deeper = hasDash || needsDash ? '  ' : '';
  return templateKinds.map((kind) => ({
    sort: 'question',
    label: kind,
    insert:
      (needsDash ? '- ' : '') +
      questionSnippet(kind)
        .map((text, index) => (index === 0 ? text : deeper + text))
        .join('\n'),
    replaced: word.length,
    detail: { text: 'A whole question' },
  }));
}

interface Item {
  /** Key whose list the item stands in; `undefined` for a question. */
  readonly parent: string | undefined;
  readonly used: readonly string[];
  /** Its lines. */
  readonly text: readonly string[];
}

/** The map whose keys stand in a column, around a line. */
function itemAt(lines: readonly string[], line: number, column: number, begins: boolean): Item {
  const own: string[] = [];
  let dashColumn = begins ? column - 2 : undefined;
  let parent: string | undefined;
  for (let at = line - 1; at >= 0; at--) {
    const text = lines[at] ?? '';
    if (text.trim() === '') continue;
    const limit = dashColumn ?? column;
    const start = text.search(/\S/);
    const isItem = text[start] === '-';
    if (dashColumn === undefined && columnOf(text) === column) own.push(text);
    if (dashColumn === undefined && isItem && columnOf(text) === column) dashColumn = start;
    else if (!isItem && (start < limit || (start === limit && dashColumn !== undefined))) {
      parent = /^\s*(\w+):\s*$/.exec(text)?.[1] ?? '';
      break;
    } else if (isItem && columnOf(text) <= limit && start < limit) {
      // the key of a list may stand in the first line of the item around it
      parent = /^\s*-\s+(\w+):\s*$/.exec(text)?.[1] ?? '';
      break;
    }
  }
  for (const text of lines.slice(line + 1)) {
    if (text.trim() === '') continue;
    if (columnOf(text) < column || text[text.search(/\S/)] === '-') break;
    if (columnOf(text) === column) own.push(text);
  }
  return { parent, used: own.flatMap(usedIn), text: own };
}

/** Where the text of a line begins, the dash of an item left out. */
function columnOf(text: string): number {
  return /^\s*(?:-\s+)?/.exec(text)?.[0].length ?? 0;
}

function usedIn(text: string): string[] {
  return [...text.matchAll(/(?:^[\s-]*|[{,]\s*)(\w+):/g)].map((found) => found[1] ?? '');
}

function kindAt(lines: readonly string[], line: number, column: number): QuestionKind | undefined {
  return kindOf([lines[line] ?? '', ...itemAt(lines, line, column, /^\s*-/.test(lines[line] ?? '')).text]);
}

function kindOf(lines: readonly string[]): QuestionKind | undefined {
  const written = lines.flatMap((text) => /^[\s-]*kind:\s*(\w+)/.exec(text)?.[1] ?? [])[0];
  return templateKinds.find((kind) => kind === written);
}
