import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { renderLesson } from '../../src/core/lesson';
import type { Library } from '../../src/core/library';
import { noteId, type Topic } from '../../src/core/model';
import { bundled, bundledLibrary, libraryOf, sampleLibraryWithCatalogue, sampleText, topicOf } from '../support/library';

const bundledText = (topic: Topic) => readFileSync(bundled.paths.get(noteId(topic.note)) ?? '', 'utf8');
const sample = (name: string) => {
  const topic = topicOf(sampleLibraryWithCatalogue, name);
  return renderLesson(sampleLibraryWithCatalogue, topic, sampleText(topic.note.path));
};
const render = (text: string, name?: string) => {
  const library = libraryOf({ '노트.md': text, '다른 노트.md': '# 다른 노트\n\n## 절\n' });
  return renderLesson(library, name === undefined ? (library.topics[0] as Topic) : topicOf(library, name), text);
};
/** The values of an attribute, in order. */
const attributes = (html: string, name: string) => [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) => match[1]);

describe('every topic of the sample and the bundled notes', () => {
  const every = (library: Library, textOf: (topic: Topic) => string) => {
    for (const topic of library.topics) {
      const { html, toc, minutes } = renderLesson(library, topic, textOf(topic));
      assert.ok(minutes >= 1, topic.id);
      assert.doesNotMatch(html, /language-quiz|>quiz<|correct: true/, topic.id);
      const slugs = toc.map((entry) => entry.slug);
      assert.deepEqual(
        attributes(html, 'id').filter((id) => slugs.includes(id ?? '')),
        slugs,
        topic.id,
      );
      assert.ok(
        slugs.every((slug) => topic.sections.some((section) => section.slug === slug)),
        topic.id,
      );
    }
    return library.topics.length;
  };

  test('of the sample', () => assert.ok(every(sampleLibraryWithCatalogue, (topic) => sampleText(topic.note.path)) >= 27));
  test('of the bundled pack', () => assert.ok(every(bundledLibrary, bundledText) >= 6));

  test('a bundled lesson has its diagrams with captions, tables, and no quiz section', () => {
    const lesson = renderLesson(bundledLibrary, topicOf(bundledLibrary, 'SQS'), bundledText(topicOf(bundledLibrary, 'SQS')));
    assert.equal(lesson.html.match(/<figure class="diagram"/g)?.length, 2);
    assert.equal(lesson.html.match(/<figcaption>그림 \d\. /g)?.length, 2);
    assert.match(lesson.html, /<div class="table" tabindex="0"><table>/);
    assert.deepEqual([lesson.toc[0]?.title, lesson.toc[0]?.level], ['한눈에', 2]);
    assert.ok(!lesson.toc.some((entry) => entry.title === '문제'));
    assert.ok(lesson.minutes >= 5 && lesson.minutes <= 40, `${lesson.minutes}`);
  });
});

describe('what a topic shows', () => {
  test('a term, what stands in its list item', () => {
    assert.equal(
      sample('EBS').html,
      '<p><strong><code>EBS</code></strong>: EBS (Elastic Block Store)는 인스턴스에 붙이는 디스크로, 인스턴스를 멈춰도 내용이 남음</p>\n',
    );
  });

  test('a term with more in its item, all of it', () => {
    const { html } = render('# 정리\n\n- **`키`**: 이름표\n\n  둘째 문단\n\n  - 안쪽\n- **`값`**: 내용\n', '키');
    assert.match(html, /^<p><strong><code>키<\/code><\/strong>: 이름표<\/p>\n<p>둘째 문단<\/p>\n<ul>\n<li>안쪽<\/li>\n<\/ul>\n$/);
  });

  test('a term that is a paragraph, that paragraph', () => {
    assert.equal(render('# 정리\n\n**`키`**: 이름표\n\n뒤\n', '키').html, '<p><strong><code>키</code></strong>: 이름표</p>\n');
  });

  test('a section, its one-line definition first', () => {
    assert.match(sample('S3').html, /^<p><strong><code>S3<\/code><\/strong>: S3 \(Simple Storage Service\)는 .*<\/p>\n<ol>\n<li>이름은/);
  });

  test('a section, no heading of its own and nothing of its neighbours', () => {
    const { html } = sample('Amazon SNS');
    assert.equal(html, '<ol>\n<li>한 번 발행하면 구독한 곳 모두에 보내는 메시지 서비스</li>\n</ol>\n');
  });

  test('a note, without the heading that only repeats its title', () => {
    assert.equal(render('# 제목\n\n글\n').html, '<p>글</p>\n');
    assert.match(render('---\ntitle: 제목\n---\n## 절\n').html, /^<h2 id="절" data-line="3">절<\/h2>/);
  });

  test('no front matter', () => assert.equal(render('---\ntitle: 제목\nsummary: 요약\n---\n글\n').html, '<p>글</p>\n'));
  test('of an empty note, nothing', () =>
    assert.deepEqual(render(''), { html: '', hasRawHtml: false, toc: [], images: [], diagrams: [], topics: [], minutes: 1, wanted: [] }));
});

describe('quizzes are not shown', () => {
  const quiz = '```quiz\nkind: ox\nprompt: 맞다\nanswer: O\n```\n';

  test('nor the heading of a section that held nothing else', () => {
    const { html, toc } = render(`# 제목\n\n## 개념\n\n글\n\n## 문제\n\n${quiz}\n${quiz}\n## 출처\n\n글\n`);
    assert.deepEqual(
      toc.map((entry) => entry.title),
      ['개념', '출처'],
    );
    assert.doesNotMatch(html, /문제|맞다/);
  });

  test('but what else stands in that section stays', () => {
    const { html } = render(`# 제목\n\n## 문제\n\n풀어 봅시다.\n\n${quiz}`);
    assert.match(html, /<h2 id="문제"[^>]*>문제<\/h2>\n<p>풀어 봅시다\.<\/p>/);
  });
});

describe('diagrams', () => {
  test('are source until the page draws them, with the italic line below as caption', () => {
    const { html } = render('# 제목\n\n```mermaid\nflowchart TB\n  A["<b>"] --> B\n```\n*그림 1. **굵은** 설명*\n\n*그림이 아닌 글*\n');
    assert.equal(
      html,
      '<figure class="diagram" data-line="2"><pre class="diagram-source">flowchart TB\n  A[&quot;&lt;b&gt;&quot;] --&gt; B\n</pre><figcaption>그림 1. 굵은 설명</figcaption></figure>\n' +
        '<p><em>그림이 아닌 글</em></p>\n',
    );
  });

  test('a caption cannot bring in HTML', () => {
    assert.match(render('# 제목\n\n```mermaid\ngraph TB\n```\n*`<script>`*\n').html, /<figcaption>&lt;script&gt;<\/figcaption>/);
  });

  test('other text below is no caption', () => {
    assert.match(render('# 제목\n\n```mermaid\ngraph TB\n```\n*기울임*으로 시작하는 글\n').html, /<\/pre><\/figure>\n<p><em>기울임<\/em>으로/);
  });
});

describe('links', () => {
  const link = (markdown: string) => {
    const { html } = render(`# 제목\n\n## 절\n\n${markdown}\n`);
    return { href: attributes(html, 'href'), kind: attributes(html, 'data-kind'), target: attributes(html, 'data-target') };
  };
  const cases: readonly (readonly [string, string, string])[] = [
    ['[다른](다른%20노트.md)', 'topic', 'p/다른 노트.md'],
    ['[절](다른%20노트.md#절)', 'topic', 'p/다른 노트.md#절'],
    ['[여기](#절)', 'topic', 'p/노트.md#절'],
    ['[없음](없음.md)', 'missing', '없음.md'],
    ['[밖](../../비밀.txt)', 'file', '비밀.txt'],
    ['[밖](https://a.kr/?a=1&b=2)', 'external', 'https://a.kr/?a=1&amp;b=2'],
    ['<https://a.kr>', 'external', 'https://a.kr'],
    ['[명령](command:workbench.action.quit)', 'external', 'command:workbench.action.quit'],
  ];
  for (const [markdown, kind, target] of cases) {
    test(markdown, () => assert.deepEqual(link(markdown), { href: ['#'], kind: [kind], target: [target] }));
  }

  test('addresses that would run something are no links at all', () => {
    for (const address of ['javascript:alert(1)', 'JavaScript:alert(1)', 'vbscript:a', 'data:text/html,a', 'file:///etc/passwd']) {
      assert.deepEqual(link(`[a](${address}) <${address}>`), { href: [], kind: [], target: [] }, address);
    }
  });

  test('no text gets out of an attribute', () => {
    const { html } = render('# 제목\n\n[a](https://a.kr/"onclick=b "\\"><img src=x>")\n');
    assert.equal(html, '<p><a href="#" data-kind="external" data-target="https://a.kr/%22onclick=b" title="&quot;&gt;&lt;img src=x&gt;">a</a></p>\n');
  });
});

test('handlers of raw HTML lose their meaning', () => {
  const { html } = sample('그림 모음');
  assert.match(html, /<img src=x data-off-onerror="alert\(1\)">/);
  assert.doesNotMatch(html, /\sonerror/);
});

test('pictures, each once, as they are written', () => {
  const text = '# 제목\n\n![a](그림%201.png) ![b](b.png)\n\n<img src="./c.png">\n\n- 글 <img src=d.png> ![b](b.png)\n\n> ![e](e.png)\n';
  assert.deepEqual(render(text).images, ['%EA%B7%B8%EB%A6%BC%201.png', 'b.png', './c.png', 'd.png', 'e.png']);
  assert.deepEqual(sample('EC2 Auto Scaling').images, ['./images/aws/autoscaling.png']);
});

test('a picture names its source and loads nothing', () => {
  assert.equal(render('# 제목\n\n![<b>](a.png "제목")\n').html, '<p><img data-source="a.png" alt="&lt;b&gt;" title="제목"></p>\n');
});

test('what is highlighted is marked', () => {
  assert.equal(render('# 제목\n\n가 ==강조== 나, a == b\n').html, '<p>가 <mark>강조</mark> 나, a == b</p>\n');
});

test('short cells and dates of a table stay on one line', () => {
  const { html } = render('# 제목\n\n| 항목 | 값 | 기준 |\n| :- | -: | - |\n| 메시지의 가장 큰 크기 | 1 MiB | 2026-10 |\n');
  assert.match(html, /<th>항목<\/th>[\s\S]*<td>메시지의 가장 큰 크기<\/td>\n<td class="short">1 MiB<\/td>\n<td class="short date">2026-10<\/td>/);
});

describe('HTML of the note', () => {
  test('is told of, wherever it stands', () => {
    for (const text of ['<br>', '글 <b>굵게</b>', '- [ ] 할 일', '<!-- 말 -->', '> <i>기울임</i>', '[^1]\n\n[^1]: <u>밑줄</u>']) {
      assert.equal(render(`# 제목\n\n${text}\n`).hasRawHtml, true, text);
    }
  });

  test('of another part of it does not count', () => assert.equal(render('# 가\n\n글\n\n# 나\n\n<br>\n', '가').hasRawHtml, false));

  test('that is not told of is not there', () => {
    const made: Readonly<Record<string, readonly string[]>> = {
      ...Object.fromEntries(
        'p em strong s mark code pre blockquote ul hr br h1 h2 h3 h4 h5 h6 table thead tbody tr th figcaption'.split(' ').map((name) => [name, []]),
      ),
      ...{ pre: ['class', 'tabindex'], code: [], ol: ['start', 'class'], ul: ['class'], li: ['id', 'class'], td: ['class'], th: [] },
      ...{
        a: ['href', 'data-kind', 'data-target', 'title', 'id', 'class'],
        img: ['data-source', 'alt', 'title', 'width', 'height'],
        sup: ['class'],
        section: ['class'],
        hr: ['class'],
      },
      ...{ div: ['class', 'tabindex', 'data-callout'], span: ['class'], figure: ['class', 'data-line'], p: ['class', 'data-untitled'] },
      ...{ details: ['class', 'data-callout', 'open'], summary: ['class', 'data-untitled'] },
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, ['id', 'data-line']])),
    };
    const bad = ['<img src=x onerror=a>', '"><script>a</script>', "' onclick='a", '</title><svg onload=a>', 'javascript:a', '&lt;b&gt;', '`', '"', '<', '>'];
    const piece = fc.oneof(
      fc.constantFrom(...bad),
      fc.constantFrom(
        '[a](',
        ')',
        '![',
        '](',
        '[^1]',
        '\n\n[^1]: ',
        '> [!NOTE] ',
        '\n',
        '\n\n',
        '# ',
        '| ',
        '|-|-|',
        '```',
        '```mermaid\n',
        '*',
        '**',
        '- ',
        '1. ',
        'https://a.kr/?',
        '[a]: ',
      ),
      fc.string({ maxLength: 4 }),
    );
    let safe = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const { html, hasRawHtml } = render(`# 제목\n\n${pieces.join('')}`, undefined);
        if (hasRawHtml) return;
        safe++;
        new Parser({
          onopentag(name, attributes) {
            assert.ok(made[name], `<${name}> in ${html}`);
            for (const attribute of Object.keys(attributes)) assert.ok(made[name]?.includes(attribute), `${attribute} of <${name}> in ${html}`);
            if (attributes.href !== undefined) assert.match(attributes.href, /^#/);
          },
          oncomment: () => assert.fail(html),
        }).end(html);
      }),
      { numRuns: 400 },
    );
    assert.ok(safe > 40);
  });
});

describe('footnotes', () => {
  const text = '# 가\n\n앞[^1]\n\n# 나\n\n뒤[^b]와 `[^1]`\n\n# 다\n\n글\n\n[^1]: 첫째 설명\n[^b]: 둘째 설명\n';
  const notes = (name: string) => render(text, name).html.match(/(?:첫째|둘째) 설명/g) ?? [];
  test('of a section are shown below it', () => assert.deepEqual([notes('가'), notes('나'), notes('다')], [['첫째 설명'], ['둘째 설명'], []]));
  test('and nothing of their block is left elsewhere', () => assert.equal(render(text, '다').html, '<p>글</p>\n'));
});

test('code is coloured where its language is known, and text where not', () => {
  const { html } = render('# 제목\n\n```ts\nconst a = "<b>";\n```\n\n```없는말\n<b>\n```\n');
  assert.match(
    html,
    /<span class="language">ts<\/span><\/div><pre tabindex="0"><code><span class="hljs-keyword">const<\/span> a = <span class="hljs-string">&quot;&lt;b&gt;&quot;<\/span>;/,
  );
  assert.match(html, /<span class="language">없는말<\/span><\/div><pre tabindex="0"><code>&lt;b&gt;\n<\/code>/);
});

test('the contents begin at level two, whatever the note begins at', () => {
  assert.deepEqual(
    render('# 가\n\n# 나\n\n## 다\n\n#### 라\n\n##### 마\n', '다').toc.map((entry) => [entry.title, entry.level]),
    [
      ['라', 2],
      ['마', 3],
    ],
  );
});

test('reading takes longer the more there is to read, code not counted', () => {
  const minutes = (text: string) => render(`# 제목\n\n${text}\n`).minutes;
  assert.equal(minutes('가나 다라 '.repeat(400)), 4);
  assert.equal(minutes(`\`\`\`\n${'가나다라\n'.repeat(4000)}\`\`\``), 1);
});
