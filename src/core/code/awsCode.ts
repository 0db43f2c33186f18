import { isBlankYaml, isTemplate } from './templatePlace';

/** What code that has to do with AWS has in it, by VS Code's name of the language. */
const marks: Readonly<Record<string, RegExp>> = {
  typescript: /aws-cdk-lib|@aws-sdk\/|@aws-cdk\//,
  terraform: /\baws_[a-z]|hashicorp\/aws|provider\s+"aws"/,
  shellscript: /\baws[ \t]/,
  python: /\bboto3\b|\baws_cdk\b/,
};
const sameAs: Readonly<Record<string, string>> = {
  typescriptreact: 'typescript',
  javascript: 'typescript',
  javascriptreact: 'typescript',
  hcl: 'terraform',
  powershell: 'shellscript',
};
const templateLanguages: readonly string[] = ['yaml', 'cloudformation', 'json', 'jsonc'];

/** Every language, by VS Code's name, in which something of AWS is recognised. */
export const codeLanguages: readonly string[] = [...templateLanguages, ...Object.keys(marks), ...Object.keys(sameAs)];

/** True for a text that has to do with AWS: quick enough to be asked at every look. */
export function isAwsCode(text: string, language: string): boolean {
  if (templateLanguages.includes(language)) return isTemplate(text);
  return marks[sameAs[language] ?? language]?.test(text) === true;
}

/**
 * True where a starter may be offered for a word at the start of a line. In YAML that is a template, or nothing yet; in
 * code it is code for AWS, nothing yet, or a word that nobody types for anything else: Korean, or with a hyphen.
 * @param rest the text without the line of the word
 */
export function isStarterWanted(word: string, rest: string, language: string): boolean {
  if (word.length < 2) return false;
  if (language === 'yaml' || language === 'cloudformation') return isBlankYaml(rest) || isTemplate(rest);
  return /-|\p{Script=Hangul}/u.test(word) || rest.trim() === '' || isAwsCode(rest, language);
}
