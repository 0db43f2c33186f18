import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { readBlocks } from '../../src/core/blocks';
import { BlockTokens } from '../../src/core/blockTokens';
import { splitFrontMatter } from '../../src/core/frontMatter';
import { createMarkdown, type Token } from '../../src/core/markdown';
import { OutlineReader, outlineOf } from '../../src/core/outlineReader';
import { readSyntaxes } from '../../src/core/questions/syntaxes';
import { bundled } from '../support/library';
import { markdownText } from '../support/markdownLines';

const markdown = createMarkdown();
/** Whatever of a token the readers of notes look at. */
const told = (token: Token): unknown => {
  const { type, tag, nesting, level, map, content, markup, info, children } = token;
  return {
    type,
    tag,
    nesting,
    level,
    map,
    content,
    markup,
    info,
    href: token.attrGet('href'),
    src: token.attrGet('src'),
    children: children?.map(told) ?? null,
  };
};

function check(body: string): boolean {
  const blocks = new BlockTokens();
  const lineCount = readBlocks(body, blocks);
  if (lineCount === undefined) return false;
  assert.equal(lineCount, body.split('\n').length);
  const { tokens } = blocks;
  const wanted = markdown.parse(body, {}).map(tokenOf);
  const found = tokens.map(tokenOf);
  const odd = wanted.findIndex((token, index) => !isDeepStrictEqual(token, found[index]));
  assert.deepEqual(found[odd], wanted[odd], `token ${odd} of ${JSON.stringify(body.slice(0, 300))}`);
  assert.equal(found.length, wanted.length);
  return true;
}

/** Block tokens of markdown-it carry some more, as the start of a list and the columns of a table. */
const tokenOf = (token: Token) => (token.block ? { ...(told(token) as object), href: null, src: null } : told(token));

test('finds the blocks markdown-it finds, or none', () => {
  let read = 0;
  fc.assert(
    fc.property(markdownText, (body) => {
      if (check(body)) read++;
    }),
    { numRuns: 3_000 },
  );
  assert.ok(read > 300, `${read} texts were read`);
});

test('an outline is the same whoever reads the blocks', () => {
  let named = 0;
  fc.assert(
    fc.property(markdownText, (body) => {
      const outline = new OutlineReader(body);
      if (readBlocks(body, outline) === undefined) return;
      const tokens = markdown.parse(body, {});
      assert.deepEqual(outlined(outline), outlined(outlineOf(tokens)));
      if (outline.terms.named.length > 0) named++;
      assert.deepEqual(outline.terms.all, outlineOf(withoutContent(tokens)).terms.all);
    }),
    { numRuns: 6_000 },
  );
  assert.ok(named > 80, `${named} texts had terms with other names`);
});

function outlined(outline: OutlineReader) {
  const { fences, terms, references, mayAsk } = outline;
  // before all are known: from then on these are among them
  const { named, coded, all } = terms;
  assert.deepEqual(
    named,
    all.filter(({ aliases }) => aliases.length > 0),
  );
  assert.deepEqual(
    coded,
    all.filter(({ style }) => style === 'strongCode'),
  );
  const sections = outline.sections(999).map(({ title, slug, level, line, endLine }) => ({ title, slug, level, line, endLine }));
  return { fences, mayAsk, terms: all, links: references.links, images: references.images, sections };
}

/** Inline tokens whose Markdown says nothing: all that is found is found in their children. */
function withoutContent(tokens: Token[]): Token[] {
  for (const token of tokens) if (token.type === 'inline') token.content = `**${token.content}`;
  return tokens;
}

test('reads what most notes are made of', () => {
  const note =
    '# 제목\n\n글이 있다.\n둘째 줄\n\n## 절 `코드` ##\n\n- **용어**: 정의\n  이어짐\n- **라벨**\n  - `a`: 하나\n\n    둘째 문단\n  1. 순서\n  2. 둘\n\n| 가 | 나 |\n| :-- | --: |\n| [x](y) | c |\n\n```json\n{ "a": 1 }\n```\n\n- 항목\n  ```bash\n  ls\n  ```\n\n***\n\n[[EC2]]는 [링크](a.md)다.\n';
  assert.ok(check(note));
});

test('reads the bundled notes as markdown-it does', () => {
  for (const text of bundled.texts.values()) check(splitFrontMatter(text).body);
});

test('a note that holds nothing a syntax begins with has no question and no problem of one', () => {
  let silent = 0;
  fc.assert(
    fc.property(markdownText, (body) => {
      const tokens = markdown.parse(body, {});
      if (outlineOf(tokens).mayAsk) return;
      silent++;
      assert.deepEqual(readSyntaxes({ ref: { pack: 'p', path: 'n.md' }, tokens, sections: [], body, taken: [] }), { questions: [], problems: [] });
    }),
    { numRuns: 3_000 },
  );
  assert.ok(silent > 300, `${silent} texts asked nothing`);
});
