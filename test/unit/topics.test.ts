import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PackManifest, Topic } from '../../src/core/model';
import { ownsLine } from '../../src/core/model';
import { libraryOf, sampleLibrary, sampleLibraryWithCatalogue, topicOf } from '../support/library';

const manifest: PackManifest = {
  services: [
    { name: 'EC2', aliases: ['Amazon EC2'], category: '컴퓨팅' },
    { name: 'EBS', aliases: ['Elastic Block Store'], category: '스토리지' },
    { name: 'SQS', aliases: ['Amazon SQS', 'Simple Queue Service'], category: '통합' },
  ],
};
const topicsOf = (text: string, path = '노트.md') => libraryOf({ [path]: text }, manifest).topics;
const shape = (topics: readonly Topic[]) => topics.map(({ id, part, line, endLine }) => [id, part, line, endLine]);

describe('a collection of services', () => {
  const inNote = (topics: readonly Topic[]) => topics.filter((topic) => topic.note.path === 'aws.md');
  const topics = inNote(sampleLibraryWithCatalogue.topics);

  test('twenty-five topics: eighteen sections and the seven services that only the list tells of', () => {
    assert.equal(topics.length, 25);
    assert.equal(inNote(sampleLibrary.topics).length, 25);
    assert.deepEqual(
      topics.filter((topic) => topic.part === 'term').map((topic) => topic.title),
      ['EC2', 'EBS', 'Glacier', 'VPC', 'RDS', 'Aurora', 'DynamoDB'],
    );
  });

  test('a section that the list defines in one line holds that definition', () => {
    assert.deepEqual(
      topics.filter((topic) => topic.definedAt !== undefined).map(({ title, definedAt, terms }) => [title, definedAt, terms[0]?.line]),
      [
        ['EC2 Auto Scaling', 20, 20],
        ['ECS', 21, 21],
        ['AWS Lambda', 22, 22],
        ['S3', 26, 26],
        ['Elastic Load Balancing', 38, 38],
        ['Route 53', 41, 41],
        ['AWS CloudFront', 40, 40],
        ['EKS', 103, 103],
      ],
    );
  });

  test('categories: of the list, else of the catalogue, else of the section above', () => {
    const categoryOf = (library: typeof sampleLibrary, name: string) => topicOf(library, name).category;
    assert.deepEqual(
      ['S3', 'Amazon SQS', '규모를 키우는 방법'].map((name) => categoryOf(sampleLibraryWithCatalogue, name)),
      ['스토리지', '애플리케이션 통합', undefined],
    );
    assert.equal(categoryOf(sampleLibrary, 'Amazon SQS'), 'AWS Services');
  });

  test('a topic ends where the next begins, and knows what is in it', () => {
    const services = topicOf(sampleLibrary, 'AWS Services');
    assert.equal(services.line, 13);
    assert.ok(ownsLine(services, 43) && !ownsLine(services, 44), 'its own text ends where its first section begins');
    assert.equal(services.children.length, 22);
  });
});

describe('one topic', () => {
  for (const [name, text, title] of [
    ['under one heading', '# 제목\n\n## 절\n', '제목'],
    ['named by its front matter, whatever its headings', '---\ntitle: 앞\n---\n# 가\n\n# 나\n', '앞'],
    ['of a service, whatever its headings', '---\nservice: SQS\n---\n# 가\n\n# 나\n', '노트'],
    ['without a heading', '글만 있습니다.', '노트'],
    ['without anything', '', '노트'],
  ] as const) {
    test(name, () =>
      assert.deepEqual(
        topicsOf(text).map((topic) => [topic.title, topic.part]),
        [[title, 'note']],
      ),
    );
  }

  test('with all that its front matter says', () => {
    const [topic] = topicsOf(
      '---\ntitle: 대기열\nservice: Amazon SQS\naliases: [큐]\ncategory: 묶음\norder: 3\nprerequisites: [EC2]\nresources: [AWS::SQS::Queue]\nsummary: 요약\n---\n',
    );
    assert.ok(topic);
    const { title, service, aliases, category, order, prerequisites, resources, summary } = topic;
    assert.deepEqual(
      { title, service, aliases, category, order, prerequisites, resources, summary },
      {
        title: '대기열',
        service: 'SQS',
        aliases: ['큐', 'SQS', 'Amazon SQS', 'Simple Queue Service'],
        category: '묶음',
        order: 3,
        prerequisites: ['EC2'],
        resources: ['AWS::SQS::Queue'],
        summary: '요약',
      },
    );
  });

  test('a section named after another service is a topic of its own', () => {
    assert.deepEqual(shape(topicsOf('# EC2\n\n소개\n\n## 특징\n\n## EBS\n\n디스크\n')), [
      ['p/노트.md', 'note', 0, 10],
      ['p/노트.md#ebs', 'section', 6, 10],
    ]);
  });

  test('a section named after the note’s own service is not, nor is a second one of the same', () => {
    assert.deepEqual(
      topicsOf('# Amazon EC2\n\n## EC2\n\n## EBS\n\n## Elastic Block Store (EBS)\n').map((topic) => topic.title),
      ['Amazon EC2', 'EBS'],
    );
  });

  test('terms it defines are topics when their mark is bold code or their name a service', () => {
    const text = '# 정리\n\n- **`키`**: 이름표\n- **EBS**: 디스크\n- **낱말**: 뜻\n- `SQS`: 대기열\n';
    assert.deepEqual(shape(topicsOf(text)), [
      ['p/노트.md', 'note', 0, 7],
      ['p/노트.md#키', 'term', 2, 3],
      ['p/노트.md#ebs', 'term', 3, 4],
      ['p/노트.md#sqs', 'term', 5, 6],
    ]);
  });
});

test('names in brackets and of the catalogue are other names of a topic', () => {
  const topic = topicsOf('# 가\n\n# Simple Queue Service (SQS)\n').at(-1);
  assert.deepEqual([topic?.service, topic?.aliases], ['SQS', ['Simple Queue Service', 'SQS', 'Amazon SQS']]);
});

test('headings of the same name are topics with ids of their own', () => {
  assert.deepEqual(
    topicsOf('# 가\n\n# 나\n\n# 가\n').map((topic) => topic.id),
    ['p/노트.md#가', 'p/노트.md#나', 'p/노트.md#가-1'],
  );
});

test('the category of a note is that of the topics in it, unless they have their own', () => {
  const text = '---\ntitle: EC2\ncategory: 기초\n---\n\n- **`키`**: 이름표\n\n## 절\n\n## EBS\n';
  assert.deepEqual(
    topicsOf(text).map((topic) => [topic.title, topic.category]),
    [
      ['EC2', '기초'],
      ['키', '기초'],
      ['EBS', '스토리지'],
    ],
  );
});

test('a folder names the category when nothing else does', () => {
  assert.deepEqual(
    topicsOf('# 제목\n', '저장소/노트.md').map((topic) => topic.category),
    ['저장소'],
  );
});

test('what stands in its lines is the topic’s', () => {
  const [first, , second] = topicsOf('# 가\n\n[링크](x)\n\n```mermaid\ngraph TB\n```\n\n# 나\n\n## 다\n\n### 절\n\n[둘](y)\n');
  assert.deepEqual([first?.links.length, first?.diagrams.length, first?.sections.length], [1, 1, 0]);
  assert.deepEqual([second?.links.length, second?.diagrams.length, second?.sections.map((section) => section.title)], [1, 0, ['절']]);
});
