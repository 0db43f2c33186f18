import { withParticle } from '../../korean';
import type { Term } from '../../model';
import { shuffled } from '../../seed';
import { askedTerms } from '../making/askedTerms';
import { lookalikes } from '../making/lookalikes';
import { baseOf, type Source } from '../making/source';
import { factsOf, saysNameOf, type Told } from '../making/termFacts';
import { asMarkdown, bold } from '../making/wording';
import type { Question } from '../question';

const shortest = 10;
const longest = 90;
const nearest = 6;
/** Letters that a definition of another note counts as longer or shorter: it is easily seen through. */
const farther = 20;

/** Names a term and asks what it is, among the definitions of its look-alikes. */
export function definitionOfTerm(source: Source): Question[] {
  return askedTerms(source).flatMap(({ term, faults }): Question[] => {
    const asked = told(term);
    if (!asked) return [];
    const { text: right, plain } = asked;
    const others: { term: Term; text: string }[] = [];
    for (const other of lookalikes(term, source)) {
      const says = told(other);
      // a name of the asked term in another one's definition gives it away, and the other way round
      if (says && !saysNameOf(says.plain, term) && !saysNameOf(plain, other)) others.push({ term: other, text: says.text });
      if (others.length === nearest) break;
    }
    // of the nearest those about as long: the longest option must not be the right one by habit
    const distance = ({ term: other, text }: (typeof others)[number]) =>
      Math.abs(text.length - right.length) + (isTopic(term, source) || source.note.material.definitions.includes(other) ? 0 : farther);
    const wrong = others.sort((a, b) => distance(a) - distance(b)).slice(0, 3);
    if (wrong.length < 3) return [];
    const base = baseOf(source, {
      maker: 'definition',
      key: term.term,
      line: term.line,
      prompt: `${bold(term.term)}에 대한 설명으로 알맞은 것은?`,
      explanation: `**${asMarkdown(term.term)}**: ${asMarkdown(term.definition)}`,
      quality: 0.9 - faults - asked.faults - lengthFaults(right, wrong),
    });
    const choices = [
      { text: asMarkdown(right), correct: true },
      ...wrong.map(({ term: other, text }) => ({
        text: asMarkdown(text),
        correct: false,
        why: `${asMarkdown(withParticle(other.term, '을/를'))} 설명한 것입니다.`,
      })),
    ];
    return [{ ...base, kind: 'single', choices: shuffled(choices, base.id) }];
  });
}

function isTopic(term: Term, { plainNames }: Source): boolean {
  return plainNames.has(factsOf(term).names[0] ?? '');
}

function told(term: Term): Told | undefined {
  const says = factsOf(term).told();
  return says && says.text.length >= shortest && says.text.length <= longest ? says : undefined;
}

function lengthFaults(right: string, wrong: readonly { readonly text: string }[]): number {
  const lengths = wrong.map(({ text }) => text.length);
  return right.length > Math.max(...lengths) * 1.6 || right.length * 1.8 < Math.min(...lengths) ? 0.2 : 0;
}
