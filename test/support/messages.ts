/** The texts of the program that people read, as they stand in its source. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const literal = /(['"])((?:\\.|(?!\1)[^\\\n])*)\1|`((?:\\.|[^\\`])*)`/y;

interface Literal {
  readonly text: string;
  readonly end: number;
}

function literalAt(source: string, at: number): Literal | undefined {
  literal.lastIndex = at;
  const found = literal.exec(source);
  const written = found?.[2] ?? found?.[3];
  return written === undefined ? undefined : { text: written.replace(/\\(.)/g, '$1'), end: literal.lastIndex };
}

/** The texts the first argument of a call may be: literals, both arms of a condition, not what it is called on. */
function firstArgument(source: string, from: number): string[] {
  const texts: string[] = [];
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const found = literalAt(source, at);
    const letter = source.charAt(at);
    if (found) {
      if (depth === 0) texts.push(found.text);
      at = found.end - 1;
    } else if ('([{'.includes(letter)) depth++;
    else if (')]}'.includes(letter) && depth-- === 0) return texts;
    else if (letter === ',' && depth === 0) return texts;
  }
  return texts;
}

/** The texts handed out by `t(…)`, `text: …` and the helpers that report problems of quizzes. */
export function messagesIn(source: string): string[] {
  const texts: string[] = [];
  // the second argument of `fail` and `problem` is the text, after the code of the rule
  for (const call of source.matchAll(/(?<![\w.])t\(|(?<=[{,\s])text:|(?<!function )\b(?:draft\.fail|fail|problem)\((?=\s*')/g)) {
    const begin = call.index + call[0].length;
    if (call[0].endsWith(':')) {
      const after = /\S/g;
      after.lastIndex = begin;
      const found = literalAt(source, after.exec(source)?.index ?? begin);
      if (found) texts.push(found.text);
    } else if (call[0] === 't(') {
      texts.push(...firstArgument(source, begin));
    } else {
      texts.push(...firstArgument(source, source.indexOf(',', begin) + 1));
    }
  }
  return texts;
}

/** The source of every program file, by path. */
export function sources(...folders: readonly string[]): Map<string, string> {
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => join(folder, name)),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(path, 'utf8')]));
}
