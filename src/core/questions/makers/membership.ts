import { withParticle } from '../../korean';
import type { List } from '../../material';
import type { Question } from '../../model';
import { shuffled } from '../../seed';
import { likeness } from '../making/lookalikes';
import { textFaults } from '../making/quality';
import { baseOf, headingAt, type Sibling, type Source, wordsOf } from '../making/source';
import { asMarkdown, contentWords, mentions, withoutSubject } from '../making/wording';

const shortest = 8;
const longest = 80;

/** Headings below which a list tells what its subject is like. */
const qualities = /특징|특성|장점|이점|기능|성질|성격|역할|하는 일|features?/i;
const anything = /정리|요약|개요|소개|설명|한눈에|핵심|summary|overview/i;

/** “다음 중 X의 특징이 아닌 것은?”: statements of a list, and one that is said of something else nearby. */
export function membership(source: Source): Question[] {
  return source.own.lists.flatMap((list): Question[] => {
    const heading = headingAt(source, list.line);
    const isWhole = source.topic.sections.every((section) => section.title !== heading);
    const isQuality = qualities.test(list.intro ?? '') || qualities.test(heading);
    if (!(isQuality || anything.test(heading) || (isWhole && !list.intro)) || (list.isNumbered && list.intro)) return [];
    const items = statementsOf(list, source);
    const right = shuffled(items, source.topic.id + heading);
    // a list of definitions is asked about term by term
    const isDefining = list.items.filter((item) => source.own.definitions.some((term) => term.line === item.line)).length > list.items.length / 2;
    if (right.length < 3 || isDefining) return [];
    const chosen = right.slice(0, 3);
    const wrong = strangers(source, chosen)[0];
    if (!wrong) return [];
    const subject = asMarkdown(source.topic.title);
    const asked = isQuality ? (/장점|이점/.test(heading + (list.intro ?? '')) ? '장점' : '특징') : '설명';
    const base = baseOf(source, {
      maker: 'outsider',
      key: isQuality && list.intro ? `${heading} ${list.intro}`.slice(0, 40) : heading,
      line: list.line,
      prompt:
        asked === '설명' ? `다음 중 **${subject}**에 대한 설명이 **아닌** 것은?` : `다음 중 **${subject}**의 ${withParticle(asked, '이/가')} **아닌** 것은?`,
      explanation: `‘${asMarkdown(wrong.text)}’: **${asMarkdown(wrong.sibling.topic.title)}**에 대한 설명입니다.`,
      quality: 0.85 - Math.max(...chosen.map((text) => textFaults(text)), textFaults(wrong.text)) - (isWhole && !isQuality ? 0.1 : 0),
    });
    const choices = [
      { text: asMarkdown(wrong.text), correct: true, why: `${asMarkdown(withParticle(wrong.sibling.topic.title, '을/를'))} 설명한 것입니다.` },
      ...chosen.map((text) => ({ text: asMarkdown(text), correct: false, why: `${asMarkdown(source.topic.title)}에 대한 설명이 맞습니다.` })),
    ];
    return [{ ...base, kind: 'single', choices: shuffled(choices, base.id) }];
  });
}

/** The items of a list that say something of the subject without naming it. */
function statementsOf(list: List, { names, own }: Pick<Sibling, 'names' | 'own'>): string[] {
  if (list.items.length < 3) return [];
  return list.items.flatMap(({ text, line }) => {
    if (own.definitions.some((term) => term.line === line)) return [];
    const told = withoutSubject(text, names).replace(/[.。]$/, '');
    return told.length >= shortest && told.length <= longest && !mentions(told, names) && textFaults(told) < 0.3 ? [told] : [];
  });
}

/** Statements about siblings that cannot be true here: a word of their own is in each, and hardly a word of this topic. */
function strangers(source: Source, chosen: readonly string[]): { text: string; sibling: Sibling }[] {
  const here = wordsOf(source);
  const length = chosen.reduce((sum, text) => sum + text.length, 0) / chosen.length;
  const found = source.siblings.flatMap((sibling) => {
    const own = new Set(sibling.own.definitions.flatMap((term) => [term.term, ...term.aliases].flatMap(contentWords)));
    return sibling.own.lists.flatMap((list) =>
      statementsOf(list, sibling).flatMap((text) => {
        const words = contentWords(text);
        const shared = words.filter((word) => here.has(word)).length / Math.max(1, words.length);
        const isTheirs = words.some((word) => !here.has(word) && (own.has(word) || /[a-z\d]/.test(word)));
        const isNamed = mentions(text, source.names) || mentions(text, sibling.names);
        const isLike = chosen.some((other) => likeness(other, text) > 0.4);
        if (words.length < 2 || isNamed || isLike || shared > (isTheirs ? 0.4 : 0)) return [];
        return [{ text, sibling, rank: Math.abs(text.length - length) / 20 + shared }];
      }),
    );
  });
  // said of several topics alike it would be no stranger to any of them
  return shuffled(found, source.topic.id).sort((a, b) => a.rank - b.rank);
}
