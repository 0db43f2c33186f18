import type { Token } from '../../markdown';

/** Marks that stand anywhere: of a card, of a blank. */
const inside = /::|==|\{\{/;
/**
 * What a line begins with: the box of a task or of a LiaScript choice, its typed answer, the mark between the sides of a card, or the
 * word for a question.
 */
const atStart = /^[\s*_]*(?:\[[^\]]?\]|\[\(|\[\[[^\]]?\]|\[\[[^\]]*\]\]\s*(?:\n|$)|\?\??\s*(?:\n|$)|(?:Q|질문|문제|Question)\s?\d*[*_]*\s?[:：.)])/i;
/** The first letters of all that, whole or in parts (NFD). */
const first = /^[\s*_]*[[?Qq질문\u110c\u1106]/;

/** Nearly every line begins with a syllable that `first` does not name. */
function mayBegin(line: string): boolean {
  const unit = line.charCodeAt(0);
  return unit < 0xac00 || unit > 0xd7a3 || line.startsWith('질') || line.startsWith('문');
}

/**
 * False for a note in which no syntax can find a question, nor a problem of one; true for any other, and for some more.
 * @param body whose tokens they are
 */
export function mayAsk(body: string, tokens: readonly Token[]): boolean {
  const hasMarks = inside.test(body);
  return tokens.some((token) => {
    if (token.type === 'html_block') return /<details/i.test(token.content);
    // the box of a task is no longer in the text
    if (token.type === 'list_item_open') return token.attrGet('class') !== null;
    if (token.type === 'code_block') return /^[ \t]*\[[[(]/m.test(token.content);
    return token.type === 'inline' && ((hasMarks && inside.test(token.content)) || mayAskAtStart(token.content));
  });
}

function mayAskAtStart(content: string): boolean {
  for (let at = 0; ; at++) {
    const line = at === 0 ? content : content.slice(at);
    if (mayBegin(line) && first.test(line) && atStart.test(line.normalize('NFC'))) return true;
    at = content.indexOf('\n', at);
    if (at < 0) return false;
  }
}
