import { gradeAnswer } from '../grade';
import { type Translate, translateMessage } from '../l10n';
import { listed } from '../listed';
import type { NameTable } from '../names';
import type { Notebook, NotebookEntry } from '../notebook/notebook';
import { localTime } from '../progress';
import type { NotebookRow, NotebookView } from '../protocol/notebook';
import type { Asked } from '../questions/bank';
import { kindOf } from '../questions/kinds';
import type { Question } from '../questions/question';
import { studyDay } from '../schedule';
import { render } from './questionView';

export interface NotebookContext {
  /** Those of its cards that there still are; the others are not shown. */
  readonly questions: ReadonlyMap<string, Asked>;
  readonly suspended: ReadonlySet<string>;
  readonly names: NameTable;
  readonly leaveAfter: number;
  readonly today: number;
  readonly t: Translate;
}

export function notebookView(notebook: Notebook, context: NotebookContext): NotebookView {
  const { questions, suspended, leaveAfter, today } = context;
  return {
    rows: notebook.entries.flatMap((entry) => {
      const asked = questions.get(entry.card);
      return asked && !suspended.has(entry.card) ? rowOf(entry, asked, context) : [];
    }),
    today,
    leaveAfter,
    left: notebook.left.length,
  };
}

function rowOf(entry: NotebookEntry, { question, topic }: Asked, { names, t }: NotebookContext): NotebookRow {
  const last = entry.wrong.at(-1);
  const answer = last?.answer ?? [];
  const why = whyWrong(question, answer, names, t);
  return {
    card: entry.card,
    topic: topic.id,
    topicTitle: topic.title,
    ...(topic.category ? { category: topic.category } : {}),
    promptHtml: render.block(question.prompt),
    mine: listed(answer.filter((part) => part !== '')),
    rightAnswer: kindOf(question).rightAnswer(question),
    ...(why ? { whyHtml: render.block(why) } : {}),
    wrong: entry.wrong.length,
    round: entry.round,
    right: entry.right,
    day: last ? studyDay(localTime(last)) : 0,
  };
}

/** Why the answer was wrong, in Markdown: what its author says of the choice taken, then the explanation, else why the right one is right. */
export function whyWrong(question: Question, answer: readonly string[], names: NameTable, t: Translate): string {
  const { reason } = gradeAnswer(question, answer, names);
  const choices = question.kind === 'single' || question.kind === 'multiple' ? question.choices : [];
  const taken = choices.flatMap((choice) => (answer.includes(choice.text) && !choice.correct && choice.why ? [choice.why] : []));
  const right = choices.flatMap((choice) => (choice.correct && choice.why ? [choice.why] : []));
  const said = [...(reason ? [translateMessage(t, reason)] : []), ...taken, ...(question.explanation ? [question.explanation] : right)];
  return [...new Set(said)].join('\n\n');
}
