/** The library as Anki keeps it: notes, cards and reviews, each with an id that stays the same from one export to the next. */
import { createMarkdown } from '../markdown';
import type { Progress } from '../progress';
import type { Asked } from '../questions/bank';
import { kindOf } from '../questions/kinds';
import type { Question } from '../questions/question';
import type { CardState, LocalTime } from '../schedule';
import { studyDay } from '../schedule';
import { hash } from '../seed';

export interface AnkiNote {
  readonly id: number;
  readonly guid: string;
  readonly deck: string;
  /** HTML: question, answer, explanation; then the card's id and where it comes from. */
  readonly fields: readonly string[];
  readonly tags: readonly string[];
}

export interface AnkiCard {
  readonly id: number;
  readonly note: number;
  readonly deck: string;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly type: number;
  /** As `type`, or -1 when suspended. */
  readonly queue: number;
  /** New: a place in the queue. Learning: seconds since the epoch. Review: days since `firstDay`. */
  readonly due: number;
  /** Days. */
  readonly interval: number;
  readonly reps: number;
  readonly lapses: number;
  /** Anki's own JSON for FSRS. */
  readonly data: string;
}

export interface AnkiReview {
  /** Milliseconds since the epoch, no two the same. */
  readonly id: number;
  readonly card: number;
  readonly rating: number;
  /** Days. */
  readonly interval: number;
  /** Milliseconds. */
  readonly took: number;
  /** 0 learning, 1 review, 2 relearning, 3 practice. */
  readonly type: number;
}

export interface AnkiDeck {
  readonly notes: readonly AnkiNote[];
  readonly cards: readonly AnkiCard[];
  readonly reviews: readonly AnkiReview[];
  /** Study day from which Anki counts. */
  readonly firstDay: number;
  /** Pictures by file name: SVG. */
  readonly media: ReadonlyMap<string, string>;
}

export interface DeckSource {
  readonly asked: readonly Asked[];
  readonly progress: Progress;
  readonly now: LocalTime;
  /** Name of the deck a topic's cards go to: `배움::AWS::컴퓨팅`. */
  deckOf(asked: Asked): string;
  /** The SVG of a diagram, when it was drawn; else its source is shown. */
  pictureOf(source: string): string | undefined;
}

const day = 24 * 60 * 60_000;
/** Anki counts days from the collection's beginning; long before the first card. */
const daysBefore = 3650;
/** Anki runs what a card says: HTML of a note goes there as text. */
const markdown = createMarkdown().set({ html: false });

export function ankiDeck({ asked, progress, now, deckOf, pictureOf }: DeckSource): AnkiDeck {
  const ids = new UniqueIds();
  const firstDay = studyDay(now) - daysBefore;
  const media = new Map<string, string>();
  const notes: AnkiNote[] = [];
  const cards: AnkiCard[] = [];
  const reviews: AnkiReview[] = [];
  const reviewIds = new Set<number>();
  const byId = [...asked].sort((a, b) => (a.question.id < b.question.id ? -1 : 1));
  const cardIds = new Map<string, number>();
  for (const { question } of byId) cardIds.set(question.id, ids.of(question.id));
  asked.forEach((one, place) => {
    const { question, topic } = one;
    const id = cardIds.get(question.id) ?? 0;
    const deck = deckOf(one);
    const tags = [topic.category, topic.service].flatMap((tag) => (tag ? [tag.replace(/\s+/g, '-')] : []));
    notes.push({ id, guid: guidOf(question.id), deck, fields: [...sidesOf(question, pictureOf, media), question.id, topic.title], tags });
    cards.push({ id, note: id, deck, ...stateOf(progress, question.id, place, firstDay) });
    for (const answer of progress.histories.get(question.id) ?? []) {
      let time = answer.time;
      while (reviewIds.has(time)) time++;
      reviewIds.add(time);
      reviews.push({
        id: time,
        card: id,
        rating: answer.rating,
        interval: 0,
        took: Math.min(60_000, Math.max(0, Math.round(answer.took))),
        type: answer.isFirst ? 0 : 1,
      });
    }
  });
  return { notes, cards, reviews, firstDay, media };
}

function stateOf(progress: Progress, card: string, place: number, firstDay: number): Omit<AnkiCard, 'id' | 'note' | 'deck'> {
  const state = progress.cards.get(card);
  const isSuspended = progress.suspended.has(card);
  if (!state) return { type: 0, queue: isSuspended ? -1 : 0, due: place + 1, interval: 0, reps: 0, lapses: 0, data: '{}' };
  const { due, queue } = dueOf(state, progress.histories.get(card)?.at(-1)?.offset ?? 0, firstDay);
  const memory = { s: Math.round(state.stability * 10_000) / 10_000, d: Math.round(state.difficulty * 1000) / 1000 };
  return {
    type: state.state,
    queue: isSuspended ? -1 : queue,
    due,
    interval: state.scheduledDays,
    reps: state.reps,
    lapses: state.lapses,
    data: JSON.stringify(memory),
  };
}

/** Study time has its midnight at the learner's 04:00; a step of minutes is due at a time of the clock. */
function dueOf(state: CardState, offset: number, firstDay: number): { due: number; queue: number } {
  if (state.scheduledDays > 0) return { due: Math.floor(state.due / day) - firstDay, queue: 2 };
  return { due: Math.floor((state.due - (offset - 4 * 60) * 60_000) / 1000), queue: 1 };
}

/** Question, answer and explanation as HTML. */
function sidesOf(question: Question, pictureOf: DeckSource['pictureOf'], media: Map<string, string>): string[] {
  const prompt = markdown.render(question.prompt, {});
  const answer =
    question.kind === 'recall' ? markdown.render(question.answer, {}) : `<p>${markdown.renderInline(kindOf(question).rightAnswer(question), {})}</p>`;
  const explanation = question.explanation ? markdown.render(question.explanation, {}) : '';
  return [prompt + optionsOf(question, pictureOf, media), answer, explanation];
}

function optionsOf(question: Question, pictureOf: DeckSource['pictureOf'], media: Map<string, string>): string {
  const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${markdown.renderInline(item, {})}</li>`).join('')}</ul>`;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return list(question.choices.map(({ text }) => text));
    case 'ox':
      return list(['O', 'X']);
    case 'cloze':
      return `<p>${question.parts.map((part) => markdown.renderInline(part, {})).join(' <b>[…]</b> ')}</p>`;
    case 'order':
      // in an order that gives nothing away
      return list([...question.items].sort());
    case 'match':
      return list(question.pairs.map(({ left }) => left)) + list(question.pairs.map(({ right }) => right).sort());
    case 'diagram': {
      const svg = pictureOf(question.hidden);
      if (!svg) return `<pre>${escaped(question.hidden)}</pre>`;
      const coloured = inColour(svg);
      const name = `baeum-${hash(coloured).toString(16)}.svg`;
      media.set(name, coloured);
      return `<p><img src="${name}"></p>`;
    }
    case 'short':
    case 'recall':
      return '';
  }
}

const colours: Readonly<Record<string, string>> = {
  background: '#ffffff',
  text: '#1f2328',
  box: '#eef3fb',
  'box-text': '#1f2328',
  'box-border': '#5b7fb5',
  quiet: '#f4f5f7',
  'quiet-text': '#444b54',
  line: '#57606a',
  'group-border': '#9aa4b0',
  note: '#fff8dc',
  'note-text': '#1f2328',
};

/** A drawing names roles, which the page of a theme fills; a picture that stands alone has colours, on white. */
function inColour(svg: string): string {
  const text = svg.replace(/var\(--diagram-([a-z-]+)\)/g, (_, role: string) => colours[role] ?? '#57606a');
  return text.replace(/^<svg /, '<svg style="background:#ffffff" ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** By it Anki knows a note again: 64 bits of the card's id. */
function guidOf(card: string): string {
  return `baeum${hash(card).toString(36)}${hash(`${card}\n`).toString(36)}`;
}

/** Numbers as Anki's ids are, milliseconds of a time long ago, from the text; one that is taken moves on. */
class UniqueIds {
  readonly #taken = new Set<number>();

  of(text: string): number {
    let id = 1_000_000_000_000 + hash(text) * 64 + (hash(`id ${text}`) % 64);
    while (this.#taken.has(id)) id++;
    this.#taken.add(id);
    return id;
  }
}

export function ankiDeckId(name: string): number {
  return 1_300_000_000_000 + hash(name);
}
