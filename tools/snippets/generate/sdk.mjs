/** The clients of the AWS SDK for JavaScript: operations, members, enums, as their schemas tell. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolRoot, versionOf } from './sources.mjs';

/** Smithy's kinds, and its codes for simple types: https://github.com/smithy-lang/smithy-typescript (schema). */
const simple = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'time',
  5: 'time',
  6: 'time',
  7: 'time',
  15: 'document',
  17: 'number',
  19: 'number',
  21: 'blob',
  42: 'blob',
  16: 'blob',
};

/** @type {Map<string, Client>} */
const clients = new Map();

/** @returns {Promise<Client>} */
export async function loadClient(name) {
  const known = clients.get(name);
  if (known) return known;
  const client = new Client(name, await import(`@aws-sdk/client-${name}`));
  clients.set(name, client);
  return client;
}

export function clientOf(name) {
  const client = clients.get(name);
  if (!client) throw new Error(`client ${name} is not loaded`);
  return client;
}

export class Client {
  #interfaces;

  constructor(name, module) {
    this.name = name;
    this.module = module;
    this.package = `@aws-sdk/client-${name}`;
    this.version = versionOf(this.package);
    this.className = Object.keys(module).find((key) => /^[A-Z].*Client$/.test(key) && key !== '__Client');
  }

  operation(name) {
    const schema = this.module[`${name}$`];
    if (!schema || !this.module[`${name}Command`]) throw new Error(`${this.package} has no ${name}`);
    return { input: unwrap(schema[4]), output: unwrap(schema[5]) };
  }

  /** Members of a structure with their types, required ones told. */
  members(structure) {
    const [, , name, , names = [], types = [], required = 0] = structure;
    const enums = this.#enums(name);
    return new Map(names.map((member, at) => [member, { type: this.#type(types[at], enums.get(member)), isRequired: at < required }]));
  }

  #type(schema, enumName) {
    const type = unwrap(schema);
    if (Array.isArray(type)) {
      // a schema with traits of its own
      if (typeof type[0] !== 'number' || type[0] < -3 || (type.length === 2 && typeof type[1] === 'object')) return this.#type(type[0], enumName);
      const [kind, , , , element, value] = type;
      if (kind === 3 || kind === 4) return { kind: 'object', structure: type };
      if (kind === 1) return { kind: 'list', element: this.#type(element, enumName) };
      if (kind === 2) return { kind: 'map', element: this.#type(value, enumName) };
      if (kind === 0) return { kind: simple[type[4] & 63] ?? 'string', ...this.#values(enumName) };
      throw new Error(`schema ${JSON.stringify(type)}`);
    }
    if (type & 128) return { kind: 'map', element: this.#type(type & ~128, enumName) };
    if (type & 64) return { kind: 'list', element: this.#type(type & ~64, enumName) };
    return { kind: simple[type] ?? 'string', ...(simple[type] === 'string' ? this.#values(enumName) : {}) };
  }

  #values(enumName) {
    const found = enumName ? this.enum(enumName) : undefined;
    return found ? { values: found, enumName } : {};
  }

  enum(name) {
    const found = this.module[name];
    return found && typeof found === 'object' && !Array.isArray(found) ? Object.values(found) : undefined;
  }

  /** Members whose type is an enum, which only the declarations tell. */
  #enums(structure) {
    if (!this.#interfaces) {
      const folder = join(toolRoot, 'node_modules', this.package, 'dist-types/models');
      const text = readdirSync(folder)
        .filter((file) => file.endsWith('.d.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8'))
        .join('\n');
      this.#interfaces = new Map([...text.matchAll(/^export interface (\w+) (?:extends \w+ )?\{$([\s\S]*?)^\}$/gm)].map(([, name, body]) => [name, body]));
    }
    const body = this.#interfaces.get(structure) ?? '';
    return new Map([...body.matchAll(/^ {4}(\w+)\??: \(?([A-Z]\w+)\b/gm)].map(([, member, type]) => [member, type]));
  }
}

function unwrap(schema) {
  return typeof schema === 'function' ? schema() : schema;
}
