/** Puts `newText` where `start` to `end` stands: offsets in UTF-16 units of the text as it was. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The text after edits that do not overlap. Of several at one place the first given comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.map((edit, index) => ({ ...edit, index })).sort((a, b) => a.start - b.start || a.index - b.index);
  let edited = '';
  let at = 0;
  for (const edit of inOrder) {
    edited += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return edited + text.slice(at);
}

/** The line ending a text uses. */
export function lineEnding(text: string): '\n' | '\r\n' {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}
