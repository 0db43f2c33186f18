import type { QuestionBank } from './questions/bank';
import type { Question } from './questions/question';
import type { Session } from './session';

type Bank = Pick<QuestionBank, 'questions' | 'questionsOf'>;

interface KnownQuestion {
  readonly question: Question;
  readonly topic: string;
  /** Ids of all its topic had. */
  readonly beside: ReadonlySet<string>;
}

/** Follows the questions of a session whose notes are written on while it lasts. */
export class RewrittenQuestions {
  /** As they were last, by id. */
  readonly #known = new Map<string, KnownQuestion>();

  /** The session, with what was written anew in the place of a question that is gone: the only new one of its kind in its line. */
  async follow(session: Session, bank: Bank): Promise<Session> {
    const found = await bank.questions(session.cards);
    const cards = await Promise.all(session.cards.map(async (card) => (found.has(card) ? card : ((await this.#successorOf(card, bank)) ?? card))));
    for (const [card, { question, topic }] of await bank.questions(cards)) {
      const beside = new Set((await bank.questionsOf(topic.id)).map(({ id }) => id));
      this.#known.set(card, { question, topic: topic.id, beside });
    }
    return cards.every((card, at) => card === session.cards[at]) ? session : { ...session, cards: [...new Set(cards)] };
  }

  async #successorOf(card: string, bank: Bank): Promise<string | undefined> {
    const known = this.#known.get(card);
    if (!known) return undefined;
    const { question, topic, beside } = known;
    const fresh = (await bank.questionsOf(topic)).filter(({ id, kind, line }) => kind === question.kind && line === question.line && !beside.has(id));
    return fresh.length === 1 ? fresh[0]?.id : undefined;
  }
}
