import { linesBefore } from './blockText';
import { readFlatYaml } from './flatYaml';
import type { FrontMatter, Problem, Source } from './model';
import { isRecord, parseYaml } from './yaml';

const byteOrderMark = 0xfeff;

/** A note as its front matter, and its Markdown: the text from `start`. */
export class SplitNote {
  /** With `\n` alone at the ends of lines, and without a byte order mark. */
  readonly text: string;
  /** Where the line that closes the front matter ends; 0 without one. */
  readonly start: number;
  readonly frontMatter: FrontMatter;
  readonly problems: readonly Problem[];
  #body: string | undefined;

  constructor({ text, start }: Divided, frontMatter: FrontMatter = {}, problems: readonly Problem[] = []) {
    this.text = text;
    this.start = start;
    this.frontMatter = frontMatter;
    this.problems = problems;
  }

  /** The Markdown with the front matter's lines left empty, so that line numbers stay those of the file. */
  get body(): string {
    this.#body ??= bodyOf(this);
    return this.#body;
  }
}

/**
 * Splits a note into its YAML front matter and its Markdown. The closing `---` must not reach the Markdown parser:
 * it would take it, with the line above, for a setext heading.
 */
export function splitFrontMatter(text: string): SplitNote {
  const divided = divide(text);
  if (divided.written === undefined) return new SplitNote(divided);
  const flat = readFlatYaml(divided.written);
  if (flat) return new SplitNote(divided, read(flat));
  const { value, problems } = parseYaml(divided.written, 1);
  return new SplitNote(divided, read(value), problems);
}

/** The Markdown alone, as `splitFrontMatter` gives it: YAML takes long to read. */
export function withoutFrontMatter(text: string): string {
  return bodyOf(divide(text));
}

interface Divided extends Pick<SplitNote, 'text' | 'start'> {
  /** The front matter, if there is one. */
  readonly written?: string;
}

function divide(note: string): Divided {
  const unmarked = note.charCodeAt(0) === byteOrderMark ? note.slice(1) : note;
  const text = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  const first = text.startsWith('---') ? /^---[^\S\n]*\n/.exec(text)?.[0].length : undefined;
  const close = first && closing(text, first - 1);
  if (!first || !close) return { text, start: 0 };
  const isAll = close.end === text.length;
  return { text: isAll ? `${text}\n` : text, start: close.end, written: text.slice(first, close.start) };
}

function bodyOf({ text, start }: Divided): string {
  // joined and not added: the letters of a sum are twice as slow to walk through
  return start === 0 ? text : ['\n'.repeat(linesBefore(text, start)), text.slice(start)].join('');
}

/** The line that closes front matter, `---` or `...`; the end of the YAML above it, and its own end. */
function closing(text: string, from: number): { start: number; end: number } | undefined {
  const line = /\n(?:---|\.\.\.)\s*?(?=\n|$)/g;
  line.lastIndex = from;
  const found = line.exec(text);
  return found ? { start: Math.max(found.index, from + 1), end: line.lastIndex } : undefined;
}

const fields: { readonly [Name in keyof FrontMatter]-?: (value: unknown) => FrontMatter[Name] | undefined } = {
  title: text,
  service: text,
  aliases: texts,
  keywords: texts,
  category: text,
  order: (value) => (typeof value === 'number' ? value : undefined),
  prerequisites: texts,
  resources: texts,
  summary: text,
  asOf: text,
  sources: (value) => (Array.isArray(value) ? value.flatMap(source) : undefined),
};

/** Takes what has the right type and leaves the rest: front matter of other tools is none of our business. */
function read(value: unknown): FrontMatter {
  const found: Record<string, unknown> = {};
  if (!isRecord(value)) return found;
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(fields, name)) continue;
    const field = fields[name as keyof FrontMatter](value[name]);
    if (field !== undefined) found[name] = field;
  }
  return found;
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value.normalize('NFC').trim() || undefined;
  return typeof value === 'number' ? String(value) : undefined;
}

function texts(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const found: string[] = [];
  for (const item of Array.isArray(value) ? value : [value]) {
    const read = text(item);
    if (read !== undefined) found.push(read);
  }
  return found;
}

function source(value: unknown): Source[] {
  if (typeof value === 'string') return [{ title: value, url: value }];
  if (!isRecord(value)) return [];
  const url = text(value.url);
  if (!url) return [];
  const date = text(value.date);
  return [{ title: text(value.title) ?? url, url, ...(date ? { date } : {}) }];
}
