import { highlight } from './highlight';
import type { Snippet, Target } from './model';
import { type SnippetStyle, snippetCode } from './snippetCode';

const languages: { readonly [T in Target]: string } = { cloudformation: 'yaml', cdk: 'ts', terraform: 'hcl', 'sdk-js': 'ts', cli: 'sh', boto3: 'python' };

/** The whole code of a snippet as HTML with `hljs-*` classes. */
export function highlightSnippet(snippet: Snippet, style: SnippetStyle): string {
  return highlight(snippetCode(snippet, style), languages[snippet.target]) ?? '';
}
