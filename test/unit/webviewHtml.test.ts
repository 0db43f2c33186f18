import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { webviewHtml } from '../../src/core/webviewHtml';

const source = 'https://*.vscode-cdn.net';
const page = {
  script: `${source}/a.js`,
  styles: [`${source}/a.css`, `${source}/b.css`],
  cspSource: source,
  nonce: 'n0nce',
  lang: 'ko',
  title: '강의',
  start: { strings: { a: '</script><!--' } },
};
const html = webviewHtml(page);
const policy = Object.fromEntries(
  (/http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '').split('; ').map((rule) => {
    const [name = '', ...sources] = rule.split(' ');
    return [name, sources];
  }),
);

describe('the policy of a page', () => {
  test('allows what is named and nothing else', () => {
    assert.deepEqual(policy, {
      'default-src': ["'none'"],
      'script-src': ["'nonce-n0nce'"],
      'style-src': [source, "'unsafe-inline'"],
      'img-src': [source, 'data:', 'blob:'],
      'font-src': [source],
    });
  });

  test('stands before anything the page loads', () => assert.ok(html.indexOf('Content-Security-Policy') < html.search(/<link|<script/)));
});

test('every script has the nonce, and there is none in the text', () => {
  assert.deepEqual(html.match(/<script[^>]*>/g), ['<script type="application/json" id="start">', `<script type="module" nonce="n0nce" src="${source}/a.js">`]);
  assert.match(html, /<script type="module"[^>]*><\/script>/);
  assert.doesNotMatch(html, /\son\w+=/);
});

test('language, title, styles and the place to draw into', () => {
  assert.match(html, /^<!DOCTYPE html>\n<html lang="ko">/);
  assert.match(html, /<title>강의<\/title>/);
  assert.deepEqual(html.match(/href="[^"]+"/g), [`href="${source}/a.css"`, `href="${source}/b.css"`]);
  assert.match(html, /<div id="root"><\/div>/);
});

test('what the page starts with is data that cannot end its element', () => {
  const text = /id="start">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  assert.deepEqual(JSON.parse(text), page.start);
  assert.doesNotMatch(text, /</);
});

describe('with something to be seen first', () => {
  const first = { html: '<p>글</p>', css: 'p { color: red }', scrollTo: '"</script>' };
  const seen = webviewHtml({ ...page, first });

  test('it stands in its place, with its styles', () => {
    assert.match(seen, /<div id="root"><p>글<\/p><\/div>/);
    assert.match(seen, /<style>p { color: red }<\/style>/);
  });

  test('nothing is named that has to be loaded before it is seen', () => assert.doesNotMatch(seen, /<link|<script[^>]* src=/));

  test('what is loaded after it is named in a script with the nonce', () => {
    const [, script = ''] = /<script nonce="n0nce">([\s\S]*?)<\/script>/.exec(seen) ?? [];
    for (const address of [page.script, ...page.styles]) assert.ok(script.includes(`"${address}"`), address);
    assert.ok(script.includes(String.raw`getElementById("\"\u003c/script>")`));
    assert.doesNotThrow(() => new Function(script));
  });
});
