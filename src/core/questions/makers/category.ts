import { comparable, withParticle } from '../../korean';
import type { Term } from '../../model';
import { shuffled } from '../../seed';
import { baseOf, namesOfTerm, type Source } from '../making/source';
import { asMarkdown, mentions } from '../making/wording';
import type { Question } from '../question';
import { sectionAt } from '../questionId';

/** Which category a service or a term of a labelled list belongs to, and which of them belong to one. */
export function category(source: Source): Question[] {
  return [...ofTopic(source), ...ofLists(source)];
}

/** Only a service has a category anyone could know; a folder's name is none. */
function ofTopic(source: Source): Question[] {
  const { topic, topics } = source;
  const own = topic.category;
  if (!own || !(topic.service || topic.part === 'term')) return [];
  const others = [...new Set(topics.filter((other) => other.note.pack === topic.note.pack && other.service).flatMap((other) => other.category ?? []))].filter(
    (name) => comparable(name) !== comparable(own) && !overlaps(name, own),
  );
  const definition = topic.terms.find((term) => term.line === (topic.definedAt ?? topic.line));
  if (others.length < 3 || mentions(topic.title, [own])) return [];
  const base = baseOf(source, {
    maker: 'category',
    key: topic.service ?? topic.title,
    line: definition?.line ?? topic.line,
    prompt: `${asMarkdown(withParticle(topic.title, '은/는'))} 어느 분류에 속합니까?`,
    ...(definition ? { explanation: `**${asMarkdown(definition.term)}**: ${asMarkdown(definition.definition)}` } : {}),
    quality: 0.7,
  });
  const choices = [
    { text: own, correct: true },
    ...shuffled(others, base.id)
      .slice(0, 3)
      .map((text) => ({ text, correct: false })),
  ];
  return [{ ...base, kind: 'single', choices: shuffled(choices, base.id) }];
}

const fewest = 2;

/** All of one label, to be told from those of the labels beside it. */
function ofLists(source: Source): Question[] {
  const groups = new Map<string, { readonly label: string; readonly terms: Term[] }>();
  for (const term of source.own.definitions) {
    if (!term.category) continue;
    // two sections may have the same label
    const key = `${sectionAt(source.note.sections, term.line)?.slug} ${term.category}`;
    const terms = groups.get(key)?.terms;
    if (terms) terms.push(term);
    else groups.set(key, { label: term.category, terms: [term] });
  }
  return [...groups.values()].flatMap(({ label, terms }): Question[] => {
    const outside = [...groups.values()].filter((other) => !overlaps(other.label, label)).flatMap((other) => other.terms);
    const isApart = (term: Term) => !terms.some((own) => mentions(own.term, namesOfTerm(term)) || mentions(term.term, namesOfTerm(own)));
    const wrong = shuffled(outside.filter(isApart), label).slice(0, 3);
    const right = shuffled(terms, label).slice(0, 3);
    const [first] = terms;
    if (!first || right.length < fewest || wrong.length < fewest || terms.some((term) => mentions(term.term, [label]))) return [];
    const base = baseOf(source, {
      maker: 'members',
      key: label,
      line: first.line,
      prompt: `다음 중 **${asMarkdown(label)}**에 속하는 것을 모두 고르세요.`,
      quality: 0.75,
    });
    const choices = [
      ...right.map((term) => ({ text: term.term, correct: true, why: asMarkdown(term.definition) })),
      ...wrong.map((term) => ({ text: term.term, correct: false, why: `${asMarkdown(term.category ?? '')}: ${asMarkdown(term.definition)}` })),
    ];
    return [{ ...base, kind: 'multiple', choices: shuffled(choices, base.id) }];
  });
}

function overlaps(a: string, b: string): boolean {
  const [one, other] = [comparable(a), comparable(b)];
  return one.includes(other) || other.includes(one);
}
