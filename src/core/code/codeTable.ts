import type { Bilingual } from '../model';

/** What a name in code belongs to, and one line about it. */
export interface CodeEntry extends Bilingual {
  readonly service: string;
}

type Kind = 'cloudformation' | 'terraform' | 'sdk-js' | 'cli' | 'boto3';
const kinds: readonly Kind[] = ['cloudformation', 'terraform', 'sdk-js', 'cli', 'boto3'];

/** Names as they stand in code, by the tool they are written for. */
export class CodeTable {
  readonly #names = new Map<string, CodeEntry>();

  /** Reads `code.json` of packs: `{ "format": 1, "entries": [{ "service", "ko", "en", "cloudformation": [...], …, "cdk": [{ "module", "names" }] }] }`. What cannot be used is left out. */
  constructor(texts: readonly string[]) {
    for (const text of texts) for (const entry of entriesOf(text)) this.#add(entry);
  }

  find(kind: Kind, name: string): CodeEntry | undefined {
    return this.#names.get(`${kind} ${name}`);
  }

  /** The construct of a module: `aws-cdk-lib/aws-s3` and `Bucket`. */
  construct(module: string, name: string): CodeEntry | undefined {
    return this.#names.get(`cdk ${module} ${name}`);
  }

  #add(value: Readonly<Record<string, unknown>>): void {
    const { service, ko, en, cdk } = value;
    if (typeof service !== 'string' || typeof ko !== 'string') return;
    const entry: CodeEntry = { service, ko, en: typeof en === 'string' ? en : ko };
    // of two that claim a name the first has it
    const add = (key: string) => void (this.#names.has(key) || this.#names.set(key, entry));
    for (const kind of kinds) for (const name of texts(value[kind])) add(`${kind} ${name}`);
    for (const one of Array.isArray(cdk) ? cdk : []) for (const name of texts(one?.names)) add(`cdk ${one.module} ${name}`);
  }
}

function entriesOf(text: string): Readonly<Record<string, unknown>>[] {
  try {
    const { format, entries } = JSON.parse(text);
    return format === 1 && Array.isArray(entries) ? entries.filter((entry) => typeof entry === 'object' && entry !== null) : [];
  } catch {
    return [];
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
