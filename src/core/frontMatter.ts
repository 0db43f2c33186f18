import { linesBefore } from './blockText';
import { readFlatYaml } from './flatYaml';
import type { FrontMatter, Problem, Source } from './model';
import { isRecord, parseYaml } from './yaml';

const byteOrderMark = 0xfeff;

/** A text, and where its Markdown begins. */
class Divided {
  /** With `\n` alone at the ends of lines, and without a byte order mark. */
  readonly text: string;
  /** Where the line that closes the front matter ends; 0 without one. */
  readonly start: number;
  #body: string | undefined;

  constructor(text: string, start = 0) {
    this.text = text;
    this.start = start;
  }

  /** The Markdown with the front matter's lines left empty, so that line numbers stay those of the file. */
  get body(): string {
    // joined and not added: the letters of a sum are twice as slow to walk through
    this.#body ??= this.start === 0 ? this.text : ['\n'.repeat(linesBefore(this.text, this.start)), this.text.slice(this.start)].join('');
    return this.#body;
  }
}

export class SplitNote extends Divided {
  readonly frontMatter: FrontMatter;
  readonly problems: readonly Problem[];

  constructor({ text, start }: Divided, frontMatter: FrontMatter, problems: readonly Problem[]) {
    super(text, start);
    this.frontMatter = frontMatter;
    this.problems = problems;
  }
}

/**
 * Splits a note into its YAML front matter and its Markdown. The closing `---` must not reach the Markdown parser:
 * it would take it, with the line above, for a setext heading.
 */
export function splitFrontMatter(text: string): SplitNote {
  const { written, divided } = divide(text);
  if (written === undefined) return new SplitNote(divided, {}, []);
  const flat = readFlatYaml(written);
  if (flat) return new SplitNote(divided, read(flat), []);
  const { value, problems } = parseYaml(written, 1);
  return new SplitNote(divided, read(value), problems);
}

/** The Markdown alone, as `splitFrontMatter` gives it: YAML takes long to read. */
export function withoutFrontMatter(text: string): string {
  return divide(text).divided.body;
}

function divide(written: string): { readonly written?: string; readonly divided: Divided } {
  const start = written.charCodeAt(0) === byteOrderMark ? written.slice(1) : written;
  const text = start.includes('\r') ? start.replace(/\r\n?/g, '\n') : start;
  const first = text.startsWith('---') ? /^---[^\S\n]*\n/.exec(text)?.[0].length : undefined;
  const close = first && closing(text, first - 1);
  if (!first || !close) return { divided: new Divided(text) };
  const isAll = close.end === text.length;
  return { written: text.slice(first, close.start), divided: new Divided(isAll ? `${text}\n` : text, close.end) };
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
  const list = Array.isArray(value) ? value : value === undefined || value === null ? undefined : [value];
  return list?.flatMap((item) => text(item) ?? []);
}

function source(value: unknown): Source[] {
  if (typeof value === 'string') return [{ title: value, url: value }];
  if (!isRecord(value)) return [];
  const url = text(value.url);
  if (!url) return [];
  const date = text(value.date);
  return [{ title: text(value.title) ?? url, url, ...(date ? { date } : {}) }];
}
