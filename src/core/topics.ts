import type { Catalogue } from './catalogue';
import { comparable } from './korean';
import { type CatalogueEntry, type LineRange, type NoteOutline, noteId, ownsLine, type Section, type Term, type Topic } from './model';
import { asksByItself } from './questions/syntaxes/wording';

/**
 * The topics of a note.
 *
 * - A note with one top heading (or a title in its front matter) is one topic. A section in it that is headed by the
 *   name of another service becomes a topic of its own.
 * - A note with several top headings is a collection: every section of its two highest levels is a topic.
 * - A term in bold code (`` **`EC2`**: … ``) is a topic of its own, unless a section tells of it: then it is that
 *   section's definition. So is any marked term that names a service, in a note that does not say what it is about.
 * - A question written as a heading, with all below it, is no section: an exam is one topic, not seven hundred.
 *
 * @param category for topics whose note and catalogue name none (a folder, usually)
 */
export function findTopics(parsed: NoteOutline, catalogue: Catalogue, category?: string): Topic[] {
  const context = contextOf(parsed, catalogue, category);
  const topics = context.drafts.map((draft) => ({ ...headOf(draft, context), ...partsOf(draft, context), children: [] }));
  return topics.map((topic) => ({ ...topic, children: childrenOf(topic, topics) }));
}

/** What is made of the lines of a topic's note that are its own. */
export type TopicParts = Pick<Topic, 'inner' | 'terms' | 'sections' | 'diagrams' | 'links' | 'children'>;
export type TopicHead = Omit<Topic, keyof TopicParts>;

/** Of a topic whose note names none. */
export const lastOrder = Number.MAX_SAFE_INTEGER;

/** `findTopics` without what is only asked for when a topic is opened, at a third of the time. */
export function findTopicHeads(parsed: NoteOutline, catalogue: Catalogue, category?: string): TopicHead[] {
  const context = contextOf(parsed, catalogue, category);
  return context.drafts.map((draft) => headOf(draft, context));
}

function contextOf(parsed: NoteOutline, catalogue: Catalogue, category: string | undefined): Context {
  const note = withoutQuestions(parsed);
  const sections = topicSections(note, catalogue);
  const drafts: Draft[] = isCollection(note) ? sections.map(sectionDraft) : [noteDraft(note), ...sections.map(sectionDraft)];
  const declares = declaresItself(note, catalogue);
  // in a note that says what it is about, and has no section of another service, nothing is made of the others
  const isAlone = declares && drafts.length === 1;
  for (const term of isAlone ? note.terms.coded : note.terms.all) {
    const told = drafts.find((draft) => draft.part !== 'note' && tellsOf(draft, term, catalogue));
    if (told) {
      told.definition ??= term;
    } else if (term.style === 'strongCode' || (!declares && term.style !== 'link' && isService(term, catalogue))) {
      drafts.push({ part: 'term', title: term.term, line: term.line, endLine: term.endLine, definition: term });
    }
  }
  return { note, catalogue, category, drafts, ids: new Set<string>() };
}

function withoutQuestions(note: NoteOutline): NoteOutline {
  if (note.asked.length === 0 && note.problems.length === 0) return note;
  const asked = note.sections.filter((section) => isQuestionHeading(section, note));
  if (asked.length === 0) return note;
  const isInside = (section: Section) => asked.some((one) => one.line <= section.line && section.line < one.endLine);
  return { ...note, sections: note.sections.filter((section) => !isInside(section)) };
}

/** The prompt of a question, or of something that should have become one. */
function isQuestionHeading(section: Section, note: NoteOutline): boolean {
  if (note.asked.includes(section.line)) return true;
  const isBroken = note.problems.some(({ code, line }) => code.startsWith('question.') && section.line <= line && line < section.endLine);
  return isBroken && asksByItself(section.title);
}

interface Draft {
  readonly part: Topic['part'];
  readonly title: string;
  readonly line: number;
  readonly endLine: number;
  readonly section?: Section;
  definition?: Term;
}

function isCollection(note: NoteOutline): boolean {
  if (note.frontMatter.title || note.frontMatter.service) return false;
  const [first] = note.sections;
  return first !== undefined && note.sections.filter((section) => section.level <= first.level).length > 1;
}

function topicSections(note: NoteOutline, catalogue: Catalogue): readonly Section[] {
  if (isCollection(note)) {
    const levels = [...new Set(note.sections.map((section) => section.level))].sort((a, b) => a - b).slice(0, 2);
    return note.sections.filter((section) => levels.includes(section.level) && section.title !== '');
  }
  const told = new Set<CatalogueEntry>();
  return note.sections.filter((section) => {
    const service = catalogue.find(spellingsOf(section.title));
    if (!service || told.has(service) || isAbout(note, section.title, service, catalogue)) return false;
    told.add(service);
    return true;
  });
}

/** True of the name, or the service, that the note itself is about. */
function isAbout(note: NoteOutline, title: string, service: CatalogueEntry, catalogue: Catalogue): boolean {
  const name = comparable(title);
  return serviceOf(note, catalogue) === service || comparable(note.title) === name || comparable(note.frontMatter.title ?? '') === name;
}

function serviceOf(note: NoteOutline, catalogue: Catalogue): CatalogueEntry | undefined {
  const { service, title, aliases } = note.frontMatter;
  return catalogue.find([service ?? '', title ?? '', note.title, ...(aliases ?? [])]);
}

function noteDraft(note: NoteOutline): Draft {
  return { part: 'note', title: note.title, line: 0, endLine: note.lineCount };
}

function sectionDraft(section: Section): Draft {
  return { part: 'section', title: section.title, line: section.line, endLine: section.endLine, section };
}

function withoutParentheses(title: string): string {
  return title.includes('(') ? title.replace(/\s*\([^()]*\)\s*$/, '') : title;
}

function spellingsOf(title: string): string[] {
  return title.includes('(') ? [title, withoutParentheses(title)] : [title];
}

function namesOf(term: Term): string[] {
  return [term.term, ...term.aliases];
}

function isService(term: Term, catalogue: Catalogue): boolean {
  return catalogue.find([term.term]) !== undefined;
}

/** A note that says what it is about speaks of other services in passing. */
function declaresItself(note: NoteOutline, catalogue: Catalogue): boolean {
  return !isCollection(note) && (note.frontMatter.title !== undefined || serviceOf(note, catalogue) !== undefined);
}

/** True when a section is about the term: the same name, a second name of it, `AWS Lambda` for Lambda, or the same service. */
function tellsOf(draft: Draft, term: Term, catalogue: Catalogue): boolean {
  if (draft.part !== 'section') return comparable(draft.title) === comparable(term.term);
  const title = comparable(withoutParentheses(draft.title));
  const names = namesOf(term).map(comparable);
  if (names.includes(title) || names.includes(comparable(draft.title))) return true;
  // a maker's name of one word before the term: `AWS Lambda`
  const words = draft.title.split(/\s+/);
  if (words.length > 1 && comparable(words.slice(1).join(' ')) === names[0] && /^[A-Z][\w.]*$/.test(words[0] ?? '')) {
    const entry = catalogue.find([draft.title]);
    return entry === undefined || entry === catalogue.find([term.term]);
  }
  const service = catalogue.find(spellingsOf(draft.title));
  return service !== undefined && service === catalogue.find([term.term]);
}

interface Context {
  readonly note: NoteOutline;
  readonly catalogue: Catalogue;
  readonly category: string | undefined;
  readonly drafts: readonly Draft[];
  readonly ids: Set<string>;
}

function headOf(draft: Draft, context: Context): TopicHead {
  const { note, catalogue } = context;
  const isNote = draft.part === 'note';
  const frontMatter = isNote ? note.frontMatter : {};
  const bracketed = draft.title.includes('(') ? /\(([^()]+)\)\s*$/.exec(draft.title)?.[1] : undefined;
  const names = [draft.title].concat(
    frontMatter.aliases ?? [],
    bracketed ? [withoutParentheses(draft.title), bracketed] : [],
    draft.definition ? namesOf(draft.definition) : [],
  );
  const entry = catalogue.find(frontMatter.service ? [frontMatter.service, ...names] : names);
  const aliases = entry ? names.concat(entry.name, entry.aliases) : names;
  const ofNote = note.frontMatter.category;
  const category = frontMatter.category ?? draft.definition?.category ?? entry?.category ?? ofNote ?? parentTitle(draft, note) ?? context.category;
  const service = entry?.name ?? frontMatter.service;
  return {
    id: uniqueId(draft, context),
    part: draft.part,
    title: draft.title,
    note: note.ref,
    line: draft.line,
    endLine: draft.endLine,
    definedAt: draft.part === 'section' ? draft.definition?.line : undefined,
    category: category || undefined,
    aliases: distinct(aliases, draft.title),
    keywords: frontMatter.keywords ?? [],
    service: service || undefined,
    order: note.frontMatter.order ?? lastOrder,
    prerequisites: frontMatter.prerequisites ?? [],
    resources: frontMatter.resources ?? [],
    summary: frontMatter.summary || undefined,
  };
}

function partsOf(draft: Draft, { note, drafts }: Context): Omit<TopicParts, 'children'> {
  const inner = drafts.filter((other) => other.section && isInside(other, draft)).map(({ line, endLine }) => ({ line, endLine }));
  const within = (line: number) => ownsLine({ line: draft.line, endLine: draft.endLine, inner }, line);
  return {
    inner,
    terms: [
      ...(draft.definition && draft.part === 'section' ? [draft.definition] : []),
      ...note.terms.all.filter((term) => within(term.line) && term !== draft.definition),
      ...(draft.part === 'term' && draft.definition ? [draft.definition] : []),
    ],
    sections: note.sections.filter((section) => within(section.line) && section !== draft.section),
    diagrams: note.fences.filter((fence) => fence.language === 'mermaid' && within(fence.line)),
    links: note.links.filter((link) => within(link.line)),
  };
}

function parentTitle(draft: Draft, note: NoteOutline): string | undefined {
  const own = draft.section;
  if (!own) return undefined;
  return note.sections.findLast((section) => section.line < own.line && section.level < own.level)?.title;
}

/** `pack/note.md`, `pack/note.md#section-slug`, `pack/note.md#term`. */
function uniqueId(draft: Draft, { note, ids }: Context): string {
  const base = noteId(note.ref);
  const slug = draft.section?.slug ?? (draft.part === 'term' ? draft.title.toLowerCase().replace(/\s+/g, '-') : undefined);
  let id = slug === undefined ? base : `${base}#${slug}`;
  for (let copy = 2; ids.has(id); copy++) id = `${base}#${slug}-${copy}`;
  ids.add(id);
  return id;
}

function distinct(names: readonly string[], title: string): string[] {
  return names.filter((name, at) => name && name !== title && names.indexOf(name) === at);
}

function isInside(inner: LineRange, outer: LineRange): boolean {
  return inner !== outer && outer.line <= inner.line && inner.endLine <= outer.endLine && inner.endLine - inner.line < outer.endLine - outer.line;
}

/** Topics that stand inside another one and in none that is smaller. */
function childrenOf(topic: Topic, topics: readonly Topic[]): string[] {
  if (topic.part === 'term') return [];
  const inside = topics.filter((other) => isInside(other, topic));
  return inside.filter((other) => !inside.some((between) => between.part !== 'term' && isInside(other, between))).map((other) => other.id);
}
