import { comparable } from '../korean';
import { noteId, type Problem } from '../model';
import type { Question, SingleQuestion } from '../questions/question';
import { finding, type Rule } from './finding';

/** What a pack asks of its questions. */
export const questionRules: readonly Rule[] = [number, kinds, explained, named, positions, longest, repeated];

/** No position may hold more of the right answers of single choices than this. */
const mostAtOnePosition = 0.4;
/** Nor may the right answer be the longest option in more of them than this. */
const mostLongest = 0.5;
/** Fewer single choices cannot be spread. */
const fewestToSpread = 3;

function number({ note, rules: { minQuestions = 0 } }: Parameters<Rule>[0]): Problem[] {
  const n = note.questions.length;
  return n < minQuestions ? [finding('questions', 0, 'The note has {n} questions, fewer than {least}', { n, least: minQuestions })] : [];
}

function kinds({ note, rules: { minKinds = 0 } }: Parameters<Rule>[0]): Problem[] {
  const n = new Set(note.questions.map(({ kind }) => kind)).size;
  return n < minKinds ? [finding('kinds', 0, 'The note asks in {n} kinds of questions, fewer than {least}', { n, least: minKinds })] : [];
}

function explained({ note }: Parameters<Rule>[0]): Problem[] {
  return note.questions.flatMap((question) => {
    const found = question.explanation ? [] : [finding('explanation', question.line, 'The question has no `explanation`')];
    for (const choice of 'choices' in question ? question.choices : [])
      if (!choice.why) found.push(finding('why', question.line, 'The choice {choice} has no `why`', { choice: choice.text }));
    // what stands below the questions themselves explains nothing; a section that is not there is found for every pack
    const around = note.sections.findLast((section) => section.line <= question.line && question.line < section.endLine);
    if (around && question.explainedAt === around.line)
      found.push(finding('explainedIn', question.line, 'The question names no `section` that explains its answer'));
    return found;
  });
}

/** Without an id of its own, a card loses its history when its prompt is reworded. */
function named({ note, pack, notes }: Parameters<Rule>[0]): Problem[] {
  return note.questions.flatMap((question) => {
    if (!question.id.startsWith(`${pack.id}:`)) return [finding('id', question.line, 'The question has no `id`')];
    const id = question.id.slice(pack.id.length + 1);
    const other = pack.notes.find((path) => {
      const ref = { pack: pack.id, path };
      return path !== note.ref.path && notes.get(noteId(ref))?.questions.some((one) => one.id === question.id);
    });
    return other === undefined ? [] : [finding('id', question.line, 'The id {id} is used in {note} as well', { id, note: other })];
  });
}

function positions({ note }: Parameters<Rule>[0]): Problem[] {
  const singles = singlesOf(note.questions);
  const [first] = singles;
  if (!first || singles.length < fewestToSpread) return [];
  const counts = new Map<number, number>();
  for (const { choices } of singles) {
    const position = choices.findIndex((choice) => choice.correct) + 1;
    counts.set(position, (counts.get(position) ?? 0) + 1);
  }
  const evenly = Math.ceil(singles.length / Math.min(...singles.map(({ choices }) => choices.length)));
  const most = Math.max(evenly, Math.floor(singles.length * mostAtOnePosition));
  return [...counts].flatMap(([position, n]) =>
    n > most
      ? [finding('position', first.line, 'The right answer stands at {position} in {n} of {total} questions', { position, n, total: singles.length })]
      : [],
  );
}

function longest({ note }: Parameters<Rule>[0]): Problem[] {
  const singles = singlesOf(note.questions);
  const betrayed = singles.filter(({ choices }) => {
    const length = (isRight: boolean) => Math.max(...choices.filter((choice) => choice.correct === isRight).map((choice) => comparable(choice.text).length));
    return length(true) > length(false);
  });
  const [first] = betrayed;
  if (!first || singles.length < fewestToSpread || betrayed.length <= singles.length * mostLongest) return [];
  return [finding('longest', first.line, 'The right answer is the longest in {n} of {total} questions', { n: betrayed.length, total: singles.length })];
}

function repeated({ note }: Parameters<Rule>[0]): Problem[] {
  const seen = new Map<string, Question>();
  return note.questions.flatMap((question) => {
    const asked = comparable(askedBy(question));
    const earlier = seen.get(asked);
    if (!earlier) seen.set(asked, question);
    return earlier ? [finding('repeated', question.line, 'The question of line {line} asks the same', { line: earlier.line + 1 })] : [];
  });
}

/** The prompt, and what tells apart questions whose prompt says only what to do. */
function askedBy(question: Question): string {
  switch (question.kind) {
    case 'cloze':
      return [question.prompt, ...question.parts].join(' ');
    case 'order':
      return [question.prompt, ...[...question.items].sort()].join(' ');
    case 'match':
      return [question.prompt, ...question.pairs.map((pair) => pair.left).sort()].join(' ');
    case 'diagram':
      return `${question.prompt} ${question.hidden}`;
    default:
      return question.prompt;
  }
}

function singlesOf(questions: readonly Question[]): SingleQuestion[] {
  return questions.filter((question) => question.kind === 'single');
}
