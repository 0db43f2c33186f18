/**
 * Drawings of diagrams that were made before they are looked at: those of a pack at build time, the learner's when they
 * were first seen. A drawing is an SVG without styles, scripts or addresses; its colours are roles or the author's own.
 */
import { hash } from './hash';

/** What makes earlier drawings worthless when it changes: mermaid, or the form of a drawing. A test holds the first against the installed one. */
export const drawingVersion = 'mermaid 12.3.0, form 1';

/** Beside the notes of a pack. */
export const drawingsFolder = 'drawings';

/** A larger one is drawn again each time: it would cost more to keep. */
export const largestDrawing = 300_000;

/** The name a drawing is kept under; the same for sources that differ only around the text. */
export function drawingKey(source: string): string {
  return hash(`${drawingVersion}\n${source.replace(/\r\n?/g, '\n').trim()}`);
}

export function drawingFile(source: string): string {
  return `${drawingKey(source)}.svg`;
}

/** Whether a text is a whole drawing: a file may be cut short. What it holds is for the page to judge. */
export function isWholeDrawing(text: string): boolean {
  return text.length <= largestDrawing && text.startsWith('<svg') && text.endsWith('</svg>');
}
