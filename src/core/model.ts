import type { ExamGuide } from './exam/guide';

/** The words of the project as types. Everything here is plain data: it can be sent to a webview or written as JSON. */

import type { Material } from './material';
import type { Question } from './questions/question';

/** The same text in the languages the program speaks. */
export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

/** A message for people: an English template (the key of the translations) and the values for its `{names}`. */
export interface Message {
  readonly text: string;
  readonly args?: Readonly<Record<string, string | number | Bilingual>>;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something wrong in content. Lines and columns count from 0. */
export interface Problem {
  readonly severity: Severity;
  /** Stable name of the rule, such as `quiz.noAnswer`. */
  readonly code: string;
  readonly message: Message;
  readonly line: number;
  readonly column: number;
}

/** Where a note lives: the id of its pack and its path inside the pack (`/` between folders, NFC). */
export interface NoteRef {
  readonly pack: string;
  readonly path: string;
}

/** A heading and everything up to the next heading of the same or a higher level. Lines count from 0; `endLine` is exclusive. */
export interface Section {
  readonly title: string;
  /** GitHub's anchor of the heading, unique in the note. */
  readonly slug: string;
  readonly level: number;
  readonly line: number;
  readonly endLine: number;
}

/** Lines from 0; `endLine` is exclusive. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** How the author marked a term; the strongest way, bold code, makes it a topic of its own. Those from `plain` on have no mark, only a form. */
export type TermStyle = 'strongCode' | 'strong' | 'code' | 'link' | 'plain' | 'heading' | 'sentence' | 'table';

/** A term the note defines, as in `- **용어**: 설명`. */
export interface Term {
  readonly term: string;
  /** Other names found beside the term: `대기열(queue)` gives `queue`. */
  readonly aliases: readonly string[];
  /** The definition as plain text. */
  readonly definition: string;
  readonly style: TermStyle;
  /** The label of the list item around it, as 컴퓨팅 in `- **컴퓨팅**` with the terms nested below. */
  readonly category?: string;
  readonly line: number;
  readonly endLine: number;
}

export interface Link {
  readonly href: string;
  readonly text: string;
  readonly line: number;
}

export interface Image {
  readonly src: string;
  readonly alt: string;
  readonly line: number;
}

/** A fenced code block; a diagram is one whose language is `mermaid`. */
export interface Fence {
  readonly language: string;
  readonly content: string;
  /** Line of the opening fence. */
  readonly line: number;
  readonly endLine: number;
}

export interface Source {
  readonly title: string;
  readonly url: string;
  readonly date?: string;
}

/** What a note may say of itself in YAML between `---` lines. All of it optional. */
export interface FrontMatter {
  readonly title?: string;
  readonly service?: string;
  /** Other names of the same thing: they are right as an answer too. */
  readonly aliases?: readonly string[];
  /** Words by which it is to be found. */
  readonly keywords?: readonly string[];
  readonly category?: string;
  readonly order?: number;
  readonly prerequisites?: readonly string[];
  readonly resources?: readonly string[];
  readonly summary?: string;
  readonly asOf?: string;
  readonly sources?: readonly Source[];
}

/** What is known of every note, all but its questions. */
export interface NoteOutline {
  readonly ref: NoteRef;
  readonly title: string;
  readonly frontMatter: FrontMatter;
  readonly lineCount: number;
  readonly sections: readonly Section[];
  readonly terms: NoteTerms;
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly fences: readonly Fence[];
  /** Lines at which its author's questions begin, in order. */
  readonly asked: readonly number[];
  readonly problems: readonly Problem[];
  /** Lines that say what a pack's claims call out of date; whether they speak of the same thing, the library knows. */
  readonly claimed: readonly ClaimedLine[];
}

/** The terms a note defines, in its order. They are read when they are asked for. */
export interface NoteTerms {
  readonly all: readonly Term[];
  /** Those with other names. */
  readonly named: readonly Term[];
  /** Those in bold code. */
  readonly coded: readonly Term[];
}

/** A note read whole. */
export interface ParsedNote extends NoteOutline {
  /** Its author's, by line. */
  readonly questions: readonly Question[];
  /** What questions are made from. */
  readonly material: Material;
}

/** A statement that was true once, as notes still make it, and what is true today. */
export interface Claim {
  readonly id: string;
  /** Names of what it is about; empty when its pattern says it all. */
  readonly about: readonly string[];
  /** Finds it in the plain text of a line. */
  readonly pattern: RegExp;
  /** A line this finds as well is fine: it tells the change itself. */
  readonly unless?: RegExp;
  readonly fact: Bilingual;
  /** Address of the page that states the fact. */
  readonly source: string;
  /** When the source said so: `2026-10-01`, `2026-10` or `2026`. */
  readonly date: string;
}

/** A line a claim's pattern was found in. */
export interface ClaimedLine {
  readonly claim: Claim;
  readonly line: number;
  /** The plain text of the line. */
  readonly text: string;
}

/** A learnable part of a note: the whole note, one of its sections, or a term it defines. */
export interface Topic {
  /** `pack/note.md`, with `#slug` for a section or a term. */
  readonly id: string;
  readonly part: 'note' | 'section' | 'term';
  readonly title: string;
  readonly note: NoteRef;
  readonly line: number;
  /** Exclusive. */
  readonly endLine: number;
  /** Lines between them that belong to topics inside this one. */
  readonly inner: readonly LineRange[];
  /** Lines of further places that belong to it: the list item that defines what a section tells at length. */
  readonly definedAt: number | undefined;
  readonly category: string | undefined;
  readonly aliases: readonly string[];
  readonly keywords: readonly string[];
  /** Canonical name in a pack's catalogue; snippets hang on it. */
  readonly service: string | undefined;
  readonly order: number;
  readonly prerequisites: readonly string[];
  readonly resources: readonly string[];
  readonly summary: string | undefined;
  readonly terms: readonly Term[];
  readonly sections: readonly Section[];
  readonly diagrams: readonly Fence[];
  readonly links: readonly Link[];
  /** Ids of the topics inside this one. */
  readonly children: readonly string[];
}

/** A name a pack knows for a service, so that notes by others are recognised. */
export interface CatalogueEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly category?: string;
}

/** What a pack says of itself in `pack.json`. */
export interface PackManifest {
  readonly title?: string;
  readonly categories?: readonly string[];
  readonly services?: readonly CatalogueEntry[];
  /** What `baeum check` asks of every note of the pack. A pack that names no rules is not asked anything. */
  readonly rules?: ContentRules;
  readonly exams?: readonly ExamGuide[];
}

/** Rules a pack sets itself. Each is checked where it is named; `contentRules.ts` tells what is checked besides. */
export interface ContentRules {
  /** Headings every note has. */
  readonly sections?: readonly string[];
  /** The section whose tables give a date and a source in every row. */
  readonly numbers?: string;
  /** Abbreviations every reader knows; naming them asks that all others are told. */
  readonly knownTerms?: readonly string[];
  /** Words between spaces, code and questions left out. */
  readonly minWords?: number;
  readonly maxWords?: number;
  readonly minQuestions?: number;
  /** Kinds of questions a note asks in. */
  readonly minKinds?: number;
  readonly minDiagrams?: number;
  /** Nodes of a flowchart. */
  readonly maxNodes?: number;
  /** The word before a prefix in code, as in `snippet \`s3-bucket\``: the pack brings a snippet of that prefix. */
  readonly snippetWord?: string;
}

/** A set of notes with one origin. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly manifest: PackManifest;
  /** Paths of its notes, relative to the pack, NFC. */
  readonly notes: readonly string[];
  /** Out-of-date statements it knows, for every note of the library. */
  readonly claims?: readonly Claim[];
}

export type Target = 'cloudformation' | 'cdk' | 'terraform' | 'sdk-js' | 'cli' | 'boto3';

/** Starter code for one target, in VS Code's snippet syntax. */
export interface Snippet {
  readonly id: string;
  /** The idea it shows; the same for every target of that idea. */
  readonly concept: string;
  readonly service: string;
  readonly target: Target;
  readonly title: string;
  readonly titleEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly prefix: string;
  readonly aliases: readonly string[];
  /** Lines without imports and without comments that teach. */
  readonly body: readonly string[];
  /** Plain lines that belong at the top of the file, each once. */
  readonly imports: readonly string[];
  readonly comments: readonly SnippetComment[];
  /** The official page about it. */
  readonly docs?: string;
  readonly origin?: SnippetOrigin;
}

/** One line of why, to stand above `body[line]` with that line's indentation, in the target's comment syntax. */
export interface SnippetComment {
  readonly line: number;
  readonly ko: string;
  readonly en: string;
}

/** The machine-readable model a snippet was made from, and the place in it. */
export interface SnippetOrigin {
  readonly package: string;
  readonly version: string;
  readonly path: string;
}

/** True for a line that is the topic's own and of no topic inside it. */
export function ownsLine({ line, endLine, inner }: Pick<Topic, 'line' | 'endLine' | 'inner'>, at: number): boolean {
  return line <= at && at < endLine && !inner.some((range) => range.line <= at && at < range.endLine);
}

export function noteId(ref: NoteRef): string {
  return `${ref.pack}/${ref.path}`;
}
