import { readBlocks } from './blocks';
import { linesBefore } from './blockText';
import { BlockTokens } from './blockTokens';
import { findClaimed } from './claims';
import { type SplitNote, splitFrontMatter } from './frontMatter';
import { createMarkdown, type Token } from './markdown';
import { findMaterial } from './material';
import type { Claim, NoteOutline, NoteRef, ParsedNote, Problem, Section } from './model';
import { OutlineReader, outlineOf } from './outlineReader';
import { readQuizBlocks } from './questions/authored';
import { readSyntaxes } from './questions/syntaxes';

const markdown = createMarkdown();

/**
 * Reads a note. Never throws: what cannot be read becomes a problem, and the rest of the note is still there.
 *
 * @param text the whole file; CRLF, a byte order mark and NFD are fine
 * @param claims out-of-date statements to look for
 */
export function parseNote(text: string, ref: NoteRef, claims: readonly Claim[] = []): ParsedNote {
  const split = splitFrontMatter(text);
  const plain = plainTokens(split.body);
  const tokens = plain ?? markdown.parse(split.body, {});
  const note = noteOf(split, ref, claims, {
    outline: outlineOf(tokens),
    tokens: () => tokens,
    lineCount: linesBefore(split.body, split.body.length) + 1,
    isPlain: plain !== undefined,
  });
  return { ...note, material: findMaterial(tokens, note.sections, note.terms.all, note.asked) };
}

/** The same without what only the making of questions asks for. Of most notes no token is made. */
export function outlineNote(text: string, ref: NoteRef, claims: readonly Claim[] = []): NoteOutline {
  const split = splitFrontMatter(text);
  const outline = new OutlineReader(split.text);
  const lineCount = readBlocks(split.text, outline, split.start);
  if (lineCount !== undefined) return noteOf(split, ref, claims, { outline, tokens: () => plainTokens(split.body) ?? [], lineCount, isPlain: true });
  const tokens = markdown.parse(split.body, {});
  return noteOf(split, ref, claims, {
    outline: outlineOf(tokens),
    tokens: () => tokens,
    lineCount: linesBefore(split.body, split.body.length) + 1,
    isPlain: false,
  });
}

function plainTokens(body: string): Token[] | undefined {
  const blocks = new BlockTokens();
  return readBlocks(body, blocks) === undefined ? undefined : blocks.tokens;
}

interface Blocks {
  readonly outline: OutlineReader;
  readonly tokens: () => readonly Token[];
  readonly lineCount: number;
  /** False for a note that only markdown-it could read. */
  readonly isPlain: boolean;
}

function noteOf(split: SplitNote, ref: NoteRef, claims: readonly Claim[], { outline, tokens, lineCount, isPlain }: Blocks): Omit<ParsedNote, 'material'> {
  const { frontMatter, problems } = split;
  const sections = outline.sections(lineCount);
  const { fences } = outline;
  const quiz = readQuizBlocks(ref, fences, sections);
  const written = outline.mayAsk ? readSyntaxes({ ref, tokens: tokens(), sections, body: split.body, taken: quiz.questions }) : { questions: [], problems: [] };
  const questions = [...quiz.questions, ...written.questions].sort((a, b) => a.line - b.line);
  return {
    ref,
    title: frontMatter.title ?? topHeading(sections)?.title ?? fileTitle(ref.path),
    frontMatter,
    lineCount,
    sections,
    terms: outline.terms,
    links: outline.references.links,
    images: outline.references.images,
    fences,
    asked: questions.map((question) => question.line),
    questions,
    problems: [...problems, ...(isPlain ? [] : unclosedFences(tokens(), split.body.split('\n'))), ...quiz.problems, ...written.problems],
    claimed: claims.length > 0 ? findClaimed(split.body, tokens, claims) : [],
  };
}

/** The heading that stands for the whole note: the first one, if no other is as high. */
function topHeading(sections: readonly Section[]): Section | undefined {
  const [first, ...others] = sections;
  return first && others.every((section) => section.level > first.level) ? first : undefined;
}

function fileTitle(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.(md|markdown)$/i, '');
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
