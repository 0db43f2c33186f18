/** Finds what became of cards and topics whose ids are gone: their note was renamed or moved, their section or term respelled. */
import { distance } from 'fastest-levenshtein';
import { comparable, jamo } from './korean';
import { areOpposites } from './opposites';
import { pairOf } from './progress';
import { kindOf } from './questions/kinds';
import type { Question } from './questions/question';

/** A card or topic by its id, with the words it asks, when they are known. */
export interface Remembered {
  readonly id: string;
  readonly stem?: string | undefined;
}

export interface Link {
  readonly from: string;
  readonly to: string;
}

/** The words of a question, cut short: prompt, then answer. */
export function stemOf(question: Question): string {
  const words = (text: string, letters: number) =>
    text
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .slice(0, letters);
  return `${words(question.prompt, 120)} = ${words(kindOf(question).rightAnswer(question), 40)}`;
}

/** The stem last noted of each card. @param answers in time order */
export function stemsIn(answers: readonly { readonly card: string; readonly stem?: string }[]): Map<string, string> {
  return new Map(answers.flatMap(({ card, stem }) => (stem === undefined ? [] : [[card, stem] as const])));
}

/** What an id says: where the thing is and what it is asked for. */
export interface Placed {
  readonly id: string;
  readonly pack: string;
  /** Absent where the author named the question: it may stand in any note. */
  readonly note?: string;
  readonly section: string;
  readonly kind: string;
  readonly key: string;
  readonly stem?: string | undefined;
}

export function placed({ id, stem }: Remembered): Placed | undefined {
  const card = /^([^/:]+)\/(.+?)#([^#:]*):(\w+):(.*)$/s.exec(id);
  if (card) {
    const [, pack = '', note = '', section = '', kind = '', key = ''] = card;
    return { id, stem, pack, note, section, kind, key };
  }
  const topic = /^([^/:]+)\/(.+\.(?:md|markdown))(?:#(.*))?$/is.exec(id);
  if (topic) {
    const [, pack = '', note = '', slug] = topic;
    return { id, pack, note, section: '', kind: slug === undefined ? 'note' : 'topic', key: slug ?? note.split('/').at(-1) ?? '' };
  }
  const [, pack, name] = /^([^/:]+):(.+)$/s.exec(id) ?? [];
  return pack !== undefined && name !== undefined ? { id, stem, pack, section: '', kind: 'named', key: name } : undefined;
}

/** Two that are alike by one of these, and no third, are the same; the narrower first. */
const rules: readonly ((place: Placed) => string | undefined)[] = [
  // another section of the note: the heading was renamed, the paragraph moved
  ({ note, kind, key }) => note && [note, kind, key].join('\n'),
  // another note: the file was renamed or moved
  ({ note, section, kind, key }) => note && [section, kind, key].join('\n'),
  ({ note, kind, key }) => note && [kind, key].join('\n'),
  // another form of question
  ({ note, section, key }) => note && [note, section, key].join('\n'),
  // the same words, under a name the author gave meanwhile
  ({ note, stem }) => note && stem && [note, stem].join('\n'),
  ({ stem }) => stem,
];

const likeInNote = 0.8;
const likeInPack = 0.9;
/** A prompt shorter than this may be the same for many questions. */
const tellingLetters = 15;
/** The second best has to be this much less alike. */
const margin = 0.05;

/**
 * Links lost things to new ones: by rule first, then by likeness, inside a pack. Each is linked once at most, the same
 * whatever the order of the lists.
 *
 * @param lost what was learnt and is no longer there
 * @param fresh what is there and was never learnt
 * @param known links made before, and pairs the learner refused
 */
export function findLinks(
  lost: readonly Remembered[],
  fresh: readonly Remembered[],
  known: { readonly links: readonly Link[]; readonly refused: ReadonlySet<string> },
): Link[] {
  let olds = inOrder(lost);
  let news = inOrder(fresh);
  const links: Link[] = [];
  const link = (from: Placed, to: Placed) => {
    if (from.pack !== to.pack || from.id === to.id || known.refused.has(pairOf({ from: from.id, to: to.id }))) return;
    links.push({ from: from.id, to: to.id });
    olds = olds.filter((other) => other !== from);
    news = news.filter((other) => other !== to);
  };
  // a card that came back after its history had gone elsewhere
  for (const old of olds) {
    const before = known.links.findLast((other) => other.to === old.id || other.from === old.id);
    const other = before && news.find(({ id }) => id === (before.to === old.id ? before.from : before.to));
    if (other) link(old, other);
  }
  for (const rule of rules) {
    const [byOld, byNew] = [grouped(olds, rule), grouped(news, rule)];
    for (const [key, [old, ...moreOlds]] of byOld) {
      const [other, ...moreNews] = byNew.get(key) ?? [];
      if (old && other && moreOlds.length + moreNews.length === 0) link(old, other);
    }
  }
  const alike = olds
    .flatMap((old) => {
      const [best, second] = news
        .map((other) => ({ old, other, score: likeness(old, other) }))
        .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1));
      return best && best.score > 0 && best.score - (second?.score ?? 0) >= margin ? [best] : [];
    })
    .sort((a, b) => b.score - a.score || (a.old.id < b.old.id ? -1 : 1));
  for (const { old, other } of alike) if (news.includes(other)) link(old, other);
  return links;
}

function inOrder(all: readonly Remembered[]): Placed[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  return [...byId.values()].flatMap((one) => placed(one) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function grouped(all: readonly Placed[], rule: (place: Placed) => string | undefined): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const place of all) {
    const key = rule(place);
    if (!key) continue;
    const whole = `${place.pack}\n${key}`;
    groups.set(whole, [...(groups.get(whole) ?? []), place]);
  }
  return groups;
}

/** From 0 to 1; 0 as well for what is too unlike to be the same. */
function likeness(old: Placed, other: Placed): number {
  if (old.pack !== other.pack) return 0;
  const isNamed = !old.note || !other.note;
  if (!isNamed && old.kind !== other.kind) return 0;
  const stems = old.stem !== undefined && other.stem !== undefined ? nearness(comparable(old.stem), comparable(other.stem)) : undefined;
  if (!isNamed && areDistinct(old.key, other.key)) return 0;
  const keys = isNamed ? undefined : keyNearness(old.key, other.key);
  // a definition left as it was tells more than the name it defines
  const score = Math.max(promptNearness(old.stem, other.stem), ((stems ?? keys ?? 0) + (keys ?? stems ?? 0)) / 2);
  const least = old.note === other.note ? likeInNote : likeInPack;
  return score < least ? 0 : score;
}

/** How near the prompts of two stems are, when they are long enough to tell, and near enough; else 0. */
function promptNearness(a: string | undefined, b: string | undefined): number {
  const [one, other] = [a, b].map((stem) => comparable(stem?.replace(/ = [^=]*$/, '') ?? ''));
  if (!one || !other || Math.min(one.length, other.length) < tellingLetters) return 0;
  const near = nearness(one, other);
  return near >= likeInPack ? near : 0;
}

/** Names that mean something else however alike they look: opposites, and those with other numbers. */
function areDistinct(a: string, b: string): boolean {
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim();
  return digits(a) !== digits(b) || areOpposites(a, b);
}

/** `undefined` for names too short to judge. */
function keyNearness(a: string, b: string): number | undefined {
  const [one, other] = [jamo(comparable(a)), jamo(comparable(b))];
  const [less, more] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (less < 4) return undefined;
  // as unlike in length as this, not even the same stem makes them one
  return less / more < 2 * likeInNote - 1 ? 0 : nearness(one, other);
}

function nearness(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}
