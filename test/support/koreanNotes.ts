/** Notes as Korean learners write them, put together by fast-check: every form a definition has, lists, tables, procedures and diagrams. */
import fc from 'fast-check';

const nouns = [
  '대기열',
  '버킷',
  '키',
  '함수',
  '리전',
  '캐시',
  '서브넷',
  '로드 밸런서',
  '보안 그룹',
  '스냅샷',
  'EC2',
  'IAM',
  'DNS',
  'Lambda',
  'Auto Scaling',
  '동기 호출',
  '비동기 호출',
];
const subjects = ['메시지', '요청', '파일', '사본', '트래픽', '권한', '주소', '로그', '컨테이너', '디스크'];
const deeds = ['나누어 보내는', '오래 보관하는', '가까운 곳에서 내주는', '차례로 처리하는', '대신 관리해 주는', '정한 시간 뒤에 지우는', '여러 벌로 복제하는'];
const kinds = ['서비스', '기능', '저장소', '방식', '규칙', '공간'];

const definition = fc
  .tuple(fc.constantFrom(...subjects), fc.constantFrom(...deeds), fc.constantFrom(...kinds))
  .map(([subject, deed, kind]) => `${subject}를 ${deed} ${kind}`);

/** Every way a term and its meaning are written. */
export const definitionForms: readonly ((term: string, meaning: string) => string)[] = [
  (term, meaning) => `- ${term}: ${meaning}`,
  (term, meaning) => `- ${term} : ${meaning}`,
  (term, meaning) => `- ${term} - ${meaning}`,
  (term, meaning) => `- \`${term}\`: ${meaning}`,
  (term, meaning) => `- **${term}**: ${meaning}입니다.`,
  (term, meaning) => `- **${term}:** ${meaning}`,
  (term, meaning) => `${term} => ${meaning}\n`,
  (term, meaning) => `${term} -> ${meaning}\n`,
  (term, meaning) => `${term} → ${meaning}\n`,
  (term, meaning) => `${term}란 ${meaning}이다.\n`,
];

const definitions = fc
  .tuple(fc.shuffledSubarray(nouns, { minLength: 3, maxLength: 8 }), fc.array(definition, { minLength: 8, maxLength: 8 }), fc.constantFrom(...definitionForms))
  .map(([terms, meanings, form]) => terms.map((term, index) => form(term, meanings[index] ?? '')).join('\n'));

const amount = fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.constantFrom('초', '분', ' MB', ' GB', '개', '%')).map(([number, unit]) => `${number}${unit}`);
const facts = fc.array(
  fc
    .tuple(fc.constantFrom(...nouns), fc.constantFrom(...subjects), amount)
    .map(([noun, subject, limit]) => `- ${noun} 하나에 담는 ${subject}의 크기는 최대 ${limit}까지입니다.`),
  { minLength: 3, maxLength: 6 },
);
const table = fc
  .tuple(
    fc.shuffledSubarray(nouns, { minLength: 2, maxLength: 4 }),
    fc.shuffledSubarray(subjects, { minLength: 3, maxLength: 6 }),
    fc.array(definition, { minLength: 24, maxLength: 24 }),
  )
  .map(([things, respects, cells]) =>
    [
      `| 구분 | ${things.join(' | ')} |`,
      `| --- |${things.map(() => ' --- |').join('')}`,
      ...respects.map((respect, row) => `| ${respect} | ${things.map((_, column) => cells[row * 4 + column]).join(' | ')} |`),
    ].join('\n'),
  );
const procedure = fc
  .shuffledSubarray(['서버를 준비한다', '설정 파일을 고친다', '배포 명령을 실행한다', '로그를 확인한다', '남은 자원을 지운다', '알림을 보낸다'], {
    minLength: 4,
  })
  .map((steps) => `다음 순서로 배포합니다.\n\n${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}`);
const diagram = fc
  .shuffledSubarray(nouns, { minLength: 4, maxLength: 6 })
  .map((labels) =>
    [
      '```mermaid',
      'flowchart LR',
      ...labels.slice(1).map((label, index) => `  n${index}["${labels[index]}"] -->|"${subjects[index]}"| n${index + 1}["${label}"]`),
      '```',
    ].join('\n'),
  );

const section = fc
  .tuple(
    fc.constantFrom('개념', '특징', '정리', '비교', '배포 순서', '구조', '숫자와 한도'),
    fc.oneof(
      definitions,
      facts.map((lines) => lines.join('\n')),
      table,
      procedure,
      diagram,
    ),
  )
  .map(([heading, body]) => `## ${heading}\n\n${body}\n`);

/** A note with one topic. */
export const koreanNote: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...nouns), fc.array(section, { minLength: 1, maxLength: 6 }))
  .map(([title, sections]) => `# ${title}\n\n${sections.join('\n')}`);

/** A folder of notes. */
export const koreanVault: fc.Arbitrary<Record<string, string>> = fc
  .array(koreanNote, { minLength: 1, maxLength: 4 })
  .map((notes) => Object.fromEntries(notes.map((note, index) => [`노트 ${index}.md`, note])));
