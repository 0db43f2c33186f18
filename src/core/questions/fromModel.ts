import type { NoteRef, Question } from '../model';
import { parseNote } from '../parseNote';
import { quizBlock } from './quizBlock';

/** What a language model is asked for: blocks of our own form, about this text and nothing else. */
export function promptForModel(text: string): string {
  return `다음 노트만 보고 한국어 복습 문제를 6개 만드세요. 노트에 없는 사실은 묻지 마세요.
아래 형식의 YAML 목록 하나만, \`\`\`quiz 블록으로 답하세요. kind는 single, ox, short 가운데 하나입니다.

\`\`\`quiz
- kind: single
  prompt: 질문
  choices:
    - { text: 맞는 보기, correct: true, why: 이유 }
    - { text: 틀린 보기, why: 이유 }
  explanation: 해설
- kind: ox
  prompt: 문장
  answer: O
- kind: short
  prompt: 질문
  answer: 답
\`\`\`

노트:

${text}`;
}

/** The usable questions of a model's answer, as blocks that say where they came from. */
export function questionsFromModel(ref: NoteRef, written: string): { readonly block: string; readonly count: number } {
  const { questions } = parseNote(written, ref);
  const blocks = questions.map((question: Question) => quizBlock(question));
  return { block: `<!-- ${mark} -->\n\n${blocks.join('\n')}`, count: questions.length };
}

const mark = '언어 모델이 만든 문제입니다. 확인하고 쓰세요.';
