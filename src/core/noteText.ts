import type { Claim, NoteOutline, NoteRef, ParsedNote, Problem } from './model';
import { outlineNote, parseNote } from './parseNote';

/** The text of a note's file, and what is wrong with the file. */
export interface NoteText {
  /** Without NUL. */
  readonly text: string;
  readonly problem?: Problem;
}

/** Above this many characters only the headings of a note are looked at. */
export const usualLargest = 2_000_000;

/**
 * The text of a note: UTF-8, or UTF-16 with its mark. What is neither is read as EUC-KR (CP949), which Korean Windows wrote for decades, with a
 * problem that says so; what is no text at all has none.
 * @param utf8 the bytes as UTF-8, if someone has read them so already
 */
export function decodeNote(bytes: Uint8Array, utf8 = new TextDecoder().decode(bytes)): NoteText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: withoutNul(new TextDecoder('utf-16le').decode(bytes)) };
  if (first === 0xfe && second === 0xff) return { text: withoutNul(new TextDecoder('utf-16be').decode(bytes)) };
  if (bytes.includes(0)) return { text: '', problem: fileProblem('note.binary', 'This file holds no text, whatever its name says') };
  if (!utf8.includes('\ufffd') || isUtf8(bytes)) return { text: utf8 };
  const korean = decodeAs('euc-kr', bytes);
  if (korean !== undefined) {
    return { text: korean, problem: fileProblem('note.encoding', 'This note is written in EUC-KR, which other programs may not read: save it as UTF-8') };
  }
  return { text: utf8, problem: fileProblem('note.encoding.unknown', 'Parts of this note are neither UTF-8 nor EUC-KR and cannot be read') };
}

/** As Markdown has it. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}

/** Of a file that cannot be opened. */
export const unreadable: NoteText = { text: '', problem: fileProblem('note.unreadable', 'This file cannot be read: its permissions may forbid it') };

function isUtf8(bytes: Uint8Array): boolean {
  return decodeAs('utf-8', bytes) !== undefined;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function fileProblem(code: string, text: string, args?: Problem['message']['args']): Problem {
  return { severity: 'warning', code, message: { text, ...(args ? { args } : {}) }, line: 0, column: 0 };
}

/**
 * `parseNote` for a file of any size and encoding.
 * @param largest length above which only headings are read
 */
export function readNote(text: NoteText, ref: NoteRef, claims: readonly Claim[], largest = usualLargest): ParsedNote {
  return read(parseNote, text, ref, claims, largest);
}

/** `outlineNote` for a file of any size and encoding; the rest as for `readNote`. */
export function readOutline(text: NoteText, ref: NoteRef, claims: readonly Claim[], largest = usualLargest): NoteOutline {
  return read(outlineNote, text, ref, claims, largest);
}

type Parse<Note> = (text: string, ref: NoteRef, claims: readonly Claim[]) => Note;

function read<Note extends NoteOutline>(parse: Parse<Note>, { text, problem }: NoteText, ref: NoteRef, claims: readonly Claim[], largest: number): Note {
  const isLarge = text.length > largest;
  const note = parse(isLarge ? headingsOf(text) : text, ref, claims);
  const large = isLarge
    ? [
        fileProblem('note.large', 'This note has {size} million characters, more than {largest}: only its headings are read', {
          size: (text.length / 1e6).toFixed(1),
          largest: (largest / 1e6).toFixed(1),
        }),
      ]
    : [];
  const problems = [...(problem ? [problem] : []), ...large];
  return problems.length === 0 ? note : { ...note, problems: [...problems, ...note.problems] };
}

/** The front matter and the headings of a note; every other line is left empty. */
function headingsOf(text: string): string {
  let fence = '';
  let isFront = false;
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line, index) => {
      if (index === 0 && /^---\s*$/.test(line)) isFront = true;
      else if (isFront && /^(?:---|\.\.\.)\s*$/.test(line)) {
        isFront = false;
        return line;
      }
      if (isFront) return line.length > longestLine ? '' : line;
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (fence === '') fence = mark;
      else if (mark.startsWith(fence)) fence = '';
      return fence === '' && mark === '' && /^ {0,3}#{1,6}\s/.test(line) && line.length <= longestLine ? line : '';
    })
    .join('\n');
}

/** A longer line is no heading. */
const longestLine = 1_000;
