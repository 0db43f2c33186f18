import { closing, colon, isSyllable, Occurrences, space, star, wideColon } from './blockText';
import type { Inline } from './inline';
import { oneLine, plainTextOf, type Token } from './markdown';
import type { NoteTerms, Term, TermStyle } from './model';

/** What may stand between a marked term and its definition: `:`, `：`, ` - `, ` – `, ` — `, `=>`, `->`, `→`. */
const separator = /^\s*(?:[:：]\s*|[-–—]\s+|=>\s*|->\s*|→\s*)/;
/** Another link may begin with one. */
const separatesNothing = /^\s*(?:[^\s:：–—=→[-]|$)/;
const longestTerm = 60;
/** What the Markdown of a marked term begins with: the marks of bold, code and links, a bare address, or blanks before them. */
const mayBeMarked = /^(?:[\s&`*_[<]|https?:|ftp:|\/\/|mailto:)/i;

/** What other names are written in: brackets, or the names of characters. */
const mayBeNamed = /[(&]/;

/** A list item that is open. */
interface Item {
  readonly around: Item | undefined;
  /** What it begins with, where that is a paragraph. */
  label?: Inline;
}

/** What begins as a term does. */
interface Candidate {
  readonly inline: Inline;
  readonly item: Item | undefined;
}

/**
 * Finds the terms a note defines: list items and paragraphs that begin with a marked term, then a separator, then text.
 * - `` **`EC2`**: 가상 서버 ``, `` **`Lambda`** : … `` (bold code)
 * - `**대기열(queue)**: …`, `**용어:** …` (bold, the colon inside or outside)
 * - `` `용어`: … ``, `[**EKS**](./EKS.md) - …`
 *
 * They are read when they are asked for: a folder has a hundred thousand, and its index holds but the names of some.
 */
export class TermFinder implements NoteTerms {
  private readonly candidates: Candidate[] = [];
  /** Those that may be `coded`. */
  private readonly mayBeCoded: Candidate[] = [];
  private readonly ofCode: Occurrences;
  private item: Item | undefined;
  private known: readonly Term[] | undefined;

  /** @param body in which most texts stand, in order */
  constructor(body: string) {
    this.ofCode = new Occurrences(body, ['`']);
  }

  openItem(): void {
    this.item = { around: this.item };
  }

  closeItem(): void {
    this.item = this.item?.around;
  }

  paragraph(inline: Inline, beginsItem: boolean): void {
    if (beginsItem && this.item) this.item.label = inline;
    if (!beginsMarked(inline)) return;
    const candidate = { inline, item: this.item };
    const { source, from, to } = inline;
    this.candidates.push(candidate);
    if (this.ofCode.areIn(source, from, to)) this.mayBeCoded.push(candidate);
  }

  get all(): readonly Term[] {
    this.known ??= termsOf(this.candidates);
    return this.known;
  }

  get named(): readonly Term[] {
    return (this.known ?? termsOf(this.candidates.filter(({ inline }) => mayBeNamed.test(inline.content)))).filter(({ aliases }) => aliases.length > 0);
  }

  get coded(): readonly Term[] {
    return (this.known ?? termsOf(this.mayBeCoded)).filter(({ style }) => style === 'strongCode');
  }
}

function termsOf(candidates: readonly Candidate[]): Term[] {
  const terms: Term[] = [];
  for (const candidate of candidates) {
    const term = termOf(candidate);
    if (term) terms.push(term);
  }
  return terms;
}

function termOf({ inline, item }: Candidate): Term | undefined {
  const term = termIn(inline);
  if (!term) return undefined;
  const category = categoryOf(item);
  const { definition, style } = term;
  const { term: name, aliases } = mayHaveOthers(term.term, definition) ? splitNames(term.term, definition) : { term: term.term, aliases: none };
  const { line, endLine } = inline;
  // written out: objects put together of others take twenty times as long
  return category ? { term: name, aliases, definition, style, category, line, endLine } : { term: name, aliases, definition, style, line, endLine };
}

/** The label of the innermost item around one. */
function categoryOf(item: Item | undefined): string | undefined {
  for (let around = item?.around; around; around = around.around) {
    const label = around.label && labelIn(around.label);
    if (label !== undefined) return label;
  }
  return undefined;
}

function beginsMarked({ source, from, to }: Inline): boolean {
  const code = source.charCodeAt(from);
  if (isSyllable(code)) return false;
  return code === star || mayBeMarked.test(source.slice(from, Math.min(to, from + 8)));
}

function termIn(inline: Inline): TermAtStart | undefined {
  const { source, to, strong } = inline;
  if (!strong) return isOnlyLink(inline) ? undefined : termAtStart(inline.children);
  const { head, next, isEven } = strong;
  const definition = isEven && !isColon(head.charCodeAt(head.length - 1)) ? behindColon(source, next, to) : undefined;
  if (definition !== undefined) return whole(head, definition, 'strong');
  const rest = source.slice(next, to);
  return defined(oneLine(head), oneLine(rest), 'strong', rest);
}

/** True for words that begin with a link which nothing separates from them. */
function isOnlyLink({ source, from, to, links }: Inline): boolean {
  const [first] = links ?? [];
  return first?.from === from && separatesNothing.test(source.slice(first.to, to));
}

/** What `separator` finds, too, as it is written nearly always. */
function behindColon(source: string, from: number, to: number): string | undefined {
  let at = from;
  while (source.charCodeAt(at) === space) at++;
  if (!isColon(source.charCodeAt(at))) return undefined;
  do at++;
  while (source.charCodeAt(at) === space);
  return at < to ? source.slice(at, to) : '';
}

function isColon(code: number): boolean {
  return code === colon || code === wideColon;
}

interface TermAtStart {
  term: string;
  definition: string;
  style: TermStyle;
}

function termAtStart(children: readonly Token[]): TermAtStart | undefined {
  const start = children.findIndex((child) => child.type !== 'text' || child.content.trim() !== '');
  const first = children[start];
  if (!first) return undefined;
  let end = start;
  let style: TermStyle;
  if (first.type === 'code_inline') {
    style = 'code';
  } else if (first.type === 'strong_open' || first.type === 'link_open') {
    const close = first.type.replace('open', 'close');
    end = children.findIndex((child, index) => index > start && child.type === close);
    if (end < 0) return undefined;
    style = first.type === 'link_open' ? 'link' : 'strong';
    const inside = children.slice(start + 1, end).filter((child) => child.content.trim() !== '' || child.nesting !== 0);
    if (style === 'strong' && inside.length === 1 && inside[0]?.type === 'code_inline') style = 'strongCode';
  } else {
    return undefined;
  }
  return defined(plainTextOf(children.slice(start, end + 1)), plainTextOf(children.slice(end + 1)), style, children[end + 1]?.content ?? '');
}

/** @param next the text right behind the marked one, as it is written */
function defined(head: string, rest: string, style: TermStyle, next: string): TermAtStart | undefined {
  if (style === 'strong' && (head.endsWith(':') || head.endsWith('：'))) return whole(head.replace(/\s*[:：]$/, ''), rest, style);
  const separated = separator.exec(rest)?.[0];
  // plainTextOf trims, and a hyphen separates only with a space before it: **EC2**-like is no definition
  if (separated === undefined || (/^[-–—]/.test(rest) && !/^\s/.test(next))) return undefined;
  // a link is a term only when its definition is told apart by a dash: `[문서](x): …` is mostly a reference
  if (style === 'link' && /^[:：]/.test(rest)) return undefined;
  return whole(style === 'strong' ? head : head.replace(/\s*[:：]$/, ''), rest.slice(separated.length), style);
}

function whole(term: string, definition: string, style: TermStyle): TermAtStart | undefined {
  return term && term.length <= longestTerm && definition ? { term, definition, style } : undefined;
}

const none: readonly string[] = Object.freeze([]);

/** False where `splitNames` finds no other name. */
function mayHaveOthers(written: string, definition: string): boolean {
  return written.charCodeAt(written.length - 1) === closing || definition.charCodeAt(0) === written.charCodeAt(0);
}

/** `대기열(queue)` → 대기열 and queue; a definition that begins `EC2 (Elastic Compute Cloud)는` gives EC2 that second name. */
export function splitNames(written: string, definition: string): { term: string; aliases: string[] } {
  const bracketed = written.charCodeAt(written.length - 1) === closing ? bracketedIn(written) : undefined;
  const term = bracketed === undefined ? written : written.slice(0, -bracketed.length - 2).trimEnd();
  const aliases = bracketed === undefined ? [] : between.test(bracketed) ? bracketed.split(between) : [bracketed];
  const expansion =
    definition.charCodeAt(0) === term.charCodeAt(0) && definition.startsWith(term) ? /^\s*\(([^()]+)\)/.exec(definition.slice(term.length)) : null;
  if (expansion?.[1]) aliases.push(expansion[1].trim());
  if (aliases.length === 0 || (aliases.length === 1 && aliases[0] !== '' && aliases[0] !== term)) return { term, aliases };
  return { term, aliases: [...new Set(aliases)].filter((alias) => alias && alias !== term) };
}

const between = /\s*[,/·]\s*/;

/** What stands between the brackets a name ends with, where something stands before them. */
function bracketedIn(written: string): string | undefined {
  const open = written.lastIndexOf('(');
  const bracketed = written.slice(open + 1, -1);
  return open > 0 && bracketed !== '' && !bracketed.includes(')') ? bracketed : undefined;
}

/** The bold words that alone make up the first paragraph of a list item: a label for the items nested below it. */
function labelIn(inline: Inline): string | undefined {
  if (!beginsMarked(inline)) return undefined;
  const { source, to, strong } = inline;
  if (strong && source.slice(strong.next, to).trim() !== '') return undefined;
  const children = inline.children.filter((child) => child.type !== 'text' || child.content.trim() !== '');
  if (children[0]?.type !== 'strong_open' || children.at(-1)?.type !== 'strong_close') return undefined;
  const label = inline.plain.replace(/\s*[:：]$/, '');
  return label.length <= longestTerm ? label : undefined;
}
