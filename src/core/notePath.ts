/** What the path of a note tells. */

/** The name of the folder it lies in; undefined in the pack's root. */
export function folderOf(path: string): string | undefined {
  return path.split('/').at(-2);
}

export function isMarkdownPath(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}
