import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { splitFrontMatter } from '../../src/core/frontMatter';
import { parse, sampleNote } from '../support/library';

const titles = (text: string) => parse(text).sections.map((section) => section.title);

describe('a note as learners write it', () => {
  const note = sampleNote('aws.md');

  test('three top sections and fifteen services, each with its lines and anchor', () => {
    assert.deepEqual(
      note.sections.filter((section) => section.level === 1).map(({ title, line, endLine }) => [title, line + 1, endLine]),
      [
        ['온프레미스와 클라우드의 차이', 1, 6],
        ['규모를 키우는 방법', 7, 13],
        ['AWS Services', 14, note.lineCount],
      ],
    );
    assert.deepEqual(
      note.sections.filter((section) => section.level === 2).map(({ title, slug, line, endLine }) => [title, slug, line + 1, endLine]),
      [
        ['EC2 Auto Scaling', 'ec2-auto-scaling', 45, 56],
        ['S3', 's3', 57, 65],
        ['Amazon CloudWatch', 'amazon-cloudwatch', 66, 71],
        ['Elastic Load Balancing', 'elastic-load-balancing', 72, 79],
        ['Amazon ElastiCache', 'amazon-elasticache', 80, 87],
        ['Route 53', 'route-53', 88, 93],
        ['AWS CloudFront', 'aws-cloudfront', 94, 101],
        ['EKS', 'eks', 102, 106],
        ['ECR', 'ecr', 107, 112],
        ['ECS', 'ecs', 113, 119],
        ['Amazon SES', 'amazon-ses', 120, 129],
        ['Amazon SNS', 'amazon-sns', 130, 134],
        ['Amazon SQS', 'amazon-sqs', 135, 145],
        ['AWS Lambda', 'aws-lambda', 146, 151],
        ['AWS CodeDeploy', 'aws-codedeploy', 152, note.lineCount],
      ],
    );
  });

  test('pictures with their text', () => {
    assert.deepEqual(note.images, [
      { src: './images/aws/compare.png', alt: '온프레미스와 클라우드', line: 3 },
      { src: './images/aws/map.png', alt: '서비스 지도', line: 16 },
      { src: './images/aws/autoscaling.png', alt: '확장 과정', line: 53 },
    ]);
  });

  test('links, those of headings included', () => {
    assert.equal(note.links.length, 16);
    assert.deepEqual(
      note.links.filter((link) => !link.href.startsWith('https:')),
      [{ href: './EKS.md', text: 'EKS', line: 103 }],
    );
  });

  test('nothing in it is a problem', () => assert.deepEqual(note.problems, []));
});

describe('traps', () => {
  const plain = '---\ntitle: 제목\n---\n# 가\n\n- **용어**: 뜻\n\n## 나\n';

  const read = (text: string) => {
    const note = parse(text);
    return { ...note, terms: note.terms.all };
  };
  for (const [name, text] of [
    ['CRLF', plain.replaceAll('\n', '\r\n')],
    ['CR', plain.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${plain}`],
    ['NFD', plain.normalize('NFD')],
  ] as const) {
    test(`${name} changes nothing`, () => assert.deepEqual(read(text), read(plain)));
  }

  test('NFD in links and pictures', () => {
    const text = '[람다](람다.md) ![그림](그림.png) <img src="a.png" alt="표">';
    const note = parse(text.normalize('NFD'));
    assert.deepEqual([note.links.map((link) => link.text), note.images.map((image) => image.alt)], [['람다'], ['그림', '표']]);
  });

  test('the line that closes front matter makes no heading', () => {
    const note = parse('---\ntitle: 제목\ntags: [a]\n---\n본문\n\n# 가\n');
    assert.deepEqual([note.title, note.sections.map((section) => [section.title, section.line])], ['제목', [['가', 6]]]);
  });

  const headings: readonly (readonly [string, string, readonly string[]])[] = [
    ['an empty note', '', []],
    ['only text', '그냥 글입니다.', []],
    ['a heading in a quotation', '# 가\n\n> # 나\n', ['가']],
    ['a heading in a list', '# 가\n\n- # 나\n', ['가']],
    ['a heading in a fence', '# 가\n\n```md\n# 나\n```\n', ['가']],
    ['an indented fence in a list', '# 가\n\n1. 목록\n\n   ```md\n   # 나\n   ```\n\n## 다\n', ['가', '다']],
    ['marks in a heading', '# `EC2`와 **S3** [링크](x)\n', ['EC2와 S3 링크']],
    ['an underlined heading', '제목\n====\n\n둘째\n---\n', ['제목', '둘째']],
    ['a comment', '<!--\n# 가\n-->\n\n# 나\n', ['나']],
  ];
  for (const [name, text, expected] of headings) test(`sections: ${name}`, () => assert.deepEqual(titles(text), expected));

  test('headings of the same name get anchors of their own', () => {
    assert.deepEqual(
      parse('# 개요\n\n## 특징\n\n## 특징\n\n## 개요\n').sections.map((section) => section.slug),
      ['개요', '특징', '특징-1', '개요-1'],
    );
  });

  const named: readonly (readonly [string, string, string])[] = [
    ['of the front matter', '---\ntitle: 앞\n---\n# 뒤\n', '앞'],
    ['of the one top heading', '# 가\n\n## 나\n', '가'],
    ['of the file, when no heading is above the others', '# 가\n\n# 나\n', '메모'],
    ['of the file, when there is nothing else', '', '메모'],
  ];
  for (const [name, text, title] of named) test(`the title is that ${name}`, () => assert.equal(parse(text, '폴더/메모.md').title, title));

  test('a fence that is never closed is told of at its beginning', () => {
    const note = parse('# 가\n\n```js\nconst a = 1;\n\n# 나\n');
    assert.deepEqual(
      note.problems.map(({ code, line, severity }) => [code, line, severity]),
      [['note.unclosedFence', 2, 'warning']],
    );
  });

  for (const [name, text] of [
    ['closed', '```js\na\n```'],
    ['empty and closed', '```\n```'],
    ['closed by more marks', '~~~\na\n~~~~~'],
    ['closed in a quotation', '> ```\n> a\n> ```\n'],
    ['closed in a list', '- 가\n  ```\n  a\n  ```\n'],
  ] as const) {
    test(`a fence that is ${name} is no problem`, () => assert.deepEqual(parse(text).problems, []));
  }

  test('links and pictures of a table are in the line of their row', () => {
    for (const above of ['', '> 인용\n\n']) {
      const note = parse(`${above}| 서비스 | 노트 |\n|---|---|\n| 서버 | [가상](없음.md) |\n| 람다 | [[Lambda]] ![그림](a.png) | [없는 칸](b.md) |\n`);
      const first = above.split('\n').length + 1;
      assert.deepEqual(
        [...note.links, ...note.images].map((one) => [decodeURI('href' in one ? one.href : one.src), one.line]),
        [
          ['없음.md', first],
          ['wiki:Lambda', first + 1],
          ['a.png', first + 1],
        ],
      );
    }
  });

  test('a picture in a list that is indented with tabs', () => {
    assert.deepEqual(parse('1.\t순서\n\n\t<img title="AWS" src="./a.png" alt="과정">\n\n\t- 둘째\n\t  <img src="b.png">\n').images, [
      { src: './a.png', alt: '과정', line: 2 },
      { src: 'b.png', alt: '', line: 5 },
    ]);
  });

  test('the language of a fence is its first word', () => {
    assert.deepEqual(
      parse('```TypeScript {1,3}\n```\n\n```yaml{2}\n```\n\n~~~\n~~~\n').fences.map((fence) => [fence.language, fence.line, fence.endLine]),
      [
        ['typescript', 0, 2],
        ['yaml', 3, 5],
        ['', 6, 8],
      ],
    );
  });
});

test('front matter that is no YAML is a problem in its own line, and the note is still read', () => {
  const note = parse('---\ntitle: 가\naliases: [나\nsummary: 다\n---\n# 제목\n');
  assert.deepEqual(
    note.problems.map(({ code, severity }) => [code, severity]),
    note.problems.map(() => ['yaml.syntax', 'error']),
  );
  assert.equal(note.problems[0]?.line, 3);
  assert.deepEqual([note.title, note.sections[0]?.line], ['제목', 5]);
});

/** Pieces of Markdown, so that chance finds what people never try. */
const scrap = fc.constantFrom(
  '# 가',
  '---',
  '```quiz',
  '```',
  '- **나**: 다',
  '> ',
  '\t',
  '- kind: ox',
  '[x](y.md)',
  '<img src="z"',
  '**',
  '`',
  '|',
  '\uFEFF',
  '[^1]',
  '',
);

test('parsing never throws, and what it finds lies inside the note, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string()), { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const note = parse(lines.join(end));
      assert.equal(note.lineCount, splitFrontMatter(lines.join(end)).body.split('\n').length);
      for (const { line, endLine } of [...note.sections, ...note.terms.all, ...note.fences]) {
        assert.ok(0 <= line && line < endLine && endLine <= note.lineCount, `${line}-${endLine} of ${note.lineCount}`);
      }
      for (const { line } of [...note.links, ...note.images, ...note.problems, ...note.questions]) assert.ok(0 <= line && line < note.lineCount);
      assert.deepEqual(
        note.sections.map((section) => section.line),
        note.sections.map((section) => section.line).sort((a, b) => a - b),
      );
    }),
    { numRuns: 300 },
  );
});
