import { type ScriptText, type ScriptToken, stringValue } from './scriptTokens';

export interface ImportedName {
  readonly imported: string;
  readonly local: string;
  readonly isType: boolean;
  readonly start: number;
  readonly end: number;
}

/** A whole declaration that brings names of a module in; offsets as in the text. */
export interface ScriptImport {
  readonly style: 'import' | 'require';
  readonly module: string;
  /** `import type …`: gives no values. */
  readonly isTypeOnly: boolean;
  /** The word `type` of such a declaration and what follows up to the next word. */
  readonly typeWord?: { readonly start: number; readonly end: number };
  readonly defaultName?: string;
  /** `* as name`, or all that `require` gives. */
  readonly namespace?: string;
  readonly names: readonly ImportedName[];
  /** Inside of `{…}`: behind the opening brace, and before the closing one. */
  readonly braces?: { readonly start: number; readonly end: number };
  readonly start: number;
  readonly end: number;
  /** Number of the token behind it. */
  readonly next: number;
  readonly quote: string;
  readonly hasSemicolon: boolean;
}

/** Every import of a module at the top level, `const … = require(…)` among them; what is not whole is left out. */
export function scriptImports({ tokens }: ScriptText): ScriptImport[] {
  const found: ScriptImport[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'name' || token.depth !== 0 || !beginsStatement(tokens, at)) continue;
    const reader = new Reader(tokens, at);
    const read = token.text === 'import' ? readImport(reader) : /^(?:const|let|var)$/.test(token.text) ? readRequire(reader) : undefined;
    if (!read) continue;
    found.push(read);
    at = read.next - 1;
  }
  return found;
}

function beginsStatement(tokens: readonly ScriptToken[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.text === ';' || before.text === '}' || tokens[at]?.isFirstOnLine === true;
}

class Reader {
  readonly first: ScriptToken | undefined;
  readonly #tokens: readonly ScriptToken[];
  at: number;

  constructor(tokens: readonly ScriptToken[], at: number) {
    this.#tokens = tokens;
    this.first = tokens[at];
    this.at = at + 1;
  }

  peek(ahead = 0): ScriptToken | undefined {
    return this.#tokens[this.at + ahead];
  }

  /** Takes the next token when it is this one. */
  take(text: string): ScriptToken | undefined {
    const token = this.peek();
    if (token?.text !== text || token.kind === 'string') return undefined;
    this.at++;
    return token;
  }

  takeKind(kind: ScriptToken['kind']): ScriptToken | undefined {
    const token = this.peek();
    if (token?.kind !== kind) return undefined;
    this.at++;
    return token;
  }

  get end(): number {
    return this.#tokens[this.at - 1]?.end ?? 0;
  }
}

type Clause = Pick<ScriptImport, 'defaultName' | 'namespace' | 'names' | 'braces'>;

function readImport(reader: Reader): ScriptImport | undefined {
  const typeWord = reader.peek();
  const behind = reader.peek(1);
  // `import type from "m"` and `import type, {…}` bring in something of that name
  const isTypeOnly = typeWord?.text === 'type' && typeWord.kind === 'name' && behind !== undefined && behind.text !== ',' && behind.text !== 'from';
  if (isTypeOnly) reader.at++;
  const bare = reader.takeKind('string');
  if (bare) return finish(reader, 'import', bare, false, { names: [] });
  const defaultName = reader.takeKind('name')?.text;
  if (defaultName !== undefined && reader.take('=')) {
    const module = requireCall(reader);
    return module && finish(reader, 'import', module, isTypeOnly, { namespace: defaultName, names: [] });
  }
  if (defaultName !== undefined) reader.take(',');
  const clause = readClause(reader, 'as');
  if (!clause || !reader.take('from')) return undefined;
  const module = reader.takeKind('string');
  const whole = { ...clause, ...(defaultName === undefined ? {} : { defaultName }) };
  const word = isTypeOnly && typeWord && behind ? { typeWord: { start: typeWord.start, end: behind.start } } : {};
  return module && { ...finish(reader, 'import', module, isTypeOnly, whole), ...word };
}

function readRequire(reader: Reader): ScriptImport | undefined {
  const namespace = reader.takeKind('name')?.text;
  const clause = namespace === undefined ? readClause(reader, ':') : { namespace, names: [] };
  if (!clause || !reader.take('=')) return undefined;
  const module = requireCall(reader);
  return module && finish(reader, 'require', module, false, clause);
}

function requireCall(reader: Reader): ScriptToken | undefined {
  if (!reader.take('require') || !reader.take('(')) return undefined;
  const module = reader.takeKind('string');
  return reader.take(')') ? module : undefined;
}

/** `* as name` or `{ a, b as c }`, or nothing of both. */
function readClause(reader: Reader, renaming: 'as' | ':'): Clause | undefined {
  if (reader.take('*')) {
    const namespace = reader.take('as') && reader.takeKind('name')?.text;
    return namespace === undefined ? undefined : { namespace, names: [] };
  }
  const open = reader.take('{');
  if (!open) return { names: [] };
  const names: ImportedName[] = [];
  for (;;) {
    const close = reader.take('}');
    if (close) return { names, braces: { start: open.end, end: close.start } };
    const name = readName(reader, renaming);
    if (!name) return undefined;
    names.push(name);
    if (!reader.take(',') && reader.peek()?.text !== '}') return undefined;
  }
}

function readName(reader: Reader, renaming: 'as' | ':'): ImportedName | undefined {
  const start = reader.peek()?.start ?? 0;
  const behind = reader.peek(1)?.text;
  const isType = reader.peek()?.text === 'type' && behind !== undefined && behind !== ',' && behind !== '}' && behind !== renaming;
  if (isType) reader.at++;
  const imported = reader.takeKind('name') ?? reader.takeKind('string');
  if (!imported) return undefined;
  const local = reader.take(renaming) ? reader.takeKind('name') : imported;
  return local && { imported: imported.text, local: local.text, isType, start, end: reader.end };
}

function finish(reader: Reader, style: ScriptImport['style'], module: ScriptToken, isTypeOnly: boolean, clause: Clause): ScriptImport {
  // import attributes: `with { type: "json" }`
  if ((reader.peek()?.text === 'with' || reader.peek()?.text === 'assert') && reader.peek(1)?.text === '{') {
    while (reader.peek() && reader.peek()?.text !== '}') reader.at++;
    reader.at++;
  }
  const hasSemicolon = reader.take(';') !== undefined;
  return {
    ...{ style, module: stringValue(module), isTypeOnly, ...clause, start: reader.first?.start ?? 0, end: reader.end, next: reader.at },
    ...{ quote: module.text.charAt(0), hasSemicolon },
  };
}
