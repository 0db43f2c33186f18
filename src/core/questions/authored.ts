import type { Fence, NoteRef, Problem, Section } from '../model';
import { isRecord, parseYaml, type Yaml } from '../yaml';
import { scalar } from './kind';
import { kindNames, kindOf } from './kinds';
import type { Question } from './question';
import { questionId, sectionAt } from './questionId';

export interface AuthoredQuestions {
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the fenced `quiz` blocks of a note: YAML, one question or a list of them.
 *
 *     kind: single | multiple | ox | short | recall | cloze | order | match | diagram
 *     prompt: …
 *     choices: [{ text, correct?, why? }]   (single, multiple)
 *     answer: …                             (ox: O or X; short; recall: Markdown of any length)
 *     accept: […]                           (short, diagram)
 *     text: … {{blank|another spelling}} …  (cloze; `prompt` is optional there)
 *     items: […]                            (order: in the right order)
 *     pairs: [[left, right], …]             (match)
 *     diagram: 1, hide: node                (diagram: which mermaid block of the note, and the node asked)
 *     explanation, id, section: optional
 *
 * A question that cannot be asked becomes a problem with its line; the others stay.
 */
export function readQuizBlocks(ref: NoteRef, fences: readonly Fence[], sections: readonly Section[]): AuthoredQuestions {
  const questions: Question[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const diagrams = fences.filter((fence) => fence.language === 'mermaid');
  for (const fence of fences) {
    if (fence.language !== 'quiz') continue;
    const yaml = parseYaml(fence.content, fence.line + 1);
    problems.push(...yaml.problems);
    if (yaml.value === undefined || yaml.value === null) continue;
    const isList = Array.isArray(yaml.value);
    (isList ? (yaml.value as unknown[]) : [yaml.value]).forEach((item, index) => {
      const question = readQuestion(item, isList ? [index] : [], yaml, { ref, sections, fence, diagrams, problems });
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
  readonly diagrams: readonly Fence[];
  readonly problems: Problem[];
}

function readQuestion(item: unknown, path: readonly number[], yaml: Yaml, place: Place): Question | undefined {
  const line = yaml.lineOf(path);
  const fail = (code: string, text: string, key?: string, args?: Problem['message']['args']): undefined => {
    place.problems.push(problem(code, text, key ? yaml.lineOf([...path, key]) : line, 'error', args));
  };
  if (!isRecord(item)) return fail('quiz.shape', 'A question is a YAML map with `kind` and `prompt`');
  const kind = kindNames.find((known) => known === item.kind);
  if (!kind) return fail('quiz.kind', 'Unknown `kind`: {kind}. Known kinds: {kinds}', 'kind', { kind: scalar(item.kind) ?? '', kinds: kindNames.join(', ') });
  const text = kind === 'cloze' ? scalar(item.text) : undefined;
  // a text with blanks asks by itself
  const prompt = scalar(item.prompt) ?? (text && '빈칸을 채우세요.');
  if (!prompt) return fail('quiz.prompt', 'A question needs a `prompt`');
  const explanation = scalar(item.explanation);
  const explainedAt = explainedLine(item, line, path, yaml, place);
  const base = {
    id: questionId({ ref: place.ref, section: sectionAt(place.sections, place.fence.line), kind, words: text ?? prompt, written: scalar(item.id) }),
    prompt,
    ...(explanation ? { explanation } : {}),
    origin: 'author' as const,
    line,
    explainedAt,
  };
  return kindOf({ kind }).read({ item, base, diagrams: place.diagrams, fail });
}

function explainedLine(item: Record<string, unknown>, line: number, path: readonly number[], yaml: Yaml, place: Place): number {
  const title = scalar(item.section);
  if (!title) return sectionAt(place.sections, place.fence.line)?.line ?? line;
  const section = place.sections.find((candidate) => candidate.title === title);
  if (section) return section.line;
  place.problems.push(problem('quiz.section', 'The note has no section {section}', yaml.lineOf([...path, 'section']), 'warning', { section: title }));
  return line;
}

function problem(code: string, text: string, line: number, severity: Problem['severity'], args?: Problem['message']['args']): Problem {
  return { severity, code, message: { text, ...(args ? { args } : {}) }, line, column: 0 };
}
