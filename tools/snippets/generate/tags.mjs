import { isAlias, isMap, isScalar, parseDocument, visit } from 'yaml';

/** Values the overlay declares with a tag: the only code that is not plain data. */

/** A value with a tag: `!to Dlq.Arn`. */
export class Tagged {
  constructor(tag, value) {
    this.tag = tag;
    this.value = value;
  }
}

export function isTagged(value, tag) {
  return value instanceof Tagged && (tag === undefined || value.tag === tag);
}

const names = ['to', 'sub', 'json', 'code', 'file', 'call', 'new', 'member', 'az'];

/** For the `yaml` package: each tag on a scalar, a list or a map. */
const customTags = names.flatMap((name) => [
  { tag: `!${name}`, resolve: (value) => new Tagged(name, value) },
  { tag: `!${name}`, collection: 'map', resolve: (map) => map },
  { tag: `!${name}`, collection: 'seq', resolve: (seq) => seq },
]);

/** Reads YAML with these tags; maps keep their order. */
export function parseTagged(text, file) {
  const document = parseDocument(text, { customTags, merge: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new Error(`${file}: ${problem.message}`);
  const anchors = new Map();
  visit(document, { Node: (_, node) => void (node.anchor && anchors.set(node.anchor, node)) });
  const read = (node) => {
    if (isAlias(node)) return read(anchors.get(node.source));
    if (isScalar(node)) return node.value;
    const value = isMap(node)
      ? Object.fromEntries(node.items.flatMap(({ key, value }) => (key.value === '<<' ? Object.entries(read(value)) : [[key.value, read(value)]])))
      : node.items.map(read);
    return node.tag?.startsWith('!') ? new Tagged(node.tag.slice(1), value) : value;
  };
  return read(document.contents);
}
