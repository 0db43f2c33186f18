const region = 'ap-northeast-2';

/** What a property of that name looks like; the first that fits. */
const samples: readonly (readonly [RegExp, string])[] = [
  [/^(?:Vpc|VPC)(?:Id)?$/, 'vpc-0123456789abcdef0'],
  [/^Subnet(?:Id)?$/, 'subnet-0123456789abcdef0'],
  [/SecurityGroup(?:Id)?$/, 'sg-0123456789abcdef0'],
  [/InstanceId$/, 'i-0123456789abcdef0'],
  [/VolumeId$/, 'vol-0123456789abcdef0'],
  [/ImageId$/, 'ami-0123456789abcdef0'],
  [/Account(?:Id)?$|AccountNumber$/, '123456789012'],
  [/AvailabilityZone$/, `${region}a`],
  [/Region(?:Name)?$/, region],
  [/Ipv6Cidr/i, '2001:db8::/56'],
  [/Cidr/i, '10.0.0.0/16'],
  [/Ip(?:Address)?$/, '10.0.0.10'],
  [/Email/, 'user@example.com'],
  [/Domain(?:Name)?$|HostName$|Hostname$/i, 'example.com'],
  [/(?:Ur[il]|Endpoint)$/i, 'https://example.com'],
  [/S3Bucket$|Bucket(?:Name)?$/, 'my-bucket'],
  [/Schedule(?:Expression)?$/, 'rate(1 day)'],
  [/InstanceType$/, 't4g.micro'],
  [/Description$/, 'Made by a starter'],
];

const numbers: readonly (readonly [RegExp, string])[] = [
  [/Port$/, '443'],
  [/RetentionInDays$/, '30'],
  [/Timeout/, '60'],
];

/** A value that looks like what the property of a resource takes: `MyRoleArn` an ARN, `VpcId` the id of a VPC. */
export function sampleOf(name: string, type: string, service: string, resource: string): string {
  if (type !== 's') return numbers.find(([pattern]) => pattern.test(name))?.[1] ?? '1';
  if (/Arn$|ARN$/.test(name))
    return /Role/.test(name)
      ? 'arn:aws:iam::123456789012:role/my-role'
      : `arn:aws:${service.toLowerCase()}:${region}:123456789012:${kebab(name.replace(/arn$/i, '') || resource)}/example`;
  const sample = samples.find(([pattern]) => pattern.test(name))?.[1];
  return sample ?? `my-${kebab(name === 'Name' ? resource : name.replace(/(?<=.)Name$/, ''))}`;
}

function kebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
