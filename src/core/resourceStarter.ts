/**
 * What is needed of CloudFormation's specification to begin a resource of any type, as it stands in a pack's `resources.json`:
 * `{ "format": 1, "source": { "package", "version" }, "definitions": [Property[], ...], "types": { "AWS::S3::Bucket": Property[], ... },
 * "samples": [[end of a name, text], ...] }`.
 */
export interface ResourceSpec {
  readonly definitions: readonly (readonly SpecProperty[])[];
  readonly types: Readonly<Record<string, readonly SpecProperty[]>>;
  /** What a property looks like whose name ends so; the first that fits. `{service}` and `{name}` are filled in. */
  readonly samples: readonly (readonly [end: string, text: string])[];
}

/** Name and type; a name that ends in `?` is not demanded. */
export type SpecProperty = readonly [name: string, type: SpecType];

/**
 * `s` text, `i` integer, `n` number, `b` boolean, `j` JSON, `t` time; `e` one of these texts; `l` text that names another
 * resource: `AWS::EC2::VPC` when `!Ref` gives it, `AWS::IAM::Role.Arn` when `!GetAtt` does; `d` a place in the definitions;
 * `a` a list and `m` a map of what follows.
 */
export type SpecType =
  | 's'
  | 'i'
  | 'n'
  | 'b'
  | 'j'
  | 't'
  | { readonly e: readonly string[] }
  | { readonly l: string }
  | { readonly d: number }
  | { readonly a: SpecType }
  | { readonly m: SpecType };

/** Reads `resources.json`; a file that cannot be used knows no type. */
export function parseResources(text: string): ResourceSpec {
  try {
    const { format, definitions, types, samples = [] } = JSON.parse(text);
    if (format === 1 && Array.isArray(definitions) && Array.isArray(samples) && typeof types === 'object' && types) return { definitions, types, samples };
  } catch {
    // as a file of another format
  }
  return { definitions: [], types: {}, samples: [] };
}

/** Every type there is, in the order of the alphabet. */
export function resourceTypes(spec: ResourceSpec): readonly string[] {
  return Object.keys(spec.types);
}

/**
 * Lines of a snippet that begins a resource of the type, to stand under `Resources:`; none for a type that is not known.
 * What is demanded is there; where nothing is, what one would write first.
 */
export function resourceStarter(spec: ResourceSpec, type: string): readonly string[] {
  const properties = Object.hasOwn(spec.types, type) ? spec.types[type] : undefined;
  if (!properties) return [];
  const [, service = '', resource = ''] = type.split('::');
  const stops = new Stops();
  const lines = [`${stops.placeholder(`My${resource}`)}:`, `  Type: ${type}`];
  if (properties.length > 0) lines.push('  Properties:', ...new Starter(spec, service, resource, stops).properties(properties, '    ', []));
  return [...lines, '$0'];
}

/** Gives tab stops their numbers, in reading order. */
class Stops {
  #next = 1;
  readonly #linked = new Map<string, number>();

  placeholder(text: string): string {
    return `\${${this.#next++}:${text.replace(/[\\$}]/g, '\\$&')}}`;
  }

  choice(values: readonly string[]): string {
    return `\${${this.#next++}|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  }

  /** The same resource named twice is one stop. */
  linked(text: string): string {
    const known = this.#linked.get(text);
    if (known !== undefined) return `\${${known}}`;
    this.#linked.set(text, this.#next);
    return this.placeholder(text);
  }
}

class Starter {
  constructor(
    readonly spec: ResourceSpec,
    readonly service: string,
    readonly resource: string,
    readonly stops: Stops,
  ) {}

  properties(properties: readonly SpecProperty[], indent: string, above: readonly number[]): string[] {
    return properties.flatMap(([name, type]) => this.property(name.replace(/\?$/, ''), type, indent, above));
  }

  /** A value of one line stands behind its name, others below it. */
  property(name: string, type: SpecType, indent: string, above: readonly number[]): string[] {
    const lines = this.value(name, type, `${indent}  `, above);
    return typeof lines === 'string' ? [`${indent}${name}: ${lines}`] : [`${indent}${name}:`, ...lines];
  }

  value(name: string, type: SpecType, indent: string, above: readonly number[]): string | string[] {
    if (typeof type === 'string') return this.plain(name, type, indent);
    if ('e' in type) return this.choice(type.e);
    if ('l' in type) return this.link(type.l);
    if ('d' in type) {
      const properties = this.spec.definitions[type.d] ?? [];
      // a definition within itself has an end
      if (properties.length === 0 || above.includes(type.d)) return '{}';
      return this.properties(properties, indent, [...above, type.d]);
    }
    if ('m' in type) return this.property('Key', type.m, indent, above);
    const element = this.value(name.replace(/(?<!s)s$/, ''), type.a, `${indent}  `, above);
    if (typeof element === 'string') return [`${indent}- ${element}`];
    const [first = '', ...others] = element;
    return [`${indent}- ${first.trimStart()}`, ...others];
  }

  plain(name: string, type: string, indent: string): string | string[] {
    if (type === 'b') return this.stops.choice(['true', 'false']);
    if (type === 'i' || type === 'n') return this.stops.placeholder(this.sample(name, type));
    if (type === 't') return `"${this.stops.placeholder('2027-01-01T00:00:00Z')}"`;
    if (type === 'j') return /Policy|Document$/.test(name) ? this.policy(indent, /Assume|Trust/.test(name)) : '{}';
    return quoted(this.stops, this.sample(name, type));
  }

  sample(name: string, type: string): string {
    const found = this.spec.samples.find(([end, text]) => name.endsWith(end) && (type === 's' || !Number.isNaN(Number(text))));
    if (!found && type !== 's') return '1';
    const words = kebab(name === 'Name' ? this.resource : name.replace(/(?<=.)(?:Name|A(?:rn|RN))$/, ''));
    return found ? found[1].replace('{service}', this.service.toLowerCase()).replace('{name}', words) : `my-${words}`;
  }

  choice(values: readonly string[]): string {
    const distinct = [...new Set(values)];
    const [only = ''] = distinct;
    const needsQuotes = distinct.some((value) => !isPlain(value));
    const text = distinct.length > 1 ? this.stops.choice(needsQuotes ? distinct.map((value) => value.replace(/["\\]/g, '\\$&')) : distinct) : only;
    return needsQuotes ? `"${text}"` : text;
  }

  link(link: string): string {
    const [type = '', attribute] = link.split('.', 1).concat(link.includes('.') ? link.slice(link.indexOf('.') + 1) : []);
    const stop = this.stops.linked(`My${type.split('::').at(-1)}`);
    return attribute ? `!GetAtt ${stop}.${attribute}` : `!Ref ${stop}`;
  }

  policy(indent: string, isTrust: boolean): string[] {
    const lines = ['Version: "2012-10-17"', 'Statement:', '  - Effect: Allow'];
    const service = this.stops.placeholder(isTrust ? 'lambda' : this.service.toLowerCase());
    if (isTrust) lines.push('    Principal:', `      Service: ${service}.amazonaws.com`, '    Action: sts:AssumeRole');
    else lines.push(`    Action: ${service}:${this.stops.placeholder('GetItem')}`, '    Resource: "*"');
    return lines.map((line) => indent + line);
  }
}

function quoted(stops: Stops, text: string): string {
  const stop = stops.placeholder(isPlain(text) ? text : text.replace(/["\\]/g, '\\$&'));
  return isPlain(text) ? stop : `"${stop}"`;
}

/** True for what YAML reads as this very text without quotes. */
function isPlain(text: string): boolean {
  return /^[A-Za-z_/][\w./+=-]*(?::[\w./+=:-]+)*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null|~)$/i.test(text);
}

function kebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
