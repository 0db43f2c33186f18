/**
 * The whole CloudFormation specification, cut down to what a starter for any type needs: `content/aws/resources.json`.
 * The form of the file is told in `src/core/resourceStarter.ts`, which reads it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlayFile } from './overlay.mjs';
import { toolRoot } from './sources.mjs';
import { isRef, resources, spec, specSource } from './spec.mjs';

/** At most so many optional properties are taken along where a type demands none. */
const optionalLimit = 5;

/** @returns {string} the text of the file */
export function makeResources() {
  const { demanded, samples, choices } = overlayFile('resources.yaml');
  const asked = JSON.parse(readFileSync(join(toolRoot, 'extract', 'choices.json'), 'utf8'));
  const choicesOf = (owner, name) => choices[`${owner}.${name}`] ?? asked[owner]?.[name];
  /** @type {unknown[]} */
  const definitions = [];
  /** @type {Map<string, number>} */
  const places = new Map();

  const definitionOf = (type, owner) => {
    const key = type.$id;
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = definitions.length;
    places.set(key, place);
    definitions.push(null);
    const extra = demanded[`${owner}/${type.name}`] ?? [];
    definitions[place] = propertiesOf(type.properties, owner, extra);
    return place;
  };

  const typeOf = (type, owner) => {
    switch (type.type) {
      case 'ref':
        return { d: definitionOf(spec.get('typeDefinition', type.reference), owner) };
      case 'array':
      case 'map':
        return { [type.type === 'array' ? 'a' : 'm']: typeOf(type.element, owner) };
      case 'union':
        return typeOf(type.types.find(({ type }) => type !== 'json' && type !== 'string') ?? type.types[0], owner);
      case 'string':
        return type.allowedValues?.some(Boolean) ? { e: [...type.allowedValues].filter(Boolean) } : 's';
      case 'number':
        return 'n';
      default:
        return { integer: 'i', boolean: 'b', json: 'j', 'date-time': 't', tag: 'j' }[type.type] ?? 's';
    }
  };

  const linkOf = (property, owner) => {
    const link = property.relationshipRefs?.find(
      ({ cloudFormationType, propertyName }) =>
        cloudFormationType !== owner && resources.has(cloudFormationType) && attributeExists(cloudFormationType, propertyName),
    );
    if (!link) return undefined;
    const { cloudFormationType, propertyName } = link;
    return isRef(cloudFormationType, propertyName) ? cloudFormationType : `${cloudFormationType}.${propertyName}`;
  };

  const propertyOf = (name, property, owner, optional) => {
    let type = typeOf(property.type, owner);
    const values = choicesOf(owner, name);
    if (values && type === 's') type = values.length > 1 ? { e: values } : type;
    const link = linkOf(property, owner);
    if (link) type = typeof type === 'object' && 'a' in type ? { a: { l: link } } : type === 's' ? { l: link } : type;
    return [optional ? `${name}?` : name, type];
  };

  const propertiesOf = (properties, owner, extra) => {
    const entries = Object.entries(properties);
    const required = entries.filter(([name, property]) => property.required || extra.includes(name));
    if (required.length > 0) return required.map(([name, property]) => propertyOf(name, property, owner, false));
    const plain = (property) => ['string', 'integer', 'boolean'].includes(property.type.type) && !property.deprecated;
    return entries
      .filter(([, property]) => plain(property))
      .sort(([a, left], [b, right]) => weight(b, right) - weight(a, left))
      .slice(0, optionalLimit)
      .map(([name, property]) => propertyOf(name, property, owner, true));
  };

  const types = {};
  for (const [type, resource] of [...resources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    types[type] = propertiesOf(resource.properties, type, demanded[type] ?? []);
  }
  const { package: name, version } = specSource;
  return `${JSON.stringify({ format: 1, source: { package: name, version }, samples, definitions, types })}\n`;
}

/** What a reader would write first: the name, then links, then what is chosen from a list. */
function weight(name, property) {
  return Number(/Name$/.test(name)) * 4 + Number(Boolean(property.relationshipRefs)) * 2 + Number(Boolean(property.type.allowedValues));
}

function attributeExists(type, name) {
  const resource = resources.get(type);
  return isRef(type, name) || Object.hasOwn(resource.attributes, name);
}
