/**
 * Callouts, as GitHub and Obsidian write them: a quotation that begins with `[!type]`, a sign for one that folds, and a title.
 *
 *     > [!tip]- 접어 둘 것
 *     > 글
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { escapeHtml } from './escapeHtml';

const head = /^\\?\[!([a-z][\w-]*)\]([+-]?)[^\S\n]*([^\n]*)\n?/i;

export const calloutLooks = ['note', 'tip', 'important', 'warning', 'caution'] as const;
type CalloutLook = (typeof calloutLooks)[number];

/** How types look that GitHub does not have; any other is a note. */
const others: Readonly<Record<string, CalloutLook>> = {
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  question: 'important',
  help: 'important',
  faq: 'important',
  example: 'important',
  attention: 'warning',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
  danger: 'caution',
  error: 'caution',
  bug: 'caution',
};
/** A note may name any type, `constructor` too. */
const looks: ReadonlyMap<string, CalloutLook> = new Map([...calloutLooks.map((look) => [look, look] as const), ...Object.entries(others)]);

export function callouts(markdown: MarkdownIt): void {
  markdown.renderer.rules.callout_name = (tokens, index) => escapeHtml(tokens[index]?.content ?? '');
  markdown.core.ruler.after('block', 'callouts', (state) => {
    const tokens: Token[] = [];
    /** The tags of the quotations around, where they are callouts. */
    const around: (string | undefined)[] = [];
    for (let at = 0; at < state.tokens.length; at++) {
      const token = state.tokens[at] as Token;
      tokens.push(token);
      if (token.type === 'blockquote_close') close(token, around.pop());
      if (token.type !== 'blockquote_open') continue;
      const [paragraph, inline] = state.tokens.slice(at + 1, at + 3);
      const found = paragraph?.type === 'paragraph_open' && inline ? head.exec(inline.content) : null;
      if (found && inline) {
        const [written, type = '', fold, title = ''] = found;
        open(token, type.toLowerCase(), fold);
        tokens.push(...titleTokens(state.Token, inline, { tag: fold ? 'summary' : 'p', type, title: title.trim() }));
        inline.content = inline.content.slice(written.length).trimStart();
        if (inline.content === '') at += 3;
      }
      around.push(found ? token.tag : undefined);
    }
    state.tokens = tokens;
  });
}

/** @param fold `-` for one that is folded at first, `+` for one that can be */
function open(token: Token, type: string, fold: string | undefined): void {
  token.type = 'alert_open';
  token.tag = fold ? 'details' : 'div';
  token.attrs = [
    ['class', `markdown-alert markdown-alert-${looks.get(type) ?? 'note'}`],
    ['data-callout', type],
  ];
  if (fold === '+') token.attrSet('open', '');
}

function close(token: Token, tag: string | undefined): void {
  if (tag === undefined) return;
  token.type = 'alert_close';
  token.tag = tag;
}

interface Title {
  readonly tag: string;
  readonly type: string;
  readonly title: string;
}

/** A title is text of the note as any other; where there is none the type stands for it. */
function titleTokens(TokenOf: new (type: string, tag: string, nesting: Token['nesting']) => Token, first: Token, { tag, type, title }: Title): Token[] {
  const begin = new TokenOf('callout_title_open', tag, 1);
  begin.attrs = [['class', 'markdown-alert-title'], ...(title === '' ? [['data-untitled', ''] as [string, string]] : [])];
  const line = first.map?.[0] ?? 0;
  const text =
    title === ''
      ? Object.assign(new TokenOf('callout_name', '', 0), { content: type.charAt(0).toUpperCase() + type.slice(1).toLowerCase() })
      : Object.assign(new TokenOf('inline', '', 0), { content: title, map: [line, line + 1], children: [], level: first.level });
  const end = new TokenOf('callout_title_close', tag, -1);
  begin.level = end.level = first.level - 1;
  return [begin, text, end];
}
