import type { Translate } from '../l10n';
import type { Learner } from '../learner';
import { noteId, type Topic } from '../model';
import type { Notes } from '../notes';
import type { ExamOffer, OfferedPart } from '../protocol/exam';
import type { Question } from '../questions/question';
import { shuffled } from '../seed';
import { type ExamPool, shareOut } from './examPaper';
import { type ExamGuide, usualExam } from './guide';

/** What one part of an exam asks about. */
interface Part {
  readonly name: string;
  readonly weight: number;
  readonly topics: readonly Topic[];
}

interface Offer extends Omit<ExamOffer, 'parts'> {
  readonly parts: readonly Part[];
}

/** Topics of a part that are looked at to say how many questions it has: all of a small part, and so many of a large one at most. */
const fewTopics = 24;
const mostTopics = 200;

/** What exams can be of: told without asking every topic for its questions, of which ten thousand notes have too many. */
export class ExamOffers {
  readonly #notes: Notes;
  readonly #learner: Learner;
  readonly #t: Translate;

  constructor(notes: Notes, learner: Learner, t: Translate) {
    this.#notes = notes;
    this.#learner = learner;
    this.#t = t;
  }

  /** Those packs prepare for, then the learner's own. */
  async all(): Promise<Offer[]> {
    const { packs, topics } = await this.#notes.library();
    const guided = packs.flatMap((pack) =>
      (pack.manifest.exams ?? []).map((guide): Offer => {
        const own = topics.filter((topic) => topic.note.pack === pack.id);
        const parts = guide.parts.map((part) => ({ ...part, topics: own.filter((topic) => isIn(topic, part)) }));
        return { ...guide, id: `${pack.id}\n${guide.name}`, title: guide.name, parts };
      }),
    );
    const categories = new Map<string | undefined, Topic[]>();
    for (const topic of topics) {
      const list = categories.get(topic.category);
      if (list) list.push(topic);
      else categories.set(topic.category, [topic]);
    }
    const parts = [...categories].map(([category, list]) => ({ name: category ?? this.#t('Other topics'), weight: list.length, topics: list }));
    return [...guided, { ...usualExam, id: '', title: this.#t('Mock Exam'), parts }];
  }

  /** Of a large part hardly more topics are looked at than it takes to fill the exam from it alone. */
  async told(): Promise<ExamOffer[]> {
    const offers: ExamOffer[] = [];
    for (const offer of await this.all()) {
      const parts: OfferedPart[] = [];
      for (const { name, weight, topics } of offer.parts) {
        const { questions, isAll } = await this.#gather(topics.slice(0, mostTopics), (found, looked) => looked >= fewTopics && found.length >= offer.questions);
        parts.push({ name, weight, topics: topics.length, available: questions.length, isMore: !isAll || topics.length > mostTopics });
      }
      // a part its guide names stands there without questions too, one of the learner's own does not
      const shown = offer.id === '' ? parts.filter(hasQuestions) : parts;
      if (shown.some(hasQuestions)) offers.push({ ...offer, parts: shown });
    }
    return offers;
  }

  /**
   * Enough questions for every part: of as many topics as it is to have questions, and of more until there are enough that no exam
   * has asked yet; those of authors' `quiz` blocks come first. Where a part has too few, the others are looked through further.
   */
  async pools(parts: readonly Part[], count: number, { asked, seed }: { readonly asked: ReadonlySet<string>; readonly seed: string }): Promise<ExamPool[]> {
    const { entries } = await this.#notes.library();
    const isWritten = ({ note }: Topic) => (entries.get(noteId(note))?.hasQuiz ? 0 : 1);
    // a topic of two parts is asked about in the first
    const taken = new Set<string>();
    const inTurn = parts.map(({ name, topics }) => {
      const own = topics.filter(({ id }) => !taken.has(id));
      for (const { id } of own) taken.add(id);
      return shuffled(own, `${seed} ${name}`).sort((a, b) => isWritten(a) - isWritten(b));
    });
    const found = parts.map((): readonly Question[] => []);
    const sought = parts.map(() => 0);
    const limits = parts.map(() => Number.POSITIVE_INFINITY);
    for (;;) {
      const sizes = shareOut(
        count,
        parts.map(({ weight }) => weight),
        limits,
      );
      const short = sizes.findIndex((size, index) => size > (sought[index] ?? 0) && limits[index] === Number.POSITIVE_INFINITY);
      if (short < 0) break;
      const size = sizes[short] ?? 0;
      const isEnough = (questions: readonly Question[], topics: number) => topics >= size && questions.filter(({ id }) => !asked.has(id)).length >= size;
      const { questions, isAll } = await this.#gather(inTurn[short] ?? [], isEnough);
      found[short] = questions;
      sought[short] = size;
      if (isAll) limits[short] = questions.length;
    }
    // the author's before those made from the note, those no exam has asked yet before the others
    const rank = ({ id, origin }: Question) => (origin === 'author' ? 0 : 2) + (asked.has(id) ? 1 : 0);
    return parts.map(({ name, weight }, index) => ({ name, weight, cards: (found[index] ?? []).map((one) => ({ id: one.id, rank: rank(one) })) }));
  }

  /** Questions of the topics that an exam may ask, until there are enough. `isAll` tells that every topic was looked at. */
  async #gather(
    topics: readonly Topic[],
    isEnough: (questions: readonly Question[], topics: number) => boolean,
  ): Promise<{ readonly questions: readonly Question[]; readonly isAll: boolean }> {
    const bank = await this.#notes.questions();
    const { suspended } = await this.#learner.progress();
    const found: Question[] = [];
    let looked = 0;
    for await (const questions of bank.inOrder(topics)) {
      // nobody can grade what is answered in the head
      found.push(...questions.filter((question) => question.kind !== 'recall' && !suspended.has(question.id)));
      looked++;
      if (looked < topics.length && isEnough(found, looked)) return { questions: found, isAll: false };
    }
    return { questions: found, isAll: true };
  }
}

function hasQuestions({ available, isMore }: OfferedPart): boolean {
  return available > 0 || isMore;
}

function isIn(topic: Topic, { categories, topics }: ExamGuide['parts'][number]): boolean {
  return categories.includes(topic.category ?? '') || topics.includes(topic.title) || topics.includes(topic.service ?? '');
}
