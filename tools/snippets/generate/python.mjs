/** Calls in Python, for boto3. */

import { overlayFile } from './overlay.mjs';
import { botocoreName, memberTypes, readCalls, segments, singular } from './steps.mjs';
import { isTagged } from './tags.mjs';
import { indent, line } from './text.mjs';

const inlineLength = 72;
const { services } = overlayFile('commands.yaml');

export function python(section, stops) {
  const { client, steps, operation } = readCalls(section);
  const printer = new Printer(client, stops);
  const name = services[client.name].boto3;
  const region = stops.stop('region', [section.region ?? 'ap-northeast-2']);
  const lines = [line(`client = boto3.client("${name}", region_name="${region}")`, '@client'), line(''), ...steps.flatMap((step) => printer.step(step))];
  return {
    lines,
    imports: [...[...printer.imports].sort(), 'import boto3'],
    path: operation,
    source: { package: client.package, version: client.version },
    docs: `https://docs.aws.amazon.com/boto3/latest/reference/services/${name}/client/${botocoreName(operation)}.html`,
  };
}

class Printer {
  imports = new Set();

  constructor(client, stops) {
    this.client = client;
    this.stops = stops;
  }

  step(step) {
    const input = this.parts(step.input, step.members, '=');
    const key = `@${step.operation}`;
    if (step.kind === 'wait') return this.call(`client.get_waiter("${botocoreName(step.wait)}").wait`, input, `@wait${step.wait}`);
    if (step.kind === 'presign') {
      const params = this.value(step.input, { kind: 'object', structure: this.client.operation(step.operation).input });
      const parts = [
        ['', `"${botocoreName(step.operation)}"`],
        ['Params=', params],
        ['ExpiresIn=', this.stops.read(step.presign), 'expiresIn'],
      ];
      return [...this.call('url = client.generate_presigned_url', parts, key), line('print(url)')];
    }
    const method = `client.${botocoreName(step.operation)}`;
    if (step.pages) {
      const lines = this.call(`pages = client.get_paginator("${botocoreName(step.operation)}").paginate`, input, key);
      return [...lines, line('for page in pages:'), ...indent(this.loop('page', step.show), '    ')];
    }
    if (step.kind === 'show') return [...this.call(`response = ${method}`, input, key), ...this.loop('response', step.show)];
    if (step.kind === 'each') {
      const { each, save, inner } = step;
      return [
        ...this.call(`${snake(save)} = ${method}`, input, key),
        line(`for ${snake(each.as)} in ${snake(save)}.get("${each.list}", []):`),
        ...(each.show ? [line(`    print(${each.show.map((field) => access(each.as, field)).join(', ')})`, '@each')] : []),
        ...indent(
          inner.flatMap((one) => this.step(one)),
          '    ',
        ),
      ];
    }
    const name = step.save ?? (step.print ? 'response' : undefined);
    const lines = this.call(`${name ? `${snake(name)} = ` : ''}${method}`, input, key);
    return step.print ? [...lines, line(`print(${access(name, step.print)})`)] : lines;
  }

  loop(from, { list, fields }) {
    let source = from;
    let depth = '';
    const lines = segments(list).map(({ name }) => {
      const item = snake(singular(name));
      const text = `${depth}for ${item} in ${source}.get("${name}", []):`;
      source = item;
      depth += '    ';
      return line(text);
    });
    const shown = fields.length ? fields.map((field) => lenient(source, field)).join(', ') : source;
    return [...lines, line(`${depth}print(${shown})`)];
  }

  call(callee, parts, key) {
    const value = this.joined(parts, '(', ')');
    if (typeof value === 'string') return [line(callee + value, key)];
    const [first, ...others] = value;
    return [line(callee + first.text, key), ...others];
  }

  parts(values, members, separator) {
    return Object.entries(values).map(([key, value]) => {
      const member = members?.get(key);
      if (members && !member) throw new Error(`no member ${key}`);
      return [separator === '=' ? `${key}=` : `"${key}": `, this.value(value, member?.type), key];
    });
  }

  joined(parts, open, close) {
    const whole = `${open}${parts.map(([name, value]) => name + value).join(', ')}${close}`;
    const isFlat = parts.every(([, value, key]) => typeof value === 'string' && !this.stops.isExplained(key));
    const isShort = parts.length <= 2 || open === '[';
    if (isFlat && isShort && this.stops.defaults(whole).length <= inlineLength) return whole;
    const entries = parts.flatMap(([name, value, key]) => {
      if (typeof value === 'string') return [line(`${name}${value},`, key)];
      const [first, ...others] = value;
      const last = others.pop();
      return [line(name + first.text, key), ...others, { ...last, text: `${last.text},` }];
    });
    return [line(open), ...indent(entries, '    '), line(close)];
  }

  value(value, type) {
    if (isTagged(value)) return this.tagged(value);
    if (Array.isArray(value))
      return this.joined(
        value.map((one) => ['', this.value(one, type?.element)]),
        '[',
        ']',
      );
    if (typeof value === 'object' && value !== null) {
      const members = type?.kind === 'map' ? new Map(Object.keys(value).map((key) => [key, { type: type.element }])) : memberTypes(this.client, type);
      return Object.keys(value).length ? this.joined(this.parts(value, members, ':'), '{', '}') : '{}';
    }
    if (type?.kind === 'boolean' && typeof value !== 'boolean') return this.stops.read(value, undefined, (word) => (word === 'true' ? 'True' : 'False'));
    const text = this.stops.read(value, type?.values);
    if (typeof value === 'boolean') return type?.kind === 'string' ? `"${value}"` : value ? 'True' : 'False';
    if (type?.kind === 'number' || (!type && (typeof value !== 'string' || this.stops.isNumber(value)))) return text;
    return `"${text.replace(/"/g, '\\"')}"`;
  }

  tagged({ tag, value }) {
    if (tag === 'to') {
      const [, save, path] = /^(\w+)\.(.+)$/.exec(value);
      return access(save, path);
    }
    if (tag === 'file') {
      this.imports.add('from pathlib import Path');
      return `Path("${this.stops.read(value)}").read_bytes()`;
    }
    if (tag === 'json') {
      this.imports.add('import json');
      const object = this.value(value, undefined);
      if (typeof object === 'string') return `json.dumps(${object})`;
      const [first, ...others] = object;
      const last = others.pop();
      return [{ ...first, text: `json.dumps(${first.text}` }, ...others, { text: `${last.text})` }];
    }
    if (tag === 'call' && value[0] === 'hoursAgo') {
      this.imports.add('from datetime import datetime, timedelta, timezone');
      return value[1] ? `datetime.now(timezone.utc) - timedelta(hours=${value[1]})` : 'datetime.now(timezone.utc)';
    }
    if (tag === 'call' && value[0] === 'unique') {
      this.imports.add('import uuid');
      return 'str(uuid.uuid4())';
    }
    throw new Error(`!${tag} means nothing in Python`);
  }
}

function access(from, path) {
  return segments(path).reduce((text, { name, index }) => `${text}["${name}"]${index ? `[${index}]` : ''}`, snake(from));
}

/** What need not be there is printed as None. */
function lenient(from, path) {
  const parts = segments(path);
  return parts.reduce((text, { name }, at) => `${text}.get("${name}"${at < parts.length - 1 ? ', {}' : ''})`, from);
}

function snake(name) {
  return botocoreName(name);
}
