import type { NoteRef, Section } from '../model';
import type { QuestionKind } from './question';

export interface QuestionName {
  readonly ref: NoteRef;
  /** The section the question belongs to; none above the first heading. */
  readonly section: Section | undefined;
  readonly kind: QuestionKind;
  /** The words that make the key. */
  readonly words: string;
  /** The name the author gave the question. */
  readonly written?: string | undefined;
  /** Letters of the words that count. */
  readonly letters?: number;
}

/** `pack:id` when the author named the question (it may move between notes), else pack, note, section, kind and the start of its words. */
export function questionId({ ref, section, kind, words, written, letters = 60 }: QuestionName): string {
  if (written) return `${ref.pack}:${written}`;
  const stem = words
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, letters)
    .replaceAll(' ', '-');
  return `${ref.pack}/${ref.path}#${section?.slug ?? ''}:${kind}:${stem}`;
}

/** The innermost section a line stands in; a heading stands in its own. */
export function sectionAt(sections: readonly Section[], line: number): Section | undefined {
  return sections.findLast((section) => section.line <= line && line < section.endLine);
}
