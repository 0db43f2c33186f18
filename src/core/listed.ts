/** Texts in one line, one after the other; those that are sentences without the full stops between them. */
export function listed(texts: readonly string[]): string {
  return texts.map((text, at) => (at < texts.length - 1 ? text.replace(/\.$/, '') : text)).join(', ');
}
