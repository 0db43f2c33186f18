/** Terraform: HCL as `terraform fmt` would leave it, each argument looked up in the committed extract of the provider's schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolRoot } from './sources.mjs';
import { isTagged } from './tags.mjs';
import { indent, line } from './text.mjs';

/** The form of the file is told in `extractTerraform.mjs`, which writes it. */
export const schema = JSON.parse(readFileSync(join(toolRoot, 'extract', 'terraform.json'), 'utf8'));
const source = { package: schema.provider, version: schema.version };

export function terraform(section, stops) {
  const entries = Object.entries(section);
  const first = entries.find(([address]) => !address.includes('+'))?.[0] ?? entries[0][0];
  const printer = new Printer(stops, first);
  const lines = entries.flatMap(([address, values], at) => [...(at ? [line('')] : []), ...printer.block(address, values)]);
  const type = entries.find(([address]) => !address.startsWith('data.'))[0].split('.')[0];
  return {
    lines,
    imports: [],
    path: type,
    source,
    docs: `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${type.replace('aws_', '')}`,
  };
}

class Printer {
  constructor(stops, first) {
    this.stops = stops;
    [, this.label] = /\.([^.]+)$/.exec(first);
    this.isLabelKnown = false;
  }

  /** `orders` is a stop; `+` is the same once more, `+dlq` is that and more. */
  labelOf(label) {
    if (label === this.label || label.startsWith('+')) return this.stops.stop('label', [this.label]) + label.replace(/^[^+]*\+?/, '').replace(/^(?=.)/, '_');
    return label;
  }

  block(address, values) {
    const isData = address.startsWith('data.');
    const [type, label] = address.replace(/^data\./, '').split('.');
    const model = (isData ? schema.data : schema.resources)[type];
    if (!model) throw new Error(`the schema knows no ${address}`);
    return [line(`${isData ? 'data' : 'resource'} "${type}" "${this.labelOf(label)}" {`, type), ...indent(this.arguments(values, model, type)), line('}')];
  }

  /** Equals signs of neighbouring lines stand below one another, nested blocks apart. */
  arguments(values, model, where) {
    const parts = Object.entries(values ?? {}).map(([key, value]) => {
      if (key === 'depends_on' || key === 'lifecycle') return this.meta(key, value);
      const nested = model.blocks?.[key];
      if (nested) return { key, block: (Array.isArray(value) ? value : [value]).map((one) => this.arguments(one, nested, `${where}.${key}`)) };
      const type = model.args?.[key];
      if (!type) throw new Error(`${where} has no ${key}`);
      return { key, value: this.value(value, type, `${where}.${key}`) };
    });
    for (const name of model.required ?? []) if (!Object.hasOwn(values ?? {}, name)) throw new Error(`${where} demands ${name}`);
    return this.aligned(parts);
  }

  meta(key, value) {
    if (key === 'lifecycle') return { key, block: [Object.entries(value).map(([name, one]) => line(`${name} = ${one}`, name))] };
    return { key, value: `[${value.map((one) => this.reference(one)).join(', ')}]` };
  }

  aligned(parts) {
    const lines = [];
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at];
      if (part.block) {
        for (const inner of part.block) {
          if (lines.length > 0) lines.push(line(''));
          lines.push(...(inner.length ? [line(`${part.key} {`, part.key), ...indent(inner), line('}')] : [line(`${part.key} {}`, part.key)]));
        }
        continue;
      }
      if (at > 0 && parts[at - 1].block) lines.push(line(''));
      const width = this.widthAt(parts, at);
      const before = `${this.pad(part.key, width)} = `;
      if (typeof part.value === 'string') lines.push(line(before + part.value, part.plain ?? part.key));
      else lines.push({ ...part.value[0], text: before + part.value[0].text, key: part.plain ?? part.key }, ...part.value.slice(1));
    }
    return lines;
  }

  /** A value of several lines ends a run of aligned lines, and is a run with those before it only when it is one line. */
  widthAt(parts, at) {
    const isSimple = (part) => part && !part.block && typeof part.value === 'string';
    if (!isSimple(parts[at])) return 0;
    let from = at;
    let to = at;
    while (isSimple(parts[from - 1])) from--;
    while (isSimple(parts[to + 1])) to++;
    return Math.max(...parts.slice(from, to + 1).map(({ key }) => this.stops.defaults(key).length));
  }

  pad(key, width) {
    return key + ' '.repeat(Math.max(0, width - this.stops.defaults(key).length));
  }

  value(value, type, where) {
    if (isTagged(value, 'to')) return this.reference(value);
    if (isTagged(value, 'json')) return this.wrapped('jsonencode(', this.object(value.value), ')');
    if (isTagged(value, 'file')) return `filebase64sha256("${this.stops.read(value.value)}")`;
    if (isTagged(value, 'code'))
      return [
        line('<<-EOT'),
        ...value.value
          .trimEnd()
          .split('\n')
          .map((text) => line(`  ${text}`)),
        line('EOT'),
      ];
    if (isTagged(value, 'call')) return this.wrapped(`${value.value[0]}(`, this.value(value.value[1], 'string', where), ')');
    if (isTagged(value)) throw new Error(`${where}: !${value.tag} means nothing in HCL`);
    if (Array.isArray(value)) return this.list(value, (one) => this.value(one, elementOf(type), where));
    if (typeof value === 'object' && value !== null) return this.object(value);
    return this.scalar(value, type);
  }

  scalar(value, type) {
    const text = this.stops.read(value);
    if (type === 'string' || (type !== 'number' && type !== 'bool' && typeof value === 'string' && !this.stops.isNumber(value)))
      return `"${text.replace(/"/g, '\\"')}"`;
    return text;
  }

  list(values, print) {
    const printed = values.map(print);
    if (printed.every((one) => typeof one === 'string')) return `[${printed.join(', ')}]`;
    const lines = printed.flatMap((one) =>
      typeof one === 'string' ? [line(`${one},`)] : [...one.slice(0, -1), { ...one.at(-1), text: `${one.at(-1).text},` }],
    );
    return [line('['), ...indent(lines), line(']')];
  }

  object(value) {
    if (Array.isArray(value)) return this.list(value, (one) => this.free(one));
    const parts = Object.entries(value).map(([key, one]) => ({ key: /^[A-Za-z_][\w-]*$/.test(key) ? key : `"${key}"`, plain: key, value: this.free(one) }));
    const whole = `{ ${parts.map(({ key, value: one }) => `${key} = ${one}`).join(', ')} }`;
    if (
      parts.every(({ value: one }) => typeof one === 'string') &&
      parts.length <= 2 &&
      !parts.some(({ plain }) => this.stops.isExplained(plain)) &&
      this.stops.defaults(whole).length < 60
    )
      return whole;
    return [line('{'), ...indent(this.aligned(parts)), line('}')];
  }

  free(value) {
    if (typeof value === 'object' && value !== null && !isTagged(value)) return this.object(value);
    return isTagged(value)
      ? this.value(value, 'string', '')
      : this.scalar(value, typeof value === 'string' && !this.stops.isNumber(value) ? 'string' : 'number');
  }

  wrapped(before, value, after) {
    if (typeof value === 'string') return before + value + after;
    const last = value.at(-1);
    return [{ ...value[0], text: before + value[0].text }, ...value.slice(1, -1), { ...last, text: last.text + after }];
  }

  /** `aws_sqs_queue.+dlq.arn`, also within a text: `${aws_s3_bucket.+.arn}/*`. */
  reference({ value }) {
    const address = (text) =>
      text.replace(/^((?:data\.)?aws_\w+)\.(\+?\w*)/, (_, type, label) => {
        const known = type.startsWith('data.') ? schema.data[type.slice(5)] : schema.resources[type];
        if (!known) throw new Error(`no ${type}`);
        return `${type}.${this.labelOf(label)}`;
      });
    if (!value.includes('${')) return address(value);
    return `"${this.stops.read(value.replace(/\$\{([^}]+)\}/g, (_, inner) => `\${${address(inner)}}`))}"`;
  }
}

function elementOf(type) {
  return /^(?:list|set|map)\((.+)\)$/.exec(type)?.[1] ?? type;
}
