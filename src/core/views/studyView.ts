import type { Exam } from '../exam/exam';
import type { Library } from '../library';
import type { Topic } from '../model';
import { type Progress, streak } from '../progress';
import type { StudyView } from '../protocol/study';
import { type LocalTime, studyDay } from '../schedule';

/** Minutes a card takes when there is nothing to measure by yet. */
const defaultMinutesPerCard = 0.4;

export function studyView(
  library: Library,
  progress: Progress,
  today: Readonly<Record<'due' | 'fresh' | 'later', readonly string[]>>,
  mistakes: number,
  exam: { readonly day?: number | undefined; readonly running?: Exam | undefined },
  now: LocalTime,
): StudyView {
  const day = studyDay(now);
  const answeredToday = progress.answers.filter((answer) => studyDay({ time: answer.time, offsetMinutes: answer.offset }) === day);
  const lastLesson = [...progress.opened]
    .sort((a, b) => b[1] - a[1])
    .map(([topic]) => library.topic(topic))
    .find((topic) => topic !== undefined);
  const nextLesson = library.topics.find((topic) => !progress.opened.has(topic.id) && !progress.done.has(topic.id));
  return {
    done: new Set(answeredToday.map((answer) => answer.card)).size,
    due: today.due.length,
    later: today.later.length,
    fresh: today.fresh.length,
    minutes: Math.ceil((today.due.length + today.fresh.length) * minutesPerCard(progress)),
    streak: streak(progress.days, day),
    week: [6, 5, 4, 3, 2, 1, 0].map((ago) => progress.days.has(day - ago)),
    mistakes,
    ...(exam.day === undefined ? {} : { examIn: exam.day - day }),
    ...(exam.running ? { runningExam: { title: exam.running.title, remaining: exam.running.deadline - now.time } } : {}),
    ...(lastLesson ? { lastLesson: lessonRow(lastLesson) } : {}),
    ...(nextLesson ? { nextLesson: lessonRow(nextLesson) } : {}),
    topics: library.topics.length,
  };
}

function lessonRow(topic: Topic): { topic: string; title: string; category?: string } {
  return { topic: topic.id, title: topic.title, ...(topic.category ? { category: topic.category } : {}) };
}

/** The learner's own pace over the last hundred answers; a break at the keyboard counts as a minute at most. */
function minutesPerCard(progress: Progress): number {
  const last = progress.answers.slice(-100);
  if (last.length < 10) return defaultMinutesPerCard;
  return last.reduce((sum, answer) => sum + Math.min(answer.took, 60_000), 0) / last.length / 60_000 + 0.1;
}
