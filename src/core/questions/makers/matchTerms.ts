import { comparable } from '../../korean';
import type { Question } from '../../model';
import { type AskedTerm, definedTerms } from '../making/askedTerms';
import { likeness } from '../making/lookalikes';
import { textFaults } from '../making/quality';
import { baseOf, headingAt, namesOfTerm, type Source } from '../making/source';
import { asMarkdown, bold, firstSentence, mask, masked, mentions } from '../making/wording';

const longest = 60;
const fewest = 4;
const most = 5;

/** Terms of one section or category, to be joined to what they mean. */
export function matchTerms(source: Source): Question[] {
  const groups = new Map<string, AskedTerm[]>();
  for (const asked of definedTerms(source)) {
    const group = asked.term.category ?? headingAt(source, asked.term.line);
    groups.set(group, [...(groups.get(group) ?? []), asked]);
  }
  return [...groups].flatMap(([group, asked]): Question[] => {
    const rows = pairsOf(asked);
    const [first] = rows;
    if (!first || rows.length < fewest) return [];
    return [
      {
        ...baseOf(source, {
          maker: 'match',
          key: group,
          line: first.line,
          prompt: `${bold(source.topic.title)} – ${asMarkdown(group)}: 말과 뜻을 이으세요.`,
          quality: 0.85,
        }),
        kind: 'match',
        pairs: rows.map(({ left, right }) => ({ left, right })),
      },
    ];
  });
}

function pairsOf(asked: readonly AskedTerm[]): { left: string; right: string; line: number }[] {
  const all = asked.flatMap(({ term }) => namesOfTerm(term));
  const rows: { left: string; right: string; line: number }[] = [];
  for (const { term, faults } of asked) {
    const right = firstSentence(masked(term.definition, namesOfTerm(term)), longest);
    if (!right || right.includes(mask) || faults > 0.2 || textFaults(right) > 0.1 || mentions(right, all)) continue;
    if (rows.some((row) => likeness(row.right, right) > 0.5 || comparable(row.left) === comparable(term.term))) continue;
    rows.push({ left: term.term, right, line: term.line });
  }
  return rows.slice(0, most);
}
