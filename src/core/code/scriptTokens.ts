/** JavaScript and TypeScript as tokens; the only door to js-tokens. Broken code gives tokens too: it is read while it is written. */
import jsTokens from 'js-tokens';

export interface ScriptToken {
  readonly kind: 'name' | 'string' | 'punctuator' | 'other';
  /** As written, with the quotes of a string. */
  readonly text: string;
  /** Offsets in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** True when it is the first on its line. */
  readonly isFirstOnLine: boolean;
  /** Brackets of any kind around it; a bracket itself stands outside. */
  readonly depth: number;
}

export interface ScriptComment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface ScriptText {
  /** Without white space and comments. */
  readonly tokens: readonly ScriptToken[];
  /** Comments before the first token, the line of a shebang among them. */
  readonly head: readonly ScriptComment[];
}

const kinds: Readonly<Record<string, ScriptToken['kind']>> = { IdentifierName: 'name', StringLiteral: 'string', Punctuator: 'punctuator' };
const opening = /^[([{]$|^`.*\$\{$/s;
const closing = /^[)\]}]$/;

export function scriptText(text: string): ScriptText {
  const tokens: ScriptToken[] = [];
  const head: ScriptComment[] = [];
  let start = text.startsWith('\ufeff') ? 1 : 0;
  let depth = 0;
  let isFirstOnLine = true;
  for (const { type, value } of jsTokens(text.slice(start))) {
    const end = start + value.length;
    if (type === 'LineTerminatorSequence') isFirstOnLine = true;
    else if (type === 'HashbangComment' || type === 'SingleLineComment' || type === 'MultiLineComment') {
      if (tokens.length === 0) head.push({ text: value, start, end });
      if (value.includes('\n')) isFirstOnLine = true;
    } else if (type !== 'WhiteSpace') {
      if (closing.test(value) || type === 'TemplateTail') depth = Math.max(0, depth - 1);
      tokens.push({ kind: kinds[type] ?? 'other', text: value, start, end, isFirstOnLine, depth });
      if (opening.test(value) && type !== 'TemplateMiddle') depth++;
      isFirstOnLine = false;
    }
    start = end;
  }
  return { tokens, head };
}

/** The value of a string token of a module's name: such names have no escapes worth reading. */
export function stringValue(token: ScriptToken): string {
  return token.text.slice(1, token.text.length > 1 && token.text.endsWith(token.text.charAt(0)) ? -1 : undefined);
}
