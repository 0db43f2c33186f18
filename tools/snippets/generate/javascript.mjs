/** Calls in TypeScript, for the AWS SDK for JavaScript v3. */
import { memberTypes, readCalls, segments, singular } from './steps.mjs';
import { isTagged } from './tags.mjs';
import { indent, line } from './text.mjs';

const inlineLength = 72;

export function javascript(section, stops) {
  const { client, steps, operation } = readCalls(section);
  const printer = new Printer(client, stops, section.region ?? 'ap-northeast-2');
  const lines = [
    line(`const client = new ${client.className}({ region: "${printer.region()}" });`, '@client'),
    line(''),
    ...steps.flatMap((step) => printer.step(step)),
  ];
  const names = [client.className, ...printer.names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return {
    lines,
    imports: [`import { ${[...new Set(names)].join(', ')} } from "${client.package}";`, ...printer.imports],
    path: `${operation}Command`,
    source: { package: client.package, version: client.version },
    docs: `https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/${client.name}/command/${operation}Command/`,
  };
}

class Printer {
  names = new Set();
  imports = new Set();

  constructor(client, stops, region) {
    this.client = client;
    this.stops = stops;
    this.defaultRegion = region;
  }

  region() {
    return this.stops.stop('region', [this.defaultRegion]);
  }

  step(step) {
    if (step.kind === 'wait') {
      this.names.add(step.waiter);
      return this.around(
        `await ${step.waiter}({ client, maxWaitTime: ${step.seconds ?? 300} }, `,
        ')',
        this.object(step.input, step.members),
        `@wait${step.wait}`,
        ';',
      );
    }
    const command = `${step.operation}Command`;
    const input = this.object(step.input, step.members);
    if (step.kind === 'presign') {
      this.names.add(command);
      this.imports.add('import { getSignedUrl } from "@aws-sdk/s3-request-presigner";');
      const lines = this.around(`const command = new ${command}(`, ')', input, `@${step.operation}`, ';');
      return [
        ...lines,
        line(`const url = await getSignedUrl(client, command, { expiresIn: ${this.stops.read(step.presign)} });`, 'expiresIn'),
        line('console.log(url);'),
      ];
    }
    if (step.pages) return this.pages(step, input);
    this.names.add(command);
    const call = (before) => this.around(`${before}await client.send(new ${command}(`, '))', input, `@${step.operation}`, ';');
    if (step.kind === 'show') return [...call('const response = '), ...this.loop('response', step.show)];
    if (step.kind === 'each') return [...call(`const ${step.save} = `), ...this.each(step)];
    if (step.print && !step.save) {
      if (/^\w+$/.test(step.print)) return [...call(`const { ${step.print} } = `), line(`console.log(${step.print});`)];
      return [...call('const response = '), line(`console.log(${access('response', step.print)});`)];
    }
    const saved = step.save ? call(`const ${step.save} = `) : call('');
    return step.print ? [...saved, line(`console.log(${access(step.save, step.print)});`)] : saved;
  }

  pages({ operation, show }, input) {
    const paginate = `paginate${operation}`;
    this.names.add(paginate);
    const head = this.around(`for await (const page of ${paginate}({ client }, `, ')) {', input, `@${operation}`, '');
    return [...head, ...indent(this.loop('page', show)), line('}')];
  }

  loop(from, { list, fields }) {
    const parts = segments(list);
    const lines = [];
    let source = from;
    let depth = '';
    for (const { name } of parts) {
      const item = singular(name);
      lines.push(line(`${depth}for (const ${item} of ${source}.${name} ?? []) {`));
      source = item;
      depth += '  ';
    }
    const shown = fields.length ? fields.map((field) => access(source, field)).join(', ') : source;
    lines.push(line(`${depth}console.log(${shown});`));
    while (depth) {
      depth = depth.slice(2);
      lines.push(line(`${depth}}`));
    }
    return lines;
  }

  each({ save, each, inner }) {
    const shown = each.show?.map((field) => access(each.as, field)).join(', ');
    return [
      line(`for (const ${each.as} of ${access(save, each.list)} ?? []) {`),
      ...(shown ? [line(`  console.log(${shown});`, '@each')] : []),
      ...indent(inner.flatMap((step) => this.step(step))),
      line('}'),
    ];
  }

  /** @param {string | import('./text.mjs').Line[]} value */
  around(before, after, value, key, end) {
    if (typeof value === 'string') return [line(`${before}${value}${after}${end}`, key)];
    const [first, ...others] = value;
    const last = others.pop();
    return [{ ...first, text: before + first.text, key }, ...others, { text: `${last.text}${after}${end}` }];
  }

  object(values, members, inList = false) {
    const entries = Object.entries(values);
    if (entries.length === 0) return '{}';
    const printed = entries.map(([key, value]) => {
      const member = members?.get(key);
      if (members && !member) throw new Error(`no member ${key}`);
      return [key, this.value(value, member?.type)];
    });
    return this.joined(
      printed.map(([key, value]) => [/^[A-Za-z_]\w*$/.test(key) ? `${key}: ` : `"${key}": `, value, key]),
      '{',
      '}',
      inList,
    );
  }

  /** On one line where it is short and simple. */
  joined(parts, open, close, isSmall) {
    const space = open === '{' ? ' ' : '';
    const whole = `${open}${space}${parts.map(([name, value]) => name + value).join(', ')}${space}${close}`;
    const isFlat = parts.every(([, value, key]) => typeof value === 'string' && !this.stops.isExplained(key));
    if (isFlat && this.stops.defaults(whole).length <= inlineLength && (isSmall || parts.length <= 2)) return whole;
    return [
      line(open),
      ...indent(
        parts.flatMap(([name, value, key]) => {
          if (typeof value === 'string') return [line(`${name}${value},`, key)];
          const [first, ...others] = value;
          const last = others.pop();
          return [line(name + first.text, key), ...others, { ...last, text: `${last.text},` }];
        }),
      ),
      line(close),
    ];
  }

  value(value, type, inList = false) {
    if (isTagged(value)) return this.tagged(value, inList);
    if (Array.isArray(value))
      return this.joined(
        value.map((one) => ['', this.value(one, type?.element, true)]),
        '[',
        ']',
        true,
      );
    if (typeof value === 'object' && value !== null) {
      if (type && type.kind === 'map') return this.object(value, new Map(Object.keys(value).map((key) => [key, { type: type.element }])), inList);
      return this.object(value, memberTypes(this.client, type), inList);
    }
    const text = this.stops.read(value, type?.values);
    if (type?.kind === 'number' || type?.kind === 'boolean' || (!type && (typeof value !== 'string' || this.stops.isNumber(value)))) return text;
    if (type?.kind === 'time') return `new Date("${text}")`;
    return `"${text.replace(/"/g, '\\"')}"`;
  }

  tagged({ tag, value }, inList) {
    if (tag === 'to') {
      const [, save, path] = /^(\w+)\.(.+)$/.exec(value);
      return access(save, path) + (inList ? ' ?? ""' : '');
    }
    if (tag === 'file') {
      this.imports.add('import { readFile } from "node:fs/promises";');
      return `await readFile("${this.stops.read(value)}")`;
    }
    if (tag === 'json') {
      const object = this.value(value, undefined);
      return typeof object === 'string' ? `JSON.stringify(${object})` : this.around('JSON.stringify(', ')', object, undefined, '');
    }
    if (tag === 'call' && value[0] === 'hoursAgo') return value[1] ? `new Date(Date.now() - ${value[1]} * 60 * 60 * 1000)` : 'new Date()';
    if (tag === 'call' && value[0] === 'unique') return 'new Date().toISOString()';
    throw new Error(`!${tag} means nothing in JavaScript`);
  }
}

/** `Instances[0].InstanceId` of an answer in which nothing need be there. */
function access(from, path) {
  return segments(path).reduce((text, { name, index }, at) => {
    const property = /^[A-Za-z_]\w*$/.test(name) ? `${at ? '?.' : '.'}${name}` : `?.["${name}"]`;
    return text + property + (index ? `?.[${index}]` : '');
  }, from);
}
