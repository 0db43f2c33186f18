/**
 * A made-up vault that is like the folders of Korean learners in what costs time: 5.5 KB a note, four of five words Korean,
 * particles glued to nouns (so that two of three different words occur once), and one word that is in nearly every note.
 * The same seed gives the same vault.
 */

/**
 * @typedef {{ text: string, line: number }} Place
 * @typedef {{ id: string, text: string, title: string, aliases: string[], terms: Place[], headings: Place[] }} Note
 */

const services = (
  'EC2 S3 Lambda RDS VPC IAM CloudFront DynamoDB SQS SNS ECS EKS ECR Route53 CloudWatch CloudTrail KMS Kinesis Athena Glue Redshift Aurora ElastiCache ' +
  'Fargate Cognito API Gateway Step Functions EventBridge CloudFormation CDK Terraform Docker Kubernetes Linux Redis Kafka Nginx GitHub Actions'
).split(' ');
const latin = (
  'instance bucket object policy role user group subnet region zone endpoint cluster node pod service task queue topic stream shard table index key value ' +
  'request response timeout retry cache latency throughput backup snapshot volume image container registry pipeline deploy release rollback monitor metric alarm ' +
  'log trace token session secret certificate domain record alias weight health check target listener rule action condition principal resource tag cost budget'
).split(' ');
const stems = (
  '클라우드 서비스 인스턴스 스토리지 데이터베이스 네트워크 보안 그룹 가용 영역 리전 서브넷 게이트웨이 로드밸런서 컨테이너 함수 이벤트 메시지 대기열 주제 구독 ' +
  '권한 역할 정책 사용자 암호화 인증 인가 로그 지표 경보 비용 요금 용량 확장 배포 롤백 백업 복구 스냅샷 버킷 객체 객체지향 캐시 지연 처리량 트래픽 요청 응답 ' +
  '클라우드프론트 하이브리드클라우드 퍼블릭 프라이빗 온프레미스 마이그레이션 아키텍처 마이크로서비스 서버리스 가상화 하이퍼바이저 운영체제 프로세스 스레드 메모리'
).split(' ');
const particles =
  '은 는 이 가 을 를 의 에 에서 로 으로 와 과 도 만 까지 부터 에게 처럼 보다 에는 에서는 으로는 이나 라고 이라는 입니다 이다 한다 합니다 하는 하고 하면 해서 된다 되는 되어 들은 들이 들을'.split(
    ' ',
  );
const syllables = [
  ...'가각간갈감강개객거건검결경계고공과관교구국군권규그근글금기길김나난남내노논농능다단달담당대더데도독동두드등디라락란람래량러레력련령로록론료루류르름리린마만말망매메명모목무문물미민바박반발방배백번범법변별병보복본부분불비사산상새색생서석선설성세소속손송수순스습시식신실심아안알암압애액야약양어언업에여역연열영예오온와완외요용우운원월위유은을음의이인일입자작잔장재저적전절점정제조족존종좌주중지직진질집차착참창채책처천철첨청체초촉총최추축출충치친칠카커컴코크타탁탄태터테토통투트특티파판패퍼페편평포표품프플피필하학한할함합항해핵행향허험현협형호화확환활황회획효후휴희',
];

/** @param {number} seed numbers from 0 up to 1, the same for the same seed */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Few words often, most words seldom.
 * @param {number} count
 * @returns {(chance: number) => number} the rank of a word, from 0
 */
function zipf(count) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 12) ** 1.44;
  return (chance) => {
    const wanted = chance * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/**
 * @param {number} count
 * @param {number} [seed]
 * @returns {Generator<Note>}
 */
export function* makeVault(count, seed = 20250) {
  const next = random(seed);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[Math.floor(next() * list.length)]);
  const words = [...stems.slice(1), ...stems.slice(0, 1)];
  const known = new Set(words);
  while (words.length < 120_000) {
    let word = '';
    for (let left = 2 + Math.floor(next() * 3); left > 0; left--) word += syllables[Math.floor(next() ** 1.6 * syllables.length)];
    if (!known.has(word)) words.push(word);
    known.add(word);
  }
  const rankOfWord = zipf(words.length);
  const rankOfParticle = zipf(particles.length);
  const noun = () => words[rankOfWord(next())] ?? '';
  const particle = () => particles[rankOfParticle(next())] ?? '';
  const token = () => {
    const kind = next();
    if (kind < 0.09) return pick(latin);
    if (kind < 0.13) return pick(services);
    if (kind < 0.16) return pick(services) + particle();
    if (kind < 0.18) return `${pick(latin)}-${Math.floor(next() * 1000)}`;
    if (kind < 0.38) return noun();
    return noun() + particle();
  };
  const sentence = (/** @type {number} */ length) => `${Array.from({ length }, token).join(' ')}.`;

  for (let number = 0; number < count; number++) {
    const service = pick(services);
    const isTold = next() < 0.7;
    const title = next() < 0.5 ? `${service} ${noun()}` : `${noun()} ${noun()}`;
    const alias = `${noun()}${noun()}`;
    /** @type {Place[]} */
    const terms = [];
    /** @type {Place[]} */
    const headings = [];
    const lines = ['---', `title: ${title}`, `aliases: [${alias}]`, `category: ${pick(stems)}`, '---', '', `# ${title}`, ''];
    headings.push({ text: title, line: 6 });
    const parts = 3 + Math.floor(next() * 5.7);
    for (let part = 0; part < parts; part++) {
      const heading = `${noun()} ${noun()}`;
      headings.push({ text: heading, line: lines.length });
      lines.push(`## ${heading}`, '', part === 0 && isTold ? `클라우드${particle()} ${sentence(25)}` : sentence(24), '');
      for (let item = 0; item < 3; item++) {
        const term = `${noun()}${next() < 0.3 ? `(${pick(latin)})` : ''}`;
        terms.push({ text: term, line: lines.length });
        lines.push(`- **${term}**: ${sentence(9)}`);
      }
      const kind = next();
      if (kind < 0.2) lines.push('', '| 항목 | 설명 |', '| --- | --- |', ...Array.from({ length: 3 }, () => `| ${noun()} | ${sentence(4)} |`));
      else if (kind < 0.4) lines.push('', '```json', `{ "${pick(latin)}": "${pick(services)}", "Action": "s3:GetObject" }`, '```');
      else if (kind < 0.7) lines.push('', `[[${noun()}]]${particle()} [${noun()}](../${(number % 1000) % 97}/note-${number % 1000}.md) ${sentence(6)}`);
      lines.push('', sentence(14), '');
    }
    if (next() < 0.27) lines.push('```mermaid', 'flowchart LR', `  A["${noun()}"] -->|"${noun()}"| B["${service}"]`, `  B --> C["${noun()}"]`, '```', '');
    yield { id: `vault/${number % 97}/note-${number}.md`, text: lines.join('\n'), title, aliases: [alias], terms, headings };
  }
}
