import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import korean from '../../media/l10n/bundle.l10n.ko.json';
import { lentPacks, loadPacks } from '../../src/cliNotes';
import { candidateLines } from '../../src/core/claimLines';
import { claimsOf, findClaimed, parseClaims } from '../../src/core/claims';
import { createTranslate, translateMessage } from '../../src/core/l10n';
import { buildLibrary } from '../../src/core/library';
import { createMarkdown } from '../../src/core/markdown';
import type { Pack } from '../../src/core/model';
import { parseNote } from '../../src/core/parseNote';
import { longestLine, readPattern, waysIn, waysToFit } from '../../src/core/pattern';
import { plainLines } from '../../src/core/plainLines';

const claim = {
  id: 'size',
  about: ['노트창고'],
  pattern: '최대 \\d{1,3}\\s?GB',
  unless: '예전',
  fact: { ko: '지금은 더 큽니다', en: 'It is bigger now' },
  source: 'https://example.com/size',
  date: '2026-01',
};
const file = (...claims: readonly unknown[]) => JSON.stringify({ claims });

/** Lines (from 1) of a note of a pack that brings claims, each with the fact it is given. */
function hints(text: string, claims: string, services: Pack['manifest']['services'] = []): [number, string][] {
  const pack: Pack = { id: 'p', title: 'p', manifest: { services }, notes: ['a.md'], claims: parseClaims(claims).claims };
  const note = parseNote(text, { pack: 'p', path: 'a.md' }, claimsOf([pack]));
  return buildLibrary([pack], [note])
    .problemsOf('p/a.md')
    .filter((problem) => problem.code === 'fact.outdated')
    .map((problem) => [problem.line + 1, translateMessage(createTranslate(), problem.message)]);
}

const said = 'Out of date: It is bigger now (2026-01, https://example.com/size)';

describe('a note that says what is out of date', () => {
  test('gets a hint at the line, with fact, date and source', () => {
    assert.deepEqual(hints('# 제목\n\n노트창고는 최대 20 GB입니다.\n', file(claim)), [[3, said]]);
  });

  test('in the language of the learner', () => {
    const note = parseNote('노트창고 최대 20GB\n', { pack: 'p', path: 'a.md' }, parseClaims(file(claim)).claims);
    const [problem] = buildLibrary([{ id: 'p', title: 'p', manifest: {}, notes: ['a.md'] }], [note]).problemsOf('p/a.md');
    assert.ok(problem);
    assert.deepEqual([problem.severity, problem.code], ['info', 'fact.outdated']);
    assert.equal(translateMessage(createTranslate(korean), problem.message), '예전 내용입니다. 지금은 더 큽니다 (2026-01, https://example.com/size)');
  });

  test('knows what a line is about by its words, headings, title, topic and other names', () => {
    const statement = '파일은 최대 20GB까지 둡니다.';
    const services = [{ name: '노트창고', aliases: ['Note Depot'] }];
    for (const text of [
      `노트창고의 ${statement}`,
      `Note Depot는 ${statement}`,
      `# 노트창고 특징\n\n${statement}`,
      `---\ntitle: 저장\nservice: 노트창고\n---\n${statement}`,
      `# 모음\n\n- **\`Note Depot\`**: ${statement}`,
    ]) {
      assert.equal(hints(text, file(claim), services).length, 1, text);
    }
    for (const text of [statement, `다른창고의 ${statement}`, `# Note Depots\n\n${statement}`]) assert.deepEqual(hints(text, file(claim), services), [], text);
  });

  test('is left alone where it tells the change itself', () => {
    assert.deepEqual(hints('노트창고는 예전에 최대 20GB였습니다.\n', file(claim)), []);
  });

  test('is not read in code, raw HTML and questions', () => {
    assert.deepEqual(
      hints(
        '# 노트창고\n\n```text\n최대 20GB\n```\n\n    최대 20GB\n\n<p title="최대 20GB"></p>\n\n```quiz\nkind: ox\nprompt: 최대 20GB\nanswer: X\n```\n',
        file(claim),
      ),
      [],
    );
  });

  test('is read through marks, in tables, lists and quotations, and over soft breaks', () => {
    const text = '# 노트창고\n\n처음 줄\n**최대** `20 GB`\n\n| 항목 | 값 |\n|---|---|\n| 크기 최대 | 없음 |\n| 크기 | 최대 *20 GB* |\n\n> 1. 최대 20GB\n';
    assert.deepEqual(
      hints(text, file(claim)).map(([line]) => line),
      [4, 9, 11],
    );
  });

  test('without a subject the pattern says it all', () => assert.equal(hints('최대 20GB', file({ ...claim, about: [] })).length, 1));
  test('a line no person wrote is not read', () => assert.deepEqual(hints(`노트창고 최대 20GB${' 글'.repeat(longestLine / 2)}`, file(claim)), []));
});

describe('a file of claims', () => {
  test('gives what can be used, and says what cannot', () => {
    const bad = [
      { ...claim, id: '' },
      { ...claim, id: 'about', about: 'S3' },
      { ...claim, id: 'fact', fact: '글' },
      { ...claim, id: 'source', source: 'javascript:1' },
      { ...claim, id: 'date', date: '작년' },
      { ...claim, id: 'pattern', pattern: '(' },
      { ...claim, id: 'unless', unless: '[' },
      { ...claim, id: 'slow', pattern: '(a+)+b' },
      { ...claim },
      'x',
    ];
    const { claims, problems } = parseClaims(file(claim, ...bad));
    assert.deepEqual(
      claims.map(({ id }) => id),
      ['size'],
    );
    assert.equal(problems.length, bad.length);
    for (const problem of problems) assert.match(translateMessage(createTranslate(korean), problem), /[가-힣]/);
  });

  test('is read whatever stands in it', () => {
    for (const text of ['', '{', 'null', '[]', '{"claims":1}']) assert.equal(parseClaims(text).problems.length, 1, text);
    fc.assert(fc.property(fc.json(), (text) => Array.isArray(parseClaims(text).claims)));
    const field = fc.oneof(fc.string(), fc.constant(undefined), fc.constant(null), fc.array(fc.string()));
    const item = fc.record({ id: field, about: field, pattern: field, unless: field, fact: field, source: field, date: field });
    fc.assert(fc.property(fc.array(item), (claims) => parseClaims(JSON.stringify({ claims })).claims.length <= claims.length));
  });

  test('brings one claim once, from however many packs', () => {
    const { claims } = parseClaims(file(claim, { ...claim, id: 'other' }));
    const pack = (id: string): Pack => ({ id, title: id, manifest: {}, notes: [], claims });
    assert.equal(claimsOf([pack('a'), pack('b')]).length, 2);
  });
});

describe('a pattern', () => {
  test('is bounded in the ways it can fit', () => {
    const ways: readonly (readonly [string, number])[] = [
      ['abc', 1],
      ['a?b?', 4],
      ['a{2,5}', 4],
      ['a|b|c', 3],
      ['(?:a|b){2}', 4],
      ['\\p{L}{0,3}', 4],
      ['[^\\]*+]{0,1}', 2],
      ['(?<![\\d.])5\\s?', 2],
      ['(?<name>a?)', 2],
      ['.*', longestLine + 1],
    ];
    for (const [pattern, expected] of ways) assert.equal(waysToFit(pattern), expected, pattern);
  });

  test('that could hang is refused', () => {
    for (const text of ['(a+)+b', '(a|a)*b', '(?:.*){3}x', '.*.*.*x', '(?:a?){50}']) assert.deepEqual(readPattern(text), { fault: 'slow' }, text);
    for (const text of ['최대\\s*\\d{1,9}', '.{0,40}SOAP.{0,40}']) assert.ok('pattern' in readPattern(text), text);
  });

  test('that is accepted ends soon on the worst line', () => {
    const part = fc.constantFrom('a', 'a?', 'a{0,9}', '(?:a|b)', '(?:aa?){0,3}', '.{0,20}', '[ab]', 'a*', '(a+)+');
    const line = 'a'.repeat(longestLine);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const read = readPattern(`${parts.join('')}!`);
        if (!('pattern' in read)) return;
        const start = performance.now();
        assert.equal(read.pattern.test(line), false);
        assert.ok(performance.now() - start < 3_000, read.pattern.source);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the lines a claim may be in', () => {
  const markdown = createMarkdown();
  const words =
    '객체 오브젝트 object 5 TB 5TB 16 384GiB 최대 타임아웃 5분 300초 gp3 16,000 IOPS SOAP Redis 레디스용 엔진 다섯 가지 256 KB 0으로 줄이지 못한다 종류 3가지 S3 예전 글'
      .split(' ')
      .concat('최대'.normalize('NFD'), '객체는'.normalize('NFD'), 'ᄀ');
  const piece = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(' ', '\n', '\n\n', '**', '*', '\n- ', '\n| ', ' | ', ' |\n|---|---|\n| ', '\n> ', '\n1. ', '\n## '),
  );

  test('are all in which one is found', () => {
    const claims = claimsOf(lentPacks('content'));
    let found = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 5, maxLength: 40 }), (pieces) => {
        const body = pieces.join('');
        const tokens = markdown.parse(body, {});
        const wanted = plainLines(tokens).flatMap(({ line, text }) =>
          claims.filter((one) => one.pattern.test(text) && !one.unless?.test(text)).map((one) => [one.id, line, text]),
        );
        found += wanted.length;
        assert.deepEqual(
          findClaimed(body, () => tokens, claims).map((one) => [one.claim.id, one.line, one.text]),
          wanted,
        );
      }),
      { numRuns: 2_000 },
    );
    assert.ok(found > 100, `${found} claims were found`);
  });

  test('are few', () => {
    const claims = claimsOf(lentPacks('content'));
    assert.deepEqual(candidateLines('객체를 둔다.\n객체는 5TB까지다.\n엔진이 여섯이다.\n', claims), [1]);
  });

  test('are any where a pattern names no word', () => {
    const [one] = parseClaims(file({ ...claim, pattern: '\\d{3}' })).claims;
    assert.ok(one);
    assert.equal(candidateLines('글', [one]), undefined);
    assert.equal(hints('노트창고\n100\n', file({ ...claim, about: [], pattern: '\\d{3}' })).length, 1);
  });

  test('have what every way to fit a pattern needs', () => {
    const table: readonly (readonly [string, readonly (readonly (readonly string[])[])[]])[] = [
      ['SOAP', [[['soap']]]],
      ['(?<![a-z])OAI(?![a-z])|origin access', [[['oai']], [['origin'], ['access']]]],
      ['(?:객체|파일).{0,40}5\\s?(?:TB|테라)', [[['객체', '파일'], ['5'], ['tb', '테라']]]],
      ['종류?가', [[['종'], ['가']]]],
      ['(?:가나)?다라+마', [[['다'], ['마']]]],
      ['(?:가나|\\d)다', [[['다']]]],
    ];
    for (const [pattern, ways] of table) assert.deepEqual(waysIn(pattern), ways, pattern);
  });
});

describe('the claims of the bundled packs', () => {
  const own = lentPacks('content');
  const texts = own.map((pack) => parseClaims(readFileSync(`content/${pack.id}/claims.json`, 'utf8')));
  const claims = claimsOf(own);

  test('can all be used', () => {
    assert.ok(claims.length >= 12);
    for (const { problems } of texts) assert.deepEqual(problems, []);
  });

  test('are found in a note of the usual shape, and nowhere else in it', () => {
    const loaded = loadPacks(['test/fixtures/notes/outdated.md'], own);
    const library = buildLibrary([...loaded.packs, ...own], loaded.notes);
    const found = library
      .problemsOf('outdated.md/outdated.md')
      .map(({ line, message }) => [line + 1, claims.find(({ fact }) => fact === message.args?.fact)?.id]);
    assert.deepEqual(found, [
      [10, 'database-master-slave'],
      [17, 's3-object-size'],
      [18, 'ebs-size'],
      [19, 'glacier-retrieval'],
      [22, 'rds-engines'],
      [23, 'aurora-storage'],
      [28, 's3-soap'],
      [29, 's3-object-size'],
      [32, 's3-consistency'],
      [42, 'cloudfront-countries'],
      [48, 'elasticache-engines'],
      [53, 'ecs-launch-types'],
      [60, 'sqs-message-size'],
    ]);
  });

  /** For each claim, a statement that is out of date, and one as near to it as may be that is right. */
  const statements: Readonly<Record<string, readonly [service: string, outdated: string, right: string]>> = {
    's3-object-size': ['S3', '객체 하나는 최대 5TB입니다', '매달 5TB를 저장하면 요금이 얼마인지 계산합니다'],
    's3-soap': ['S3', 'REST와 SOAP 인터페이스를 제공합니다', 'SOAP 인터페이스는 2025년에 종료되었습니다'],
    's3-buckets': ['S3', '계정마다 버킷을 100개까지 만듭니다', '버킷에 객체 100개를 올립니다'],
    's3-consistency': ['S3', '덮어쓰기는 최종 일관성을 가집니다', '덮어쓰기에도 강력한 일관성을 가집니다'],
    'ebs-size': ['EBS', '볼륨은 최대 16TiB까지 만듭니다', 'gp2 볼륨은 최대 16TiB까지 만듭니다'],
    'ebs-gp3-iops': ['EBS', 'gp3 볼륨은 16,000 IOPS까지입니다', 'gp3 볼륨은 16,000 IOPS를 넘어 80,000 IOPS까지 됩니다'],
    'glacier-retrieval': ['Glacier', '파일을 검색하는데 시간이 필요합니다', 'Deep Archive는 데이터를 꺼내는 데 시간이 걸립니다'],
    'glacier-vault': ['Glacier', '먼저 볼트를 만들고 아카이브를 올립니다', '볼트는 2025년부터 새 고객이 만들 수 없습니다'],
    'rds-engines': ['RDS', '총 6개의 데이터베이스 엔진을 실행합니다', '인스턴스 6개를 실행합니다'],
    'rds-replicas': ['RDS', '읽기 전용 복제본은 5개까지 둡니다', '읽기 전용 복제본은 15개까지 둡니다'],
    'aurora-storage': ['Aurora', '볼륨은 64TB까지 늘어납니다', '볼륨은 256 TiB까지 늘어납니다'],
    'aurora-serverless-zero': ['Aurora', 'Serverless v2는 최소 0.5 ACU입니다', 'Serverless v2는 0 ACU까지 줄어듭니다'],
    'cloudfront-countries': ['CloudFront', '전 세계 24개국에 엣지 로케이션이 있습니다', '엣지 로케이션은 50개국 이상에 있습니다'],
    'cloudfront-oai': ['CloudFront', 'OAI로 버킷을 비공개로 둡니다', 'OAI 대신 OAC로 버킷을 비공개로 둡니다'],
    'elasticache-engines': ['ElastiCache', '엔진은 Redis와 Memcached입니다', '엔진은 Valkey, Redis OSS, Memcached입니다'],
    'database-master-slave': ['RDS', 'DB를 Master와 Slave로 나눕니다', 'DB의 Master는 primary로, Slave는 replica로 부릅니다'],
    'sqs-message-size': ['SQS', '메시지는 256KB까지입니다', '메시지는 1 MiB까지이고 256 KiB에서 늘었습니다'],
    'sns-message-size': ['SNS', '메시지는 최대 256KB입니다', '메시지는 기본 256 KiB입니다'],
    'lambda-async-payload': ['Lambda', '비동기 호출의 페이로드는 256KB입니다', '동기 호출의 페이로드는 6MB입니다'],
    'lambda-timeout': ['Lambda', '실행 시간은 최대 5분입니다', '실행 시간은 최대 15분입니다'],
    'lambda-memory': ['Lambda', '메모리는 128MB에서 3008MB까지입니다', '메모리는 128MB에서 10,240MB까지입니다'],
    'lambda-tmp': ['Lambda', '/tmp는 512MB까지 씁니다', '/tmp는 기본 512MB입니다'],
    'dynamodb-gsi': ['DynamoDB', 'GSI는 테이블에 5개까지입니다', 'LSI는 테이블에 5개까지입니다'],
    'elb-types': ['ELB', '로드 밸런서는 세 가지입니다: ALB, NLB, CLB', '로드 밸런서는 세 가지입니다: ALB, NLB, GWLB'],
    'ecs-launch-types': ['ECS', 'fargate, ec2 모드가 있습니다', 'Fargate, EC2, EXTERNAL과 관리형 인스턴스가 있습니다'],
    'auto-scaling-launch-configuration': ['EC2 Auto Scaling', '시작 구성을 만들어 그룹에 붙입니다', '시작 구성 대신 시작 템플릿을 붙입니다'],
  };
  const foundIn = (service: string, statement: string) => {
    const note = parseNote(`# ${service}\n\n${statement}\n`, { pack: 'p', path: 'a.md' }, claims);
    return buildLibrary([{ id: 'p', title: 'p', manifest: {}, notes: ['a.md'] }, ...own], [note])
      .problemsOf('p/a.md')
      .map(({ message }) => claims.find(({ fact }) => fact === message.args?.fact)?.id);
  };

  test('each finds its statement, and leaves a right one alone', () => {
    assert.deepEqual(Object.keys(statements).sort(), claims.map(({ id }) => id).sort());
    for (const [id, [service, outdated, right]] of Object.entries(statements)) {
      assert.deepEqual(foundIn(service, outdated), [id], outdated);
      assert.deepEqual(foundIn(service, right), [], right);
    }
  });

  test('do not stand in their own notes', () => {
    const loaded = loadPacks(['content']);
    const library = buildLibrary(loaded.packs, loaded.notes);
    assert.ok(loaded.notes.length >= 6);
    assert.deepEqual(
      loaded.notes.flatMap((note) => library.problemsOf(`${note.ref.pack}/${note.ref.path}`)).filter(({ code }) => code === 'fact.outdated'),
      [],
    );
  });
});
