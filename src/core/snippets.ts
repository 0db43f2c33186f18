import type { Message, Snippet, SnippetComment, SnippetOrigin, Target } from './model';

export const targetNames: { readonly [T in Target]: string } = {
  cloudformation: 'CloudFormation',
  cdk: 'CDK (TypeScript)',
  terraform: 'Terraform',
  'sdk-js': 'AWS SDK (JavaScript)',
  cli: 'AWS CLI',
  boto3: 'boto3 (Python)',
};

/** Names for a row of tabs. */
export const shortTargetNames: { readonly [T in Target]: string } = {
  cloudformation: 'CloudFormation',
  cdk: 'CDK',
  terraform: 'Terraform',
  'sdk-js': 'JS SDK',
  cli: 'CLI',
  boto3: 'boto3',
};

/** VS Code's languages in which a target's code stands, the usual one first. */
export const targetLanguages: { readonly [T in Target]: readonly string[] } = {
  cloudformation: ['yaml', 'cloudformation'],
  cdk: ['typescript', 'typescriptreact', 'javascript'],
  terraform: ['terraform', 'hcl'],
  'sdk-js': ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'],
  cli: ['shellscript'],
  boto3: ['python'],
};

export interface SnippetFile {
  readonly snippets: readonly Snippet[];
  /** Set when the file could not be used. */
  readonly problem?: Message;
}

/**
 * Reads a pack's `snippets.json`: `{ "format": 1, "snippets": [...] }`, or format 2, which adds
 * `"sources": [{ "package", "version" }, ...]` and to a snippet `concept`, `imports`, `comments`, `docs`, `source` (an index
 * into the sources) and `path` (a place in that source).
 */
export function parseSnippets(text: string): SnippetFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { snippets: [], problem: { text: 'The snippets cannot be read: {reason}', args: { reason: String(error) } } };
  }
  const file = value as { format?: unknown; snippets?: unknown; sources?: unknown } | null;
  if ((file?.format !== 1 && file?.format !== 2) || !Array.isArray(file.snippets)) {
    return { snippets: [], problem: { text: 'The snippets cannot be read: {reason}', args: { reason: 'format' } } };
  }
  const sources = Array.isArray(file.sources) ? file.sources : [];
  return { snippets: file.snippets.flatMap((snippet) => readSnippet(snippet, sources)) };
}

/** A snippet without its id, place or code is left out; texts that are missing are taken from those that are there. */
function readSnippet(value: unknown, sources: readonly unknown[]): Snippet[] {
  if (!isObject(value)) return [];
  const { id, service, target, prefix, body, concept, docs, ...rest } = value;
  if (!isText(id) || !isText(service) || !isText(prefix) || !isTarget(target) || !Array.isArray(body) || !body.every(isText)) return [];
  const title = isText(rest.title) ? rest.title : prefix;
  const description = isText(rest.description) ? rest.description : '';
  const origin = readOrigin(sources[Number(rest.source)], rest.path);
  return [
    {
      id,
      concept: isText(concept) ? concept : prefix,
      service,
      target,
      title,
      titleEn: isText(rest.titleEn) ? rest.titleEn : title,
      description,
      descriptionEn: isText(rest.descriptionEn) ? rest.descriptionEn : description,
      prefix,
      aliases: texts(rest.aliases),
      body,
      imports: texts(rest.imports),
      comments: Array.isArray(rest.comments) ? rest.comments.flatMap((comment) => readComment(comment, body.length)) : [],
      ...(isText(docs) && /^https:/.test(docs) ? { docs } : {}),
      ...(origin ? { origin } : {}),
    },
  ];
}

function readComment(value: unknown, lines: number): SnippetComment[] {
  if (!isObject(value)) return [];
  const { line, ko, en } = value;
  if (!Number.isInteger(line) || Number(line) < 0 || Number(line) >= lines || !isText(ko)) return [];
  return [{ line: Number(line), ko, en: isText(en) ? en : ko }];
}

function readOrigin(source: unknown, path: unknown): SnippetOrigin | undefined {
  if (!isObject(source) || !isText(source.package) || !isText(source.version) || !isText(path)) return undefined;
  return { package: source.package, version: source.version, path };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isText) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTarget(value: unknown): value is Target {
  return isText(value) && Object.hasOwn(targetNames, value);
}

export function snippetText(snippet: Snippet): string {
  return snippet.body.join('\n');
}

/**
 * What a snippet's text is when every stop keeps its default: placeholders and first choices filled in, linked stops
 * repeated, escapes resolved. Syntax: https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax
 * (without variables and transforms, which starter snippets do not use).
 */
export function expandSnippet(body: string): string {
  const defaults = new Map<string, string>();
  // a linked stop may come before the one that carries the default
  readUntil(body, 0, '', defaults);
  return readUntil(body, 0, '', defaults).text;
}

/** Reads up to an unescaped `end` (or the whole text) and returns what stands there expanded. */
function readUntil(body: string, from: number, end: string, defaults: Map<string, string>): { text: string; next: number } {
  let text = '';
  let at = from;
  while (at < body.length) {
    const letter = body.charAt(at);
    if (letter === '\\' && /[\\$}]/.test(body.charAt(at + 1))) {
      text += body.charAt(at + 1);
      at += 2;
    } else if (end !== '' && letter === end) {
      return { text, next: at + 1 };
    } else if (letter === '$') {
      const stop = readStop(body, at, defaults);
      text += stop.text;
      at = stop.next;
    } else {
      text += letter;
      at++;
    }
  }
  return { text, next: at };
}

function readStop(body: string, at: number, defaults: Map<string, string>): { text: string; next: number } {
  const rest = body.slice(at);
  const plain = /^\$(\d+)|^\$\{(\d+)\}/.exec(rest);
  if (plain) return { text: defaults.get(plain[1] ?? plain[2] ?? '') ?? '', next: at + plain[0].length };
  const choice = /^\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}/s.exec(rest);
  if (choice?.[1]) {
    const first = /^(?:\\.|[^,\\])*/s.exec(choice[2] ?? '')?.[0] ?? '';
    return remember(choice[1], first.replace(/\\([,|\\])/g, '$1'), at + choice[0].length, defaults);
  }
  const placeholder = /^\$\{(\d+):/.exec(rest);
  if (placeholder?.[1]) {
    const inner = readUntil(body, at + placeholder[0].length, '}', defaults);
    return remember(placeholder[1], inner.text, inner.next, defaults);
  }
  return { text: '$', next: at + 1 };
}

function remember(stop: string, text: string, next: number, defaults: Map<string, string>): { text: string; next: number } {
  if (!defaults.has(stop)) defaults.set(stop, text);
  return { text, next };
}
