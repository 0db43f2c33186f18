import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderLesson } from '../../src/core/lesson';
import { createMarkdown } from '../../src/core/markdown';
import { noteId } from '../../src/core/model';
import { libraryOf, parse } from '../support/library';

const markdown = createMarkdown();
/** Links as `text→href`, pictures as `!source`, the rest as it is. */
function shown(text: string): string {
  const children = markdown.parseInline(text, {})[0]?.children ?? [];
  let href = '';
  return children
    .map((token) => {
      if (token.type === 'image') return `!${decodeURI(String(token.attrGet('src')))}`;
      if (token.type === 'link_open') href = String(token.attrGet('href'));
      if (token.type === 'link_close') return `→${href}>`;
      return token.type === 'link_open' ? '<' : token.content;
    })
    .join('');
}

describe('a link by name', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['[[EC2]]는 서버', '<EC2→wiki:EC2>는 서버'],
    ['[[S3|저장소]]와', '<저장소→wiki:S3>와'],
    ['[[노트#큰 절]]', '<노트 › 큰 절→wiki:노트#큰-절>'],
    ['[[노트#큰 절#작은 절|여기]]', '<여기→wiki:노트#작은-절>'],
    ['[[#절]]', '<절→wiki:#절>'],
    ['[[노트#^3ab]]', '<노트→wiki:노트>'],
    ['[[폴더/노트.md]]', '<폴더/노트.md→wiki:폴더/노트.md>'],
    ['[[2024-01-01]]', '<2024-01-01→wiki:2024-01-01>'],
    ['[[하나]][[둘]]', '<하나→wiki:하나><둘→wiki:둘>'],
    [`[[${'노트'.normalize('NFD')}]]`, '<노트→wiki:노트>'],
    ['![[그림 1.png|300]]', '!그림 1.png'],
    ['![[자료/그림.SVG]]', '!/자료/그림.SVG'],
    ['![[./그림.png]]', '!./그림.png'],
    ['![[노트]]', '<노트→wiki:노트>'],
  ];
  for (const [text, expected] of cases) test(text, () => assert.equal(shown(text), expected));
});

describe('brackets that are none', () => {
  for (const text of ['[[1]]', '[[ ]] 보기', '[[X]] 보기', '[[?]] 도움말', '[[ -f a ]]', '[[^1]]', '[[]]', '[[가', '[[가] ]', '\\[[가]]']) {
    test(text, () => assert.equal(shown(text), text.replace('\\', '')));
  }
  test('a link around brackets stays one', () => assert.equal(shown('[[1]](https://a.kr)'), '<[1]→https://a.kr>'));
  test('of one in another the inner counts', () => assert.equal(shown('[가 [[나]] 다](b.md)'), '[가 <나→wiki:나> 다](b.md)'));
  test('code is code', () => assert.equal(shown('`[[가]]`'), '[[가]]'));
});

test('where nobody says where they lead their text is shown', () => {
  assert.equal(markdown.renderInline('[[EC2|서버]]와 [문서](https://a.kr), [[S3]]'), '서버와 <a href="https://a.kr">문서</a>, S3');
});

describe('leads', () => {
  const library = libraryOf({
    '시작.md': '# 시작\n\n## 첫 절\n\n글\n',
    '깊이/깊은/EC2.md': '# 가상 서버\n',
    '다른/EC2.md': '# 다른 서버\n\n## 값\n\n글\n',
    '다른/이름.md': '---\ntitle: 람다\naliases: [Lambda]\n---\n글\n',
  });
  const from = { pack: 'p', path: '다른/읽는 노트.md' };
  const cases: readonly (readonly [name: string, from: string, to: string])[] = [
    ['beside the note first', '깊이/깊은/나.md [[EC2]]', '깊이/깊은/EC2.md'],
    ['then anywhere, nearest to the root', '가.md [[ec2]]', '다른/EC2.md'],
    ['to one in a folder that is named', '가.md [[깊은/EC2]]', '깊이/깊은/EC2.md'],
    ['to a path in the pack', '다른/가.md [[깊이/깊은/EC2.md]]', '깊이/깊은/EC2.md'],
    ['to a heading', '가.md [[다른/EC2#값]]', '다른/EC2.md#값'],
    ['to a topic by its title', '가.md [[가상 서버]]', '깊이/깊은/EC2.md'],
    ['to a topic by another name', '가.md [[lambda]]', '다른/이름.md'],
    ['within the note', '시작.md [[#첫 절]]', '시작.md#첫-절'],
  ];
  for (const [name, where, to] of cases) {
    test(name, () => {
      const [path = '', text = ''] = where.split(/ (?=\[\[)/);
      const [link] = parse(text, path).links;
      const target = library.resolveLink({ pack: 'p', path }, link?.href ?? '');
      assert.deepEqual(target.kind === 'topic' && [target.topic.split('#')[0], target.slug], [
        noteId({ pack: 'p', path: to.split('#')[0] ?? '' }),
        to.split('#')[1],
      ]);
    });
  }

  test('or to a note that can be made beside this one, which is no problem', () => {
    const note = parse('# 읽는 노트\n\n[[아직 없음]] ![[그림.png]] [[문서.pdf]]\n', from.path);
    assert.deepEqual(
      note.links.map(({ href }) => library.resolveLink(from, href)),
      [
        { kind: 'missing', path: '다른/아직 없음.md' },
        { kind: 'file', path: '다른/문서.pdf' },
      ],
    );
    assert.deepEqual(
      note.images.map(({ src }) => library.resolveLink(from, src)),
      [{ kind: 'file', path: '다른/그림.png' }],
    );
    assert.deepEqual(library.changed([note]).problemsOf(noteId(from)), []);
  });

  test('a picture in the size or with the words that are written', () => {
    const html = (text: string) => markdown.renderInline(text);
    assert.equal(html('![[a.png|300]]'), '<img src="a.png" alt="" width="300">');
    assert.equal(html('![[a.png|300x200]]'), '<img src="a.png" alt="" width="300" height="200">');
    assert.equal(html('![[a.png|VPC의 그림]]'), '<img src="a.png" alt="VPC의 그림">');
    assert.equal(html('![[a.png]]'), '<img src="a.png" alt="">');
  });

  test('in a lesson', () => {
    const [topic] = library.topicsIn('p/시작.md');
    assert.ok(topic);
    const { html, topics } = renderLesson(library, topic, '# 시작\n\n[[EC2|서버]]와 [[없음]]\n');
    assert.equal(
      html.trim(),
      '<p><a href="#" data-kind="topic" data-target="p/다른/EC2.md" title="">서버</a>와 <a href="#" data-kind="missing" data-target="없음.md" title="">없음</a></p>',
    );
    assert.deepEqual(topics, ['p/다른/EC2.md']);
  });

  test('a definition reads without the brackets', () => {
    const [term] = parse('- **인스턴스**: [[EC2|가상 서버]] 하나\n').terms.all;
    assert.equal(term?.definition, '가상 서버 하나');
  });
});
