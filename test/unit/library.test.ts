import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildLibrary, type LinkTarget } from '../../src/core/library';
import { joinPath } from '../../src/core/links';
import { allQuestions, bankOf, bundled, libraryOf, parse, sampleLibrary, sampleLibraryWithCatalogue, topicOf } from '../support/library';
import { packOf } from '../support/memory';

const services = [
  ...['EC2', 'EC2 Auto Scaling', 'ECS', 'Lambda', 'S3', 'EBS', 'Glacier', 'RDS', 'Aurora', 'DynamoDB', 'ELB', 'VPC', 'CloudFront', 'Route 53'],
  ...['CloudWatch', 'ElastiCache', 'EKS', 'ECR', 'SES', 'SNS', 'SQS', 'CodeDeploy'],
];

describe('finding a topic by its name', () => {
  test('every service of the sample note, with the names the bundled pack knows', () => {
    for (const service of services) assert.equal(topicOf(sampleLibraryWithCatalogue, service).note.path, 'aws.md', service);
  });

  test('what the note names itself, without them', () => {
    assert.deepEqual(
      services.filter((service) => !sampleLibrary.findTopic(service)),
      ['CloudWatch', 'ElastiCache', 'SES', 'SNS', 'SQS', 'CodeDeploy'],
    );
  });

  test('titles before other names, whatever the case', () => {
    const library = libraryOf({ 'a.md': '---\ntitle: 가\naliases: [S3]\n---\n', 'b.md': '---\ntitle: s3\n---\n' });
    assert.equal(library.findTopic('S3')?.note.path, 'b.md');
    assert.equal(library.findTopic('없음'), undefined);
  });
});

describe('links', () => {
  const library = libraryOf({
    '시작.md': '# 시작\n\n## 둘째 절\n',
    '폴더/람다 노트.md': '# 하나\n\n# 둘\n\n## 셋\n\n### 안쪽\n',
    '폴더/EC2.md': '# EC2\n',
  });
  const topic = (id: string, slug?: string): LinkTarget => ({ kind: 'topic', topic: `p/${id}`, ...(slug ? { slug } : {}) });
  /** From `폴더/EC2.md`. */
  const cases: readonly (readonly [string, LinkTarget])[] = [
    ['../시작.md', topic('시작.md')],
    ['../시작', topic('시작.md')],
    ['/시작.md', topic('시작.md')],
    [encodeURI('../시작.md'), topic('시작.md')],
    [encodeURI('../시작.md'.normalize('NFD')), topic('시작.md')],
    ['람다%20노트.md', topic('폴더/람다 노트.md#하나')],
    ['./람다 노트.md', topic('폴더/람다 노트.md#하나')],
    ['..\\폴더\\EC2.md', topic('폴더/EC2.md')],
    ['..%5C시작.md', topic('시작.md')],
    ['#ec2', topic('폴더/EC2.md', 'ec2')],
    ['람다%20노트.md#둘', topic('폴더/람다 노트.md#둘', '둘')],
    ['람다%20노트.md#안쪽', topic('폴더/람다 노트.md#셋', '안쪽')],
    ['람다%20노트.md#없는-절', topic('폴더/람다 노트.md#하나', '없는-절')],
    [`../시작.md#${encodeURI('둘째-절')}`, topic('시작.md', '둘째-절')],
    ['../../../../시작.md', topic('시작.md')],
    ['../../밖.md', { kind: 'missing', path: '밖.md' }],
    ['없음.md', { kind: 'missing', path: '폴더/없음.md' }],
    ['없음.markdown#절', { kind: 'missing', path: '폴더/없음.markdown' }],
    ['%E0%A4%A.md', { kind: 'missing', path: '폴더/%E0%A4%A.md' }],
    ['../그림/a b.png', { kind: 'file', path: '그림/a b.png' }],
    ['../../../etc/passwd', { kind: 'file', path: 'etc/passwd' }],
    ['https://aws.amazon.com/s3/', { kind: 'external', url: 'https://aws.amazon.com/s3/' }],
    ['//example.com/a.md', { kind: 'external', url: '//example.com/a.md' }],
    ['mailto:a@b.kr', { kind: 'external', url: 'mailto:a@b.kr' }],
  ];
  for (const [href, expected] of cases) {
    test(href, () => assert.deepEqual(library.resolveLink({ pack: 'p', path: '폴더/EC2.md' }, href), expected));
  }

  test('a path never leaves the pack', () => {
    const part = fc.constantFrom('..', '.', '', '가', 'b.md', '\\', '/');
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom('/', '\\'), (parts, separator) => {
        const relative = parts.join(separator);
        const path = joinPath('폴더/노트.md', relative);
        const wanted = posix.join('/', relative.startsWith('/') ? '' : '폴더', relative.replaceAll('\\', '/'));
        assert.equal(path, wanted.replace(/^\/|\/$/g, ''));
        assert.ok(!path.startsWith('/') && !path.split('/').some((step) => step === '..' || step === '.'), path);
      }),
    );
  });
});

test('a note that is linked and not there is a problem in the line of the link', () => {
  const problems = sampleLibrary.problemsOf('notes/aws.md');
  assert.deepEqual(
    problems.map(({ code, line, severity, message }) => [code, line + 1, severity, message.args?.path]),
    [['link.missingNote', 104, 'warning', 'EKS.md']],
  );
  assert.deepEqual(sampleLibrary.problemsOf('notes/없음.md'), []);
});

test('problems of a note come in the order of its lines', () => {
  const library = libraryOf({ 'a.md': '---\nx: [\n---\n\n[없음](b.md)\n\n```quiz\nkind: ox\n```\n\n[없음](c.md)\n' });
  const lines = library.problemsOf('p/a.md').map((problem) => problem.line);
  assert.equal(lines.length, 4);
  assert.deepEqual(
    lines,
    [...lines].sort((a, b) => a - b),
  );
});

test('the order of study: pack, category as the pack lists it, order, place', () => {
  const note = (category: string, order?: number) =>
    `---\ntitle: ${category}${order ?? ''}\ncategory: ${category}\n${order === undefined ? '' : `order: ${order}\n`}---\n`;
  const notes = { 'a.md': note('셋째'), 'b.md': note('둘째', 2), 'c.md': note('첫째'), 'd.md': note('둘째', 1), 'e.md': '# 분류 없음\n' };
  const packs = [packOf('p', { notes, manifest: { categories: ['첫째', '둘째'] } }), packOf('q', { notes: { 'a.md': '' } })];
  const parsed = Object.entries(notes).map(([path, text]) => parse(text, path));
  const library = buildLibrary(packs, [{ ...parse('', 'a.md'), ref: { pack: 'q', path: 'a.md' } }, ...parsed]);
  assert.deepEqual(
    library.topics.map((topic) => topic.title),
    ['첫째', '둘째1', '둘째2', '셋째', '분류 없음', 'a'],
  );
});

describe('questions', () => {
  const text = '# 하나\n\n```quiz\nid: 첫\nkind: ox\nprompt: 맞다\nanswer: O\n```\n\n# 둘\n\n```quiz\nid: 둘\nkind: ox\nprompt: 아니다\nanswer: X\n```\n';
  const library = libraryOf({ 'a.md': text });

  const bank = bankOf(library);

  test('the author’s belong to the topic they stand in', async () => {
    const asked = await Promise.all(library.topics.map((topic) => bank.questionsOf(topic.id)));
    assert.deepEqual(
      asked.map((questions) => questions.map((question) => question.id)),
      [['p:첫'], ['p:둘']],
    );
  });

  test('are found by id with their topic', async () => {
    assert.equal((await bank.question('p:둘'))?.topic.title, '둘');
    assert.equal(await bank.question('p:없음'), undefined);
    assert.deepEqual(await bank.questionsOf('p/없음.md'), []);
  });

  test('no two of a library share an id', async () => {
    for (const one of [sampleLibraryWithCatalogue, buildLibrary(bundled.packs, bundled.notes)]) {
      const ids = (await allQuestions(one)).map((question) => question.id);
      assert.ok(ids.length > 10);
      assert.deepEqual(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        [],
      );
    }
  });
});
