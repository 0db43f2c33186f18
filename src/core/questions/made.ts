import { comparable } from '../korean';
import { noteId, type ParsedNote, type Question, type Term, type Topic } from '../model';
import { shuffled } from '../seed';

/** Makes questions out of a topic. A new way of asking is one more function in the list below. */
type Maker = (topic: Topic, note: ParsedNote, library: readonly Topic[]) => Question[];

const makers: readonly Maker[] = [termFromDefinition];

/** Questions made from a note by rules: offline, and the same for the same notes. */
export function makeQuestions(topic: Topic, note: ParsedNote, library: readonly Topic[]): Question[] {
  return makers.flatMap((maker) => maker(topic, note, library));
}

const choicesAsked = 4;
/** A shorter definition says too little to ask for its term. */
const shortestDefinition = 10;

/** Shows a definition and asks for its term: a choice where the note has look-alikes enough, else to be typed. */
function termFromDefinition(topic: Topic, note: ParsedNote, library: readonly Topic[]): Question[] {
  return askedTerms(topic, library).flatMap((term): Question[] => {
    const definition = masked(term.definition, [term.term, ...term.aliases]);
    if (definition.replaceAll(mask, '').trim().length < shortestDefinition) return [];
    const section = note.sections.findLast((candidate) => candidate.line <= term.line);
    const base = {
      // not the kind of question: how it is asked follows from how many look-alikes the note has, and the card must stay
      id: `${noteId(note.ref)}#${section?.slug ?? ''}:term:${term.term}`,
      prompt: `다음 설명에 알맞은 것은?\n\n> ${definition}`,
      explanation: `**${term.term}**: ${term.definition}`,
      origin: 'made' as const,
      line: term.line,
      explainedAt: term.line,
    };
    const others = distractors(term, note, library);
    if (others.length < choicesAsked - 1) {
      return [{ ...base, kind: 'short', answer: term.term, accept: term.aliases }];
    }
    const chosen = [
      { text: term.term, correct: true },
      ...others.slice(0, choicesAsked - 1).map((other) => ({ text: other.term, correct: false, why: `${other.term}: ${other.definition}` })),
    ];
    return [{ ...base, kind: 'single', choices: shuffled(chosen, base.id) }];
  });
}

/** A term that is a topic of its own is asked there and nowhere else; one that is defined twice, once. */
function askedTerms(topic: Topic, library: readonly Topic[]): readonly Term[] {
  if (topic.part === 'term') return topic.terms;
  const elsewhere = topic.children.length === 0 ? [] : library.filter((other) => topic.children.includes(other.id)).map((other) => other.line);
  const isDefinition = (term: Term) => topic.definedAt === term.line;
  const asked = topic.terms.filter((term) => term.style !== 'link' && !elsewhere.includes(term.line) && (isDefinition(term) || term.style !== 'strongCode'));
  return asked.filter((term, index) => asked.findIndex((other) => other.term === term.term) === index);
}

/** Terms that may be mistaken for this one: of its category first, then of its note. Never one that shares a name or a definition. */
function distractors(term: Term, note: ParsedNote, library: readonly Topic[]): Term[] {
  const isSame = (other: Term) =>
    comparable(other.term) === comparable(term.term) ||
    comparable(other.definition) === comparable(term.definition) ||
    [...other.aliases, other.term].some((name) => [...term.aliases, term.term].some((own) => comparable(own) === comparable(name)));
  const others = note.terms.filter((other) => other.style === term.style && !isSame(other));
  const inCategory = others.filter((other) => other.category === term.category);
  const ordered = [
    ...shuffled(inCategory, term.term),
    ...shuffled(
      others.filter((other) => !inCategory.includes(other)),
      term.term,
    ),
  ];
  const seen = new Set<string>();
  return ordered.filter((other) => {
    const name = comparable(other.term);
    // the answer of another question of the library may be right here too: a service known by both names
    if (seen.has(name) || library.some((topic) => topic.title === other.term && topic.aliases.some((alias) => comparable(alias) === comparable(term.term))))
      return false;
    seen.add(name);
    return true;
  });
}

const mask = '○○';

/** The definition without its own term: `EC2 (Elastic Compute Cloud)는 AWS에서 …` → `AWS에서 …`; where it comes up again it is hidden. */
function masked(definition: string, names: readonly string[]): string {
  const byLength = [...names]
    .sort((a, b) => b.length - a.length)
    .map(namePattern)
    .join('|');
  const opening = new RegExp(`^(?:${byLength})\\s*(?:\\([^()]*\\))?\\s*(?:은|는|이란|란|:)\\s+`, 'iu');
  return definition.replace(opening, '').replace(new RegExp(byLength, 'giu'), mask);
}

/** A name with or without its spaces, but no part of another word: 키 is not in 가리키는, nor AZ in AMAZON. */
function namePattern(name: string): string {
  const isOneSyllable = /^[가-힣]$/.test(name);
  // 보안그룹 is written 보안 그룹 too; of a shorter name the halves may end one word and begin the next: 회사 이름
  const mayBeSpaced = /^[가-힣]{4,}$/.test(name);
  const text = name
    .split(/(?<=\S)[\s-]+(?=\S)/)
    .map((word) => [...word].map(escapePattern).join(mayBeSpaced ? '\\s*' : ''))
    .join('[\\s-]*');
  const before = /^[a-z\d]/i.test(name) ? '(?<![a-z\\d])' : isOneSyllable ? '(?<![가-힣])' : '';
  const after = /[a-z\d]$/i.test(name) ? '(?:e?s)?(?![a-z\\d])' : '';
  return before + text + after;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
