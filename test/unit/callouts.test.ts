import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calloutLooks } from '../../src/core/callouts';
import { createMarkdown } from '../../src/core/markdown';
import { parse } from '../support/library';

const markdown = createMarkdown();
/** Without the ends of lines between tags. */
const html = (text: string) => markdown.render(text).replaceAll('\n', '');
const callout = (type: string, look: string, title: string, rest: string) =>
  `<div class="markdown-alert markdown-alert-${look}" data-callout="${type}"><p class="markdown-alert-title"${title}</p>${rest}</div>`;

describe('a quotation is a callout', () => {
  for (const look of calloutLooks) {
    const name = look.charAt(0).toUpperCase() + look.slice(1);
    test(`of GitHub's: ${look}`, () => assert.equal(html(`> [!${look.toUpperCase()}]\n> 글`), callout(look, look, ` data-untitled="">${name}`, '<p>글</p>')));
  }
  test('of the types of Obsidian, and of any other', () => {
    const lookOf = (type: string) => /markdown-alert-(\w+)"/.exec(html(`> [!${type}] 제목`))?.[1];
    assert.deepEqual(['info', 'hint', 'faq', 'danger', 'my-own', 'constructor'].map(lookOf), ['note', 'tip', 'important', 'caution', 'note', 'note']);
  });
  test('with a title that is text of the note', () =>
    assert.equal(html('> [!info] **굵은** `제목`\n> 글'), callout('info', 'note', '><strong>굵은</strong> <code>제목</code>', '<p>글</p>')));
  test('of a title alone', () => assert.equal(html('> [!note] 제목'), callout('note', 'note', '>제목', '')));
  test('whose title is a paragraph above others', () =>
    assert.equal(html('> [!note]\n>\n> 글'), callout('note', 'note', ' data-untitled="">Note', '<p>글</p>')));
  test('that folds', () => {
    const folded = html('> [!tip]- 접힌 것\n> 글');
    assert.match(folded, /^<details class="[^"]*" data-callout="tip"><summary class="markdown-alert-title">접힌 것<\/summary><p>글<\/p><\/details>$/);
    assert.match(html('> [!tip]+\n> 글'), /^<details [^>]* open="">/);
  });
  test('in a callout, in a list, in a quotation', () => {
    assert.equal(
      html('> [!note] 밖\n> 글\n>\n> > [!bug] 안\n> > 글\n>\n> 끝'),
      callout('note', 'note', '>밖', `<p>글</p>${callout('bug', 'caution', '>안', '<p>글</p>')}<p>끝</p>`),
    );
    assert.match(html('- 항목\n\n  > [!note] 제목'), /<li><p>항목<\/p><div class="markdown-alert/);
    assert.match(html('> 인용\n>\n> > [!note] 제목'), /^<blockquote><p>인용<\/p><div class="markdown-alert .*<\/div><\/blockquote>$/);
  });
});

describe('a quotation stays one', () => {
  for (const text of ['> 글 [!note]', '> [note] 글', '> [!] 글', '> - [!note] 글', '> ## [!note]']) test(text, () => assert.match(html(text), /^<blockquote>/));
});

test('HTML in a title is known to be HTML, and what it links to is a link of the note', () => {
  const tokens = markdown.parse('> [!note] <b onclick="x">굵게</b>', {});
  assert.ok(tokens.some(({ children }) => children?.some(({ type }) => type === 'html_inline')));
  assert.deepEqual(
    parse('# 노트\n\n> [!note] [다른 것](b.md)\n> 글\n').links.map(({ href, line }) => [href, line]),
    [['b.md', 2]],
  );
});
