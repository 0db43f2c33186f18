/** Addresses as notes write them. */
import type { NoteRef } from './model';

export function isExternal(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(href);
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
