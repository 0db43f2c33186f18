import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CodeTable } from '../../src/core/code/codeTable';
import { codeReferences } from '../../src/core/codeReferences';

const table = new CodeTable([
  JSON.stringify({
    format: 1,
    entries: [
      {
        ...{ service: 'S3', ko: '객체 저장소', en: 'Object storage', cloudformation: ['AWS::S3::Bucket'], terraform: ['aws_s3_bucket'] },
        ...{ cdk: [{ module: 'aws-cdk-lib/aws-s3', names: ['Bucket'] }], 'sdk-js': ['S3Client'], cli: ['s3', 's3api'], boto3: ['s3'] },
      },
      {
        service: 'SQS',
        ko: '대기열',
        cloudformation: ['AWS::SQS::Queue'],
        cli: ['sqs'],
        boto3: ['sqs'],
        cdk: [{ module: 'aws-cdk-lib/aws-sqs', names: ['Queue'] }],
      },
    ],
  }),
  'no JSON',
]);

/** What is recognised, in the words of the text. */
const seen = (language: string, text: string) =>
  codeReferences(text, language, table).map(({ entry, start, end }) => `${entry.service}: ${text.slice(start, end)}`);

describe('recognised', () => {
  for (const [language, text, expected] of [
    ['yaml', 'A:\n  Type: AWS::S3::Bucket\n', ['S3: AWS::S3::Bucket']],
    ['yaml', 'A:\n  Type: "AWS::S3::Bucket" # AWS::SQS::Queue\n', ['S3: AWS::S3::Bucket']],
    ['yaml', '# AWS::S3::Bucket\nA: AWS::S3::BucketPolicy\nB: AWS::S3::Bucket::Status', []],
    ['json', '{ "Type": "AWS::SQS::Queue" }', ['SQS: AWS::SQS::Queue']],
    ['terraform', 'resource "aws_s3_bucket" "a" {}\noutput "b" { value = "${aws_s3_bucket.a.arn}" }', ['S3: aws_s3_bucket', 'S3: aws_s3_bucket']],
    ['terraform', '# aws_s3_bucket\n/* aws_s3_bucket\naws_s3_bucket */ my_aws_s3_bucket aws_s3_bucket_acl', []],
    ['typescript', 'import * as s3 from "aws-cdk-lib/aws-s3";\nnew s3.Bucket(this, "a");', ['S3: s3.Bucket']],
    ['typescript', 'import * as store from "aws-cdk-lib/aws-s3";\nnew store.Bucket(this, "a"); new s3.Bucket();', ['S3: store.Bucket']],
    ['typescript', 'import { aws_s3 as s3 } from "aws-cdk-lib";\ns3.Bucket.fromBucketName(a);', ['S3: s3.Bucket']],
    ['typescript', 'import * as cdk from "aws-cdk-lib";\nnew cdk.aws_s3.Bucket(this);', ['S3: cdk.aws_s3.Bucket']],
    ['typescript', 'import { Bucket as B } from "aws-cdk-lib/aws-s3";\nnew B(this);', ['S3: B', 'S3: B']],
    ['javascript', 'const s3 = require("aws-cdk-lib/aws-s3");\nnew s3.Bucket(this);', ['S3: s3.Bucket']],
    ['javascript', 'const c = new S3Client({});', ['S3: S3Client']],
    ['typescript', 'import { S3Client as C } from "@aws-sdk/client-s3";\nnew C();', ['S3: S3Client', 'S3: C', 'S3: C']],
    ['typescript', '// S3Client\nconst a = "S3Client"; b.S3Client;', []],
    ['typescript', 'new s3.Bucket(this);', []],
    ['shellscript', 'aws s3api list-buckets', ['S3: aws s3api']],
    ['shellscript', 'A=1 aws --profile a --region=b \\\n  sqs list-queues && aws s3 ls', ['SQS: aws --profile a --region=b \\\n  sqs', 'S3: aws s3']],
    ['shellscript', 'x=$(aws sqs list-queues | jq .)\nif aws s3 ls; then :; fi', ['SQS: aws sqs', 'S3: aws s3']],
    ['shellscript', '# aws s3 ls\necho aws s3\n./aws s3 ls\naws configure\n', []],
    ['python', 'import boto3\ns3 = boto3.client("s3")\nq = session.resource(service_name=\'sqs\')', ['S3: client("s3"', "SQS: resource(service_name='sqs'"]],
    ['python', 'import boto3\n# boto3.client("s3")\n"""boto3.client("s3")"""\n', []],
    ['python', 'client("s3")', []],
    ['markdown', 'AWS::S3::Bucket', []],
  ] as const) {
    test(`in ${language}: ${JSON.stringify(text)}`, () => assert.deepEqual(seen(language, text), expected));
  }

  test('what only brings a name in is told apart', () => {
    const [first, second] = codeReferences('import { S3Client } from "@aws-sdk/client-s3";\nnew S3Client();', 'typescript', table);
    assert.deepEqual([first?.isImport, second?.isImport], [true, undefined]);
  });

  test('one line in each language', () => {
    const [found] = codeReferences('AWS::SQS::Queue', 'yaml', table);
    assert.deepEqual(found?.entry, { service: 'SQS', ko: '대기열', en: '대기열' });
  });
});

test('no text is too strange', () => {
  const piece = fc.constantFrom(
    'AWS::S3::Bucket',
    'import * as s3 from "aws-cdk-lib/aws-s3";',
    's3.',
    'Bucket',
    'new ',
    'aws',
    ' s3',
    '\\\n',
    '"',
    "'",
    '`',
    '${',
    '}',
    '#',
    '//',
    '/*',
    '\n',
    'boto3.client(',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom('yaml', 'terraform', 'typescript', 'shellscript', 'python'), (pieces, language) => {
      const text = pieces.join('');
      for (const { start, end } of codeReferences(text, language, table)) assert.ok(0 <= start && start < end && end <= text.length);
    }),
  );
});

test('the bundled table knows the names of every tool', { skip: !hasTable() }, () => {
  const bundled = new CodeTable([readFileSync('content/aws/code.json', 'utf8')]);
  for (const [kind, name] of [
    ['cloudformation', 'AWS::S3::Bucket'],
    ['terraform', 'aws_s3_bucket'],
    ['sdk-js', 'S3Client'],
    ['cli', 's3api'],
    ['boto3', 's3'],
  ] as const) {
    assert.equal(bundled.find(kind, name)?.service, 'S3', name);
  }
  assert.equal(bundled.construct('aws-cdk-lib/aws-s3', 'Bucket')?.service, 'S3');
});

function hasTable(): boolean {
  try {
    return readFileSync('content/aws/code.json', 'utf8').length > 0;
  } catch {
    return false;
  }
}
