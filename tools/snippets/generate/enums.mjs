/** Enums of the SDK's clients by `client.Enum`, without the values that the overlay retires. */
import { overlayFile } from './overlay.mjs';
import { clientOf } from './sdk.mjs';

const { kept } = overlayFile('choices.yaml');

/** @returns {string[]} */
export function enumValues(name) {
  const [client, type] = name.split('.');
  const values = clientOf(client).enum(type);
  if (!values) throw new Error(`no enum ${name}`);
  const pattern = kept[name];
  return pattern ? values.filter((value) => new RegExp(`^(?:${pattern})$`).test(value)).sort() : values;
}
