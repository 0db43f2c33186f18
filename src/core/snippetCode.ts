import type { Snippet, Target } from './model';
import { expandSnippet } from './snippets';

export interface SnippetStyle {
  /** With the lines that say why. */
  readonly comments: boolean;
  readonly locale: 'en' | 'ko';
}

const commentMarks: { readonly [T in Target]: string } = {
  cloudformation: '#',
  cdk: '//',
  terraform: '#',
  'sdk-js': '//',
  cli: '#',
  boto3: '#',
};

/** The lines of a snippet in VS Code's snippet syntax, comments among them. */
export function snippetLines(snippet: Snippet, { comments, locale }: SnippetStyle): string[] {
  if (!comments || snippet.comments.length === 0) return [...snippet.body];
  const above = new Map<number, string[]>();
  for (const comment of snippet.comments) {
    const line = placeOf(snippet, comment.line);
    const indentation = /^\s*/.exec(snippet.body[line] ?? '')?.[0] ?? '';
    above.set(line, [...(above.get(line) ?? []), `${indentation}${commentMarks[snippet.target]} ${escapeSnippet(comment[locale])}`]);
  }
  return snippet.body.flatMap((text, line) => [...(above.get(line) ?? []), text]);
}

/** A comment between the lines of one shell command would end it: it goes in front of the command. */
function placeOf({ target, body }: Snippet, line: number): number {
  let place = line;
  while (target === 'cli' && place > 0 && body[place - 1]?.endsWith('\\')) place--;
  return place;
}

/** The whole of it as plain code: imports, then the body with every stop at its default. */
export function snippetCode(snippet: Snippet, style: SnippetStyle): string {
  const body = expandSnippet(snippetLines(snippet, style).join('\n')).trimEnd();
  return `${snippet.imports.length > 0 ? `${snippet.imports.join('\n')}\n\n` : ''}${body}\n`;
}

/** A text that comes out of a snippet as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
