/** What may be written in a `quiz` block, for the editor. `content/quiz.schema.json` says the same to other tools. */
import type { Message } from '../model';
import type { QuestionKind } from './question';

export interface QuizKey {
  readonly name: string;
  readonly detail: Message;
  /** The kinds that have it; every kind without this. */
  readonly kinds?: readonly QuestionKind[];
}

/** In the order in which a question is written. */
export const questionKeys: readonly QuizKey[] = [
  { name: 'id', detail: { text: 'A name for the question: with it, its history survives every change' } },
  { name: 'kind', detail: { text: 'How the question is asked' } },
  { name: 'prompt', detail: { text: 'What is asked, in Markdown' } },
  { name: 'choices', kinds: ['single', 'multiple'], detail: { text: 'The choices: two or more' } },
  { name: 'answer', kinds: ['ox', 'short', 'recall'], detail: { text: 'The right answer: O or X, a few words, or Markdown to recall' } },
  { name: 'accept', kinds: ['short', 'diagram'], detail: { text: 'Other answers that are right as well' } },
  { name: 'text', kinds: ['cloze'], detail: { text: 'A text with blanks: two braces around each answer' } },
  { name: 'items', kinds: ['order'], detail: { text: 'What is to be put in order: three or more, in the right order' } },
  { name: 'pairs', kinds: ['match'], detail: { text: 'What goes together: three or more [left, right]' } },
  { name: 'diagram', kinds: ['diagram'], detail: { text: 'Which mermaid diagram of the note, from 1' } },
  { name: 'hide', kinds: ['diagram'], detail: { text: 'The node whose label is asked, or the arrow: a -> b' } },
  { name: 'arrow', kinds: ['diagram'], detail: { text: 'Instead of hide: the arrow that is taken out, a -> b' } },
  { name: 'options', kinds: ['diagram'], detail: { text: 'Labels to choose from; without them the answer is typed' } },
  { name: 'explanation', detail: { text: 'Shown with the verdict, in Markdown' } },
  { name: 'section', detail: { text: 'The section of the note that explains the answer' } },
];

export const choiceKeys: readonly QuizKey[] = [
  { name: 'text', detail: { text: 'The choice, one line of Markdown' } },
  { name: 'correct', detail: { text: 'true for a right choice' } },
  { name: 'why', detail: { text: 'Why it is right or wrong' } },
];

export const pairKeys: readonly QuizKey[] = [
  { name: 'left', detail: { text: 'What stands on the left' } },
  { name: 'right', detail: { text: 'What goes with it' } },
];

/** A whole question of each kind, line by line; `‹…›` is for the author to write, `‹O|X›` to choose. */
const templates: { readonly [K in QuestionKind]: readonly string[] } = {
  single: [
    'kind: single',
    'prompt: ‹물음›',
    'choices:',
    '  - text: ‹맞는 보기›',
    '    correct: true',
    '    why: ‹까닭›',
    '  - text: ‹틀린 보기›',
    '    why: ‹까닭›',
    'explanation: ‹해설›',
  ],
  multiple: [
    'kind: multiple',
    'prompt: ‹모두 고르세요.›',
    'choices:',
    '  - text: ‹맞는 보기›',
    '    correct: true',
    '  - text: ‹또 맞는 보기›',
    '    correct: true',
    '  - text: ‹틀린 보기›',
    '    why: ‹까닭›',
    'explanation: ‹해설›',
  ],
  ox: ['kind: ox', 'prompt: ‹맞거나 틀린 문장›', 'answer: ‹O|X›', 'explanation: ‹해설›'],
  short: ['kind: short', 'prompt: ‹물음›', 'answer: ‹답›', 'accept: [‹다른 답›]', 'explanation: ‹해설›'],
  recall: ['kind: recall', 'prompt: ‹물음›', 'answer: |', '  ‹떠올릴 답›'],
  cloze: ['kind: cloze', 'text: "‹빈칸은› {{‹답›}} ‹입니다.›"', 'explanation: ‹해설›'],
  order: ['kind: order', 'prompt: ‹순서대로 놓으세요.›', 'items:', '  - ‹첫째›', '  - ‹둘째›', '  - ‹셋째›'],
  match: ['kind: match', 'prompt: ‹맞는 것끼리 이으세요.›', 'pairs:', '  - [‹왼쪽 1›, ‹오른쪽 1›]', '  - [‹왼쪽 2›, ‹오른쪽 2›]', '  - [‹왼쪽 3›, ‹오른쪽 3›]'],
  diagram: ['kind: diagram', 'prompt: ‹그림에서 가려진 곳은?›', 'diagram: ‹1›', 'hide: ‹노드›'],
};

export const templateKinds = Object.keys(templates) as QuestionKind[];

/** The lines of a whole question in VS Code's snippet syntax. */
export function questionSnippet(kind: QuestionKind): string[] {
  let stop = 0;
  return templates[kind].map((line) =>
    line.replace(/‹([^›]*)›/g, (_, text: string) => {
      stop++;
      return text.includes('|') ? `\${${stop}|${text.replaceAll('|', ',')}|}` : `\${${stop}:${text}}`;
    }),
  );
}
