import type { Message, Snippet, Target } from './model';

export const targetNames: { readonly [T in Target]: string } = {
  cloudformation: 'CloudFormation',
  cdk: 'CDK (TypeScript)',
  terraform: 'Terraform',
  'sdk-js': 'AWS SDK (JavaScript)',
  cli: 'AWS CLI',
};

/** VS Code's languages in which a target's code stands, the usual one first. */
export const targetLanguages: { readonly [T in Target]: readonly string[] } = {
  cloudformation: ['yaml', 'cloudformation'],
  cdk: ['typescript', 'typescriptreact', 'javascript'],
  terraform: ['terraform', 'hcl'],
  'sdk-js': ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'],
  cli: ['shellscript', 'powershell'],
};

export interface SnippetFile {
  readonly snippets: readonly Snippet[];
  /** Set when the file could not be used. */
  readonly problem?: Message;
}

/** Reads a pack's `snippets.json`: `{ "format": 1, "snippets": [...] }`. */
export function parseSnippets(text: string): SnippetFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { snippets: [], problem: { text: 'The snippets cannot be read: {reason}', args: { reason: String(error) } } };
  }
  const file = value as { format?: unknown; snippets?: unknown } | null;
  if (file?.format !== 1 || !Array.isArray(file.snippets)) {
    return { snippets: [], problem: { text: 'The snippets cannot be read: {reason}', args: { reason: 'format' } } };
  }
  return { snippets: file.snippets.flatMap(readSnippet) };
}

/** A snippet without its id, place or code is left out; texts that are missing are taken from those that are there. */
function readSnippet(value: unknown): Snippet[] {
  if (typeof value !== 'object' || value === null) return [];
  const { id, service, target, prefix, body, aliases, ...texts } = value as Record<string, unknown>;
  if (!isText(id) || !isText(service) || !isText(prefix) || !isTarget(target) || !Array.isArray(body) || !body.every(isText)) return [];
  const title = isText(texts.title) ? texts.title : prefix;
  const description = isText(texts.description) ? texts.description : '';
  return [
    {
      id,
      service,
      target,
      title,
      titleEn: isText(texts.titleEn) ? texts.titleEn : title,
      description,
      descriptionEn: isText(texts.descriptionEn) ? texts.descriptionEn : description,
      prefix,
      aliases: Array.isArray(aliases) ? aliases.filter(isText) : [],
      body,
    },
  ];
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
