import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { webviewHtml } from '../../src/core/webviewHtml';

const source = 'https://*.vscode-cdn.net';
const html = webviewHtml({
  script: `${source}/a.js`,
  styles: [`${source}/a.css`, `${source}/b.css`],
  cspSource: source,
  nonce: 'n0nce',
  lang: 'ko',
  title: '강의',
});
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
  assert.deepEqual(html.match(/<script[^>]*>/g), [`<script type="module" nonce="n0nce" src="${source}/a.js">`]);
  assert.match(html, /<script[^>]*><\/script>/);
  assert.doesNotMatch(html, /\son\w+=/);
});

test('language, title, styles and the place to draw into', () => {
  assert.match(html, /^<!DOCTYPE html>\n<html lang="ko">/);
  assert.match(html, /<title>강의<\/title>/);
  assert.deepEqual(html.match(/href="[^"]+"/g), [`href="${source}/a.css"`, `href="${source}/b.css"`]);
  assert.match(html, /<div id="root"><\/div>/);
});
