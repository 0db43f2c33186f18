/**
 * `npm run extract:terraform`, on a machine with Terraform and its AWS provider: writes `extract/terraform.json`.
 * `{ provider, version, names: the resource types that code is recognised by, resources: { type: Block }, data: { type: Block } }`, Block = `{ args: { name:
 * type }, required: [name], blocks: { name: Block } }`, for the types the overlay uses. Deprecated arguments are left out.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTerraform } from '../verify/terraformTool.mjs';
import { overlayFile, overlayServices } from './overlay.mjs';
import { toolRoot } from './sources.mjs';

const used = overlayServices().flatMap(({ concepts }) => Object.values(concepts).flatMap(({ terraform = {} }) => Object.keys(terraform)));
const known = new RegExp(
  `^(?:${overlayFile('code.yaml')
    .map(({ terraform }) => terraform)
    .join('|')})$`,
);
const typesOf = (isData) =>
  [...new Set(used.filter((address) => address.startsWith('data.') === isData).map((address) => address.replace(/^data\./, '').split('.')[0]))]
    .filter((type) => type.startsWith('aws_'))
    .sort();

const { version, schemas } = await inTerraform(async (run, version) => ({
  version,
  schemas: JSON.parse((await run(['providers', 'schema', '-json'])).stdout).provider_schemas,
}));
const [[address, provider]] = Object.entries(schemas);
const pick = (types, all) =>
  Object.fromEntries(
    types.map((type) => {
      if (!all[type]) throw new Error(`${address} has no ${type}`);
      return [type, blockOf(all[type].block)];
    }),
  );
const extract = {
  provider: address.replace(/^registry\.terraform\.io\//, ''),
  version,
  names: Object.keys(provider.resource_schemas)
    .filter((name) => known.test(name))
    .sort(),
  resources: pick(typesOf(false), provider.resource_schemas),
  data: pick(typesOf(true), provider.data_source_schemas),
};
mkdirSync(join(toolRoot, 'extract'), { recursive: true });
writeFileSync(join(toolRoot, 'extract', 'terraform.json'), `${JSON.stringify(extract)}\n`);
console.log(`${Object.keys(extract.resources).length} resources, ${Object.keys(extract.data).length} data sources of ${extract.provider} ${version}`);

function blockOf({ attributes = {}, block_types: blocks = {} }) {
  const args = Object.entries(attributes).filter(([, { deprecated, required, optional }]) => !deprecated && (required || optional));
  const computed = Object.entries(attributes).filter(([, { required, optional }]) => !required && !optional);
  const required = [
    ...args.filter(([, one]) => one.required).map(([name]) => name),
    ...Object.entries(blocks)
      .filter(([, one]) => one.min_items)
      .map(([name]) => name),
  ];
  return {
    args: Object.fromEntries(args.map(([name, { type }]) => [name, typeName(type)])),
    ...(computed.length ? { computed: computed.map(([name]) => name) } : {}),
    ...(required.length ? { required } : {}),
    ...(Object.keys(blocks).length ? { blocks: Object.fromEntries(Object.entries(blocks).map(([name, { block }]) => [name, blockOf(block)])) } : {}),
  };
}

function typeName(type) {
  return typeof type === 'string' ? type : type?.[0] === 'object' ? 'object' : Array.isArray(type) ? `${type[0]}(${typeName(type[1])})` : 'object';
}
