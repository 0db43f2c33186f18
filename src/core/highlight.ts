/** Code with colours; the only door to highlight.js. */
import highlighter from 'highlight.js/lib/common';

const names: Readonly<Record<string, string>> = {
  hcl: 'ini',
  terraform: 'ini',
  tf: 'ini',
  console: 'bash',
  zsh: 'bash',
  sh: 'bash',
  jsonc: 'json',
  tsx: 'typescript',
  jsx: 'javascript',
};

/** HTML of the code with `hljs-*` classes; `undefined` for a language it does not know. */
export function highlight(code: string, language: string): string | undefined {
  const name = names[language] ?? language;
  if (!highlighter.getLanguage(name)) return undefined;
  return highlighter.highlight(code, { language: name, ignoreIllegals: true }).value;
}
