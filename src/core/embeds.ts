/** Notes that are shown in the lesson of another, whole or one section of them: `![[노트#절]]` in a paragraph of its own. */
import { BlockToken } from './blockToken';
import { withoutFrontMatter } from './frontMatter';
import { lessonMarkdown } from './lessonMarkdown';
import { captioned, ownTokens, type Part, withoutQuizzes } from './lessonTokens';
import type { Library } from './library';
import type { Env, Token } from './markdown';
import { type NoteRef, noteId, type Topic } from './model';

/** Of a longer text there is only the link, in letters. */
const longest = 200_000;

const token = (type: string, nesting: number) => new BlockToken(type, '', nesting, 0, null, '', '', '') as unknown as Token;
/** What stands around it, its title being the link. */
const around = { open: token('embed_open', 1), titleClose: token('embed_title_close', 0), close: token('embed_close', -1) };

export class Embeds {
  /** Notes whose texts are not known. */
  readonly wanted: NoteRef[] = [];
  readonly #library: Library;
  readonly #topic: Topic;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #environment: Env;

  /** @param texts of other notes, by id, as far as they are known */
  constructor(library: Library, topic: Topic, texts: ReadonlyMap<string, string>, environment: Env) {
    this.#library = library;
    this.#topic = topic;
    this.#texts = texts;
    this.#environment = environment;
  }

  /** With what is embedded in place of the links to it. What that embeds itself stays a link. */
  into(tokens: readonly Token[]): Token[] {
    const all: Token[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const one = tokens[at] as Token;
      const inline = tokens[at + 1];
      const shown = one.type === 'paragraph_open' && inline ? this.#shownFor(inline) : undefined;
      if (inline && shown) {
        all.push(around.open, inline, around.titleClose, ...shown, around.close);
        at += 2;
      } else all.push(one);
    }
    return all;
  }

  #shownFor(inline: Token): Token[] | undefined {
    const href = embedIn(inline);
    const target = href === undefined ? undefined : this.#library.resolveLink(this.#topic.note, href);
    const note = target?.kind === 'topic' ? this.#library.topic(target.topic)?.note : undefined;
    if (target?.kind !== 'topic' || !note || noteId(note) === noteId(this.#topic.note)) return undefined;
    const text = this.#texts.get(noteId(note));
    if (text === undefined) this.wanted.push(note);
    if (!text || text.length > longest) return undefined;
    const part = this.#partOf(note, target.slug);
    const tokens = part && captioned(withoutQuizzes(ownTokens(lessonMarkdown.parse(withoutFrontMatter(text), this.#environment), part)));
    return tokens?.map((one) => this.#moved(one, note));
  }

  #partOf(note: NoteRef, slug: string | undefined): Part | undefined {
    if (slug === undefined) return { part: 'note', title: '', line: 0, endLine: Number.POSITIVE_INFINITY, inner: [] };
    const section = this.#library.notes.get(noteId(note))?.sections.find((one) => one.slug === slug);
    return section && { part: 'section', title: section.title, line: section.line, endLine: section.endLine, inner: [] };
  }

  /** Its links lead on from its own note, its pictures lie where that says, and of its footnotes there is none here. */
  #moved(one: Token, from: NoteRef): Token {
    if (!one.children) return one;
    one.children = one.children.filter(({ type }) => type !== 'footnote_ref');
    for (const child of one.children) {
      if (child.type === 'link_open') child.meta = { ...child.meta, from };
      if (child.type === 'image') child.attrSet('src', this.#sourceOf(String(child.attrGet('src') ?? ''), from));
    }
    return one;
  }

  /** As a path of the pack. */
  #sourceOf(source: string, from: NoteRef): string {
    const target = this.#library.resolveLink(from, source);
    return target.kind === 'file' && from.pack === this.#topic.note.pack ? `/${encodeURI(target.path)}` : source;
  }
}

/** Where the only thing in a text leads, if that is to be shown in its place. */
function embedIn({ children }: Token): string | undefined {
  const [open, , close, ...others] = (children ?? []).filter(({ type, content }) => type !== 'text' || content.trim() !== '');
  const isAlone = close?.type === 'link_close' && others.length === 0;
  return isAlone && open?.type === 'link_open' && open.meta?.isEmbed === true ? String(open.attrGet('href') ?? '') : undefined;
}
