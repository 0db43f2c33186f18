import { comparable } from './korean';
import type { Library } from './library';
import type { Message } from './model';
import { areOpposites } from './opposites';

/** Which names mean the same: Lambda, 람다 and AWS Lambda. */
export interface NameTable {
  /** True if the whole text is a name of something. */
  has(name: string): boolean;
  /** True if both are names of one thing. Never for opposites, whatever the table says. */
  areSame(a: string, b: string): boolean;
}

/** Names of one thing. A name may stand in several groups; that does not make their other names the same. */
export type NameGroup = readonly string[];

/** Groups that share this many names are about one thing: a note's aliases of S3 and a pack's. */
const sharedByOne = 2;

export function createNameTable(groups: Iterable<NameGroup>): NameTable {
  const gathered = new GatheredNames();
  for (const group of groups) gathered.add(group);
  return gathered;
}

/** A table that grows by a group at a time. */
export class GatheredNames implements NameTable {
  readonly #members = new Map<number, Set<string>>();
  readonly #groups = new Map<string, Set<number>>();
  #next = 0;

  add(group: NameGroup): void {
    const names = new Set(group.map(comparable));
    const id = this.#next++;
    const members = new Set(names);
    for (const other of this.#sharing(names)) {
      for (const name of this.#members.get(other) ?? []) {
        members.add(name);
        this.#groups.get(name)?.delete(other);
      }
      this.#members.delete(other);
    }
    this.#members.set(id, members);
    for (const name of members) {
      const known = this.#groups.get(name);
      if (known) known.add(id);
      else this.#groups.set(name, new Set([id]));
    }
  }

  /** The groups that share enough of the names. Such a one has others of them than the commonest, in which there may be thousands. */
  #sharing(names: ReadonlySet<string>): Set<number> {
    const rarestFirst = [...names].sort((a, b) => this.#countOf(a) - this.#countOf(b));
    const found = new Set<number>();
    for (const name of rarestFirst.slice(0, 1 - sharedByOne)) {
      for (const id of this.#groups.get(name) ?? []) {
        const members = this.#members.get(id);
        let shared = 0;
        for (const one of names) if (members?.has(one)) shared++;
        if (shared >= sharedByOne) found.add(id);
      }
    }
    return found;
  }

  #countOf(name: string): number {
    return this.#groups.get(name)?.size ?? 0;
  }

  has(name: string): boolean {
    return this.#groups.has(comparable(name));
  }

  areSame(a: string, b: string): boolean {
    const others = this.#groups.get(comparable(b));
    if (!others || areOpposites(a, b)) return false;
    for (const group of this.#groups.get(comparable(a)) ?? []) if (others.has(group)) return true;
    return false;
  }
}

export const noNames: NameTable = createNameTable([]);

/**
 * The names a library knows: of its topics, of the terms it defines, and of the services its packs list.
 * @param indexed those of a note whose entry leaves them to an index
 */
export function* namesOf(library: Library, indexed: (id: string) => readonly NameGroup[] = () => []): Generator<NameGroup> {
  for (const { title, service, aliases } of library.topics) if (service || aliases.length > 0) yield [title, ...(service ? [service] : []), ...aliases];
  for (const [id, entry] of library.entries) yield* entry.names ?? indexed(id);
  for (const pack of library.packs) for (const entry of pack.manifest.services ?? []) if (entry.aliases.length > 0) yield [entry.name, ...entry.aliases];
}

/** Reads a pack's `names.json`: `{ "names": [["Lambda", "람다"], …] }`. What is no group of names is left out. */
export function parseNames(text: string): { readonly groups: readonly NameGroup[]; readonly problem?: Message } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { groups: [], problem: { text: 'The names cannot be read: {reason}', args: { reason: String(error) } } };
  }
  const names = (value as { names?: unknown } | null)?.names;
  if (!Array.isArray(names)) return { groups: [], problem: { text: 'The names cannot be read: {reason}', args: { reason: 'names' } } };
  return { groups: names.filter((group): group is NameGroup => Array.isArray(group) && group.every((name) => typeof name === 'string')) };
}
