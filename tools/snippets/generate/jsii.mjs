/** The CDK's own description of itself: classes, properties, enums, what is deprecated. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { toolRoot, versionOf } from './sources.mjs';

export const cdkSource = { package: 'aws-cdk-lib', version: versionOf('aws-cdk-lib') };
const { types } = JSON.parse(gunzipSync(readFileSync(join(toolRoot, 'node_modules/aws-cdk-lib/.jsii.gz'))).toString('utf8'));

/** @param {string} name `aws-sqs.Queue`, `Duration`, or a full name */
export function typeOf(name) {
  const full = name.startsWith('aws-cdk-lib.') || name.startsWith('constructs.') ? name : `aws-cdk-lib.${name.replaceAll('-', '_')}`;
  const type = types[full];
  if (!type) throw new Error(`the CDK has no ${name}`);
  if (type.docs?.deprecated) throw new Error(`${name} is deprecated`);
  return type;
}

/** @param {string} name @returns {any | undefined} */
export function findType(name) {
  return types[name];
}

/** Those of the type, its bases and its interfaces. */
export function propertiesOf(type) {
  const above = [type.base, ...(type.interfaces ?? [])]
    .filter(Boolean)
    .map((name) => types[name])
    .filter(Boolean);
  return new Map([...above.flatMap((one) => [...propertiesOf(one)]), ...(type.properties ?? []).map((one) => [one.name, one])]);
}

export function methodOf(type, name) {
  const above = [type.base, ...(type.interfaces ?? [])]
    .filter(Boolean)
    .map((one) => types[one])
    .filter(Boolean);
  return type.methods?.find((one) => one.name === name) ?? above.map((one) => methodOf(one, name)).find(Boolean);
}

/** The values of an enum, or of a class that serves as one; deprecated ones left out. */
export function membersOf(type) {
  if (type.kind === 'enum') return type.members.filter(({ docs }) => !docs?.deprecated).map(({ name }) => name);
  return (type.properties ?? []).filter((one) => one.static && one.type.fqn === type.fqn && !one.docs?.deprecated).map(({ name }) => name);
}

/** The constructs of a module that one writes `new` before. */
export function constructsOf(module) {
  const isConstruct = (type) =>
    type &&
    (type.fqn === 'aws-cdk-lib.CfnResource' || type.fqn === 'aws-cdk-lib.Resource' || type.base === 'constructs.Construct' || isConstruct(types[type.base]));
  const begin = `aws-cdk-lib.${module.replaceAll('-', '_')}.`;
  return Object.values(types)
    .filter(
      (type) =>
        type.fqn.startsWith(begin) &&
        type.kind === 'class' &&
        !type.abstract &&
        !type.fqn.slice(begin.length).includes('.') &&
        !type.docs?.deprecated &&
        isConstruct(type),
    )
    .map(({ name }) => name)
    .sort();
}
