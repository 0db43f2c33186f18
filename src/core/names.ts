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

export const noNames: NameTable = createNameTable([]);

/** Groups that share this many names are about one thing: a note's aliases of S3 and a pack's. */
const sharedByOne = 2;

export function createNameTable(groups: readonly NameGroup[]): NameTable {
  const membersOf = new Map<number, Set<string>>();
  const groupsOf = new Map<string, Set<number>>();
  groups.forEach((group, id) => {
    const members = new Set(group.map(comparable));
    const shared = new Map<number, number>();
    for (const name of members) for (const other of groupsOf.get(name) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      if (count < sharedByOne) continue;
      for (const name of membersOf.get(other) ?? []) {
        members.add(name);
        groupsOf.get(name)?.delete(other);
      }
      membersOf.delete(other);
    }
    membersOf.set(id, members);
    for (const name of members) groupsOf.set(name, (groupsOf.get(name) ?? new Set()).add(id));
  });
  return {
    has: (name) => groupsOf.has(comparable(name)),
    areSame(a, b) {
      const others = groupsOf.get(comparable(b));
      const isShared = [...(groupsOf.get(comparable(a)) ?? [])].some((group) => others?.has(group));
      return isShared && !areOpposites(a, b);
    },
  };
}

/** The names a library knows: of its topics, of the terms it defines, and of the services its packs list. */
export function namesOf(library: Library): NameGroup[] {
  const groups: NameGroup[] = [];
  for (const topic of library.topics) groups.push([topic.title, ...(topic.service ? [topic.service] : []), ...topic.aliases]);
  for (const entry of library.entries.values()) groups.push(...entry.names);
  for (const pack of library.packs) for (const entry of pack.manifest.services ?? []) groups.push([entry.name, ...entry.aliases]);
  return groups.filter((group) => group.length > 1);
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
