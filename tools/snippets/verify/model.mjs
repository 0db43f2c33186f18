/** An input of a call against the client's own schema: unknown and missing members, types, values of enums. */
import { clientOf } from '../generate/sdk.mjs';

/**
 * @param {string} clientName @param {string} operation @param {any} input
 * @returns {string[]} what is wrong
 */
export function problemsOf(clientName, operation, input) {
  const client = clientOf(clientName);
  let structure;
  try {
    structure = client.operation(operation).input;
  } catch (error) {
    return [error.message];
  }
  return structureProblems(client, structure, input, operation);
}

function structureProblems(client, structure, value, where) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${where} is no object`];
  const members = client.members(structure);
  const problems = [];
  for (const [name, { isRequired }] of members) if (isRequired && value[name] === undefined) problems.push(`${where} lacks ${name}`);
  for (const [name, one] of Object.entries(value)) {
    const member = members.get(name);
    if (!member) problems.push(`${where} has no ${name}`);
    else if (one !== undefined) problems.push(...valueProblems(client, member.type, one, `${where}.${name}`));
  }
  return problems;
}

function valueProblems(client, type, value, where) {
  switch (type.kind) {
    case 'object':
      return structureProblems(client, type.structure, value, where);
    case 'list':
      return Array.isArray(value) ? value.flatMap((one) => valueProblems(client, type.element, one, `${where}[]`)) : [`${where} is no list`];
    case 'map':
      return typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value).flatMap(([key, one]) => valueProblems(client, type.element, one, `${where}.${key}`))
        : [`${where} is no map`];
    case 'string':
      if (typeof value !== 'string') return [`${where} is no text`];
      return type.values && !type.values.includes(value) ? [`${where}: no value ${value}`] : [];
    case 'number':
      return typeof value === 'number' ? [] : [`${where} is no number`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${where} is no boolean`];
    case 'time':
      return value instanceof Date ? [] : [`${where} is no time`];
    default:
      return [];
  }
}

/** An answer with something in every place, and no next page. */
export function answerOf(clientName, operation) {
  const client = clientOf(clientName);
  const make = (type, depth) => {
    if (depth > 5) return undefined;
    switch (type.kind) {
      case 'object':
        return Object.fromEntries(
          [...client.members(type.structure)]
            .filter(([name]) => !/token|marker|truncated|lastevaluated|^next/i.test(name))
            .map(([name, member]) => [name, make(member.type, depth + 1)]),
        );
      case 'list':
        return [make(type.element, depth + 1)].filter((one) => one !== undefined);
      case 'map':
        return {};
      case 'number':
        return 1;
      case 'boolean':
        return true;
      case 'time':
        return new Date(0);
      default:
        return type.values?.[0] ?? 'text';
    }
  };
  return make({ kind: 'object', structure: client.operation(operation).output }, 0);
}
