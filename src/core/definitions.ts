import { plainText, type Token } from './markdown';
import type { Term, TermStyle } from './model';
import type { Table } from './tables';
import { splitNames } from './terms';

/**
 * The definitions of a note: those of marked terms, and those that have only the form of one.
 * - `- 용어: 설명`, `- 용어 : 설명`, `- 용어 - 설명`, `용어 => 설명`, `용어 -> 설명`, `용어 → 설명`
 * - `용어란 …`, `용어이란 …`, and a paragraph that begins `용어는 … 이다.`
 * - a heading `용어란?`, `용어이란 무엇인가`, with the paragraph below it
 * - tables whose first columns are headed as a term and its meaning are: `| 용어 | 설명 |`
 */
export function findDefinitions(tokens: readonly Token[], marked: readonly Term[], tables: readonly Table[]): Term[] {
  const found = marked.filter((term) => term.style !== 'link');
  const lines = new Set(marked.map((term) => term.line));
  const add = (written: string, definition: string, style: TermStyle, line: number, endLine: number) => {
    const { term, aliases } = splitNames(written, definition);
    found.push({ term, aliases: style === 'table' ? aliases : aliases.filter(isLatinName), definition, style, line, endLine });
  };
  let heading: string | undefined;
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') heading = termOfHeading(plainText(tokens[index + 1]));
    if (token.type !== 'inline' || !token.map || tokens[index - 1]?.type !== 'paragraph_open') return;
    const [line, endLine] = token.map;
    const asked = heading;
    heading = undefined;
    if (lines.has(line)) return;
    const text = plainText(token);
    const sentence = definedBySentence(text, token.level <= 1);
    const plain = definedBySeparator(text);
    if (asked && token.level <= 1 && isMeaning(text)) add(asked, text, 'heading', line, endLine);
    else if (plain) add(plain.term, plain.definition, 'plain', line, endLine);
    else if (sentence) add(sentence.term, sentence.definition, 'sentence', line, endLine);
  });
  for (const table of tables) {
    if (!isTermTable(table)) continue;
    for (const { cells, line } of table.rows) {
      const [written = '', definition = ''] = cells;
      if (isName(written) && definition.length >= shortest) add(written, definition, 'table', line, line + 1);
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

const shortest = 8;
const longestName = 30;
const mostWords = 5;

/** Labels of remarks, of fields, of what belongs to problems: they stand before a colon and name no thing. */
const labels = new Set(
  (
    '예 예시 예제 예컨대 참고 참조 주의 주의점 주의사항 중요 팁 출처 링크 주소 장점 단점 특징 결과 결론 답 정답 해답 질문 문제 해설 풀이 힌트 입력 출력 입출력 제한 조건 ' +
    '날짜 일시 작성일 수정일 작성자 제목 이유 방법 목적 목표 비고 요약 정리 설명 의미 정의 사용법 사용 용도 문법 형식 구문 원인 해결 해결책 해결법 증상 상황 배경 준비 준비물 ' +
    '전제 가정 단계 순서 다음 이전 위 아래 먼저 마지막 첫째 둘째 셋째 즉 단 다만 또는 그리고 추가 기타 버전 비용 요금 가격 시간 기간 장소 대상 종류 구성 내용 이름 값 기본값 타입 ' +
    '시간복잡도 시간 복잡도 공간복잡도 공간 복잡도 테스트 확인 할 일 todo note tip warning info q a n m x y i j k e.g ex example input output return returns param params url http https ref'
  ).split(' '),
);

/** True for what can be the name of a thing: a few words that are no sentence and no label. */
export function isName(text: string): boolean {
  const bare = text.replace(/\s*\([^()]*\)$/, '').trim();
  if (bare === '' || bare.length > longestName || bare.split(/\s+/).length > mostWords || !/\p{L}/u.test(bare)) return false;
  if (labels.has(bare.toLowerCase()) || labels.has(bare.split(/\s+/)[0]?.toLowerCase() ?? '')) return false;
  if (
    /[.!?,;"'“”‘’{}<>|=]|(?:[을를이가도]|에서|으로|에게|까지|부터|마다|처럼)\s|::|https?|^\d+[.)]|^(?:이|그|저|이런|그런|이것|그것|우리|여기|모든|각|위의|아래의|이번|다음|어떤|만약|하지만|그러나|그런데|그래서|따라서|여기서|예전에|처음에|지금|요즘|실제로|보통|대부분|먼저)\s/.test(
      bare,
    )
  )
    return false;
  // a verb or a noun with a particle ends a clause, no name
  return !/(?:[다요죠]|[하되]면|[가-힣]{2}[을를은는에]|[가-힣][께]|에서|으로|에게|[하되있없]고|니까|지만|려면|경우|때)$/.test(bare);
}

function isMeaning(text: string): boolean {
  return text.length >= shortest && /[가-힣]/.test(text) && /\s/.test(text) && !/^https?:/.test(text) && !/[?？]$/.test(text);
}

const separated = /^(.{1,48}?)(?:\s*[:：]\s+|(?<=[가-힣])[:：](?=[가-힣])|\s+[-–—]\s+|\s*(?:=>|->|→)\s*)(?!:)(.+)$/;

function definedBySeparator(text: string): { term: string; definition: string } | undefined {
  const [, term = '', definition = ''] = separated.exec(text) ?? [];
  if (!isName(term) || !isMeaning(definition)) return undefined;
  // a chain of arrows is a flow: 요청 → 처리 → 응답
  return /(?:=>|->|→|::)/.test(definition) ? undefined : { term, definition };
}

/** How a sentence that defines ends; `용어는 …한다` tells what a thing does as often as what it is. */
const defines =
  /(?:이다|입니다|이에요|예요|[을를] (?:말한다|말합니다|뜻한다|뜻합니다|의미한다|의미합니다|가리킨다|가리킵니다)|(?:이라고|라고) (?:한다|합니다|부른다|부릅니다))[.。]?$/;

function definedBySentence(text: string, isParagraph: boolean): { term: string; definition: string } | undefined {
  const [, called = '', told = ''] = /^(.{1,40}?)(?:이란|란)[,\s]\s*(.+)$/.exec(text) ?? [];
  if (isName(called) && isMeaning(told)) return { term: called, definition: told };
  const first = /^.*?[.。](?=\s|$)/.exec(text)?.[0] ?? text;
  const [, subject = '', predicate = ''] = /^(.{1,40}?(?:\([^()]*\))?)[은는]\s+(.+)$/.exec(first) ?? [];
  // 자주 읽는 값은 …: what stands before the first 는 may be a verb
  if (!isParagraph || !isName(subject) || /\s[가-힣]$/.test(subject) || !defines.test(predicate) || predicate.length < 15) return undefined;
  return { term: subject, definition: text.slice(text.indexOf(predicate)) };
}

/** `용어란?`, `용어이란 무엇인가요?`, `용어?` */
function termOfHeading(title: string): string | undefined {
  const bare = title.replace(/^\d+(?:[.-]\d+)*[.)]?\s+/, '');
  const [, term = ''] = /^(.+?)(?:이란|란|은|는)?\s*(?:무엇(?:인가|일까|입니까|이죠)?요?|뭘까요?|뭐지)?\s*[?？]$|^(.+?)(?:이란|란)$/.exec(bare) ?? [];
  const name = term || /^(.+?)(?:이란|란)(?:\s*무엇(?:인가|일까)요?)?$/.exec(bare)?.[1] || '';
  return isName(name) && !/(?:왜|어떻게|언제|무엇|어디|누가|까|나|지|가)$/.test(name) ? name : undefined;
}

const termHeads =
  /^(?:\S{1,6} )?(?:용어|이름|명칭|구분|종류|유형|개념|명령어?|옵션|키워드|약어|서비스|기능|메서드|함수|속성|요소|구성 ?요소|상태|메시지|방식|알고리즘|term|name|type|command|option|keyword)$/i;
const meaningHeads = /^(?:설명|뜻|의미|내용|세부 ?내용|역할|하는 일|용도|특징|정의|기능|description|meaning|definition)$/i;

function isTermTable({ head }: Table): boolean {
  return termHeads.test(head.cells[0] ?? '') && meaningHeads.test(head.cells[1] ?? '');
}

/** In plain text what stands in brackets is a second name only if it is Latin: 대기열(queue), but not 요금(월). */
function isLatinName(alias: string): boolean {
  return /[A-Za-z]{2}/.test(alias) && !/[가-힣]/.test(alias) && alias.length <= 60;
}
