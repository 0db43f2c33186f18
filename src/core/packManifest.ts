import { readExams } from './exam/guide';
import type { CatalogueEntry, ContentRules, Message, PackManifest } from './model';
import { isRecord } from './yaml';

/** Reads a `pack.json`. What is not of the right type is left out; text that is no JSON gives a message. */
export function parsePackManifest(text: string): { readonly manifest: PackManifest; readonly problem?: Message } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { manifest: {}, problem: { text: 'pack.json cannot be read: {reason}', args: { reason: error instanceof Error ? error.message : String(error) } } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { manifest: {}, problem: { text: 'pack.json cannot be read: {reason}', args: { reason: 'not an object' } } };
  const { title, categories, services, rules, exams } = value as Record<string, unknown>;
  return {
    manifest: {
      ...(typeof title === 'string' ? { title } : {}),
      ...(Array.isArray(categories) ? { categories: strings(categories) } : {}),
      ...(Array.isArray(services) ? { services: services.flatMap(entry) } : {}),
      ...(isRecord(rules) ? { rules: readRules(rules) } : {}),
      ...(Array.isArray(exams) ? { exams: readExams(exams) } : {}),
    },
  };
}

function entry(value: unknown): CatalogueEntry[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, aliases, category } = value as Record<string, unknown>;
  if (typeof name !== 'string') return [];
  return [{ name, aliases: Array.isArray(aliases) ? strings(aliases) : [], ...(typeof category === 'string' ? { category } : {}) }];
}

function readRules(rules: Readonly<Record<string, unknown>>): ContentRules {
  const lists = (['sections', 'knownTerms'] as const).flatMap((key) => {
    const list = rules[key];
    return Array.isArray(list) ? [[key, strings(list)]] : [];
  });
  const counts = (['minWords', 'maxWords', 'minQuestions', 'minKinds', 'minDiagrams', 'maxNodes'] as const).flatMap((key) =>
    typeof rules[key] === 'number' ? [[key, rules[key]]] : [],
  );
  const words = (['numbers', 'snippetWord'] as const).flatMap((key) => (typeof rules[key] === 'string' ? [[key, rules[key]]] : []));
  return Object.fromEntries([...lists, ...counts, ...words]);
}

function strings(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string');
}
