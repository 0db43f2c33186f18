import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTranslate } from '../../../src/core/l10n';
import type { LessonView } from '../../../src/core/protocol/lesson';
import { lessonMarkup } from '../../../src/core/views/lessonMarkup';

const view: LessonView = {
  kind: 'lesson',
  topic: 'p/a.md',
  title: 'A & <B>',
  category: '<통합>',
  pack: '내 "팩"',
  summary: '요약 <b>',
  asOf: '2026-10',
  minutes: 3,
  isDone: false,
  html: '<p>글</p><figure class="diagram" data-line="1"><pre class="diagram-source">a</pre></figure><figure class="diagram" data-line="2"><pre class="diagram-source">b</pre></figure>',
  hasRawHtml: false,
  toc: [
    { title: '<가>', slug: '가', level: 2 },
    { title: '나', slug: '나', level: 3 },
    { title: '깊은 것', slug: '깊은-것', level: 4 },
  ],
  images: {},
  children: [],
  snippets: [],
  targets: [],
};
const drawing = '<svg width="10" viewBox="0 -2 464.38 738" fill="var(--diagram-text)"><title>"줄"</title><desc>말</desc><text>그림</text></svg>';
const html = lessonMarkup(view, [undefined, drawing], createTranslate({ Contents: '차례', 'In words': '말로', '{n} min read': '{n}분' }));

describe('what is first seen of a lesson', () => {
  test('is its head, with every text escaped', () => {
    assert.match(
      html,
      /<p class="category">내 &quot;팩&quot; · &lt;통합&gt;<\/p><h1>A &amp; &lt;B&gt;<\/h1><p class="summary">요약 &lt;b&gt;<\/p><p class="facts">3분 · as of 2026-10<\/p>/,
    );
  });

  test('its text as it is', () => assert.match(html, /<article><p>글<\/p>/));

  test('its contents down to the third level', () => {
    assert.match(html, /<nav class="contents" aria-label="차례">/);
    assert.deepEqual(html.match(/<button type="button">[^<]*/g), ['<button type="button">&lt;가&gt;', '<button type="button">나']);
    assert.doesNotMatch(lessonMarkup({ ...view, toc: view.toc.slice(0, 1) }, [], createTranslate()), /<nav/);
  });

  test('room for a diagram, or its drawing in its size; the source stays', () => {
    assert.match(html, /data-line="1"><div class="diagram-canvas empty"><\/div><pre class="diagram-source" hidden>a<\/pre><\/figure>/);
    assert.match(
      html,
      /data-line="2"><div class="diagram-canvas"><svg role="img" aria-label="&quot;줄&quot;" style="--width: 464.38; --height: 738" width="10"[^>]*><title>"줄"<\/title><desc>말<\/desc><text>그림<\/text><\/svg><\/div><pre class="diagram-source" hidden>b<\/pre><details class="diagram-words"><summary>말로<\/summary><\/details><\/figure>/,
    );
  });
});
