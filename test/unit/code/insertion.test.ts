import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isStarterWanted } from '../../../src/core/code/awsCode';
import { planInsertion, type Starter } from '../../../src/core/code/insertion';
import { applyEdits } from '../../../src/core/code/textEdit';
import { withTemplateTags } from '../../../src/core/code/yamlTags';
import { expandSnippet } from '../../../src/core/snippets';

const cdk: Starter = {
  target: 'cdk',
  lines: ['new s3.Bucket(this, "${1:B}", {', '  versioned: true,', '});'],
  imports: ['import * as s3 from "aws-cdk-lib/aws-s3";'],
};
const cli: Starter = { target: 'cli', lines: ['aws s3 ls \\\\', '  --region ${1:a}'], imports: [] };
const boto3: Starter = { target: 'boto3', lines: ['s3 = boto3.client("s3")', '$0'], imports: ['import boto3'] };

function put(starter: Starter, language: string, marked: string, step = '  '): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const { start, end, body, edits } = planInsertion(starter, { text, language, offset, step });
  return applyEdits(text, [...edits, { start, end, newText: expandSnippet(body) }]);
}

const s3 = 'import * as s3 from "aws-cdk-lib/aws-s3";\n';

describe('code goes', () => {
  const cases: readonly (readonly [where: string, starter: Starter, language: string, text: string, expected: string, step?: string])[] = [
    [
      'to the cursor, its imports to the top',
      cdk,
      'typescript',
      'import a from "a";\n\n|\n',
      `import a from "a";\n${s3}\nnew s3.Bucket(this, "B", {\n  versioned: true,\n});\n`,
    ],
    ['into nothing', cdk, 'typescript', '|', `${s3}\nnew s3.Bucket(this, "B", {\n  versioned: true,\n});`],
    ['in steps of the file', cdk, 'typescript', `${s3}{\n\t|\n}`, `${s3}{\n\tnew s3.Bucket(this, "B", {\n\t\tversioned: true,\n\t});\n}`, '\t'],
    ['below a line with text', cli, 'shellscript', '  echo |a\nend', '  echo a\n  aws s3 ls \\\n    --region a\nend'],
    ['with its imports where it is no code', cdk, 'markdown', '글 |', `글 ${s3}\nnew s3.Bucket(this, "B", {\n  versioned: true,\n});`],
    ['into Python', boto3, 'python', 'import os\n\n|', 'import os\nimport boto3\n\ns3 = boto3.client("s3")\n'],
    ['into Python that is empty', boto3, 'python', '|', 'import boto3\n\ns3 = boto3.client("s3")\n'],
  ];
  for (const [where, starter, language, text, expected, step] of cases) test(where, () => assert.equal(put(starter, language, text, step), expected));
});

describe('a starter is wanted', () => {
  for (const [word, rest, language, expected] of [
    ['s3', '', 'yaml', true],
    ['s3', '# 메모\n---\n', 'yaml', true],
    ['s3', 'services:\n', 'yaml', false],
    ['s3', 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n', 'yaml', true],
    ['s', '', 'yaml', false],
    ['s3', 'run();\n', 'typescript', false],
    ['s3-b', 'run();\n', 'typescript', true],
    ['버킷', 'run();\n', 'javascript', true],
    ['s3', 'import * as s3 from "aws-cdk-lib/aws-s3";\n', 'typescriptreact', true],
    ['s3', 'provider "aws" {}\n', 'hcl', true],
    ['s3', 'aws s3 ls\n', 'shellscript', true],
    ['s3', 'import boto3\n', 'python', true],
    ['s3', 'import os\n', 'python', false],
  ] as const) {
    test(`${word} in ${language} of ${JSON.stringify(rest)}: ${expected}`, () => assert.equal(isStarterWanted(word, rest, language), expected));
  }
});

describe('tags of a template', () => {
  test('are added to those of other tools, once', () => {
    const tags = withTemplateTags(['!mine', '!Ref']);
    assert.deepEqual(tags?.slice(0, 2), ['!mine', '!Ref']);
    assert.ok(tags?.includes('!GetAtt sequence'));
    assert.equal(tags?.filter((tag) => tag === '!Ref').length, 1);
    assert.equal(withTemplateTags(tags), undefined);
  });
  test('a setting that is no list counts as none', () => assert.ok(withTemplateTags('!Ref')?.includes('!Ref')));
});
