import { comparable } from '../../korean';
import type { List } from '../../material';
import { textFaults } from '../making/quality';
import { baseOf, headingAt, type Source } from '../making/source';
import { asMarkdown, firstSentence } from '../making/wording';
import type { Question } from '../question';

const fewest = 4;
const most = 6;
const longest = 70;

/** What says that the items of a numbered list come one after the other. */
const sequence = /순서|절차|과정|단계|흐름|차례|방법|설치|설정하기|만들기|시작하기|실습|따라|배포하기|사용법|how to|steps?|process|flow/i;
const connectives = /^(?:먼저|우선|그다음|다음으로|그런 다음|그러면|이어서|이후|그 뒤|끝나면|끝으로|마지막으로|마치면|모두)/;
/** Items that tell of variants: `**동기 호출**에서는 …`, `A: …`. */
const enumerates = /(?:이?란\s|[은는]\s.*(?:이다|입니다|방식|유형|종류)[.。]?$)|^[^\s:：]{1,20}(?:\s[^\s:：]{1,10})?\s*[:：]\s/;
/** Steps that say themselves that they follow others; with this many the list is a procedure. */
const fewestConnected = 2;
const exercises = /실습|연습|따라 ?하기/;
const kindsOf = /종류|유형|방식|가지로|나뉩니다|나뉜다|갈립니다|갈린다|특징|장점|단점|이유|요소|구성|예시|원칙|기준|정리/;

/** Steps of a numbered list to be put in order: only where the list is a procedure. */
export function procedure(source: Source): Question[] {
  return source.own.lists.flatMap((list): Question[] => {
    const heading = headingAt(source, list.line);
    const connected = list.items.filter(({ text }) => connectives.test(text)).length;
    if (!list.isNumbered || list.items.length < fewest || !isProcedure(list, heading, connected)) return [];
    const steps = list.items.map((item) => firstSentence(item.text.replace(/^\d+[.)]\s*/, ''), longest));
    const run = longestRun(steps).slice(0, most);
    if (run.length < fewest || new Set(run.map(comparable)).size < run.length) return [];
    const about = list.intro && list.intro.length <= 60 && !/[:：]$/.test(list.intro) ? list.intro.replace(/[.。]$/, '') : undefined;
    const worst = Math.max(...run.map((step) => Math.min(0.3, textFaults(step) / 2)));
    return [
      {
        ...baseOf(source, {
          maker: 'order',
          key: heading,
          line: list.line,
          prompt: about ? `${asMarkdown(about)}. 순서대로 놓으세요.` : `**${asMarkdown(source.topic.title)}** – ${asMarkdown(heading)}: 순서대로 놓으세요.`,
          // exercises may often be done in another order as well, unless they say what comes after what
          quality: 0.85 - worst - (exercises.test(heading) ? (connected < fewestConnected ? 0.4 : 0.15) : 0),
        }),
        kind: 'order',
        items: run.map(asMarkdown),
      },
    ];
  });
}

function isProcedure(list: List, heading: string, connected: number): boolean {
  const intro = list.intro ?? '';
  if (kindsOf.test(intro) || (kindsOf.test(heading) && !sequence.test(intro))) return false;
  if (list.items.filter(({ text }) => enumerates.test(text)).length > list.items.length / 3) return false;
  return sequence.test(intro) || sequence.test(heading) || connected >= fewestConnected;
}

/** The longest run of neighbouring steps that are short enough. */
function longestRun(steps: readonly (string | undefined)[]): string[] {
  let best: string[] = [];
  let run: string[] = [];
  for (const step of steps) {
    run = step && step.length > 4 ? [...run, step] : [];
    if (run.length > best.length) best = run;
  }
  return best;
}
