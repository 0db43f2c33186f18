/** What the path of a note tells. */

/** The name of the folder it lies in; undefined in the pack's root. */
export function folderOf(path: string): string | undefined {
  const end = path.lastIndexOf('/');
  return end < 0 ? undefined : path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}

export function isMarkdownPath(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}
