import { comparable } from '../../korean';
import type { Term } from '../../model';
import { areOpposites } from '../../opposites';
import { shuffled } from '../../seed';
import { askedTerms } from '../making/askedTerms';
import { contrasts, lookalikes } from '../making/lookalikes';
import { headingFaults, textFaults } from '../making/quality';
import { baseOf, headingAt, type Source } from '../making/source';
import { factsOf, saysNameOf, type Told } from '../making/termFacts';
import { asMarkdown, namesPattern, refitted } from '../making/wording';
import type { Question } from '../question';

const prompt = '맞으면 O, 틀리면 X를 고르세요.';
const longest = 110;

/** OX: a statement as it stands, or with a term exchanged for one it may be mistaken for. */
export function swappedTerm(source: Source): Question[] {
  return [...inDefinitions(source), ...inContrasts(source)];
}

/** `A: …` with A's own definition, or with that of its nearest look-alike. */
function inDefinitions(source: Source): Question[] {
  return askedTerms(source).flatMap(({ term, faults }): Question[] => {
    const own = told(term);
    // the nearest that is near at all
    const other = lookalikes(term, source)
      .slice(0, 3)
      .find(
        (candidate) =>
          told(candidate) &&
          !saysNameOf(factsOf(candidate).definition, term) &&
          (candidate.category === term.category || factsOf(term).isOpposite(factsOf(candidate))),
      );
    const wrong = other && told(other);
    if (!own || !other || !wrong) return [];
    const isTrue = shuffled([true, false], term.term + source.topic.id)[0] ?? true;
    const shown = isTrue ? own : wrong;
    const base = baseOf(source, {
      maker: 'ox',
      key: term.term,
      line: term.line,
      prompt: `${prompt}\n\n> **${asMarkdown(term.term)}**: ${asMarkdown(shown.text)}`,
      explanation: [term, ...(isTrue ? [] : [other])].map((one) => `- **${asMarkdown(one.term)}**: ${asMarkdown(one.definition)}`).join('\n'),
      quality: 0.8 - faults - shown.faults,
    });
    return [{ ...base, kind: 'ox', answer: isTrue }];
  });
}

function told(term: Term): Told | undefined {
  const says = factsOf(term).told();
  return says && says.text.length >= 12 ? says : undefined;
}

/** A sentence that sets two terms against each other: `ALB는 L7, NLB는 L4에서 일합니다.` */
function inContrasts(source: Source): Question[] {
  const names = [...new Map(source.note.material.definitions.map((term) => [comparable(term.term), term.term])).values()].filter((name) => name.length > 1);
  if (names.length < 2) return [];
  let pattern: RegExp | undefined;
  return source.own.sentences.flatMap(({ text, line }): Question[] => {
    if (text.length > longest || text.length < 15 || /[?？]/.test(text) || !saysTwo(text, names)) return [];
    pattern ??= namesPattern(names);
    const said = [...text.matchAll(pattern)];
    const found = said.filter((match) => isContrasted(text, match));
    const [first, second] = found;
    if (!first || !second || found.length > 3 || said.length !== found.length || !isPair(first[0], second[0], source)) return [];
    const isTrue = shuffled([true, false], text)[0] ?? true;
    const swapped =
      text.slice(0, first.index) +
      refitted(second[0], text.slice(first.index + first[0].length, second.index)) +
      refitted(first[0], text.slice(second.index + second[0].length));
    const base = baseOf(source, {
      maker: 'swapped',
      key: `${first[0]} ${second[0]}`,
      line,
      prompt: `${prompt}\n\n> ${asMarkdown(isTrue ? text : swapped)}`,
      explanation: asMarkdown(text),
      quality: 0.8 - textFaults(text) - headingFaults(headingAt(source, line)),
    });
    return [{ ...base, kind: 'ox', answer: isTrue }];
  });
}

function saysTwo(text: string, names: readonly string[]): boolean {
  let said = 0;
  return names.some((name) => text.includes(name) && ++said === 2);
}

/** True where the term is the subject of a clause of its own: `ALB는 …, NLB는 …`, `…이면 NLB입니다`. */
function isContrasted(text: string, match: RegExpExecArray | RegExpMatchArray): boolean {
  const rest = text.slice((match.index ?? 0) + match[0].length);
  return /^(?:은|는|에서는|에는)\s/.test(rest);
}

/** True for names of one sort, of which neither holds the other: those the note sets against each other, abbreviations, names with a word in common. */
function isPair(a: string, b: string, { note }: Source): boolean {
  const [one, other] = [comparable(a), comparable(b)];
  if (one.includes(other) || other.includes(one)) return false;
  if (contrasts(note).some((names) => names.includes(one) && names.includes(other)) || areOpposites(a, b)) return true;
  return [a, b].every((name) => /^[A-Z]{2,5}\d?$/.test(name)) || a.split(' ').at(-1) === b.split(' ').at(-1);
}
