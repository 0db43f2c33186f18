import { comparable } from '../../korean';
import { type AskedTerm, definedTerms } from '../making/askedTerms';
import { baseOf, headingAt, type Source } from '../making/source';
import { factsOf, isLike, saysNameOf } from '../making/termFacts';
import { asMarkdown, bold, contentWords } from '../making/wording';
import type { Question } from '../question';
import { sectionAt } from '../questionId';

const longest = 60;
const fewest = 4;
const most = 5;

/** Terms of one section or category, to be joined to what they mean. */
export function matchTerms(source: Source): Question[] {
  const groups = new Map<string, { readonly group: string; readonly asked: AskedTerm[] }>();
  for (const asked of definedTerms(source)) {
    const group = asked.term.category ?? headingAt(source, asked.term.line);
    // two sections may have the same heading
    const key = `${sectionAt(source.note.sections, asked.term.line)?.slug} ${group}`;
    const terms = groups.get(key)?.asked;
    if (terms) terms.push(asked);
    else groups.set(key, { group, asked: [asked] });
  }
  return [...groups.values()].flatMap(({ group, asked }): Question[] => {
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
  const rows: { left: string; right: string; line: number; words: ReadonlySet<string> }[] = [];
  const saysAny = (text: string) => asked.some(({ term }) => saysNameOf(text, term));
  for (const { term, faults } of asked) {
    const told = factsOf(term).told();
    const { text: right = '', plain = '' } = told ?? {};
    if (right === '' || right.length > longest || faults > 0.2 || (told?.faults ?? 0) > 0.1 || saysAny(plain)) continue;
    const words = new Set(contentWords(right));
    if (rows.some((row) => isLike(row.words, words, 0.5) || comparable(row.left) === comparable(term.term))) continue;
    rows.push({ left: term.term, right, line: term.line, words });
  }
  return rows.slice(0, most);
}
