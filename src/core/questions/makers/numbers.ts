import { comparable } from '../../korean';
import { shuffled } from '../../seed';
import { type AmountAt, amountsIn, otherAmounts } from '../making/amounts';
import { headingFaults, textFaults } from '../making/quality';
import { baseOf, headingAt, type Source } from '../making/source';
import { saysNameOf } from '../making/termFacts';
import { asMarkdown, blank, bold, contentWords, withNeutralParticle } from '../making/wording';
import type { Question } from '../question';

/** A number that is a rule and no example stands beside one of these. */
const rule = /최대|최소|최장|최고|최저|기본|까지|이상|이하|이내|미만|초과|한도|제한|보관|보존|유지|이어야|권장|무료|마다|단위/;
const happened = /\d{4}년|\d+월|×|=|→|버전|예를 들|예컨대|합시다|하자|가정|라면|이라면|[가-힣]면\s|었|았|했|였/;
const longest = 140;
const mostAmounts = 2;

/** Numbers with units: in a sentence that states a limit, or in a row of a table of limits. */
export function numbers(source: Source): Question[] {
  return [...inSentences(source), ...inTables(source)];
}

function inSentences(source: Source): Question[] {
  return source.own.sentences.flatMap(({ text, line }): Question[] => {
    if (!rule.test(text) || happened.test(text) || text.length > longest || text.length < 15) return [];
    const amounts = amountsIn(text);
    if (amounts.length === 0 || amounts.length > mostAmounts) return [];
    // the first that is not said twice, as in 900초(15분)
    const asked = amounts.find(({ end }) => !/^\s*\(/.test(text.slice(end)));
    if (!asked || text.split(asked.number).length > 2) return [];
    const shown = asMarkdown(text.slice(0, asked.start)) + blank + asMarkdown(withNeutralParticle(text.slice(asked.end)));
    const question = chosen(source, asked, asked.text, {
      maker: 'number',
      key: stem(text),
      line,
      // a sentence out of its section does not say what it is about
      prompt: `${bold(source.topic.title)} – ${asMarkdown(headingAt(source, line))}: 빈칸에 알맞은 것은?\n\n> ${shown}`,
      explanation: asMarkdown(text),
      quality: 0.85 - textFaults(text) - headingFaults(headingAt(source, line)) - (amounts.length > 1 ? 0.05 : 0) - subjectFaults(text, source),
    });
    return question ? [question] : [];
  });
}

/** A sentence that names nothing the topic defines may be about anything. */
function subjectFaults(text: string, { own, plainNames }: Source): number {
  if (contentWords(text).length < 5) return 0.4;
  const plain = comparable(text);
  return [...plainNames].some((name) => plain.includes(name)) || own.definitions.some((term) => saysNameOf(plain, term)) ? 0 : 0.1;
}

const valueHeads = /^(?:값|한도|기본값|제한|할당량|최대|최소|크기|수치|limit|value|default|quota)$/i;

function inTables(source: Source): Question[] {
  return source.own.tables.flatMap(({ head, rows }) => {
    const column = head.cells.findIndex((cell, index) => index > 0 && valueHeads.test(cell));
    if (column < 0) return [];
    return rows.flatMap(({ cells, line }): Question[] => {
      const [name = ''] = cells;
      // what stands in brackets is said again in another unit, or an aside
      const cell = (cells[column] ?? '').replace(/\s*\([^()]*\)/g, '').trim();
      const amounts = amountsIn(cell);
      const [asked] = amounts;
      if (!name || !asked || amounts.length > mostAmounts || cell.length > 60 || /~|–|또는/.test(cell) || amountsIn(name).length > 0) return [];
      const question = chosen(source, asked, cell, {
        maker: 'limit',
        key: name,
        line,
        prompt: `${bold(source.topic.title)}의 ‘${asMarkdown(headingAt(source, line))}’에서 ${bold(name)}에 맞는 것은?`,
        explanation: `**${asMarkdown(name)}**: ${asMarkdown(cells[column] ?? '')}`,
        quality: 0.9 - (cell === asked.text ? 0 : 0.05),
      });
      return question ? [question] : [];
    });
  });
}

/** A choice between the amount and others in its place. */
function chosen(source: Source, asked: AmountAt, right: string, making: Parameters<typeof baseOf>[1]): Question | undefined {
  const others = [...new Set(otherAmounts(asked))].filter((text) => !right.includes(text));
  if (others.length < 3) return undefined;
  const base = baseOf(source, making);
  const at = right.indexOf(asked.text);
  const choices = [
    { text: right, correct: true },
    ...others.slice(0, 3).map((text) => ({ text: right.slice(0, at) + text + right.slice(at + asked.text.length), correct: false })),
  ];
  return { ...base, kind: 'single', choices: shuffled(choices, base.id) };
}

/** The words that name a sentence: they stay when the number changes. */
function stem(text: string): string {
  return text
    .replace(/[\d,.]+|[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 40);
}
