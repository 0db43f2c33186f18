import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderLesson } from '../../src/core/lesson';
import { libraryOf, topicOf } from '../support/library';

const notes = {
  '시작.md': '# 시작\n\n![[EC2]]\n',
  '서버/EC2.md':
    '---\ntitle: 가상 서버\n---\n\n# 가상 서버\n\n글[^1]과 [옆](RDS.md), ![그림](a.png)\n\n## 값\n\n**초**마다\n\n### 작은 값\n\n글\n\n## 끝\n\n![[시작]]\n\n```quiz\n- kind: ox\n  prompt: 참이다.\n  answer: O\n```\n\n[^1]: 주석\n',
  '서버/RDS.md': '# RDS\n\n글\n',
};

/** What a note of the text shows, in one line; each title as `[[제목]]`. */
function shown(text: string, texts: Readonly<Record<string, string>> = notes): string {
  const library = libraryOf({ ...notes, '시작.md': `# 시작\n\n${text}\n` });
  const known = new Map(Object.entries(texts).map(([path, one]) => [`p/${path}`, one]));
  return renderLesson(library, topicOf(library, '시작'), `# 시작\n\n${text}\n`, known)
    .html.replaceAll('\n', '')
    .replace(/<p class="embed-title"><a [^>]*>(.*?)<\/a><\/p>/g, '[[$1]]');
}

describe('a note is shown in the lesson of another', () => {
  test('one section of it, with what is below that', () =>
    assert.equal(shown('![[EC2#값]]'), '<section class="embed">[[EC2 › 값]]<p><strong>초</strong>마다</p><h3>작은 값</h3><p>글</p></section>'));

  test('as a whole, without its own heading, its quizzes and its footnotes', () => {
    const html = shown('앞\n\n![[EC2|서버]]\n\n뒤');
    assert.match(
      html,
      /^<p>앞<\/p><section class="embed">\[\[서버\]\]<p>글과 <a [^>]*data-target="p\/서버\/RDS\.md"[^>]*>옆<\/a>, <img data-source="\/%EC%84%9C%EB%B2%84\/a\.png"/,
    );
    assert.match(html, /<h2>끝<\/h2><p><a [^>]*>시작<\/a><\/p><\/section><p>뒤<\/p>$/);
  });

  test('with its pictures, diagrams and raw HTML told of', () => {
    const inner = '# 나\n\n![](b.png)\n\n```mermaid\nflowchart LR\n```\n\n<b>글</b>\n';
    const library = libraryOf({ '가.md': '# 가\n\n![[나]]\n', '깊이/나.md': inner });
    const lesson = renderLesson(library, topicOf(library, '가'), '# 가\n\n![[나]]\n', new Map([['p/깊이/나.md', inner]]));
    assert.deepEqual([lesson.images, lesson.diagrams, lesson.hasRawHtml, lesson.wanted], [[`/${encodeURI('깊이')}/b.png`], ['flowchart LR\n'], true, []]);
  });
});

describe('there is only the link', () => {
  const link = /^<p>(?:글 )?<a [^>]*data-kind="(topic|missing)"[^>]*>[^<]*<\/a><\/p>$/;
  const cases: readonly (readonly [why: string, text: string, kind: string])[] = [
    ['to itself', '![[시작]]', 'topic'],
    ['in the middle of a text', '글 ![[EC2]]', 'topic'],
    ['to a block', '![[EC2#^abc]]', 'topic'],
    ['to a section that is not there', '![[EC2#없는 절]]', 'topic'],
    ['to a note that is not there', '![[없는 노트]]', 'missing'],
    ['without the mark', '[[EC2]]', 'topic'],
  ];
  for (const [why, text, kind] of cases) test(why, () => assert.equal(link.exec(shown(text))?.[1], kind, shown(text)));
  test('to a text that is not given, which is told of', () => {
    assert.match(shown('![[EC2]]', {}), link);
    const library = libraryOf(notes);
    assert.deepEqual(renderLesson(library, topicOf(library, '시작'), notes['시작.md']).wanted, [{ pack: 'p', path: '서버/EC2.md' }]);
  });
  test('to a text that is gone, or longer than a page', () => {
    for (const text of ['', '글 '.repeat(200_000)]) assert.match(shown('![[EC2]]', { '서버/EC2.md': text }), link);
  });
});
