/** How good a made question is likely to be: 1 at best, below the threshold it is not asked. */
import { mask } from './wording';

export const threshold = 0.5;

/** Words that point out of the text they begin: alone it says too little. */
const dangling =
  /^(?:이|그|저|이때|그때|이것|그것|이는|이를|이와|이런|그런|이렇게|그렇게|그러면|그래서|그러므로|그리고|또|또한|하지만|그러나|그런데|따라서|반대로|반면|다만|단|예외로|위|아래|앞|뒤|둘|셋|두|이번|먼저|그다음|다음으로|둘째|셋째|마지막으로|여기|여기서|여기에|나머지|대신|즉|곧|없으면|있으면|켜면|끄면|아니면|그대로|특히|물론|실제로|결국|왜냐하면|이후|이전|서로|모두|양쪽)(?=[\s,은는을를의에도])/;
const byExample = /예를 들|예컨대|합시다|하자\.|가정하|라고 하면|(?:^|\s)예\s?:|예전에|소개글|블로그/;

/** What speaks against showing a text by itself, from 0: nothing. */
export function textFaults(text: string): number {
  let faults = 0;
  if (dangling.test(text)) faults += 0.5;
  if (byExample.test(text)) faults += 0.4;
  if (/https?:\/\/|!\[|\{\{|::=/.test(text)) faults += 0.5;
  if (/[?？]/.test(text)) faults += 0.3;
  const shown = text.replaceAll(mask, '').trim();
  if (shown.length < 12) faults += 0.25;
  if (shown.length > 160) faults += 0.25;
  const masks = text.split(mask).length - 1;
  if (masks > 1) faults += 0.1 * (masks - 1);
  if (masks > 0 && shown.length < 16) faults += 0.2;
  const { isBalanced, figures } = marksIn(text);
  if (/[:：]$/.test(text) || !isBalanced) faults += 0.3;
  // figures of a worked example: what they say holds for it alone
  if (figures > 4) faults += 0.2;
  return faults;
}

/** Sections that tell of doing and paying, not of what things are. */
const beside = /실습|따라 ?하기|연습|요금|비용|가격|주의|팁|tip|왜|역사|배경|소감|회고|일정|계획|느낀|할 일/i;

export function headingFaults(heading: string): number {
  return beside.test(heading) ? 0.5 : 0;
}

/** Brackets and quotation marks that have their partners, and how many figures there are. */
function marksIn(text: string): { readonly isBalanced: boolean; readonly figures: number } {
  let open = 0;
  let quotes = 0;
  let figures = 0;
  let isInFigure = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter > 0x5d) {
      isInFigure = false;
      continue;
    }
    const isDigit = letter >= 0x30 && letter <= 0x39;
    if (isDigit && !isInFigure) figures++;
    isInFigure = isDigit || (isInFigure && (letter === 0x2c || letter === 0x2e));
    if (letter === 0x28 || letter === 0x5b) open++;
    else if (letter === 0x29 || letter === 0x5d) open--;
    else if (letter === 0x22 || letter === 0x27) quotes++;
  }
  return { isBalanced: open === 0 && quotes % 2 === 0, figures };
}
