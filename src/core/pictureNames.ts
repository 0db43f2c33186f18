/** Pictures by the names notes write, wherever they lie: as Obsidian keeps them in a folder of their own. */

/** Endings of what a page can show. */
export const pictureEndings = ['apng', 'avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp'] as const;

/**
 * The path a note means, nearest to the root of those that end as it is written, or else of those with the name; in any case and in NFC or NFD.
 * @param paths in the folder of the notes
 * @param written a name, or the last folders and the name
 */
export function pictureNamed(paths: readonly string[], written: string): string | undefined {
  const wanted = plain(written.replace(/^(?:\.{0,2}\/)+/, ''));
  const depth = (path: string) => path.split('/').length;
  const nearest = [...paths].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  const endsWith = (end: string) => nearest.find((path) => `/${plain(path)}`.endsWith(`/${end}`));
  return endsWith(wanted) ?? endsWith(wanted.slice(wanted.lastIndexOf('/') + 1));
}

function plain(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
