/** Addresses as notes write them. */
import type { NoteRef } from './model';

export function isExternal(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(href);
}

/** What leads to a note by its name, wherever it lies. */
export interface Named {
  /** A file's name with or without its ending, a path in the pack, or another name of the topic; empty for the note itself. */
  readonly name: string;
  readonly slug?: string;
}

const scheme = 'wiki:';

/** @param name without `#` */
export function hrefByName(name: string, slug = ''): string {
  return slug === '' ? scheme + name : `${scheme}${name}#${slug}`;
}

/** @returns undefined for a link that is an address */
export function namedBy(href: string): Named | undefined {
  if (!href.startsWith(scheme)) return undefined;
  const [name = '', slug] = href.slice(scheme.length).split('#');
  return { name, ...(slug ? { slug } : {}) };
}

/** The path in the pack a link of a note leads to, with or without the ending of a note; undefined for one that leads out of it. */
export function linkedPath(from: NoteRef, href: string): string | undefined {
  if (isExternal(href)) return undefined;
  const path = href.split('#')[0] ?? '';
  return path === '' ? from.path : joinPath(from.path, decodeAddress(path));
}

export function decodeAddress(text: string): string {
  if (!text.includes('%')) return text.normalize('NFC');
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}

/** Joins a relative path to the folder of a note; `..` never leaves the pack. A leading `/` means the pack's root. */
export function joinPath(notePath: string, relative: string): string {
  let folder = relative.startsWith('/') ? '' : notePath.slice(0, notePath.lastIndexOf('/') + 1);
  let rest = relative;
  for (; rest.startsWith('../'); rest = rest.slice(3)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  if (!unusual.test(rest)) return folder + rest;
  const parts = folder.split('/').slice(0, -1);
  for (const part of rest.split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** In a path that does more than to go down. */
const unusual = /^(?:[./]|$)|\\|\/[./]|\/$/;
