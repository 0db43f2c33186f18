/** The notebook as a Markdown file the learner may write in: what stands between our markers is ours, all else is theirs. */

export interface FileEntry {
  readonly id: string;
  /** Markdown, without markers. */
  readonly text: string;
}

type Piece = { readonly kind: 'own'; readonly text: string } | { readonly kind: 'block'; readonly id: string };

const begin = /^<!-- baeum:begin (\S.*?) -->$/;
const end = '<!-- baeum:end -->';

/**
 * The file brought up to date in place: blocks of entries are written anew where they stand, new entries come last.
 * Lines outside the markers stay as they are, byte for byte; a marker without its partner is such a line too.
 *
 * @param text the file as it is; `undefined` when there is none yet
 * @param heading begins a new file
 * @param gone what stands in place of an entry that left the notebook, where lines of the learner's follow it; where none do, its block goes
 */
export function updateNotebookFile(text: string | undefined, entries: readonly FileEntry[], heading: string, gone: string): string {
  const before = text ?? `${heading}\n\n`;
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const wanted = new Map(entries.map((entry) => [entry.id, entry.text]));
  const pieces = piecesOf(before);
  const known = new Set<string>();
  const written = pieces.map((piece, index) => {
    if (piece.kind === 'own') return piece.text;
    const now = wanted.get(piece.id);
    known.add(piece.id);
    if (now !== undefined) return block(piece.id, now, eol);
    const next = pieces[index + 1];
    return next?.kind === 'own' && next.text.trim() !== '' ? block(piece.id, gone, eol) : '';
  });
  const kept = written.join('');
  const added = [...wanted].filter(([id]) => !known.has(id));
  const isOpen = added.length > 0 && kept !== '' && !kept.endsWith('\n');
  return `${kept}${isOpen ? eol : ''}${added.map(([id, now]) => block(id, now, eol)).join('')}`;
}

function block(id: string, text: string, eol: string): string {
  return [`<!-- baeum:begin ${written(id)} -->`, ...text.split(/\r?\n/).filter((line) => !isMarker(line)), '', end, ''].join(eol);
}

/** Lines of the learner's, and blocks. */
function piecesOf(text: string): Piece[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const pieces: Piece[] = [];
  const own = (line: string) => {
    const last = pieces.at(-1);
    if (last?.kind === 'own') pieces[pieces.length - 1] = { kind: 'own', text: last.text + line };
    else pieces.push({ kind: 'own', text: line });
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const id = begin.exec(bare(line))?.[1];
    const length = id === undefined ? -1 : lines.slice(at + 1).findIndex((other) => isMarker(bare(other)));
    if (id === undefined || length < 0 || bare(lines[at + 1 + length] as string) !== end) {
      own(line);
      continue;
    }
    pieces.push({ kind: 'block', id: read(id) });
    at += 1 + length;
  }
  return pieces;
}

function isMarker(line: string): boolean {
  return line === end || begin.test(line);
}

function bare(line: string): string {
  return line.replace(/\r?\n$/, '');
}

/** An id never ends the comment it stands in. */
function written(id: string): string {
  return id.replace(/[%<>\s]/g, encodeURIComponent).replaceAll('--', '-%2D');
}

function read(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
