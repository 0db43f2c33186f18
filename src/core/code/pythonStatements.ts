/** A logical line of Python: brackets, triple quotes and backslashes join lines. */
export interface PythonStatement {
  /** Without comments; strings kept. Every replaced letter is a space, so that offsets are those of the text from `start` on. */
  readonly code: string;
  readonly start: number;
  /** Behind its last letter that is no comment. */
  readonly end: number;
  /** Offset of the end of its last line, in front of the line ending. */
  readonly lineEnd: number;
  readonly isIndented: boolean;
}

/** A comment, a string with its prefix and quotes, a bracket, a joined or an ended line. */
const mark = /#[^\r\n]*|(?:\b[rbfut]{1,2})?("""|'''|"|')|[([{]|[)\]}]|\\\r?\n|\r?\n|;/gi;

/**
 * Never fails: a string or a bracket that is open ends with the text, a string of one quote with its line. A semicolon
 * ends a statement.
 */
export function pythonStatements(text: string): PythonStatement[] {
  const statements: PythonStatement[] = [];
  let start = text.startsWith('\ufeff') ? 1 : 0;
  let blanked: [number, number][] = [];
  let depth = 0;
  const lineEndFrom = (at: number) => {
    const found = text.slice(at).search(/\r?\n/);
    return found < 0 ? text.length : at + found;
  };
  const finish = (end: number) => {
    let code = text.slice(start, end);
    for (const [from, to] of blanked) code = code.slice(0, from - start) + ' '.repeat(to - from) + code.slice(to - start);
    const trimmed = code.trim();
    if (trimmed !== '') {
      const lead = code.length - code.trimStart().length;
      const begin = start + lead;
      statements.push({
        code: trimmed,
        start: begin,
        end: begin + trimmed.length,
        lineEnd: lineEndFrom(end),
        isIndented: /[ \t]/.test(text.charAt(text.lastIndexOf('\n', begin - 1) + 1)),
      });
    }
    blanked = [];
  };
  mark.lastIndex = start;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [whole, quote] = found;
    const after = found.index + whole.length;
    if (whole.startsWith('#')) blanked.push([found.index, after]);
    else if (quote) mark.lastIndex = stringEnd(text, after, quote);
    else if (/^[([{]$/.test(whole)) depth++;
    else if (/^[)\]}]$/.test(whole)) depth = Math.max(0, depth - 1);
    else if (whole.startsWith('\\')) continue;
    else if (depth === 0) {
      finish(found.index);
      start = after;
    }
  }
  finish(text.length);
  return statements;
}

function stringEnd(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (quote.length === 1 && text.charAt(at) === '\n') return at;
  }
  return text.length;
}
