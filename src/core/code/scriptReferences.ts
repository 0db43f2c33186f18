import type { CodeReference } from '../codeReferences';
import type { CodeTable } from './codeTable';
import { scriptImports } from './scriptImports';
import { type ScriptToken, scriptText } from './scriptTokens';

/** What a name of the file stands for: a module, or something of one. */
interface Meaning {
  readonly module: string;
  /** Absent for the module as a whole. */
  readonly name?: string;
}

/** Constructs by their module, whatever the file calls it (`new s3.Bucket(`), and clients by their name (`S3Client`). */
export function scriptReferences(text: string, table: CodeTable): CodeReference[] {
  const script = scriptText(text);
  const meanings = new Map<string, Meaning>();
  const imports = scriptImports(script);
  for (const { module, namespace, names } of imports) {
    if (namespace !== undefined) meanings.set(namespace, { module });
    for (const { local, imported } of names) meanings.set(local, { module, name: imported });
  }
  const found: CodeReference[] = [];
  const { tokens } = script;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'name' || isMember(tokens, at)) continue;
    const isImport = imports.some(({ start, end }) => start <= token.start && token.end <= end);
    const { entry, last } = resolve(tokens, at, meanings, table);
    if (!entry) continue;
    found.push({ entry, start: token.start, end: tokens[last]?.end ?? token.end, ...(isImport ? { isImport } : {}) });
    at = last;
  }
  return found;
}

function isMember(tokens: readonly ScriptToken[], at: number): boolean {
  const before = tokens[at - 1]?.text;
  return before === '.' || before === '?.';
}

/** Follows `cdk.aws_s3.Bucket` as far as it means something. */
function resolve(
  tokens: readonly ScriptToken[],
  at: number,
  meanings: ReadonlyMap<string, Meaning>,
  table: CodeTable,
): { entry: ReturnType<CodeTable['find']>; last: number } {
  const written = tokens[at]?.text ?? '';
  let meaning = meanings.get(written);
  const client = table.find('sdk-js', meaning?.name ?? written);
  if (client) return { entry: client, last: at };
  let last = at;
  while (meaning) {
    const { module, name } = meaning;
    const entry = name === undefined ? undefined : table.construct(module, name);
    if (entry) return { entry, last };
    const next = tokens[last + 2];
    if (tokens[last + 1]?.text !== '.' || next?.kind !== 'name') break;
    // `aws_s3` of `aws-cdk-lib` is the module `aws-cdk-lib/aws-s3`
    meaning = { module: name === undefined ? module : `${module}/${name.replaceAll('_', '-')}`, name: next.text };
    last += 2;
  }
  return { entry: undefined, last: at };
}
