import type { NoteRef } from '../model';
import { parseNote } from '../parseNote';
import { quizBlock } from './quizBlock';
import { isSound } from './soundness';

/** What a language model is asked for: blocks of our own form, about this text and nothing else. */
function promptForModel(text: string): string {
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

/** A language model: what is asked of it, and what it writes. Rejects when it was stopped or cannot. */
export type AskModel = (prompt: string) => Promise<string>;

export interface FromModel {
  /** Markdown to be put into the note: marked as a model's, a `quiz` block for each question. */
  readonly block: string;
  /** Questions in it. */
  readonly count: number;
}

/**
 * Questions on a text by a language model. What it writes is read as an author's block is, and passes the rules made questions pass.
 *
 * @param ref of the note the questions are for
 */
export async function questionsByModel(ref: NoteRef, text: string, ask: AskModel): Promise<FromModel> {
  const written = await ask(promptForModel(text));
  const { questions } = parseNote(written, ref);
  const blocks = questions.filter(isSound).map((question) => quizBlock([question]));
  return { block: `<!-- ${mark} -->\n\n${blocks.join('\n')}`, count: blocks.length };
}

const mark = '언어 모델이 만든 문제입니다. 확인하고 쓰세요.';
