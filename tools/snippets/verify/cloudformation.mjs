/** CloudFormation's own validator, the one the CDK carries: a WASM module that asks nobody. */
import { createRequire } from 'node:module';
import { parseDocument, visit } from 'yaml';

const require = createRequire(import.meta.url);
const { CompositeEngine, TemplateContent } = require(require.resolve('@aws/cloudformation-validate', { paths: [require.resolve('aws-cdk-lib/package.json')] }));

/** A value that is not in the model's enum is a warning to it, and an error to us. */
const enumRule = 'W3030';
/** @type {any} */
let engine;

/** @param {string} text a template @returns {string[]} what is wrong with it */
export function validate(text) {
  engine ??= new CompositeEngine();
  const { diagnostics } = engine.validateTemplate(new TemplateContent(text));
  return diagnostics
    .filter(({ severity, ruleId }) => /ERROR|FATAL/i.test(severity) || ruleId === enumRule)
    .map(({ ruleId, message }) => `${ruleId} ${message}`);
}

/** The body stands under `Resources:`, one step in. */
export function template(text) {
  const lines = text.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
  return `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${lines.join('\n')}\n`;
}

export function checkTemplates(variants) {
  const failures = [];
  for (const { id, text } of variants) {
    const [first] = validate(template(text));
    if (first) failures.push(`${id}: ${first}`);
  }
  return { checked: variants.length, failures };
}

/**
 * Templates with one fault each: a property that is not there, a value of another type, a value of an enum that is not,
 * an attribute that is not, a required property gone.
 * @returns {{ id: string, text: string }[]}
 */
export function plantInTemplate(id, text, model) {
  const faults = [];
  const plant = (kind, change) => {
    const document = parseDocument(template(text), { customTags: intrinsics, logLevel: 'silent' });
    if (change(document) !== false) faults.push({ id: `${id} ${kind}`, text: document.toString({ lineWidth: 0 }) });
  };
  const resources = Object.entries(parseDocument(template(text), { customTags: intrinsics }).toJS().Resources);
  for (const [name, { Type: type, Properties: properties = {} }] of resources) {
    for (const key of Object.keys(properties)) {
      plant(`${name}.${key} misspelt`, (document) => {
        const map = document.getIn(['Resources', name, 'Properties']);
        const pair = map.items.find((item) => item.key.value === key);
        pair.key.value = `${key}Typo`;
      });
      const property = model(type, key);
      if (property?.required) plant(`${name}.${key} gone`, (document) => document.deleteIn(['Resources', name, 'Properties', key]));
      if (property?.type.allowedValues)
        plant(`${name}.${key} no such value`, (document) => document.setIn(['Resources', name, 'Properties', key], 'NO_SUCH_VALUE'));
      if (['integer', 'boolean', 'number'].includes(property?.type.type))
        plant(`${name}.${key} of another type`, (document) => document.setIn(['Resources', name, 'Properties', key], 'text'));
    }
    plant(`${name} of no type`, (document) => document.setIn(['Resources', name, 'Type'], `${type}Typo`));
  }
  plant('attribute that is not', (document) => {
    let changed = false;
    visit(document, {
      Scalar(_, node) {
        if (node.tag !== '!GetAtt' || changed) return;
        node.value = `${String(node.value).split('.')[0]}.NoSuchAttribute`;
        changed = true;
      },
    });
    return changed;
  });
  plant('reference to nothing', (document) => {
    let changed = false;
    visit(document, {
      Scalar(_, node) {
        if (node.tag !== '!Ref' || changed) return;
        node.value = 'NoSuchResource';
        changed = true;
      },
    });
    return changed;
  });
  return faults;
}

const intrinsics = ['Ref', 'GetAtt', 'Sub', 'Select', 'GetAZs'].flatMap((name) => [
  { tag: `!${name}`, resolve: (value) => value },
  { tag: `!${name}`, collection: 'seq', resolve: (seq) => seq },
]);
