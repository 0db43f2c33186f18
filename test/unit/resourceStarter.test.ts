import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { parseResources, type ResourceSpec, resourceStarter, resourceTypes } from '../../src/core/resourceStarter';
import { expandSnippet } from '../../src/core/snippets';

const spec = parseResources(readFileSync('content/aws/resources.json', 'utf8'));
const starters = new Map(resourceTypes(spec).map((type) => [type, resourceStarter(spec, type).join('\n')]));

/** Reads YAML as CloudFormation does: `!Ref` and `!GetAtt` are objects. */
function readTemplate(text: string): Record<string, { Type: string; Properties?: Record<string, unknown> }> {
  const tag = (name: string) => ({ tag: `!${name}`, resolve: (value: string) => ({ [name]: value }) });
  return parse(text, { customTags: [tag('Ref'), tag('GetAtt')] });
}

describe('a starter of each type of resource', () => {
  test('is there for the whole specification', () => {
    assert.ok(starters.size > 1800);
    for (const type of ['AWS::S3::Bucket', 'AWS::Lambda::Function', 'AWS::EC2::Subnet']) assert.ok(starters.get(type));
  });

  test('is a resource of that type once expanded, with what is demanded', () => {
    for (const [type, body] of starters) {
      const text = expandSnippet(body);
      assert.doesNotMatch(text, /[$\\]/, type);
      const resources = Object.values(readTemplate(text));
      assert.deepEqual(
        resources.map((resource) => resource.Type),
        [type],
      );
      const names = Object.keys(resources[0]?.Properties ?? {});
      for (const [name] of spec.types[type] ?? []) assert.ok(names.includes(name.replace('?', '')), `${type}: ${name}`);
    }
  });

  test('numbers its stops in reading order, ends in the last one, and is short', () => {
    for (const [type, body] of starters) {
      const stops = [...new Set([...body.matchAll(/(?<!\\)\$\{?(\d+)/g)].map((stop) => Number(stop[1])))];
      assert.deepEqual(
        stops,
        [...stops.keys()].map((at) => (at + 1) % stops.length),
        type,
      );
      assert.ok(body.split('\n').length <= 40, type);
    }
  });

  test('offers the values there are', () => {
    const choices = [...starters.values()].flatMap((body) => [...body.matchAll(/\$\{\d+\|([^}]*)\|\}/g)].map(([, values = '']) => values.split(/(?<!\\),/)));
    assert.ok(choices.length > 500);
    for (const values of choices) assert.ok(values.length > 1 && new Set(values).size === values.length, values.join());
  });
});

describe('links', () => {
  const small: ResourceSpec = {
    samples: [],
    definitions: [[['Own', { d: 0 }]]],
    types: {
      'AWS::A::B': [
        ['Vpc', { l: 'AWS::EC2::VPC' }],
        ['Role', { l: 'AWS::IAM::Role.Arn' }],
        ['Vpcs', { a: { l: 'AWS::EC2::VPC' } }],
        ['Host', { l: 'AWS::RDS::DBInstance.Endpoint.Address' }],
        ['Deep', { d: 0 }],
      ],
      'AWS::A::Empty': [],
    },
  };

  const starter = (type: string) => resourceStarter(small, type).map((line) => line.replace(/\$/g, '@'));

  test('are !Ref where that gives the attribute and !GetAtt elsewhere, and one resource is one stop', () => {
    assert.deepEqual(starter('AWS::A::B'), [
      '@{1:MyB}:',
      '  Type: AWS::A::B',
      '  Properties:',
      '    Vpc: !Ref @{2:MyVPC}',
      '    Role: !GetAtt @{3:MyRole}.Arn',
      '    Vpcs:',
      '      - !Ref @{2}',
      '    Host: !GetAtt @{4:MyDBInstance}.Endpoint.Address',
      '    Deep:',
      '      Own: {}',
      '@0',
    ]);
  });

  test('a resource may demand nothing', () => assert.deepEqual(starter('AWS::A::Empty'), ['@{1:MyEmpty}:', '  Type: AWS::A::Empty', '@0']));

  test('name an attribute the whole specification knows', () => {
    assert.match(starters.get('AWS::EC2::Subnet') ?? '', /VpcId: !Ref /);
    assert.match(starters.get('AWS::Lambda::Function') ?? '', /Role: !GetAtt \$\{\d+:MyRole\}\.Arn/);
  });
});

test('a type that is not known has no starter', () => {
  for (const type of ['AWS::No::Such', 'toString', '']) assert.deepEqual(resourceStarter(spec, type), []);
});

test('a file that cannot be used knows no type', () => {
  for (const text of ['', 'null', '3', '{}', '{"format":2,"definitions":[],"types":{}}', '{"format":1}']) {
    assert.deepEqual(resourceTypes(parseResources(text)), []);
  }
});
