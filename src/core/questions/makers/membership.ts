import { comparable, withParticle } from '../../korean';
import type { List } from '../../material';
import { shuffled } from '../../seed';
import { headingFaults, textFaults } from '../making/quality';
import { baseOf, headingAt, type Sibling, type Source, textOf } from '../making/source';
import { isLike } from '../making/termFacts';
import { asMarkdown, contentWords, mentions, withoutSubject } from '../making/wording';
import type { Question } from '../question';

const shortest = 8;
const longest = 80;
/** Siblings whose statements are looked at. */
const nearest = 5;

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
    const wrong = stranger(source, chosen);
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
      quality: 0.85 - Math.max(...chosen.map(({ text }) => textFaults(text)), textFaults(wrong.text)) - (isWhole && !isQuality ? 0.1 : 0),
    });
    const choices = [
      { text: asMarkdown(wrong.text), correct: true, why: `${asMarkdown(withParticle(wrong.sibling.topic.title, '을/를'))} 설명한 것입니다.` },
      ...chosen.map(({ text }) => ({ text: asMarkdown(text), correct: false, why: `${asMarkdown(source.topic.title)}에 대한 설명이 맞습니다.` })),
    ];
    return [{ ...base, kind: 'single', choices: shuffled(choices, base.id) }];
  });
}

interface Statement {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  /** In the spelling for comparing. */
  readonly plain: string;
}

const known = new WeakMap<List, readonly Statement[]>();

/** The items of a list that say something of the subject without naming it. */
function statementsOf(list: List, told: Sibling): readonly Statement[] {
  const { names, own } = told;
  // steps tell what to do, not what something is like
  if (list.items.length < 3 || list.isNumbered || headingFaults(headingAt(told, list.line)) > 0) return [];
  const before = known.get(list);
  if (before) return before;
  const statements = list.items.flatMap(({ text, line }): Statement[] => {
    if (own.definitions.some((term) => term.line === line)) return [];
    const said = withoutSubject(text, names).replace(/[.。]$/, '');
    const isFine = said.length >= shortest && said.length <= longest && textFaults(said) < 0.3 && !mentions(said, names);
    return isFine ? [{ text: said, words: new Set(contentWords(said)), plain: comparable(said) }] : [];
  });
  known.set(list, statements);
  return statements;
}

const ownWords = new WeakMap<Sibling, ReadonlySet<string>>();

/** Words of the names a topic defines. */
function namesWords(sibling: Sibling): ReadonlySet<string> {
  const before = ownWords.get(sibling);
  if (before) return before;
  const words = new Set(sibling.own.definitions.flatMap((term) => [term.term, ...term.aliases].flatMap(contentWords)));
  ownWords.set(sibling, words);
  return words;
}

const saidWords = new WeakMap<Source, (word: string) => boolean>();

/** Whether a topic says a word; asked of the same words again and again. */
function saidIn(source: Source): (word: string) => boolean {
  const before = saidWords.get(source);
  if (before) return before;
  const here = textOf(source);
  const words = new Map<string, boolean>();
  const isSaid = (word: string) => {
    const known = words.get(word) ?? here.includes(word);
    words.set(word, known);
    return known;
  };
  saidWords.set(source, isSaid);
  return isSaid;
}

/** A statement about a sibling that cannot be true here: a word of its own is in it, and hardly a word of this topic. The nearest in length. */
function stranger(source: Source, chosen: readonly Statement[]): { readonly text: string; readonly sibling: Sibling } | undefined {
  const isSaid = saidIn(source);
  const names = [...source.plainNames];
  const length = chosen.reduce((sum, { text }) => sum + text.length, 0) / chosen.length;
  const isStrange = ({ words, plain }: Statement, sibling: Sibling) => {
    if (words.size < 2 || names.some((name) => plain.includes(name)) || chosen.some((other) => isLike(other.words, words, 0.4))) return false;
    const foreign = [...words].filter((word) => !isSaid(word));
    const isTheirs = foreign.some((word) => namesWords(sibling).has(word) || /[a-z\d]/.test(word));
    return 1 - foreign.length / words.size <= (isTheirs ? 0.4 : 0);
  };
  let best: { readonly text: string; readonly sibling: Sibling } | undefined;
  for (const sibling of source.siblings.slice(0, nearest)) {
    for (const list of sibling.own.lists) {
      for (const statement of statementsOf(list, sibling)) {
        const isNearer = !best || Math.abs(statement.text.length - length) < Math.abs(best.text.length - length);
        if (isNearer && isStrange(statement, sibling)) best = { text: statement.text, sibling };
      }
    }
  }
  return best;
}
