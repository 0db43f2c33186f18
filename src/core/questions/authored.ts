import type { Choice, Fence, NoteRef, Problem, Question, QuestionKind, Section } from '../model';
import { isRecord, parseYaml, type Yaml } from '../yaml';

export interface AuthoredQuestions {
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

const kinds: readonly QuestionKind[] = ['single', 'multiple', 'ox', 'short'];

/** What every kind shares, handed to the reader of one kind. */
interface Draft {
  readonly item: Record<string, unknown>;
  readonly base: Pick<Question, 'id' | 'prompt' | 'explanation' | 'origin' | 'line' | 'explainedAt'>;
  /** Reports that the question cannot be asked. */
  fail(code: string, text: string, path?: string): undefined;
}

const readers: { readonly [K in QuestionKind]: (draft: Draft) => Question | undefined } = {
  single: (draft) => {
    const choices = readChoices(draft);
    if (!choices) return undefined;
    const right = choices.filter((choice) => choice.correct).length;
    if (right === 1) return { ...draft.base, kind: 'single', choices };
    return draft.fail(
      'quiz.oneCorrect',
      right === 0 ? 'No choice is marked `correct: true`' : 'A `single` question has several choices with `correct: true`; use `multiple`',
      'choices',
    );
  },
  multiple: (draft) => {
    const choices = readChoices(draft);
    if (!choices) return undefined;
    if (choices.some((choice) => choice.correct)) return { ...draft.base, kind: 'multiple', choices };
    return draft.fail('quiz.oneCorrect', 'No choice is marked `correct: true`', 'choices');
  },
  ox: (draft) => {
    const written = typeof draft.item.answer === 'string' ? draft.item.answer.trim().toUpperCase() : draft.item.answer;
    if (written === 'O' || written === true) return { ...draft.base, kind: 'ox', answer: true };
    if (written === 'X' || written === false) return { ...draft.base, kind: 'ox', answer: false };
    return draft.fail('quiz.answer', 'An `ox` question needs `answer: O` or `answer: X`', 'answer');
  },
  short: (draft) => {
    const answer = scalar(draft.item.answer);
    if (!answer) return draft.fail('quiz.answer', 'A `short` question needs an `answer`', 'answer');
    const accept = Array.isArray(draft.item.accept) ? draft.item.accept.flatMap((other) => scalar(other) ?? []) : [];
    return { ...draft.base, kind: 'short', answer, accept };
  },
};

/**
 * Reads the fenced `quiz` blocks of a note: YAML, one question or a list of them.
 *
 *     kind: single | multiple | ox | short
 *     prompt: …
 *     choices: [{ text, correct?, why? }]   (single, multiple)
 *     answer: …                             (ox: O or X; short)
 *     accept: […]                           (short)
 *     explanation, id, section: optional
 *
 * A question that cannot be asked becomes a problem with its line; the others stay.
 */
export function readQuizBlocks(ref: NoteRef, fences: readonly Fence[], sections: readonly Section[]): AuthoredQuestions {
  const questions: Question[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const fence of fences) {
    if (fence.language !== 'quiz') continue;
    const yaml = parseYaml(fence.content, fence.line + 1);
    problems.push(...yaml.problems);
    if (yaml.value === undefined || yaml.value === null) continue;
    const isList = Array.isArray(yaml.value);
    (isList ? (yaml.value as unknown[]) : [yaml.value]).forEach((item, index) => {
      const question = readQuestion(item, isList ? [index] : [], yaml, { ref, sections, fence, problems });
      if (!question) return;
      if (seen.has(question.id)) {
        problems.push(problem('quiz.duplicate', 'Two questions share the id {id}', question.line, 'error', { id: question.id }));
        return;
      }
      seen.add(question.id);
      questions.push(question);
    });
  }
  return { questions, problems };
}

interface Place {
  readonly ref: NoteRef;
  readonly sections: readonly Section[];
  readonly fence: Fence;
  readonly problems: Problem[];
}

function readQuestion(item: unknown, path: readonly number[], yaml: Yaml, place: Place): Question | undefined {
  const line = yaml.lineOf(path);
  const fail = (code: string, text: string, key?: string, args?: Record<string, string>): undefined => {
    place.problems.push(problem(code, text, key ? yaml.lineOf([...path, key]) : line, 'error', args));
  };
  if (!isRecord(item)) return fail('quiz.shape', 'A question is a YAML map with `kind` and `prompt`');
  const kind = kinds.find((known) => known === item.kind);
  if (!kind) return fail('quiz.kind', 'Unknown `kind`: {kind}. Known kinds: {kinds}', 'kind', { kind: scalar(item.kind) ?? '', kinds: kinds.join(', ') });
  const prompt = scalar(item.prompt);
  if (!prompt) return fail('quiz.prompt', 'A question needs a `prompt`');
  const explanation = scalar(item.explanation);
  const explainedAt = explainedLine(item, line, path, yaml, place);
  const base = {
    id: questionId(place, kind, prompt, scalar(item.id)),
    prompt,
    ...(explanation ? { explanation } : {}),
    origin: 'author' as const,
    line,
    explainedAt,
  };
  return readers[kind]({ item, base, fail });
}

function explainedLine(item: Record<string, unknown>, line: number, path: readonly number[], yaml: Yaml, place: Place): number {
  const title = scalar(item.section);
  if (!title) return enclosingSection(place)?.line ?? line;
  const section = place.sections.find((candidate) => candidate.title === title);
  if (section) return section.line;
  place.problems.push(problem('quiz.section', 'The note has no section {section}', yaml.lineOf([...path, 'section']), 'warning', { section: title }));
  return line;
}

function enclosingSection({ sections, fence }: Place): Section | undefined {
  return sections.findLast((section) => section.line <= fence.line && fence.line < section.endLine);
}

/** `pack:id` when the author named the question (it may move between notes), else pack, note, section, kind and the start of the prompt. */
function questionId(place: Place, kind: QuestionKind, prompt: string, written: string | undefined): string {
  if (written) return `${place.ref.pack}:${written}`;
  const stem = prompt
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60)
    .replaceAll(' ', '-');
  return `${place.ref.pack}/${place.ref.path}#${enclosingSection(place)?.slug ?? ''}:${kind}:${stem}`;
}

function readChoices(draft: Draft): Choice[] | undefined {
  const list = draft.item.choices;
  if (!Array.isArray(list) || list.length < 2) return draft.fail('quiz.choices', 'A question of this kind needs at least two `choices`', 'choices');
  const choices: Choice[] = [];
  for (const item of list) {
    const text = isRecord(item) ? scalar(item.text) : scalar(item);
    if (!text) return draft.fail('quiz.choices', 'A choice needs a `text`', 'choices');
    const why = isRecord(item) ? scalar(item.why) : undefined;
    choices.push({ text, correct: isRecord(item) && item.correct === true, ...(why ? { why } : {}) });
  }
  if (new Set(choices.map((choice) => choice.text)).size < choices.length) {
    return draft.fail('quiz.choices', 'Two choices are the same', 'choices');
  }
  return choices;
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value.normalize('NFC').trim() || undefined;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function problem(code: string, text: string, line: number, severity: Problem['severity'], args?: Record<string, string>): Problem {
  return { severity, code, message: { text, ...(args ? { args } : {}) }, line, column: 0 };
}
