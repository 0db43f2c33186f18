import type { Term } from '../../model';
import { shuffled } from '../../seed';
import { askedTerms } from '../making/askedTerms';
import { lookalikes, optionName } from '../making/lookalikes';
import { textFaults } from '../making/quality';
import { baseOf, type Source } from '../making/source';
import { factsOf } from '../making/termFacts';
import { asMarkdown, contentWords, mask } from '../making/wording';
import type { Question } from '../question';

const choicesAsked = 4;
/** Look-alikes among which one of the answer's script is looked for. */
const near = 8;
/** A shorter definition says too little to ask for its term. */
const shortest = 10;

/** Shows a definition and asks for its term: a choice where there are look-alikes enough, else to be typed. */
export function termOfDefinition(source: Source): Question[] {
  return askedTerms(source).flatMap(({ term, faults }): Question[] => {
    const definition = factsOf(term).masked();
    if (definition.replaceAll(mask, '').trim().length < shortest) return [];
    const others = nearest(term, lookalikes(term, source));
    const isChoice = others.length === choicesAsked - 1;
    const base = baseOf(source, {
      // not the kind of question: how it is asked follows from how many look-alikes there are, and the card must stay
      maker: 'term',
      key: term.term,
      line: term.line,
      prompt: `다음 설명에 알맞은 것은?\n\n> ${asMarkdown(definition)}`,
      explanation: `**${asMarkdown(term.term)}**: ${asMarkdown(term.definition)}`,
      quality: 0.95 - faults - textFaults(definition) - (isChoice ? outsiders(term.term, definition, others) : typingFaults(term.term)),
    });
    if (!isChoice) return [{ ...base, kind: 'short', answer: term.term, accept: term.aliases }];
    const choices = [
      { text: optionName(term, source), correct: true },
      ...others.map((other) => ({ text: optionName(other, source), correct: false, why: `${asMarkdown(other.term)}: ${asMarkdown(other.definition)}` })),
    ];
    return [{ ...base, kind: 'single', choices: shuffled(choices, base.id) }];
  });
}

/** The most alike; the last gives way where all are of another script than the answer, which would be seen through. */
function nearest(term: Term, alike: readonly Term[]): readonly Term[] {
  const others = alike.slice(0, choicesAsked - 1);
  const sameScript = alike.slice(0, near).find((other) => isLatin(other.term) === isLatin(term.term));
  return sameScript && !others.some((other) => isLatin(other.term) === isLatin(term.term)) ? [...others.slice(0, -1), sameScript] : others;
}

function isLatin(text: string): boolean {
  return !/[가-힣]/.test(text);
}

/** A long name is hard to type as it was meant. */
function typingFaults(term: string): number {
  return term.length > 16 || term.split(' ').length > 3 ? 0.35 : 0.05;
}

/** Options of another script than the answer are seen through. */
function outsiders(term: string, definition: string, others: readonly { readonly term: string }[]): number {
  const alike = others.filter((other) => isLatin(other.term) === isLatin(term)).length;
  return (alike === 0 ? 0.15 : 0) + (contentWords(definition).length < 3 ? 0.2 : 0);
}
