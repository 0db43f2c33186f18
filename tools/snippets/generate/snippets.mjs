/** All snippets of the overlay, printed: `content/aws/snippets.json`, format 2. */
import { cdk } from './cdk.mjs';
import { cli } from './cli.mjs';
import { cloudformation } from './cloudformation.mjs';
import { javascript } from './javascript.mjs';
import { overlayServices } from './overlay.mjs';
import { python } from './python.mjs';
import { loadClient } from './sdk.mjs';
import { terraform } from './terraform.mjs';
import { plainKey, Stops } from './text.mjs';

/** Longer ones say why in the overlay (`long`). */
const lineLimit = 40;

/** Each target: the overlay's section it is printed from, and how. */
const targets = [
  ['cloudformation', 'cloudformation', cloudformation],
  ['cdk', 'cdk', cdk],
  ['terraform', 'terraform', terraform],
  ['sdk-js', 'calls', javascript],
  ['cli', 'calls', cli],
  ['boto3', 'calls', python],
];

/** @returns {Promise<{ text: string }>} */
export async function makeSnippets() {
  const services = overlayServices();
  for (const name of new Set([
    'lambda',
    'ec2',
    ...services.flatMap(({ concepts }) => Object.values(concepts).flatMap(({ calls }) => (calls ? [calls.client] : []))),
  ]))
    await loadClient(name);
  /** @type {{ package: string, version: string }[]} */
  const sources = [];
  const snippets = services.flatMap(({ file, service, concepts }) =>
    Object.entries(concepts).flatMap(([id, concept]) => {
      const said = new Set();
      const made = targets.flatMap(([target, section, print]) => {
        if (!concept[section] || concept[section].not?.includes(target)) return [];
        try {
          return [snippetOf(id, service, target, concept, concept[section], print, sources, said)];
        } catch (error) {
          error.message = `${file}: ${id}.${target}: ${error.message}`;
          throw error;
        }
      });
      for (const key of Object.keys(concept.why ?? {})) if (!said.has(plainKey(key))) throw new Error(`${file}: ${id}: nothing is called ${key}`);
      return made;
    }),
  );
  const head = { format: 2, sources };
  const lines = snippets.map((snippet) => JSON.stringify(snippet));
  const text = `${JSON.stringify(head).slice(0, -1)},"snippets":[\n${lines.join(',\n')}\n]}\n`;
  return { text };
}

function snippetOf(id, service, target, concept, section, print, sources, said) {
  const { title = concept.title, text = concept.text, ...rest } = section;
  const stops = new Stops(Object.keys(concept.why ?? {}));
  const { lines, imports, path, source, docs } = print(rest, stops);
  const printed = trimmed(lines);
  const body = stops.body(printed.map(({ text }) => text));
  if (body.length > lineLimit + 1 && !concept.long) throw new Error(`${body.length} lines, and no reason why`);
  const open = new Map(Object.entries(concept.why ?? {}).map(([key, why]) => [plainKey(key), why]));
  const comments = printed.flatMap(({ key, keys = key === undefined ? [] : [key] }, at) =>
    [...new Set(keys.map(plainKey))].flatMap((name) => {
      const why = open.get(name);
      if (!why) return [];
      open.delete(name);
      said.add(name);
      return [{ line: at, ko: why[0], en: why[1] }];
    }),
  );
  let place = sources.findIndex((one) => one.package === source.package);
  if (place < 0) place = sources.push(source) - 1;
  return {
    ...{ id: `${id}.${target}`, concept: id, service, target, title: title[0], titleEn: title[1], description: text[0], descriptionEn: text[1] },
    ...{ prefix: id, aliases: concept.aliases, body, imports, comments, docs, source: place, path },
  };
}

/** No empty lines at the end. */
function trimmed(lines) {
  const last = lines.findLastIndex(({ text }) => text !== '');
  return lines.slice(0, last + 1);
}
