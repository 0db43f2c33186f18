import { type Exam, isAnswered, scoreOf } from '../exam/exam';
import { gradeAnswer } from '../grade';
import { type Translate, translateMessage } from '../l10n';
import type { NameTable } from '../names';
import type { ExamOffer, ExamView, PastExam, ReviewedQuestion } from '../protocol/exam';
import type { Asked } from '../questions/bank';
import { kindOf } from '../questions/kinds';
import type { Verdict } from '../verdict';
import { promptLine, questionView, render } from './questionView';

export interface ExamContext {
  /** Those of the exam's questions that there still are. */
  readonly questions: ReadonlyMap<string, Asked>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly names: NameTable;
  readonly now: number;
  readonly t: Translate;
}

export function setupView(offers: readonly ExamOffer[], past: readonly PastExam[], only: string | undefined): ExamView {
  return { phase: 'setup', offers, past, ...(only === undefined ? {} : { only }), restore: {} };
}

/** @param index the question to show; without one the first that is open, or the whole result */
export function examView(exam: Exam, index: number | undefined, context: ExamContext): ExamView {
  return exam.end ? resultView(exam, index, context) : askingView(exam, index, context);
}

function askingView(exam: Exam, wanted: number | undefined, { questions, now, t }: ExamContext): ExamView {
  const cards = exam.cards.filter((card) => questions.has(card));
  const open = cards.findIndex((card) => !isAnswered(exam, card));
  const index = Math.min(Math.max(wanted ?? open, 0), Math.max(0, cards.length - 1));
  const card = cards[index] ?? '';
  const asked = questions.get(card);
  if (!asked) return setupView([], [], undefined);
  return {
    phase: 'asking',
    title: exam.title,
    minutes: Math.round((exam.deadline - exam.startedAt) / 60_000),
    remaining: Math.max(0, exam.deadline - now),
    marks: cards.map((one) => ({ card: one, isAnswered: isAnswered(exam, one), isFlagged: exam.flagged.has(one) })),
    index,
    question: { ...questionView(asked, exam.id, t), hints: [] },
    answer: exam.answers.get(card) ?? [],
    took: exam.took.get(card) ?? 0,
    restore: { exam: exam.id, index },
  };
}

function resultView(exam: Exam, index: number | undefined, context: ExamContext): ExamView {
  const { questions, verdicts } = context;
  const score = scoreOf(exam, verdicts);
  const shown = index === undefined ? undefined : reviewed(exam, exam.cards[index], context);
  return {
    phase: 'result',
    title: exam.title,
    isTimeOut: exam.end?.reason === 'timeOut',
    minutes: Math.max(1, Math.round((Math.min(exam.end?.time ?? exam.deadline, exam.deadline) - exam.startedAt) / 60_000)),
    ...score,
    pass: exam.pass,
    questions: exam.cards.map((card) => {
      const asked = questions.get(card);
      return { card, verdict: verdicts.get(card) ?? 'wrong', ...(asked ? { text: promptLine(asked.question) } : {}), isFlagged: exam.flagged.has(card) };
    }),
    ...(index !== undefined && shown ? { index, reviewed: shown } : {}),
    restore: { exam: exam.id, ...(index !== undefined && shown ? { index } : {}) },
  };
}

function reviewed(exam: Exam, card: string | undefined, { questions, verdicts, names, t }: ExamContext): ReviewedQuestion | undefined {
  const asked = card === undefined ? undefined : questions.get(card);
  if (card === undefined || !asked) return undefined;
  const { question } = asked;
  const answer = isAnswered(exam, card) ? (exam.answers.get(card) ?? []) : [];
  const { reason } = gradeAnswer(question, answer, names);
  return {
    question: questionView(asked, exam.id, t, { answer, names }),
    verdict: verdicts.get(card) ?? 'wrong',
    answer,
    rightAnswer: kindOf(question).rightAnswer(question),
    ...(reason ? { reason: translateMessage(t, reason) } : {}),
    ...(question.explanation ? { explanationHtml: render.block(question.explanation) } : {}),
  };
}
