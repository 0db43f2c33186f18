import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { planInsertion } from '../../../src/core/code/insertion';
import { isTemplate, templatePlace } from '../../../src/core/code/templatePlace';
import { applyEdits } from '../../../src/core/code/textEdit';
import { expandSnippet } from '../../../src/core/snippets';
import { parseYaml } from '../../../src/core/yaml';

/** `|` is the cursor; what comes out has the resource `New`. */
function put(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const starter = { target: 'cloudformation', lines: ['${1:New}:', '  Type: AWS::SQS::Queue'], imports: [] } as const;
  const { start, end, body } = planInsertion(starter, { text, language: 'yaml', offset, step: '  ' });
  return applyEdits(text, [{ start, end, newText: expandSnippet(body) }]);
}

const head = 'AWSTemplateFormatVersion: "2010-09-09"\n';
const added = (indentation = 2) => `${' '.repeat(indentation)}New:\n${' '.repeat(indentation + 2)}Type: AWS::SQS::Queue`;
const a = '  A:\n    Type: AWS::S3::Bucket\n';
const b = '  B:\n    Type: AWS::S3::Bucket\n';

describe('a resource goes', () => {
  const cases: readonly (readonly [where: string, text: string, expected: string])[] = [
    ['into nothing, with the head of a template', '|', `${head}Resources:\n${added()}`],
    ['behind comments, with the head', '# 메모\n|', `# 메모\n${head}Resources:\n${added()}`],
    ['behind a comment the cursor is in', '# 메|모', `# 메모\n${head}Resources:\n${added()}`],
    ['where Resources is the last line', 'Resources:|', `Resources:\n${added()}`],
    ['on the free line below it', 'Resources:\n|', `Resources:\n${added()}`],
    ['between two, from column 0', `Resources:\n${a}|\n${b}`, `Resources:\n${a}${added()}\n${b}`],
    ['between two, from any column', `Resources:\n${a}      |\n${b}`, `Resources:\n${a}${added()}\n${b}`],
    ['behind the resource the cursor is in', `Resources:\n  A:\n    Ty|pe: AWS::S3::Bucket\n${b}`, `Resources:\n${a}${added()}\n${b}`],
    ['behind it from a free line inside it', `Resources:\n  A:\n|\n    Type: x\n${b}`, `Resources:\n  A:\n\n    Type: x\n${added()}\n${b}`],
    ['on the free line behind it', `Resources:\n  A:\n    Ty|pe: AWS::S3::Bucket\n\n${b}`, `Resources:\n${a}${added()}\n${b}`],
    ['to the end from outside', `Para|meters: {}\nResources:\n${a}Outputs: {}\n`, `Parameters: {}\nResources:\n${a}${added()}\nOutputs: {}\n`],
    ['in front of the others when the key has the cursor', `Resources|:\n${a}`, `Resources:\n${added()}\n${a}`],
    ['to the end of the file', `Resources:\n${a}|`, `Resources:\n${a}${added()}`],
    ['to the end of a file without a last line ending', 'Resources:\n  A:\n    Type: |x', `Resources:\n  A:\n    Type: x\n${added()}`],
    ['at the depth of the others', 'Resources:\n    A:\n        Type: x\n|', `Resources:\n    A:\n        Type: x\n${added(4)}`],
    ['behind a comment of the section', `Resources: # all\n  # first\n${a}|`, `Resources: # all\n  # first\n${a}${added()}`],
    ['under Resources that is to come', `${head}Parameters: {}\n|`, `${head}Parameters: {}\nResources:\n${added()}`],
    [
      'into resources of the Serverless Framework',
      `service: a\nresources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n|`,
      `service: a\nresources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n${added(4)}`,
    ],
    ['at the cursor in other YAML', 'services:\n  |', `services:\n  ${added(2).trimStart()}`],
    ['into a file of CRLF', `Resources:\r\n  A:\r\n    Type: |x\r\n`, 'Resources:\r\n  A:\r\n    Type: x\r\n  New:\n    Type: AWS::SQS::Queue'],
  ];
  for (const [where, text, expected] of cases) test(where, () => assert.equal(put(text), expected));

  test('as one more resource, wherever the cursor is', () => {
    const template = `${head}Parameters:\n  P: { Type: String }\n\n# the resources\nResources:\n\n  # one\n  A:\n    Type: AWS::S3::Bucket\n\n    Properties:\n      Text: |\n        a\n\n        b\n  B:\n    Type: AWS::S3::Bucket\n\nOutputs:\n  O: { Value: 1 }\n`;
    fc.assert(
      fc.property(fc.nat(template.length), (offset) => {
        const starter = { target: 'cloudformation', lines: ['New:', '  Type: AWS::SQS::Queue'], imports: [] } as const;
        const { start, end, body } = planInsertion(starter, { text: template, language: 'yaml', offset, step: '  ' });
        const text = applyEdits(template, [{ start, end, newText: body }]);
        const before = parseYaml(template, 0).value as { Resources: object };
        assert.deepEqual(parseYaml(text, 0).value, { ...before, Resources: { ...before.Resources, New: { Type: 'AWS::SQS::Queue' } } }, text);
      }),
    );
  });
});

describe('a template is known by', () => {
  for (const [text, expected] of [
    [head, true],
    ['{ "AWSTemplateFormatVersion": "2010-09-09" }', false],
    ['{\n  "AWSTemplateFormatVersion": "2010-09-09"\n}', true],
    ['Resources:\n  A:\n    Type: AWS::S3::Bucket\n', true],
    ['{\n"Resources": { "A": { "Type": "AWS::S3::Bucket" } } }', true],
    ['resources:\n  - a\n', false],
    ['Resources:\n  limits: 1\n', false],
    ['', false],
  ] as const) {
    test(JSON.stringify(text), () => assert.equal(isTemplate(text), expected));
  }
});

test('the place in nothing has a head', () => assert.deepEqual(templatePlace('', 0)?.head, ['AWSTemplateFormatVersion: "2010-09-09"', 'Resources:']));
