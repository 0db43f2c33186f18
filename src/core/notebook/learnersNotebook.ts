import type { Translate } from '../l10n';
import type { Learner } from '../learner';
import type { Notes } from '../notes';
import type { NotebookView } from '../protocol/notebook';
import { studyDay } from '../schedule';
import { notebookView } from '../views/notebookView';
import { type Notebook, notebookOf } from './notebook';
import { updateNotebookFile } from './notebookFile';
import { entryText } from './notebookText';

/** The wrong-answer notebook of this learner, with the questions as they are today. */
export class LearnersNotebook {
  readonly #notes: Notes;
  readonly #learner: Learner;
  readonly #leaveAfter: () => number;
  readonly #t: Translate;

  /** @param leaveAfter right answers in a row after which an entry leaves */
  constructor(notes: Notes, learner: Learner, leaveAfter: () => number, t: Translate) {
    this.#notes = notes;
    this.#learner = learner;
    this.#leaveAfter = leaveAfter;
    this.#t = t;
  }

  async #open(): Promise<Notebook & { readonly suspended: ReadonlySet<string> }> {
    const { answers, suspended } = await this.#learner.progress();
    return { ...notebookOf(answers, this.#leaveAfter()), suspended };
  }

  /** Its cards, the last wrong answer first; those whose question is gone, or that are never to be asked, are not among them. */
  async cards(): Promise<string[]> {
    const { entries, suspended } = await this.#open();
    const wanted = entries.filter((entry) => !suspended.has(entry.card)).map((entry) => entry.card);
    const asked = await (await this.#notes.questions()).questions(wanted);
    return wanted.filter((card) => asked.has(card));
  }

  async view(): Promise<NotebookView> {
    const notebook = await this.#open();
    const [bank, names] = await Promise.all([this.#notes.questions(), this.#notes.names()]);
    const questions = await bank.questions(notebook.entries.map((entry) => entry.card));
    const today = studyDay(this.#learner.now());
    return notebookView(notebook, { questions, suspended: notebook.suspended, names, leaveAfter: this.#leaveAfter(), today, t: this.#t });
  }

  /** The notebook's Markdown file brought up to date; the learner's lines in it stay. */
  async file(text: string | undefined): Promise<string> {
    const { entries, suspended } = await this.#open();
    const [bank, names] = await Promise.all([this.#notes.questions(), this.#notes.names()]);
    const asked = await bank.questions(entries.map((entry) => entry.card));
    const texts = entries.flatMap((entry) => {
      const found = asked.get(entry.card);
      return found && !suspended.has(entry.card) ? entryText(entry, found, names, this.#t) : [];
    });
    const t = this.#t;
    const heading = [
      `# ${t('Wrong-Answer Notebook')}`,
      t(
        'Write your notes below an entry, outside its markers: they stay when the file is brought up to date. What stands between the markers is written anew.',
      ),
    ].join('\n\n');
    return updateNotebookFile(text, texts, heading, `## ${t('Answered right often enough')}`);
  }
}
