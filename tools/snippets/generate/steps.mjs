/** The calls of a concept, as the overlay lists them, checked against the client's model; three languages print them. */
import { clientOf } from './sdk.mjs';
import { isTagged } from './tags.mjs';

/**
 * @param {{ client: string, steps: any[] }} section
 * @returns {{ client: import('./sdk.mjs').Client, steps: Step[], operation: string }}
 */
export function readCalls(section) {
  const client = clientOf(section.client);
  const steps = section.steps.map((step) => readStep(step, client));
  const uses = findUses(section.steps);
  for (const step of steps) step.used = step.save ? (uses.get(step.save) ?? []) : [];
  return { client, steps, operation: steps[0].operation };
}

function readStep(step, client) {
  const name = Object.keys(step).find((key) => /^[A-Z]/.test(key));
  if (!name && !step.wait) throw new Error(`a step without a call: ${Object.keys(step)}`);
  if (step.wait) {
    const waiter = Object.keys(client.module).find((key) => key === `waitUntil${step.wait}` || key === `waitUntil${step.wait}V2`);
    if (!waiter) throw new Error(`${client.package} has no waiter ${step.wait}`);
    const operation = step.polls;
    return { ...step, kind: 'wait', waiter, operation, input: step.with, members: client.members(client.operation(operation).input) };
  }
  const { input, output } = client.operation(name);
  const members = client.members(input);
  for (const [member, { isRequired }] of members) {
    if (isRequired && !Object.hasOwn(step[name] ?? {}, member)) throw new Error(`${name} demands ${member}`);
  }
  if (step.pages && !client.module[`paginate${name}`]) throw new Error(`${client.package} cannot page ${name}`);
  if (step.print) checkPath(client, output, step.print);
  if (step.show) checkPath(client, output, `${step.show.list.replaceAll('.', '[0].')}[0]`);
  const kind = step.presign ? 'presign' : step.show ? 'show' : step.each ? 'each' : 'call';
  const inner = step.each?.do?.map((one) => readStep(one, client)) ?? [];
  return { ...step, kind, operation: name, input: step[name] ?? {}, members, inner };
}

/** Throws where the output has no such place: `Reservations[0].Instances[0].InstanceId`. */
function checkPath(client, structure, path) {
  let type = { kind: 'object', structure };
  for (const { name, isList } of segments(path)) {
    if (type.kind === 'map') type = type.element;
    else if (type.kind === 'object') type = client.members(type.structure).get(name)?.type;
    else type = undefined;
    if (!type) throw new Error(`no ${name} in ${path}`);
    if (isList) type = type.element;
  }
}

/** @returns {{ name: string, isList: boolean, index?: string }[]} */
export function segments(path) {
  return path.split('.').map((part) => {
    const [, name, index] = /^([\w-]+)(?:\[(\d*)\])?$/.exec(part) ?? [];
    return { name, isList: index !== undefined, index };
  });
}

/** Which places of a saved answer later calls ask for. */
function findUses(steps) {
  /** @type {Map<string, string[]>} */
  const uses = new Map();
  const look = (value) => {
    if (isTagged(value, 'to')) {
      const [, save, path] = /^(\w+)\.(.+)$/.exec(value.value) ?? [];
      const known = uses.get(save) ?? [];
      if (!known.includes(path)) uses.set(save, [...known, path]);
    } else if (isTagged(value)) look(value.value);
    else if (Array.isArray(value)) for (const one of value) look(one);
    else if (typeof value === 'object' && value) for (const one of Object.values(value)) look(one);
  };
  look(steps);
  return uses;
}

/** The enum a member keeps to, and how its members are typed further down. */
export function memberTypes(client, type) {
  return type?.kind === 'object' ? client.members(type.structure) : undefined;
}

/** `CreateDBInstance` as botocore spells it: `create_db_instance`. */
export function botocoreName(name, separator = '_') {
  if (name.includes(separator)) return name;
  let rest = name;
  const special = /[A-Z]{2,}s$/.exec(name)?.[0];
  if (special) rest = name.slice(0, -special.length) + separator + special.toLowerCase();
  return rest
    .replace(/(.)([A-Z][a-z]+)/g, `$1${separator}$2`)
    .replace(/([a-z\d])([A-Z])/g, `$1${separator}$2`)
    .toLowerCase();
}

const reserved = new Set(['function', 'class', 'import', 'export', 'default', 'case', 'return', 'lambda', 'global', 'object']);

/** Names for what a list holds: `Reservations` gives `reservation`. */
export function singular(name) {
  const one = name
    .replace(/(?:List|Set)$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|x)es$|(?<!s)s$/, '');
  const word = one.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, (start) => start.toLowerCase());
  return word === name || reserved.has(word) ? `${word}Item` : word;
}
