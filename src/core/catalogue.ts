import { comparable } from './korean';
import type { CatalogueEntry, Pack } from './model';

/** The service names the packs know, so that `Amazon SQS` in anybody's note is recognised as SQS. */
export interface Catalogue {
  /** The service one of the names is of; an empty one is none. */
  find(names: readonly string[]): CatalogueEntry | undefined;
}

export function createCatalogue(packs: readonly Pick<Pack, 'manifest'>[]): Catalogue {
  const byName = new Map<string, CatalogueEntry>();
  for (const pack of packs) {
    for (const entry of pack.manifest.services ?? []) {
      for (const name of [entry.name, ...entry.aliases]) byName.set(comparable(name), entry);
    }
  }
  return {
    find(names) {
      for (const name of names) {
        const entry = name === '' ? undefined : byName.get(comparable(name));
        if (entry) return entry;
      }
      return undefined;
    },
  };
}
