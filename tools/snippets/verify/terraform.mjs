/** Terraform snippets: parsed as HCL and held against the committed schema; with Terraform itself where it is on the machine. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { schema } from '../generate/terraform.mjs';
import { inTerraform } from './terraformTool.mjs';

/** @returns {Promise<{ checked: number, failures: string[], problems: Map<string, string> }>} */
export async function checkNames(variants) {
  const problems = new Map();
  for (const { id, text } of variants) {
    const problem = await problemOf(text);
    if (problem) problems.set(id, problem);
  }
  return { checked: variants.length, failures: [...problems].map(([id, message]) => `${id}: ${message}`), problems };
}

async function problemOf(text) {
  let file;
  try {
    file = await parse('main.tf', text);
  } catch (error) {
    return String(error.message ?? error).split('\n')[0];
  }
  const declared = new Set();
  for (const [kind, blocks] of [
    ['', file.resource],
    ['data.', file.data],
  ]) {
    for (const [type, labels] of Object.entries(blocks ?? {})) for (const label of Object.keys(labels)) declared.add(`${kind}${type}.${label}`);
  }
  for (const [known, blocks] of [
    [schema.resources, file.resource],
    [schema.data, file.data],
  ]) {
    for (const [type, labels] of Object.entries(blocks ?? {})) {
      if (!known[type]) return `no ${type}`;
      for (const [block] of Object.values(labels)) {
        const problem = blockProblem(block, known[type], type);
        if (problem) return problem;
      }
    }
  }
  for (const [, address, attribute] of text.matchAll(/(?<![\w".])((?:data\.)?aws_\w+\.\w+)\.(\w+)/g)) {
    if (!declared.has(address)) return `${address} is not declared`;
    const [type] = address.replace('data.', '').split('.');
    const model = (address.startsWith('data.') ? schema.data : schema.resources)[type];
    if (!model.args[attribute] && !model.computed?.includes(attribute) && !model.blocks?.[attribute]) return `${type} has no ${attribute}`;
  }
  return undefined;
}

function blockProblem(block, model, where) {
  for (const name of model.required ?? []) if (!(name in block)) return `${where} lacks ${name}`;
  for (const [name, value] of Object.entries(block)) {
    if (name === 'depends_on' || name === 'lifecycle') continue;
    const nested = model.blocks?.[name];
    const type = model.args[name];
    if (!nested && !type) return `${where} has no ${name}`;
    if (nested) {
      const values = Array.isArray(value) ? value : [value];
      for (const one of values) {
        const problem = typeof one === 'object' ? blockProblem(one, nested, `${where}.${name}`) : `${where}.${name} is a block`;
        if (problem) return problem;
      }
    } else if (!fits(value, type)) return `${where}.${name} is no ${type}`;
  }
  return undefined;
}

function fits(value, type) {
  if (typeof value === 'string' && value.includes('${')) return true;
  if (type === 'bool') return typeof value === 'boolean';
  if (type === 'number') return typeof value === 'number';
  if (type === 'string') return typeof value === 'string';
  if (/^(?:list|set)/.test(type)) return Array.isArray(value);
  return true;
}

/** Terraform's own validation and its formatter, all variants as modules of one run. */
export async function checkTerraform(variants) {
  return inTerraform(async (run, version, folder) => {
    const problems = new Map();
    // modules of one configuration, a hundred at a time
    for (let from = 0; from < variants.length; from += 100) {
      const some = variants.slice(from, from + 100);
      await Promise.all(
        some.map(async ({ text }, at) => {
          await mkdir(join(folder, `m${at}`), { recursive: true });
          await writeFile(join(folder, `m${at}`, 'main.tf'), `${text.trimEnd()}\n`);
        }),
      );
      await writeFile(join(folder, 'main.tf'), some.map((_, at) => `module "m${at}" {\n  source = "./m${at}"\n}\n`).join('\n'));
      const { stderr } = await run(['get', '-no-color']);
      const { stdout } = await run(['validate', '-json']);
      let diagnostics = [];
      try {
        diagnostics = JSON.parse(stdout).diagnostics ?? [];
      } catch {
        diagnostics = [{ summary: stderr || stdout, range: { filename: 'm0/main.tf' } }];
      }
      // a fault in the text of one module keeps the others from being read
      const lines = `${stderr}`.match(/on m(\d+)\/main\.tf/g) ?? [];
      for (const line of lines) problems.set(some[Number(/\d+/.exec(line)[0])].id, 'cannot be read');
      for (const { summary, detail, range } of diagnostics) {
        const at = /^m(\d+)\//.exec(range?.filename ?? '')?.[1];
        if (at !== undefined) problems.set(some[Number(at)].id, `${summary} ${detail ?? ''}`.replace(/\s+/g, ' ').slice(0, 200));
      }
      const formatted = await run(['fmt', '-check', '-recursive', '-list=true', '.']);
      for (const [, at] of formatted.stdout.matchAll(/^m(\d+)\/main\.tf$/gm))
        if (!problems.has(some[Number(at)].id)) problems.set(some[Number(at)].id, 'not as terraform fmt would leave it');
      await Promise.all(some.map((_, at) => rm(join(folder, `m${at}`), { recursive: true, force: true })));
    }
    return { checked: variants.length, failures: [...problems].map(([id, message]) => `${id}: ${message}`), problems, version };
  });
}

/** One fault each: a name misspelt, a demanded argument gone, a value of another type, a reference to nothing. */
export function plantInTerraform(variant) {
  const faults = [];
  const plant = (kind, match, text) =>
    faults.push({
      ...variant,
      id: `${variant.id} ${kind} at ${match.index}`,
      text: variant.text.slice(0, match.index) + text + variant.text.slice(match.index + match[0].length),
    });
  // within jsonencode and maps names are free
  const masked = variant.text.replace(/jsonencode\([\s\S]*?\n {2}\}?\]?\)|(?:tags|target_tags|dimensions) *= \{[\s\S]*?\}/g, (text) =>
    text.replace(/[^\n]/g, '#'),
  );
  for (const match of masked.matchAll(/^( +)(\w+)( *= )/gm)) plant('misspelt', match, `${match[1]}${match[2]}_typo${match[3]}`);
  for (const match of masked.matchAll(/^( +)(\w+)( \{)/gm)) plant('no such block', match, `${match[1]}${match[2]}_typo${match[3]}`);
  for (const match of masked.matchAll(/(resource|data) "(aws_\w+)"/g)) plant('no such type', match, `${match[1]} "${match[2]}_typo"`);
  for (const match of masked.matchAll(/ = (\d+|true|false)$/gm)) plant('text for a value', match, ' = "text"');
  for (const match of masked.matchAll(/(?<=[= [])aws_\w+\.\w+\.(\w+)/g)) plant('no such attribute', match, `${match[0]}_typo`);
  return faults;
}
