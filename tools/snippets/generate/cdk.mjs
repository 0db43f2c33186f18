/** CDK in TypeScript: constructs for the constructor of a stack, each property looked up in jsii's description. */
import { cdkSource, findType, membersOf, methodOf, propertiesOf, typeOf } from './jsii.mjs';
import { overlayFile } from './overlay.mjs';
import { isTagged } from './tags.mjs';
import { indent, line } from './text.mjs';

const inlineLength = 72;
const { cdkKept } = overlayFile('choices.yaml');

export function cdk(section, stops) {
  const printer = new Printer(section, stops);
  const lines = Object.entries(section).flatMap(([name, construct]) => printer.construct(name, construct));
  const path = Object.values(section).find(({ class: name, id }) => name && !id?.startsWith('+')).class;
  const type = typeOf(path);
  return { lines, imports: printer.imports(), path: type.fqn, source: cdkSource, docs: `https://docs.aws.amazon.com/cdk/api/v2/docs/${type.fqn}.html` };
}

class Printer {
  #modules = new Set();
  #core = new Set();

  constructor(section, stops) {
    this.stops = stops;
    this.section = section;
    this.first = Object.values(section).find(({ id }) => id && !id.startsWith('+')).id;
    this.used = new Set();
    const text = JSON.stringify(section, (_, value) => (isTagged(value, 'to') ? this.used.add(value.value.split('.')[0]) && value : value));
    for (const [, name] of text.matchAll(/\["(\w+)\.\w+"/g)) this.used.add(name);
  }

  imports() {
    const modules = [...this.#modules].sort().map((module) => `import * as ${aliasOf(module)} from "aws-cdk-lib/${module}";`);
    const core = [...this.#core].sort();
    return [...(core.length ? [`import { ${core.join(', ')} } from "aws-cdk-lib";`] : []), ...modules];
  }

  construct(name, { class: className, from, id, props, calls = [] }) {
    const lines = [];
    if (className) {
      const type = typeOf(className);
      const parameters = (from ? methodOf(type, from) : type.initializer).parameters;
      const printedId = id.startsWith('+') ? this.stops.stop('id', [this.first]) + id.slice(1) : this.stops.stop('id', [this.first]);
      const options = props === undefined ? undefined : this.value(props, parameters[2]?.type, className);
      const before = `${this.used.has(name) || calls.length > 0 ? `const ${name} = ` : ''}${from ? `${this.nameOf(type)}.${from}` : `new ${this.nameOf(type)}`}(this, "${printedId}"`;
      if (parameters[2] && !parameters[2].optional && options === undefined) throw new Error(`${className} demands properties`);
      lines.push(...(options === undefined ? [line(`${before});`, name)] : around(`${before}, `, options, ');', name)));
    }
    for (const [called, ...args] of calls) {
      const [variable, method] = called.includes('.') ? called.split('.') : [name, called];
      const owner = this.section[variable]?.class;
      if (!owner) throw new Error(`no construct ${variable}`);
      const found = methodOf(typeOf(owner), method);
      if (!found || found.docs?.deprecated) throw new Error(`${owner} has no ${method}`);
      lines.push(...this.call(`${variable}.${method}`, args, found.parameters ?? [], ';', `@${method}`));
    }
    return lines;
  }

  /** `sqs.Queue` of a module, `Duration` of the core. */
  nameOf(type) {
    const [, module, name] = /^aws-cdk-lib\.(?:(\w+)\.)?(\w+)$/.exec(type.fqn);
    if (!module) {
      this.#core.add(name);
      return name;
    }
    const file = module.replaceAll('_', '-');
    this.#modules.add(file);
    return `${aliasOf(file)}.${name}`;
  }

  call(callee, args, parameters, end, key) {
    if (args.length < parameters.filter(({ optional, variadic }) => !optional && !variadic).length)
      throw new Error(`${callee} demands ${parameters.map(({ name }) => name)}`);
    const printed = args.map((arg, at) => this.value(arg, (parameters[at] ?? parameters.at(-1))?.type, callee));
    const last = printed.at(-1) ?? '';
    const before = printed.slice(0, -1);
    if (before.some((one) => typeof one !== 'string')) throw new Error(`${callee}: only the last argument may take lines`);
    return around(`${callee}(${before.map((one) => `${one}, `).join('')}`, last, `)${end}`, key);
  }

  /** @returns {string | import('./text.mjs').Line[]} */
  value(value, type, where) {
    if (isTagged(value)) return this.tagged(value, type, where);
    const wanted = named(type);
    if (Array.isArray(value)) {
      const element = type?.collection?.elementtype ?? type?.union?.types.find(({ collection }) => collection)?.collection.elementtype;
      return this.joined(
        value.map((one) => ['', this.value(one, element, where)]),
        '[',
        ']',
      );
    }
    if (typeof value === 'object' && value !== null) return this.object(value, type, wanted, where);
    if (wanted && wanted.kind !== 'interface') {
      const members = membersOf(wanted);
      if (members.length > 0) {
        const kept = cdkKept[wanted.fqn];
        const offered = kept ? members.filter((name) => new RegExp(`^(?:${kept})$`).test(name)) : members;
        return `${this.nameOf(wanted)}.${this.stops.read(value, String(value).includes('*') ? offered : members)}`;
      }
    }
    // the id of a construct within the first one's name
    if (/^\+\w+$/.test(value)) return `"${this.stops.stop('id', [this.first])}${value.slice(1)}"`;
    const text = this.stops.read(value);
    const primitive = type?.primitive ?? type?.union?.types.find((one) => one.primitive)?.primitive;
    if (primitive === 'number' || primitive === 'boolean' || (primitive !== 'string' && typeof value !== 'string')) {
      if (primitive === 'boolean' && !/^(?:true|false)$/.test(this.stops.defaults(text))) throw new Error(`${where}: ${value} is no boolean`);
      return text;
    }
    if (!primitive && wanted && type.fqn) throw new Error(`${where}: ${value} is no ${type.fqn}`);
    return `"${text.replace(/"/g, '\\"')}"`;
  }

  object(value, type, wanted, where) {
    if (type?.collection || type?.primitive === 'json' || type?.primitive === 'any') {
      const element = type.collection?.elementtype;
      return this.joined(
        Object.entries(value).map(([key, one]) => [`${quoteKey(key)}: `, this.value(one, element, where), key]),
        '{',
        '}',
      );
    }
    if (!wanted) throw new Error(`${where}: what is ${JSON.stringify(value)}?`);
    const properties = propertiesOf(wanted);
    for (const [name, { optional }] of properties) if (!optional && !Object.hasOwn(value, name)) throw new Error(`${where}: ${wanted.fqn} demands ${name}`);
    const parts = Object.entries(value).map(([key, one]) => {
      const property = properties.get(key);
      if (!property) throw new Error(`${wanted.fqn} has no ${key}`);
      if (property.docs?.deprecated) throw new Error(`${wanted.fqn}.${key} is deprecated`);
      return [`${key}: `, this.value(one, property.type, `${where}.${key}`), key];
    });
    return this.joined(parts, '{', '}');
  }

  joined(parts, open, close) {
    if (parts.length === 0) return open + close;
    const space = open === '{' ? ' ' : '';
    const short = parts.map(([name, value, key]) => (name === `${key}: ` && value === key ? value : name + value));
    const whole = `${open}${space}${short.join(', ')}${space}${close}`;
    if (
      parts.every(([, value, key]) => typeof value === 'string' && !this.stops.isExplained(key)) &&
      (open === '[' || parts.length <= 2) &&
      this.stops.defaults(whole).length <= inlineLength
    )
      return whole;
    const lines = parts.flatMap(([name, value, key], at) => (typeof value === 'string' ? [line(`${short[at]},`, key)] : around(name, value, ',', key)));
    return [line(open), ...indent(lines), line(close)];
  }

  tagged({ tag, value }, type, where) {
    if (tag === 'to') {
      const [name, ...path] = value.split('.');
      if (!this.section[name]) throw new Error(`${where}: no construct ${name}`);
      return [name, ...path].join('.');
    }
    if (tag === 'member') {
      const [, owner, member] = /^(.+)\.(\w+)$/.exec(value);
      const found = typeOf(owner);
      const property = found.properties?.find((one) => one.name === member && one.static) ?? found.members?.find((one) => one.name === member);
      if (!property || property.docs?.deprecated) throw new Error(`${where}: no ${value}`);
      return `${this.nameOf(found)}.${member}`;
    }
    if (tag === 'call') {
      const [called, ...args] = value;
      const [, owner, method] = /^(.+)\.(\w+)$/.exec(called);
      const found = typeOf(owner);
      const declared = methodOf(found, method);
      if (!declared?.static || declared.docs?.deprecated) throw new Error(`${where}: no ${called}`);
      return unlined(this.call(`${this.nameOf(found)}.${method}`, args, declared.parameters ?? [], ''));
    }
    if (tag === 'new') {
      const [name, ...args] = value;
      const found = typeOf(name);
      return unlined(this.call(`new ${this.nameOf(found)}`, args, found.initializer?.parameters ?? [], ''));
    }
    if (tag === 'code') return `\`${this.stops.read(value).trim()}\``;
    throw new Error(`${where}: !${tag} means nothing in the CDK (${type?.fqn})`);
  }
}

function named(type) {
  const names = type?.fqn ? [type.fqn] : (type?.union?.types.map(({ fqn }) => fqn).filter(Boolean) ?? []);
  return names
    .filter((name) => name !== 'aws-cdk-lib.IResolvable')
    .map(findType)
    .find(Boolean);
}

function around(before, value, after, key) {
  if (typeof value === 'string') return [line(before + value + after, key)];
  const last = value.at(-1);
  return [{ ...line(before + value[0].text, key) }, ...value.slice(1, -1), { ...last, text: last.text + after }];
}

function unlined(lines) {
  return lines.length === 1 ? lines[0].text : lines;
}

function quoteKey(key) {
  return /^[A-Za-z_]\w*$/.test(key) ? key : `"${key}"`;
}

/** As the CDK's own examples name them: `s3`, `elbv2`. */
function aliasOf(module) {
  return (
    {
      'aws-elasticloadbalancingv2': 'elbv2',
      'aws-cloudwatch-actions': 'actions',
      'aws-sns-subscriptions': 'subscriptions',
      'aws-lambda-event-sources': 'sources',
      'aws-cloudfront-origins': 'origins',
      'aws-route53-targets': 'targets',
      'aws-events-targets': 'targets',
      'aws-elasticloadbalancingv2-targets': 'targets',
    }[module] ?? module.replace('aws-', '').replaceAll('-', '_')
  );
}
