import { readFlatYaml } from './flatYaml';
import type { FrontMatter, Problem, Source } from './model';
import { isRecord, parseYaml } from './yaml';

const byteOrderMark = 0xfeff;

export interface SplitNote {
  readonly frontMatter: FrontMatter;
  /** The Markdown with the front matter's lines left empty, so that line numbers stay those of the file. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

/**
 * Splits a note into its YAML front matter and its Markdown. The closing `---` must not reach the Markdown parser:
 * it would take it, with the line above, for a setext heading.
 */
export function splitFrontMatter(text: string): SplitNote {
  const { written, body } = divided(text);
  if (written === undefined) return { frontMatter: {}, body, problems: [] };
  const flat = readFlatYaml(written);
  const yaml = flat ? { value: flat, problems: [] } : parseYaml(written, 1);
  return { frontMatter: read(yaml.value), body, problems: yaml.problems };
}

/** The Markdown alone, as `splitFrontMatter` gives it: YAML takes long to read. */
export function withoutFrontMatter(text: string): string {
  return divided(text).body;
}

function divided(text: string): { readonly written?: string; readonly body: string } {
  const start = text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
  const whole = start.includes('\r') ? start.replace(/\r\n?/g, '\n') : start;
  const first = /^---[^\S\n]*\n/.exec(whole)?.[0].length;
  const close = first && closing(whole, first - 1);
  if (!first || !close) return { body: whole };
  // joined and not added: the letters of a sum are twice as slow to walk through
  const body = [whole.slice(0, close.end).replace(/[^\n]+/g, ''), whole.slice(close.end) || '\n'].join('');
  return { written: whole.slice(first, close.start), body };
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
