/** A folder as learners have them: every oddity that was seen in notes, written where a test asks for it. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** 안녕하세요 and 클라우드 in EUC-KR. */
const eucKr = Buffer.from([
  0x23, 0x20, 0xc5, 0xac, 0xb6, 0xf3, 0xbf, 0xec, 0xb5, 0xe5, 0x0a, 0x0a, 0xbe, 0xc8, 0xb3, 0xe7, 0xc7, 0xcf, 0xbc, 0xbc, 0xbf, 0xe4, 0x0a,
]);
const levels = Array.from({ length: 10 }, (_, level) => `${'  '.repeat(level)}- ${level === 9 ? '**깊은 용어**: 열째 단계' : `**${level + 1}단계**`}`);
const section = `## 절\n\n${'한 줄의 글입니다. 클라우드에서 인스턴스를 만듭니다.\n'.repeat(26)}\n`;

export const wildNotes: Readonly<Record<string, string | Buffer>> = {
  'CRLF.md': '---\r\ntitle: 윈도우\r\n---\r\n# 제목\r\n\r\n- **용어**: 정의\r\n',
  'BOM.md': '\ufeff---\ntitle: 표식\n---\n글\n',
  [`${'한글 이름'.normalize('NFD')}.md`]: `# ${'분해된 제목'.normalize('NFD')}\n\n- **${'용어'.normalize('NFD')}**: 정의\n`,
  'a\u2005b.md': '# 넓은\u2005빈칸\n',
  [`${'가'.repeat(58)}x.md`]: '# 이름이 긴 노트\n',
  '빈 노트.md': '',
  '복사/하나.md': '# 같은 글\n\n- **용어**: 정의\n',
  '복사/둘.md': '# 같은 글\n\n- **용어**: 정의\n',
  '열린 코드.md': '# 코드\n\n```js\nlet a;\n\n## 코드 안\n',
  '큰 노트.md': `---\ntitle: 큰 노트\n---\n# 큰\n\n${section.repeat(3_000)}`,
  '긴 줄.md': `# 긴 줄\n\n${'가나다 '.repeat(25_000)}\n\n- **용어**: 정의\n`,
  '그림.md': `# 그림\n\n![작은 그림](data:image/png;base64,${'iVBORw0KGgo'.repeat(2_000)})\n`,
  '이진.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8]),
  '옛 글자.md': eucKr,
  '위키.md': '# 위키\n\n[[EC2]]는 [[S3|저장소]]와 ![[그림.png]] 그리고 [CRLF](CRLF.md), [없음](없는%20노트.md)\n',
  '알림.md': '# 알림\n\n> [!note]\n> 알리는 글\n\n> [!warning] 제목\n> 글\n',
  '깨진 머리.md': '---\ntitle: {\norder: [1\n---\n# 깨진 머리\n',
  '머리.md': '---\ntitle: &a "머리"\ntags: [가, {나: 다}]\naliases:\n  - 하나\n  - *a\ndate: 2024-01-01\n---\n글\n',
  '지킬.md': '---\nlayout: post\ntitle: 지킬\n---\n{% raw %}\n# 글\n{{ site.url }}\n{% endraw %}\n',
  '열 단계.md': `# 열 단계\n\n${levels.join('\n')}\n`,
  '이름: "이상한"?.md': '# 이상한 이름\n',
  '두 바이트.md': Buffer.from('\ufeff# 두 바이트\n\n- **용어**: 정의\n', 'utf16le'),
  '씨플플.md':
    '# 씨플플\n\nstd::vector는 길이가 변한다. `Map.Entry::getKey`로 넘긴다.\n\n```cpp\nfoo::bar();\n```\n\n| a::b | c |\n| --- | --- |\n| d::e | f |\n',
  '붙은.md': '#붙은 제목\n\n##둘째\n\n글\n',
  '밑줄 제목.md': '밑줄 제목\n=========\n\n절\n---\n\n글\n',
  '줄 사이.md': '# 줄 사이\n\n글\n\n---\n\n- **용어**: 정의\n\n***\n',
  '탭.md': '# 탭\n\n- 하나\n\t- **둘**: 둘째 단계\n\t\t- **셋**: 셋째 단계\n',
  '숫자만.md': '1. 첫 문단이 길게 이어진다. 표시도 제목도 없다.\n1. 둘째 문단.\n1. 셋째 문단.\n',
  '붙여 넣은 글.md': `${'문단 하나가 아무 표시 없이 이어진다. '.repeat(40)}\n\n`.repeat(20),
  '기계가 만든 표.md': `# 한도\n\n<table><tr>${'<td>한도</td><td>100</td>'.repeat(200)}</tr></table>\n\n| 이름 | 값 |\n| --- | --- |\n${'| [한도](https://example.com/a)<br>글 | 100 |\n'.repeat(700)}`,
  '문제 700개.md': `# 문제 모음\n\n${Array.from({ length: 700 }, (_, number) => `### 문제 ${number}: ${number}번째로 맞는 것은?\n\n- [ ] 보기 하나\n- [${number % 5 === 0 ? 'x' : ' '}] 보기 둘\n- [x] 보기 셋\n\n${'해설이 이어진다. '.repeat(30)}\n`).join('\n')}`,
  '시험지.md':
    '# 시험지\n\n1. 무엇을 쓰는가?\n   - A. EC2\n   - B. S3\n\n   <details><summary>정답</summary>\n\n   B\n\n   </details>\n\n2. 어디에 두는가?\n   - (정답) 버킷\n   - 볼륨\n',
  '코드 안의 답.md':
    '# 코드 안의 답\n\n````markdown\n# 답\n\n```js\n1;\n```\n````\n\n```text\n+---+    +---+\n| A |--->| B |\n+---+    +---+\n```\n\n```\n이름 없는 코드\n```\n',
  '옮긴 글.md':
    '# 옮긴 글\n\n<aside>\n💡 **알림**: 글\n\n</aside>\n\n> [CRLF](CRLF.md)<br>따옴\n\n![그림](그림%20모음/한글%20이름.png)\n<img src="a.png" width="300">\n\n각주[^1]와 수식 $E=mc^2$, ==형광펜==\n\n[^1]: 각주 글\n',
  '.숨김/노트.md': '# 숨은 노트\n',
  'node_modules/꾸러미.md': '# 꾸러미\n',
};

/** What is found in each, by path: titles of topics, and codes of problems. */
export const wildExpected: Readonly<Record<string, readonly [titles: readonly string[], problems: readonly string[]]>> = {
  'CRLF.md': [['윈도우'], []],
  'BOM.md': [['표식'], []],
  '한글 이름.md': [['분해된 제목'], []],
  'a\u2005b.md': [['넓은 빈칸'], []],
  [`${'가'.repeat(58)}x.md`]: [['이름이 긴 노트'], []],
  '빈 노트.md': [['빈 노트'], []],
  '복사/하나.md': [['같은 글'], []],
  '복사/둘.md': [['같은 글'], []],
  '열린 코드.md': [['코드'], ['note.unclosedFence']],
  '큰 노트.md': [['큰 노트'], ['note.large']],
  '긴 줄.md': [['긴 줄'], []],
  '그림.md': [['그림'], []],
  '이진.md': [['이진'], ['note.binary']],
  '옛 글자.md': [['클라우드'], ['note.encoding']],
  '위키.md': [['위키'], ['link.missingNote']],
  '알림.md': [['알림'], []],
  '깨진 머리.md': [['깨진 머리'], ['yaml.syntax', 'yaml.syntax']],
  '머리.md': [['머리'], []],
  '지킬.md': [['지킬'], []],
  '열 단계.md': [['열 단계'], []],
  '이름: "이상한"?.md': [['이상한 이름'], []],
  '두 바이트.md': [['두 바이트'], []],
  '씨플플.md': [['씨플플'], []],
  '붙은.md': [['붙은'], []],
  '밑줄 제목.md': [['밑줄 제목'], []],
  '줄 사이.md': [['줄 사이'], []],
  '탭.md': [['탭'], []],
  '숫자만.md': [['숫자만'], []],
  '붙여 넣은 글.md': [['붙여 넣은 글'], []],
  '기계가 만든 표.md': [['한도'], []],
  '문제 700개.md': [['문제 모음'], []],
  '시험지.md': [['시험지'], []],
  '코드 안의 답.md': [['코드 안의 답'], []],
  '옮긴 글.md': [['옮긴 글'], []],
  '길.md': [['윈도우'], []],
  '잠긴.md': [['잠긴'], ['note.unreadable']],
};

/** Writes it all, with links to notes and in circles, and a note without permission. */
export function writeWildFolder(folder: string): void {
  for (const [path, text] of Object.entries(wildNotes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync('CRLF.md', join(folder, '길.md'));
  symlinkSync('.', join(folder, '고리'));
  symlinkSync('없는 것.md', join(folder, '끊긴 길.md'));
  writeFileSync(join(folder, '잠긴.md'), '# 잠긴\n');
  chmodSync(join(folder, '잠긴.md'), 0);
}
