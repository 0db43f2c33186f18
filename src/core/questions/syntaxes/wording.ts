/** What a question and an answer look like in the words of Korean and English authors. */
import { withoutMarks } from './inline';

/**
 * How a question ends: `?`, or an ending that asks or bids (까, 나요, 가요, 시오, 고르세요, 란), or one that leaves the answer out
 * (것은, 곳을, 이유는, 무엇). A plain 요, 은 or 는 does not do: `오늘 할 일은` heads a list of things to do.
 */
const asking = [
  '[?？]',
  '까',
  '[나가까은는을]요',
  '는가',
  '은가',
  '인가',
  '을까',
  '시오',
  '하라',
  '(?:고르|택하|답하|맞히|찾으|쓰|적으|설명하|구하|채우)(?:세요|라)',
  '(?:것|곳|경우|이유|까닭|방법|서비스|기능|용어|명령어?|설명|특징|값|조합|개념|차이|차이점)(?:들|점)?(?:은|는|을|를)',
  '(?:가장|다음 중).*(?:은|는)',
  '무엇',
  '이란',
  '란',
  '(?:choose|select|pick) (?:the |an? |any )?(?:one|two|three|four|five|\\d|all|best|correct|right)\\b[^.]*',
].join('|');
const ending = new RegExp(`(?:${asking})$`, 'i');

/** True if a text, marks and all, reads as a question. A remark in brackets at its end, such as `(2개 선택)`, does not count, unless it asks. */
export function isQuestion(markdown: string): boolean {
  const text = withoutMarks(markdown).replace(/[\s.:：;]+$/, '');
  const inBrackets = /[([（【]([^()[\]（）【】]*)[)\]）】]$/.exec(text)?.[1];
  if (inBrackets !== undefined && /^(?:choose|select|pick|복수|모두|정답|\d+\s*(?:개|가지))/i.test(inBrackets)) return true;
  const whole = inBrackets === undefined ? text : text.slice(0, text.lastIndexOf(inBrackets) - 1).replace(/[\s.:：]+$/, '');
  return ending.test(whole) || ending.test(text);
}

const number =
  /^(?:\[\s*)?(?:(?:문제|문항|질문|퀴즈|question|quiz|q|no)\s*[.#-]?\s*\d+\s*(?:번|\.|\)|:|：|\]|-(?=\s))*|\d+\s*번(?:\s*문제)?\s*(?:\.|\)|:|：|\])*)\s*(?=$|\s|[^\p{L}\p{N}])/iu;
const plainNumber = /^\d+(?:-\d+)*\s*(?:\.|\)|:)?(?=$|\s)\s*/;

/**
 * Splits a heading or prompt from its number. `문제 3.`, `Q3)`, `3번`, `[문제 3]`, `Question 3:` say that a question follows, and so does
 * a number alone (`1.`); `1. 설치` is any numbered heading.
 */
export function splitNumber(text: string): { rest: string; isNumbered: boolean } {
  const bare = text.replace(/^(?:\*\*|__)(.*)(?:\*\*|__)$/su, '$1');
  const word = number.exec(bare);
  if (word) return { rest: bare.slice(word[0].length).trim(), isNumbered: true };
  const plain = plainNumber.exec(bare);
  if (!plain) return { rest: text, isNumbered: false };
  const rest = bare.slice(plain[0].length).trim();
  return { rest, isNumbered: rest === '' };
}

/** True for the text of a heading or a paragraph that asks, by its number or its words. */
export function asksByItself(markdown: string): boolean {
  const { rest, isNumbered } = splitNumber(markdown);
  return isNumbered || isQuestion(rest);
}

const explanationLabel =
  /^(?:(?:show|see|view)\s+(?:the\s+)?)?(?:해설|풀이|정답|설명|이유|답변|답안|해답|답|explanation|answer|correct answer|reason(?:ing)?|rationale)(?:\s*(?:및|과|와|&|and|\/)\s*(?:해설|풀이|이유|explanation))?(?:\s*(?:보기|확인|열기|펼치기))?(?=$|\s|[:：.)\]]|은|는)/i;

/** True if a text begins with the word for an explanation: `해설: …`, `정답: B`, `**Explanation**`. */
export function isExplanation(markdown: string): boolean {
  return explanationLabel.test(withoutMarks(markdown).replace(/^[\p{P}\p{S}\s]+/u, ''));
}

/** True if a text is nothing but that word: the explanation stands below it. */
export function isExplanationAlone(markdown: string): boolean {
  const text = withoutMarks(markdown).replace(/^[\p{P}\p{S}\s]+/u, '');
  return explanationLabel.test(text) && text.replace(explanationLabel, '').replace(/[\p{P}\p{S}\s]/gu, '') === '';
}

/** Letters of an answer that can be asked for by typing it. */
const mostTyped = 40;

/**
 * How an answer is asked for: typed if it is one line of up to 40 letters and no sentence (several words that end in 다, 요, 죠, 음, 함
 * or a full stop), else recalled.
 */
export function answerQuestion(markdown: string): { kind: 'short'; answer: string; accept: readonly string[] } | { kind: 'recall'; answer: string } {
  const plain = withoutMarks(markdown);
  const isLine = !/\n|^\s*(?:[-*+]|\d+[.)]|#+|>|```|~~~|\|)\s|!\[|<(?!br\b)/.test(markdown.trim());
  const isSentence = /\s/.test(plain) && /(?:다|요|죠|음|함|됨|임|[.!。])$/.test(plain);
  return isLine && plain.length <= mostTyped && plain !== '' && !isSentence
    ? { kind: 'short', answer: plain, accept: [] }
    : { kind: 'recall', answer: markdown.trim() };
}
