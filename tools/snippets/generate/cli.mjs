/** Calls as commands of the AWS CLI, for a POSIX shell. */
import { overlayFile } from './overlay.mjs';
import { botocoreName, memberTypes, readCalls, segments } from './steps.mjs';
import { isTagged } from './tags.mjs';
import { indent, line } from './text.mjs';

const inlineLength = 76;
/** Around what the shell fills in within single quotes. */
const begin = '\u0001';
const end = '\u0002';
const { services, operations } = overlayFile('commands.yaml');

export function cli(section, stops) {
  const { client, steps, operation } = readCalls(section.cli ? { ...section, steps: section.cli } : section);
  const command = services[client.name].cli;
  const printer = new Printer(client, command, stops, section.region ?? 'ap-northeast-2');
  return {
    lines: steps.flatMap((step) => printer.step(step)),
    imports: [],
    path: operation,
    source: { package: client.package, version: client.version },
    docs: `https://docs.aws.amazon.com/cli/latest/reference/${command}/${botocoreName(operation, '-')}.html`,
  };
}

class Printer {
  constructor(client, command, stops, region) {
    this.client = client;
    this.command = command;
    this.stops = stops;
    stops.stop('region', [region]);
  }

  step(step) {
    if (step.kind === 'presign') {
      const { Bucket, Key } = step.input;
      return this.command_(
        ['aws s3 presign', `"s3://${this.stops.read(Bucket)}/${this.stops.read(Key)}"`],
        [['--expires-in', this.stops.read(step.presign)]],
        ['@presign', 'expiresIn'],
      );
    }
    const verb =
      step.kind === 'wait' ? `wait ${botocoreName(step.wait, '-')}` : (services[this.client.name].verbs?.[step.operation] ?? botocoreName(step.operation, '-'));
    const known = operations[`${this.client.name}.${step.operation}`] ?? {};
    const options = Object.entries(step.input).flatMap(([key, value]) => {
      const member = step.members.get(key);
      if (!member) throw new Error(`no member ${key}`);
      if (known.leaveOut?.includes(key)) return [];
      if (known.hoist?.[key]) return [this.option(known.hoist[key], Object.values(value)[0], { kind: 'blob' })];
      return [this.option(known.names?.[key] ?? `--${botocoreName(key, '-')}`, value, member.type, known.paths?.includes(key))];
    });
    if (known.outfile) options.unshift([known.outfile, '']);
    const head = [`aws ${this.command} ${verb}`];
    const keys = [step.kind === 'wait' ? `@wait${step.wait}` : `@${step.operation}`, ...keysOf(step.input)];
    const [used, ...others] = step.used ?? [];
    if (others.length > 0) throw new Error(`two places of ${step.save} in a shell`);
    if (used) {
      const lines = this.command_([`${variable(step.save, used)}=$(${head[0]}`], [...options, ['--query', query(used)], ['--output', 'text']], keys);
      lines[lines.length - 1] = { ...lines.at(-1), text: `${lines.at(-1).text})` };
      return step.print ? [...lines, line(`echo "$${variable(step.save, used)}"`)] : lines;
    }
    if (step.show) {
      const fields = step.show.fields.length ? `.[${step.show.fields.map((field) => query(field)).join(',')}]` : '';
      const list = segments(step.show.list)
        .map(({ name }) => `${quoteQuery(name)}[]`)
        .join('.');
      options.push(['--query', `"${list}${fields}"`], ['--output', 'table']);
    } else if (step.print) options.push(['--query', query(step.print)], ['--output', 'text']);
    return this.command_(head, options, keys);
  }

  /** Options stand below the command, each on a line, when there is more than one. */
  command_(head, options, keys) {
    const region = ['--region', this.stops.stop('region')];
    const all = [...options, region].map(([name, value]) =>
      typeof value === 'string' ? [line(value === '' ? name : `${name} ${value}`)] : [line(`${name} ${value[0].text}`), ...value.slice(1)],
    );
    const text = `${head.join(' ')} ${all.map(([one]) => one.text).join(' ')}`;
    if (all.every((lines) => lines.length === 1) && this.stops.defaults(text).length <= inlineLength) return [{ text, keys }];
    const lines = [{ text: head.join(' '), keys }, ...all.flatMap((option) => indent(option)).map(({ text }) => ({ text }))];
    // a line that ends within quotes goes on without a backslash
    const ends = [0, ...all.map((option) => option.length)];
    let at = -1;
    for (const length of ends.map((length, index) => (index === 0 ? 1 : length))) {
      at += length;
      if (at < lines.length - 1) lines[at] = { ...lines[at], text: `${lines[at].text} \\` };
    }
    return lines;
  }

  option(name, value, type, isPath) {
    const [option, printed] = this.printed(name, value, type, isPath);
    const shell = (text) => text.replaceAll(begin, `'"`).replaceAll(end, `"'`);
    return [option, typeof printed === 'string' ? shell(printed) : printed.map(({ text }) => ({ text: shell(text) }))];
  }

  printed(name, value, type, isPath) {
    if (type.kind === 'boolean') return typeof value === 'boolean' ? [value ? name : name.replace('--', '--no-'), ''] : [`--${this.stops.read(value)}`, ''];
    if (isTagged(value, 'file')) return [name, isPath ? this.word(this.stops.read(value.value)) : `fileb://${this.stops.read(value.value)}`];
    if (isTagged(value, 'json') && type.kind === 'blob') return [name, `fileb://${this.stops.stop('payloadFile', ['payload.json'])}`];
    if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || isTagged(one, 'to'))) {
      return [name, value.map((one) => this.scalar(one, type.element)).join(' ')];
    }
    if (typeof value !== 'object' || (isTagged(value) && !isTagged(value, 'json'))) return [name, this.scalar(value, type)];
    const json = this.json(isTagged(value, 'json') ? value.value : value, isTagged(value, 'json') ? undefined : type);
    const flat = flatten(json);
    if (this.stops.defaults(flat).length <= inlineLength) return [name, `'${flat}'`];
    const [first, ...others] = json;
    return [name, [{ ...first, text: `'${first.text}` }, ...others.slice(0, -1), { text: `${others.at(-1).text}'` }]];
  }

  scalar(value, type) {
    if (isTagged(value, 'to')) return `"$${variableOf(value.value)}"`;
    if (isTagged(value, 'call')) return this.call(value.value);
    return this.word(this.stops.read(value, type?.values));
  }

  call([name, hours]) {
    if (name === 'hoursAgo') return hours ? `"$(date -u -d '${hours} hours ago' +%Y-%m-%dT%H:%M:%SZ)"` : '"$(date -u +%Y-%m-%dT%H:%M:%SZ)"';
    if (name === 'unique') return '"$(date +%s)"';
    throw new Error(`!call ${name} means nothing in a shell`);
  }

  word(text) {
    return /^[\w./:@%+=,-]*$/.test(this.stops.defaults(text)) ? text : `"${text.replace(/["`]/g, '\\$&')}"`;
  }

  /** @returns {import('./text.mjs').Line[]} JSON within single quotes, in lines */
  json(value, type) {
    if (isTagged(value, 'to')) return [line(`"${begin}$${variableOf(value.value)}${end}"`)];
    if (isTagged(value, 'call')) return [line(`"${begin}${this.call(value.value).slice(1, -1)}${end}"`)];
    if (isTagged(value, 'json')) {
      // JSON as a text within JSON
      return [line(`"${flatten(this.json(value.value, undefined)).replace(/"/g, '\\"')}"`)];
    }
    if (Array.isArray(value))
      return this.wrap(
        value.map((one) => this.json(one, type?.element)),
        '[',
        ']',
      );
    if (typeof value === 'object' && value !== null) {
      const members = type?.kind === 'map' ? undefined : memberTypes(this.client, type);
      const entries = Object.entries(value).map(([key, one]) => {
        if (members && !members.has(key)) throw new Error(`no member ${key}`);
        const [first, ...others] = this.json(one, type?.kind === 'map' ? type.element : members?.get(key)?.type);
        return [line(`"${key}": ${first.text}`), ...others];
      });
      return this.wrap(entries, '{', '}');
    }
    if (isTagged(value)) throw new Error(`!${value.tag} means nothing in JSON`);
    const text = this.stops.read(value, type?.values);
    if (type ? type.kind === 'number' || type.kind === 'boolean' : typeof value !== 'string' || this.stops.isNumber(value)) return [line(text)];
    return [line(`"${text}"`)];
  }

  wrap(entries, open, close) {
    if (entries.length === 0) return [line(open + close)];
    const inner = entries.flatMap((entry, at) => {
      const last = entry.at(-1);
      return [...entry.slice(0, -1), at < entries.length - 1 ? { ...last, text: `${last.text},` } : last];
    });
    const whole = flatten([line(open), ...inner, line(close)]);
    if (inner.length <= 3 && this.stops.defaults(whole).length <= 60) return [line(whole)];
    return [line(open), ...indent(inner), line(close)];
  }
}

function flatten(lines) {
  return lines
    .map(({ text }) => text.trim())
    .join(' ')
    .replace(/([[{]) /g, '$1')
    .replace(/ ([\]}])/g, '$1')
    .replace(/": /g, '":')
    .replace(/, (?=["{[\d])/g, ',');
}

/** All keys within a value: what explains one of them stands above the command, as nothing may stand within it. */
function keysOf(value) {
  if (isTagged(value)) return keysOf(value.value);
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...keysOf(one)]);
}

function query(path) {
  return segments(path)
    .map(({ name, index }) => quoteQuery(name) + (index === undefined ? '' : `[${index}]`))
    .join('.');
}

function quoteQuery(name) {
  return name;
}

function variable(save, path) {
  return `${botocoreName(save)}_${botocoreName(segments(path).at(-1).name)}`.toUpperCase().replace(/^(\w+)_\1(_|$)/, '$1$2');
}

function variableOf(value) {
  const [, save, path] = /^(\w+)\.(.+)$/.exec(value);
  return variable(save, path);
}
