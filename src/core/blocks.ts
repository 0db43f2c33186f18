/**
 * The block structure of a note as markdown-it would find it, found faster: for the shapes nearly every note is made of. Whatever could
 * be read in another way (HTML, quotations, references, tabs, setext headings, …) makes `readBlocks` give up, and markdown-it reads the note.
 * A test holds both against one another.
 */
import { beginsWithOne, changesLineAbove, isDelimiters, kindOfLine, type LineKind, ruleMarkup } from './blockLine';
import type { BlockListener } from './blockListener';
import { cellsOf } from './blockTable';
import { type ListKind, listKinds } from './blockTags';
import { backtick, colon, hash, hyphen, isDigit, isSpace, lineFeed, linesBefore, opening, pipe, space, tab, withoutIndent } from './blockText';
import { type Inline, inlineIn } from './inline';

interface List {
  readonly kind: ListKind;
  /** Columns before the text of the open item. */
  offset: number;
}

/** Used again for each paragraph: a note has dozens, and nobody keeps them. */
interface Paragraph {
  isOpen: boolean;
  line: number;
  start: number;
  /** Columns of the item it stands in. */
  offset: number;
  beginsItem: boolean;
  end: number;
}

/**
 * @param body without NUL, for which Markdown has another character
 * @param start where the Markdown of the text begins: at a line, or where one ends
 * @returns how many lines there are, or undefined for a text that only markdown-it can read, of which the listener has then heard a part
 */
export function readBlocks(body: string, listener: BlockListener, start = 0): number | undefined {
  // a last line of blanks without its end is no line to some of its rules
  if (isSpace(body.charCodeAt(body.length - 1)) || body.includes('^[')) return undefined;
  const reader = new BlockReader(body, listener, start);
  return reader.read() ? reader.lineCount : undefined;
}

class BlockReader {
  private readonly body: string;
  private readonly listener: BlockListener;
  private readonly lists: List[] = [];
  /** Columns of the innermost item. */
  private offset = 0;
  private readonly paragraph: Paragraph = { isOpen: false, line: 0, start: 0, offset: 0, beginsItem: false, end: 0 };
  private line: number;
  /** Of the line: where it begins, its first character that is no space, and its end. */
  private start: number;
  private first = 0;
  private end = 0;

  constructor(body: string, listener: BlockListener, start: number) {
    this.body = body;
    this.listener = listener;
    this.start = start;
    this.line = linesBefore(body, start);
  }

  /** At the end; below the last line feed is a line, too. */
  get lineCount(): number {
    return this.start > this.body.length ? this.line : this.line + 1;
  }

  /** False when something else than this has to read the text. */
  read(): boolean {
    while (this.start < this.body.length) {
      if (!this.open()) return false;
      if (this.first === this.end) {
        if (!this.closeParagraph()) return false;
      } else if (!this.readLine()) {
        return false;
      }
      this.next();
    }
    if (!this.closeParagraph()) return false;
    this.closeLists(-1);
    return true;
  }

  /** Finds where the line begins and ends; a blank one ends where it begins. */
  private open(): boolean {
    const { body, start } = this;
    let at = start;
    this.end = body.charCodeAt(at) === lineFeed ? at : this.endOf(at);
    while (at < this.end && body.charCodeAt(at) === space) at++;
    this.first = at;
    if (at === this.end || body.charCodeAt(at) !== tab) return true;
    while (at < this.end && (body.charCodeAt(at) === space || body.charCodeAt(at) === tab)) at++;
    this.first = at;
    return at === this.end;
  }

  private next(): void {
    this.line++;
    this.start = this.end + 1;
  }

  private get indent(): number {
    return this.first - this.start;
  }

  private readLine(): boolean {
    const { paragraph } = this;
    if (paragraph.isOpen) {
      if (this.indent - paragraph.offset > 3) return this.continueParagraph();
      const kind = kindOfLine(this.body, this.first, this.end);
      if (kind === 'other' || changesLineAbove(this.body, this.first, this.end, kind)) return false;
      if (kind === 'text' || (kind === 'ordered' && this.indent >= paragraph.offset && !beginsWithOne(this.body, this.first))) return this.continueParagraph();
      if (!this.closeParagraph()) return false;
      return this.startBlock(kind);
    }
    return this.startBlock(kindOfLine(this.body, this.first, this.end));
  }

  private startBlock(kind: LineKind): boolean {
    if (kind === 'other') return false;
    const isItem = kind === 'bullet' || kind === 'ordered';
    // markdown-it takes such a marker for text of the item above
    if (isItem && this.indent < this.offset && this.indent - (this.lists.at(-2)?.offset ?? 0) > 3) return false;
    if (isItem) return this.startItem();
    this.closeLists(this.indent);
    if (this.indent - this.offset > 3) return false;
    // before anything else markdown-it looks for a table
    if (kind !== 'text' && this.lineAfter() >= 0 && this.body.slice(this.first, this.end).includes('|')) return false;
    switch (kind) {
      case 'heading':
        return this.lists.length === 0 && this.readHeading();
      case 'fence':
        return this.readFence();
      case 'rule':
        this.listener.rule(this.line, ruleMarkup(this.body.slice(this.first, this.end)));
        return true;
      default:
        return this.startText(false);
    }
  }

  private startText(beginsItem: boolean): boolean {
    const next = this.lineAfter();
    if (next >= 0 && isDelimiters(this.body, next, this.endOf(next))) return this.readTable(next);
    const { paragraph } = this;
    paragraph.isOpen = true;
    paragraph.line = this.line;
    paragraph.start = this.first;
    paragraph.offset = this.offset;
    paragraph.beginsItem = beginsItem;
    paragraph.end = this.end;
    return true;
  }

  /** Where the next line begins, if that may be the second one of a table; below 0 otherwise. */
  private lineAfter(): number {
    if (this.end >= this.body.length) return -1;
    let at = this.end + 1;
    let code = this.body.charCodeAt(at);
    while (code === space) code = this.body.charCodeAt(++at);
    return code === pipe || code === hyphen || code === colon || code === tab ? this.end + 1 : -1;
  }

  private endOf(line: number): number {
    const lineEnd = this.body.indexOf('\n', line);
    return lineEnd < 0 ? this.body.length : lineEnd;
  }

  private continueParagraph(): boolean {
    this.paragraph.end = this.end;
    return true;
  }

  private closeParagraph(): boolean {
    const { paragraph } = this;
    if (!paragraph.isOpen) return true;
    paragraph.isOpen = false;
    const { line, start, end, offset, beginsItem } = paragraph;
    const isIndented = offset > 0 && this.line - line > 1;
    const text = isIndented ? withoutIndent(this.body.slice(start, end), offset) : this.body;
    const inline = isIndented ? inlineIn(text, 0, text.length, line, this.line) : inlineIn(text, start, end, line, this.line);
    // may define where links lead
    if (text.charCodeAt(inline.from) === opening && inline.content.includes(']:')) return false;
    this.listener.paragraph(inline, beginsItem);
    return true;
  }

  private readHeading(): boolean {
    const { body, first } = this;
    let at = first;
    while (at < this.end && body.charCodeAt(at) === hash) at++;
    const size = at - first;
    let end = this.end;
    while (end > at && isSpace(body.charCodeAt(end - 1))) end--;
    let bare = end;
    while (bare > at && body.charCodeAt(bare - 1) === hash) bare--;
    if (bare > at && isSpace(body.charCodeAt(bare - 1))) end = bare;
    this.listener.heading(inlineIn(body, at, end, this.line, this.line + 1), size);
    return true;
  }

  private readFence(): boolean {
    const { body, first, indent, offset, line } = this;
    const code = body.charCodeAt(first);
    let at = first;
    while (at < this.end && body.charCodeAt(at) === code) at++;
    const markup = body.slice(first, at);
    const info = body.slice(at, this.end);
    if (code === backtick && info.includes('`')) return false;
    const begin = this.end + 1;
    for (;;) {
      this.next();
      // without an end it goes on to that of the item or the note
      if (this.start >= body.length) return false;
      const isPlain = this.open();
      if (!isPlain && (indent > 0 || offset > 0)) return false;
      if (this.first === this.end) continue;
      if (this.indent < offset) return false;
      if (!isPlain || this.indent - offset > 3 || body.charCodeAt(this.first) !== code) continue;
      let to = this.first;
      while (to < this.end && body.charCodeAt(to) === code) to++;
      if (to - this.first < markup.length) continue;
      while (to < this.end && isSpace(body.charCodeAt(to))) to++;
      if (to === this.end) break;
    }
    const content = begin > this.start ? '' : body.slice(begin, this.start);
    if (indent > 0 && content.includes('\t')) return false;
    this.listener.fence(info, indent > 0 ? withoutIndent(content, indent) : content, line, this.line + 1, markup);
    return true;
  }

  private startItem(): boolean {
    const { body, first, end, indent } = this;
    let after = first + 1;
    while (isDigit(body.charCodeAt(after - 1))) after++;
    const kind = listKinds.get(body.charCodeAt(after - 1));
    let at = after;
    while (at < end && body.charCodeAt(at) === space) at++;
    const list = this.closeLists(indent, kind);
    if (!kind || indent - this.offset > 3 || at === end || at - after > 4 || body.charCodeAt(at) === tab) return false;
    if (list) {
      this.lists.push(list);
      list.offset = at - this.start;
    } else {
      this.listener.openList(kind, this.line);
      this.lists.push({ kind, offset: at - this.start });
    }
    this.offset = at - this.start;
    this.listener.openItem(kind, this.line, body.slice(first, after - 1));
    this.first = at;
    const inside = kindOfLine(this.body, this.first, this.end);
    // boxes of tasks are changed by a plugin
    const isTask = body.charCodeAt(at) === opening && (body.charCodeAt(at + 1) === 93 || body.charCodeAt(at + 2) === 93);
    return inside === 'text' && !isTask && this.startText(true);
  }

  /**
   * Closes the items whose text is indented further than a line, and their lists.
   * @param kind of the item the line begins: the list it goes on with is given back instead of closed
   */
  private closeLists(indent: number, kind?: ListKind): List | undefined {
    for (let list = this.lists.at(-1); list && indent < list.offset; list = this.lists.at(-1)) {
      this.lists.pop();
      this.offset = this.lists.at(-1)?.offset ?? 0;
      this.listener.closeItem(list.kind, this.line);
      if (list.kind === kind && indent >= this.offset) return list;
      this.listener.closeList(list.kind, this.line);
    }
    return undefined;
  }

  /**
   * Only tables with a line at both ends of each row, as nearly all are.
   * @param next where its second line begins
   */
  private readTable(next: number): boolean {
    const { body, line } = this;
    const head = cellsOf(body, this.first, this.end, line);
    const delimiter = this.lists.length === 0 && this.indent === 0 ? cellsOf(body, next, this.endOf(next), line + 1) : undefined;
    if (!head || !delimiter || head.length !== delimiter.length || !delimiter.every((cell) => /^:?-+:?$/.test(cell.content))) return false;
    const rows: Inline[][] = [];
    this.next();
    if (!this.open()) return false;
    for (;;) {
      const { start, first } = this;
      this.next();
      const isOver = this.start >= body.length || !this.open() || this.first === this.end;
      if (isOver && this.start < body.length && this.first !== this.end) return false;
      if (isOver) {
        // the blank line, or the end, is left to the others
        this.line--;
        this.end = Math.min(this.start - 1, body.length);
        this.start = start;
        this.first = first;
        break;
      }
      const row = this.indent < 4 ? cellsOf(body, this.first, this.end, this.line) : undefined;
      if (!row) return false;
      rows.push(row);
    }
    this.listener.table(head, rows, line, this.line + 1);
    return true;
  }
}
