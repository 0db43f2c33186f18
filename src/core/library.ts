import { createCatalogue } from './catalogue';
import { outdatedFacts } from './claims';
import { type NoteOutline, type NoteRef, noteId, type Pack, type Problem, type Topic } from './model';
import { findTopics } from './topics';

/** Where a link in a note leads. */
export type LinkTarget =
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'topic'; readonly topic: string; readonly slug?: string }
  /** A note that does not exist; `path` is where it would be, inside the same pack. */
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string };

/** Everything there is to learn: a function of the packs and the outlines of their notes. What is asked of it, the `QuestionBank` knows. */
export interface Library {
  readonly packs: readonly Pack[];
  readonly notes: ReadonlyMap<string, NoteOutline>;
  /** In the order of study: pack, category, `order`, place in the note. */
  readonly topics: readonly Topic[];
  topic(id: string): Topic | undefined;
  /** In the order of the note. */
  topicsIn(note: string): readonly Topic[];
  resolveLink(from: NoteRef, href: string): LinkTarget;
  /** Problems of a note, with those of its links and of what it says that is out of date. */
  problemsOf(note: string): readonly Problem[];
  /** First topic with this title, alias or service name. */
  findTopic(name: string): Topic | undefined;
}

export function buildLibrary(packs: readonly Pack[], outlines: readonly NoteOutline[]): Library {
  const catalogue = createCatalogue(packs);
  const notes = new Map(outlines.map((note) => [noteId(note.ref), note]));
  const byNote = new Map<string, Topic[]>();
  for (const note of outlines) byNote.set(noteId(note.ref), findTopics(note, catalogue, folderOf(note.ref.path)));
  const topics = packs.flatMap((pack) =>
    courseOrder(
      pack,
      pack.notes.flatMap((path) => byNote.get(noteId({ pack: pack.id, path })) ?? []),
    ),
  );
  const topicById = new Map(topics.map((topic) => [topic.id, topic]));
  const paths = new Set(notes.keys());

  const library: Library = {
    packs,
    notes,
    topics,
    topic: (id) => topicById.get(id),
    topicsIn: (note) => byNote.get(note) ?? [],
    resolveLink: (from, href) => resolveLink(from, href, paths, byNote),
    problemsOf(id) {
      const note = notes.get(id);
      if (!note) return [];
      return [...note.problems, ...missingNotes(note, library), ...outdatedFacts(note, byNote.get(id) ?? [], catalogue)].sort((a, b) => a.line - b.line);
    },
    findTopic(name) {
      const wanted = name.toLowerCase();
      const isNamed = (topic: Topic) => [topic.title, topic.service ?? '', ...topic.aliases].some((other) => other.toLowerCase() === wanted);
      return topics.find((topic) => topic.title.toLowerCase() === wanted) ?? topics.find(isNamed);
    },
  };
  return library;
}

function folderOf(path: string): string | undefined {
  return path.split('/').at(-2);
}

/** Categories as the pack orders them, then as they first appear (topics without one count as one); inside one by `order`, then by place. */
function courseOrder(pack: Pack, topics: readonly Topic[]): Topic[] {
  const categories: (string | undefined)[] = [...(pack.manifest.categories ?? [])];
  for (const { category } of topics) if (!categories.includes(category)) categories.push(category);
  const rank = (topic: Topic) => categories.indexOf(topic.category);
  return topics
    .map((topic, place) => ({ topic, place }))
    .sort((a, b) => rank(a.topic) - rank(b.topic) || a.topic.order - b.topic.order || a.place - b.place)
    .map(({ topic }) => topic);
}

function resolveLink(from: NoteRef, href: string, paths: ReadonlySet<string>, byNote: ReadonlyMap<string, readonly Topic[]>): LinkTarget {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return { kind: 'external', url: href };
  const [rawPath = '', rawSlug] = href.split('#');
  const slug = rawSlug === undefined ? undefined : decode(rawSlug);
  const path = rawPath === '' ? from.path : joinPath(from.path, decode(rawPath));
  const candidates = /\.(md|markdown)$/i.test(path) ? [path] : [path, `${path}.md`];
  for (const candidate of candidates) {
    const id = noteId({ pack: from.pack, path: candidate });
    if (!paths.has(id)) continue;
    const topics = byNote.get(id) ?? [];
    const topic =
      topics.find((one) => slug !== undefined && one.id === `${id}#${slug}`) ??
      topics.find((one) => one.sections.some((section) => section.slug === slug)) ??
      topics[0];
    if (topic) return { kind: 'topic', topic: topic.id, ...(slug ? { slug } : {}) };
  }
  return /\.(md|markdown)$/i.test(path) ? { kind: 'missing', path } : { kind: 'file', path };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}

/** Joins a relative path to the folder of a note; `..` never leaves the pack. A leading `/` means the pack's root. */
export function joinPath(notePath: string, relative: string): string {
  const parts = relative.startsWith('/') ? [] : notePath.split('/').slice(0, -1);
  for (const part of relative.split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function missingNotes(note: NoteOutline, library: Library): Problem[] {
  return note.links.flatMap((link): Problem[] => {
    const target = library.resolveLink(note.ref, link.href);
    if (target.kind !== 'missing') return [];
    return [
      {
        severity: 'warning',
        code: 'link.missingNote',
        message: { text: 'The note {path} does not exist', args: { path: target.path } },
        line: link.line,
        column: 0,
      },
    ];
  });
}
