import { readBlocks } from './blocks';
import { findClaimed } from './claims';
import { splitFrontMatter } from './frontMatter';
import { createMarkdown, createSlugger, htmlImages, plainText, type Token } from './markdown';
import { findMaterial } from './material';
import type { Claim, Fence, Image, Link, NoteOutline, NoteRef, ParsedNote, Problem, Section } from './model';
import { readQuizBlocks } from './questions/authored';
import { readSyntaxes } from './questions/syntaxes';
import { mayAsk } from './questions/syntaxes/mayAsk';
import { findTerms } from './terms';

const markdown = createMarkdown();

/**
 * Reads a note. Never throws: what cannot be read becomes a problem, and the rest of the note is still there.
 *
 * @param text the whole file; CRLF, a byte order mark and NFD are fine
 * @param claims out-of-date statements to look for
 */
export function parseNote(text: string, ref: NoteRef, claims: readonly Claim[] = []): ParsedNote {
  const { note, tokens } = read(text, ref, claims);
  return { ...note, material: findMaterial(tokens, note.sections, note.terms, note.asked) };
}

/** The same without what only the making of questions asks for. */
export function outlineNote(text: string, ref: NoteRef, claims: readonly Claim[] = []): NoteOutline {
  return read(text, ref, claims).note;
}

function read(text: string, ref: NoteRef, claims: readonly Claim[]): { note: Omit<ParsedNote, 'material'>; tokens: readonly Token[] } {
  const { frontMatter, body, problems } = splitFrontMatter(text);
  const plain = readBlocks(body);
  const tokens = plain ?? markdown.parse(body, {});
  const lineCount = countLines(body);
  const sections = findSections(tokens, lineCount);
  const fences = findFences(tokens);
  const quiz = readQuizBlocks(ref, fences, sections);
  const written = mayAsk(body, tokens) ? readSyntaxes({ ref, tokens, sections, body, taken: quiz.questions }) : { questions: [], problems: [] };
  const questions = [...quiz.questions, ...written.questions].sort((a, b) => a.line - b.line);
  const asked = questions.map((question) => question.line);
  const terms = findTerms(tokens);
  const note = {
    ref,
    title: frontMatter.title ?? topHeading(sections)?.title ?? fileTitle(ref.path),
    frontMatter,
    lineCount,
    sections,
    terms,
    ...findReferences(body, tokens),
    fences,
    asked,
    questions,
    problems: [...problems, ...(plain ? [] : unclosedFences(tokens, body.split('\n'))), ...quiz.problems, ...written.problems],
    claimed: findClaimed(body, tokens, claims),
  };
  return { note, tokens };
}

function countLines(body: string): number {
  let count = 1;
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) count++;
  return count;
}

/** The heading that stands for the whole note: the first one, if no other is as high. */
function topHeading(sections: readonly Section[]): Section | undefined {
  const [first, ...others] = sections;
  return first && others.every((section) => section.level > first.level) ? first : undefined;
}

function fileTitle(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.(md|markdown)$/i, '');
}

function findSections(tokens: readonly Token[], lineCount: number): Section[] {
  const slug = createSlugger();
  const found: { title: string; slug: string; level: number; line: number }[] = [];
  tokens.forEach((token, index) => {
    // only headings of the note itself: one inside a quotation or a list is part of that
    if (token.type !== 'heading_open' || token.level !== 0 || !token.map) return;
    const title = plainText(tokens[index + 1]);
    found.push({ title, slug: slug(title), level: Number(token.tag.slice(1)), line: token.map[0] });
  });
  return found.map(({ title, slug, level, line }, index) => {
    let next = index + 1;
    while ((found[next]?.level ?? 0) > level) next++;
    return { title, slug, level, line, endLine: found[next]?.line ?? lineCount };
  });
}

function findFences(tokens: readonly Token[]): Fence[] {
  const fences: Fence[] = [];
  for (const token of tokens) {
    if (token.type === 'fence' && token.map) fences.push({ language: fenceLanguage(token), content: token.content, line: token.map[0], endLine: token.map[1] });
  }
  return fences;
}

/** The first word of the info string, lower case: ```` ```TypeScript {1,3} ```` is `typescript`. */
export function fenceLanguage(token: Token): string {
  return (token.info.trim().split(/[\s{]/)[0] ?? '').toLowerCase();
}

/** What a link or an image has in it, in Markdown, in HTML or bare. */
const referring = ['[', '<', '//', '@'];

function findReferences(body: string, tokens: readonly Token[]): { links: Link[]; images: Image[] } {
  const links: Link[] = [];
  const images: Image[] = [];
  const addHtml = (html: string, line: number) => {
    for (const { src, alt, lineOffset } of htmlImages(html)) images.push({ src, alt: alt.normalize('NFC'), line: line + lineOffset });
  };
  const marks = referring.filter((mark) => body.includes(mark));
  for (const token of tokens) {
    if (token.type === 'html_block' && token.map) addHtml(token.content, token.map[0]);
    if (token.type !== 'inline' || !token.map || !marks.some((mark) => token.content.includes(mark))) continue;
    let line = token.map[0];
    const children = token.children ?? [];
    children.forEach((child, index) => {
      if (child.type === 'softbreak' || child.type === 'hardbreak') line++;
      else if (child.type === 'image') images.push({ src: String(child.attrGet('src') ?? ''), alt: child.content.normalize('NFC'), line });
      else if (child.type === 'html_inline') addHtml(child.content, line);
      else if (child.type === 'link_open') {
        const close = children.findIndex((other, at) => at > index && other.type === 'link_close');
        const text = children
          .slice(index + 1, close)
          .map((inner) => inner.content)
          .join('')
          .normalize('NFC');
        links.push({ href: String(child.attrGet('href') ?? ''), text, line });
      }
    });
  }
  return { links, images };
}

/** A fence without its end swallows the rest of the note: CommonMark allows it, its author rarely meant it. */
function unclosedFences(tokens: readonly Token[], lines: readonly string[]): Problem[] {
  return tokens.flatMap((token): Problem[] => {
    if (token.type !== 'fence' || !token.map) return [];
    const last = (lines[token.map[1] - 1] ?? '').replace(/^[>\s]+/, '').trimEnd();
    const isClosed = token.map[1] - 1 > token.map[0] && last.startsWith(token.markup) && last.replaceAll(token.markup.charAt(0), '') === '';
    if (isClosed) return [];
    return [
      {
        severity: 'warning',
        code: 'note.unclosedFence',
        message: { text: 'This code block has no end: everything below it counts as code' },
        line: token.map[0],
        column: 0,
      },
    ];
  });
}
