/** TypeScript in strict mode over every variant of the SDK and the CDK, in one program and in memory. */
import { join } from 'node:path';
import ts from 'typescript';
import { toolRoot } from '../generate/sources.mjs';

const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['node'],
  typeRoots: [join(toolRoot, 'node_modules', '@types')],
};
/** Declarations of the packages are read once, however often a program is made. */
const known = new Map();

/** As the snippet stands in a file: imports at the top, the SDK's code in a module, the CDK's in a stack. */
export function sourceOf({ text, snippet }) {
  const imports = snippet.imports.join('\n');
  if (snippet.target === 'sdk-js') return `${imports}\n${text}\nexport {};\n`;
  const lines = text.split('\n').map((line) => `    ${line}`);
  return [
    'import { Stack as BaeumStack, type App as BaeumApp } from "aws-cdk-lib";',
    imports,
    'export class Made extends BaeumStack {',
    '  constructor(scope: BaeumApp, id: string) {',
    '    super(scope, id, { env: { account: "123456789012", region: "ap-northeast-2" } });',
    ...lines,
    '  }',
    '}',
  ].join('\n');
}

/**
 * @param {readonly { id: string, source: string }[]} files
 * @returns {Map<string, string>} what is wrong, by id; ids of which nothing is wrong are absent
 */
export function typeCheck(files) {
  const names = new Map(files.map(({ id, source }, at) => [join(toolRoot, 'checked', `f${at}.ts`), { id, source }]));
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target) => {
    const own = names.get(name);
    if (own) return ts.createSourceFile(name, own.source, target, true);
    if (!known.has(name)) known.set(name, read(name, target));
    return known.get(name);
  };
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => names.has(name) || exists(name);
  const program = ts.createProgram({ rootNames: [...names.keys()], options, host });
  const problems = new Map();
  for (const [name, { id }] of names) {
    const file = program.getSourceFile(name);
    const [first] = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    if (first) problems.set(id, ts.flattenDiagnosticMessageText(first.messageText, ' '));
  }
  return problems;
}

export function checkTypes(variants) {
  const problems = typeCheck(variants.map((variant) => ({ id: variant.id, source: sourceOf(variant) })));
  return { checked: variants.length, failures: [...problems].map(([id, message]) => `${id}: ${message}`) };
}

/** One fault each: a property misspelt, a text where a number is, a number where a text is, a name of the module misspelt. */
export function plantInTypeScript(variant) {
  const source = sourceOf(variant);
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2022, true);
  const faults = [];
  const plant = (kind, node, text) =>
    faults.push({ id: `${variant.id} ${kind} at ${node.getStart()}`, source: source.slice(0, node.getStart()) + text + source.slice(node.getEnd()), variant });
  /** Keys of maps are free, and what is made into text is checked by nobody. */
  const isFree = (node) => {
    for (let above = node.parent; above; above = above.parent) {
      if (ts.isCallExpression(above) && above.expression.getText() === 'JSON.stringify') return true;
      if (
        ts.isPropertyAssignment(above) &&
        /^(?:Attributes|Item|Key|ExpressionAttributeValues|MessageAttributes|dimensionsMap|tags)$/.test(above.name.getText()) &&
        above !== node.parent
      )
        return true;
      if (ts.isNewExpression(above) && above.expression.getText().endsWith('InstanceTagSet')) return true;
    }
    return false;
  };
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && !isFree(node.name)) {
      plant('misspelt', node.name, `${node.name.getText().replace(/"/g, '')}Typo`);
      if (ts.isNumericLiteral(node.initializer)) plant('text for a number', node.initializer, '"text"');
      if (ts.isStringLiteral(node.initializer)) plant('number for a text', node.initializer, '12345');
    }
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) plant('no such name', node.expression, `${node.expression.getText()}Typo`);
    if (
      ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.name) &&
      node.getStart() > source.indexOf('super(') &&
      !ts.isPropertyAccessExpression(node.parent) &&
      node.expression.getText() !== 'console'
    ) {
      plant('no such member', node.name, `${node.name.getText()}Typo`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}
