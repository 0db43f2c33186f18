import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import { createMarkdown, createSlugger, htmlImages, plainText, withoutHandlers } from '../../src/core/markdown';

const markdown = createMarkdown();

describe('rendering', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['**CloudFront(CDN)**는 가깝다', '<strong>CloudFront(CDN)</strong>는 가깝다'],
    ['`S3`**(저장소)**를', '<code>S3</code><strong>(저장소)</strong>를'],
    ['.HTML, S3.Bucket, a@b.kr', '.HTML, S3.Bucket, a@b.kr'],
    ['https://aws.amazon.com 참고', '<a href="https://aws.amazon.com">https://aws.amazon.com</a> 참고'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[a](vbscript:x) [b](data:text/html,x)', '[a](vbscript:x) [b](data:text/html,x)'],
    ['줄<br>바꿈', '줄<br>바꿈'],
  ];
  for (const [text, html] of cases) test(text, () => assert.equal(markdown.renderInline(text, {}), html));
});

describe('handlers in raw HTML lose their meaning', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<img src=x onerror="alert(1)">', '<img src=x data-off-onerror="alert(1)">'],
    ['<IMG ONERROR=a OnLoad=b>', '<IMG data-off-ONERROR=a data-off-OnLoad=b>'],
    ['<a title="onclick=1" onclick>', '<a title="onclick=1" data-off-onclick>'],
    ['<p>on error</p><b on>', '<p>on error</p><b data-off-on>'],
    ['<img alt=">" onerror=a>', '<img alt=">" data-off-onerror=a>'],
    ['<img/onerror=a>', '<img/data-off-onerror=a>'],
    ['<p class="one">', '<p class="one">'],
  ];
  for (const [html, safe] of cases) test(html, () => assert.equal(withoutHandlers(html), safe));

  test('in a note, wherever they stand', () => {
    const html = markdown.render('<div onclick="a">\n\n글 <b onfocus=b>굵게</b>\n\n- <i onblur=c>\n', {});
    assert.deepEqual(html.match(/\bon(click|focus|blur)/g), ['onclick', 'onfocus', 'onblur']);
    assert.doesNotMatch(html, /\son/);
  });
});

describe('the text a reader sees', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['**굵게** `코드` [링크](x) ![그림](y.png)', '굵게 코드 링크 그림'],
    ['첫 줄\n둘째  줄', '첫 줄 둘째 줄'],
    ['가<br>나 <b>다</b>', '가 나 다'],
    ['람다'.normalize('NFD'), '람다'],
  ];
  for (const [text, plain] of cases) test(plain, () => assert.equal(plainText(markdown.parseInline(text, {})[0]), plain));

  test('of nothing is empty', () => assert.equal(plainText(undefined), ''));
});

test('pictures in raw HTML', () => {
  assert.deepEqual(htmlImages('<p>\n<img src="a.png" alt="가">\n<img alt="주소 없음"><IMG SRC=b.png></p>'), [
    { src: 'a.png', alt: '가', lineOffset: 1 },
    { src: 'b.png', alt: '', lineOffset: 2 },
  ]);
  assert.deepEqual(htmlImages('<p>imgur</p>'), []);
});

test('anchors are GitHub’s, unique in a note, the same in every note', () => {
  const titles = ['S3 vs. EBS', '개요', '개요', 'C++ & C#', '개요'.normalize('NFD')];
  const expected = ['s3-vs-ebs', '개요', '개요-1', 'c--c', '개요-2'];
  for (const slug of [createSlugger(), createSlugger()]) assert.deepEqual(titles.map(slug), expected);
});

test('anchors are those of the library GitHub’s are counted by', () => {
  const title = fc
    .array(fc.constantFrom('가', 'S3', 'a', ' ', '  ', '-', '1', '-1', '.', 'é', 'É', '\u3000', '_', '(', '🙂', 'ㄱ'), { maxLength: 4 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(title, { maxLength: 12 }), (titles) => {
      const library = new GithubSlugger();
      assert.deepEqual(
        titles.map(createSlugger()),
        titles.map((one) => library.slug(one)),
      );
    }),
  );
});

test('no handler is left, whatever the HTML', () => {
  const part = fc.constantFrom('<img ', 'onerror=', '"', "'", '>', '<', ' ', 'src=x', '/', '\n', 'ONLOAD', '=', '<!--', '-->', 'a', '</b>');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const html = parts.join('');
      const safe = withoutHandlers(html);
      assert.equal(withoutHandlers(safe), safe);
      assert.equal(safe.replaceAll('data-off-', ''), html);
    }),
  );
});
