/** CloudFormation's specification: types, properties, attributes, links. */
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { versionOf } from './sources.mjs';

export const specSource = { package: '@aws-cdk/aws-service-spec', version: versionOf('@aws-cdk/aws-service-spec') };
export const spec = loadAwsServiceSpecSync();

/** @type {Map<string, any>} resources by type, `AWS::S3::Bucket` */
export const resources = new Map(spec.all('resource').map((resource) => [resource.cloudFormationType, resource]));

/** True when `!Ref` of the type gives that attribute, so that `!GetAtt` must not be written. */
export function isRef(type, attribute) {
  const { cfnRefIdentifier, primaryIdentifier } = resources.get(type);
  const identifier = cfnRefIdentifier ?? primaryIdentifier;
  const names = Array.isArray(identifier) ? identifier : identifier ? [identifier] : [];
  return names.length === 1 && names[0] === attribute;
}
