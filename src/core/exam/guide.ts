import { isRecord } from '../yaml';

/** What an exam asks, as its guide says: a pack names those it prepares for. */
export interface ExamGuide {
  readonly name: string;
  /** Number of them. */
  readonly questions: number;
  readonly minutes: number;
  /** Percent. */
  readonly pass: number;
  readonly parts: readonly ExamGuidePart[];
}

export interface ExamGuidePart {
  readonly name: string;
  /** Its share of the questions, in proportion to the others'. */
  readonly weight: number;
  /** Categories of topics it asks about. */
  readonly categories: readonly string[];
  /** Titles or services of further topics. */
  readonly topics: readonly string[];
}

/** Where nothing is said: as many and as long as the exam most learners prepare for, AWS Certified Solutions Architect – Associate. */
export const usualExam = { questions: 65, minutes: 130, pass: 72 } as const;

/** The `exams` of a `pack.json`; what is not of the right type is left out, or stands as usual. */
export function readExams(value: unknown): ExamGuide[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((exam) => {
    const parts = Array.isArray(exam.parts) ? exam.parts.filter(isRecord).flatMap(readPart) : [];
    if (typeof exam.name !== 'string' || parts.length === 0) return [];
    return {
      name: exam.name.normalize('NFC'),
      questions: within(exam.questions, 1, 500, usualExam.questions),
      minutes: within(exam.minutes, 1, 600, usualExam.minutes),
      pass: within(exam.pass, 0, 100, usualExam.pass),
      parts,
    };
  });
}

function readPart(part: Readonly<Record<string, unknown>>): ExamGuidePart[] {
  if (typeof part.name !== 'string') return [];
  return [{ name: part.name.normalize('NFC'), weight: within(part.weight, 0, 1000, 1), categories: texts(part.categories), topics: texts(part.topics) }];
}

function within(value: unknown, least: number, most: number, usual: number): number {
  return typeof value === 'number' && value >= least && value <= most ? value : usual;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string').map((text) => text.normalize('NFC')) : [];
}
