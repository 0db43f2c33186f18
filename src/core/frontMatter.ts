import type { FrontMatter, Problem, Source } from './model';
import { isRecord, parseYaml } from './yaml';

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
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const whole = { frontMatter: {}, body: lines.join('\n'), problems: [] };
  if (lines[0]?.trimEnd() !== '---') return whole;
  const close = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
  if (close < 0) return whole;
  const yaml = parseYaml(lines.slice(1, close).join('\n'), 1);
  const body = '\n'.repeat(close + 1) + lines.slice(close + 1).join('\n');
  return { frontMatter: read(yaml.value), body, problems: yaml.problems };
}

/** Takes what has the right type and leaves the rest: front matter of other tools is none of our business. */
function read(value: unknown): FrontMatter {
  if (!isRecord(value)) return {};
  return defined({
    title: text(value.title),
    service: text(value.service),
    aliases: texts(value.aliases),
    keywords: texts(value.keywords),
    category: text(value.category),
    order: typeof value.order === 'number' ? value.order : undefined,
    prerequisites: texts(value.prerequisites),
    resources: texts(value.resources),
    summary: text(value.summary),
    asOf: text(value.asOf),
    sources: Array.isArray(value.sources) ? value.sources.flatMap(source) : undefined,
  });
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

function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
