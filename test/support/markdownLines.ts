/** Markdown for properties: every trap notes were seen to hold, in every order and depth. */
import fc from 'fast-check';

const inlines = [
  [
    '글',
    '**용어**: 정의',
    '**용어:** 정의',
    '`EC2`: 가상',
    '**`EC2`**: 서버',
    '[**EKS**](./EKS.md) - 설명',
    '[[위키]] 링크',
    '[[EC2]]는',
    '![a](b.png)',
    '다 `a` b',
  ],
  ['[x]: /url', '[^1] 각주', '[^1]: 각주 글', '^[주]', '<b>굵게</b>', '<details>', '</details>', '<img src="a.png">', '> 인용', '> [!note]', '{% raw %}', '$$'],
  ['https://aws.amazon.com/a', 'HTTP://x.y', '//a.b', 'mailto:a@b.c', 'ftp://x.y', 'www.a.com', 'a@b.com', 'a & b &amp; c', '**b**&nbsp;', 'a//b'],
  [
    '**a(b)**는',
    '**a**b',
    '** a **',
    '**-a**: b',
    '**a.**: b',
    '**「a」**: b',
    '**ㄱ**：ㄴ',
    '__b__: c',
    '*a* b',
    '\\*x\\*',
    '~~x~~',
    '**',
    '**라벨**',
    '**용어** ',
  ],
  [
    '==x==',
    'a::b',
    'a ::: b',
    '{{x}}',
    '?',
    '??',
    'Q: x',
    'A: y',
    '**Q.** z',
    '질문: x',
    '문제 3. y',
    '[ ] 할 일',
    '[x] 한 일',
    '[v] 셋',
    '[( )] 가',
    '[[X]] 나',
    '[[S3]]',
  ],
  [
    '| a | b |',
    '|---|---|',
    '| :-: | - |',
    '|',
    '||',
    '|a|',
    '|-|',
    'a|b',
    '-|-',
    ':-',
    '| a | b | c |',
    '| `a|b` | c |',
    '| a | b |\n|---|---|\n| [x](y) | c |',
    '|a|\n|-|\n|b|\n글',
  ],
  [
    '# 제목',
    '## 제목 ##',
    '### 다음 중 무엇인가?',
    '#태그',
    '#######',
    '#',
    '# ',
    '---',
    '***',
    '- - -',
    '___',
    '===',
    '```',
    '```js',
    '~~~',
    '````',
    '``` a`b',
    '1986. 끝',
  ],
  [
    '-',
    '*',
    '1.',
    '-a',
    '1.a',
    '- - x',
    'a\t b',
    'x  ',
    'x\\',
    '\u00a0',
    '\u3000글',
    '０',
    '질문: NFD'.normalize('NFD'),
    '클라우드'.normalize('NFD'),
    'a\u2005b',
  ],
].flat();
const indents = ['', '', '', '', '', ' ', '  ', '  ', '   ', '    ', '     ', '      ', '\t', '        '];
const markers = ['', '', '', '', '', '- ', '- ', '* ', '1. ', '1.  ', '2. ', '-   ', '-    ', '-     ', '10. ', '> ', '## '];
const common = ['글', '**용어**: 정의', '`a`: b', '다 `a` b', '[a](b.md) 글', '[[EC2]]는', '![x](y.png)', '- 항목', '## 제목'];

const line = fc
  .tuple(fc.constantFrom(...indents), fc.constantFrom(...markers), fc.oneof(fc.constantFrom(...common), fc.constantFrom(...inlines)))
  .map((parts) => parts.join(''));
const lineOrBlank = fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom('', '', ' ', '\t') });

export const markdownText: fc.Arbitrary<string> = fc
  .tuple(fc.array(lineOrBlank, { minLength: 1, maxLength: 9 }), fc.constantFrom('\n', '\n', '\n', ''))
  .map(([lines, end]) => lines.join('\n') + end);
