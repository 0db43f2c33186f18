/** The notes of packs by the names of their files, for links that do not say where a note lies. */
import type { Pack } from './model';

export class NoteNames {
  readonly #packs: readonly Pack[];
  readonly #byPack = new Map<string, ReadonlyMap<string, readonly string[]>>();

  constructor(packs: readonly Pack[]) {
    this.#packs = packs;
  }

  /**
   * Paths of the notes of a pack whose path ends as a name says, nearest to the pack's root first.
   * @param name of a file, with or without its ending, and with or without folders above it
   */
  find(pack: string, name: string): readonly string[] {
    let known = this.#byPack.get(pack);
    if (!known) {
      known = byName(this.#packs.find(({ id }) => id === pack)?.notes ?? []);
      this.#byPack.set(pack, known);
    }
    const wanted = bare(name);
    return (known.get(lastPart(wanted)) ?? []).filter((path) => `/${bare(path)}`.endsWith(`/${wanted}`));
  }
}

function byName(paths: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const name = lastPart(bare(path));
    const others = found.get(name);
    if (others) others.push(path);
    else found.set(name, [path]);
  }
  const depth = (path: string) => path.split('/').length;
  for (const others of found.values()) others.sort((a, b) => depth(a) - depth(b));
  return found;
}

/** Without its ending, and in one spelling: names of files differ in case only by accident. */
function bare(path: string): string {
  return path
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/^\/+/, '')
    .toLowerCase();
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
