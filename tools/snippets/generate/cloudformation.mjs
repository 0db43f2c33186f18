/** CloudFormation: YAML of one or more resources, each property looked up in the specification. */
import { isRef, resources, spec, specSource } from './spec.mjs';
import { isTagged } from './tags.mjs';
import { indent, line } from './text.mjs';

/**
 * @param {Record<string, any>} section resources by logical id; `+Name` is the first one's stop and more
 * @param {import('./text.mjs').Stops} stops
 */
export function cloudformation(section, stops) {
  const names = new Names(Object.entries(section), stops);
  const lines = Object.entries(section).flatMap(([name, { type, props, ...attributes }]) => {
    if (!resources.has(type)) throw new Error(`no type ${type}`);
    const printer = new Printer(names, stops, type);
    return [
      line(`${names.print(name)}:`, name.replace(/^.*\+/, '')),
      line(`  Type: ${type}`, type),
      ...indent(Object.entries(attributes).map(([key, value]) => line(`${key}: ${printer.attribute(value)}`, key))),
      ...(props ? [line('  Properties:'), ...indent(printer.properties(props, resources.get(type).properties, type), '    ')] : []),
    ];
  });
  const [{ type }] = Object.values(section);
  return { lines, imports: [], path: type, source: specSource, docs: docsOf(type) };
}

function docsOf(type) {
  const [, service, resource] = type.toLowerCase().split('::');
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${service}-${resource}.html`;
}

/** The first logical id is a stop, and the others begin with it: `OrderQueue`, `OrderQueueDlq`. */
class Names {
  constructor(entries, stops) {
    this.stops = stops;
    this.types = new Map(entries.map(([name, { type }]) => [name.replace(/^.*\+/, '+'), type]));
    [[this.first]] = entries;
  }

  print(name) {
    if (name === this.first) {
      const [base, suffix = ''] = name.split('+');
      return this.stops.stop('logicalId', [base]) + suffix;
    }
    return this.own(name.replace(/^.*\+/, '+'));
  }

  own(name) {
    return name.startsWith('+') ? this.stops.stop('logicalId') + name.slice(1) : this.stops.stop('logicalId');
  }

  typeOf(name) {
    const type = this.types.get(name);
    if (!type) throw new Error(`no resource ${name}`);
    return type;
  }
}

class Printer {
  constructor(names, stops, type) {
    this.names = names;
    this.stops = stops;
    this.type = type;
  }

  attribute(value) {
    return isTagged(value, 'to') ? this.names.own(value.value) : this.stops.read(value);
  }

  properties(values, model, where) {
    return Object.entries(values).flatMap(([key, value]) => {
      const property = model[key];
      if (!property) throw new Error(`${where} has no ${key}`);
      return this.entry(key, value, property.type, property, `${where}.${key}`);
    });
  }

  entry(key, value, type, property, where) {
    const printed = this.value(value, type, property, where);
    if (typeof printed === 'string') return [line(`${key}: ${printed}`, key)];
    // a text of several lines begins behind the key
    const [first, ...others] = printed;
    if (first.text === '|') return [line(`${key}: |`, key), ...indent(others)];
    return [line(`${key}:`, key), ...indent(printed)];
  }

  /** @returns {string | import('./text.mjs').Line[]} */
  value(value, type, property, where) {
    if (isTagged(value)) return this.tagged(value, property, where);
    if (Array.isArray(value)) return this.list(value, elementOf(type), property, where);
    if (typeof value === 'object' && value !== null) {
      const model = objectOf(type);
      if (model) return this.properties(value, model, where);
      const element = type?.type === 'map' ? type.element : undefined;
      return Object.entries(value).flatMap(([key, one]) => this.entry(/^[\w:-]+$/.test(key) ? key : `"${key}"`, one, element, undefined, where));
    }
    return this.scalar(value, type);
  }

  list(values, element, property, where) {
    return values.flatMap((value) => {
      const printed = this.value(value, element, property, where);
      if (typeof printed === 'string') return [line(`- ${printed}`)];
      const [first, ...others] = printed;
      return [{ ...first, text: `- ${first.text}` }, ...indent(others)];
    });
  }

  scalar(value, type) {
    const kind = type?.type;
    if (kind === 'boolean' && typeof value !== 'boolean' && !/^<\w+(?:=(?:true|false)\|(?:true|false))?>$/.test(value))
      throw new Error(`${value} is not a boolean`);
    const text = this.stops.read(value, kind === 'string' ? type.allowedValues && [...type.allowedValues] : undefined);
    if (typeof value !== 'string' || kind === 'boolean' || kind === 'integer' || kind === 'number') return kind === 'string' ? `"${text}"` : text;
    const plain = this.stops.defaults(text);
    if (kind === undefined && /^\d+$/.test(plain)) return text;
    return isPlain(plain) ? text : `"${text.replace(/"/g, '\\"')}"`;
  }

  tagged({ tag, value }, property, where) {
    if (tag === 'sub') return `!Sub "${this.stops.read(value).replace(/\$\{(\+\w+|=)/g, (_, name) => `\${${this.names.own(name === '=' ? '' : name)}`)}"`;
    if (tag === 'az') return `!Select [${value}, !GetAZs ""]`;
    if (tag === 'code')
      return [
        line('|'),
        ...value
          .trimEnd()
          .split('\n')
          .map((text) => line(this.stops.read(text))),
      ];
    if (tag === 'to') return this.link(value, property, where);
    throw new Error(`${where}: !${tag} means nothing in CloudFormation`);
  }

  /** `!Ref` where the type's identifier is what the property asks for, `!GetAtt` of that attribute elsewhere. */
  link(target, property, where) {
    const [, name, written] = /^([^.]*)(?:\.(.+))?$/.exec(target);
    const type = this.names.typeOf(name.startsWith('+') ? name : this.names.first.replace(/^.*\+/, '+'));
    const asked = property?.relationshipRefs?.find(({ cloudFormationType }) => cloudFormationType === type)?.propertyName;
    const attribute = written ?? asked;
    if (!attribute) throw new Error(`${where}: which attribute of ${type}?`);
    const own = this.names.own(name);
    if (attribute === 'Ref' || isRef(type, attribute)) return `!Ref ${own}`;
    if (!Object.hasOwn(resources.get(type).attributes, attribute)) throw new Error(`${where}: ${type} has no attribute ${attribute}`);
    return `!GetAtt ${own}.${attribute}`;
  }
}

function objectOf(type) {
  if (type?.type === 'ref') return spec.get('typeDefinition', type.reference).properties;
  if (type?.type === 'union') return type.types.map(objectOf).find(Boolean);
  return undefined;
}

function elementOf(type) {
  if (type?.type === 'array') return type.element;
  if (type?.type === 'union') return type.types.map(elementOf).find(Boolean);
  return undefined;
}

/** True for what YAML reads as this very text without quotes. */
function isPlain(text) {
  if (/^(?:y|n|yes|no|on|off|true|false|null|~|)$/i.test(text) || /^[\d.+-]+$/.test(text) || /^\d{4}-\d\d/.test(text)) return false;
  return /^[\w/.](?:[\w ./+=@-]|:(?! |$))*$/.test(text) && !/^\d+[:.]/.test(text);
}
