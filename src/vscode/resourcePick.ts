import * as vscode from 'vscode';
import type { Snippet } from '../core/model';
import { parseResources, type ResourceSpec, resourceStarter, resourceTypes } from '../core/resourceStarter';
import { Finder } from '../core/snippetSearch';
import { expandSnippet } from '../core/snippets';
import type { App } from './app';
import { pickCode } from './codePick';
import { locale, t } from './l10n';
import { packTexts } from './packFiles';
import { editorInMind, useStarter } from './snippetInsertion';
import type { SnippetPreview } from './snippetPreview';

/** More rows than anybody reads; the list stays as quick with every type as with ten. */
const mostRows = 100;

/** Begins a CloudFormation resource of any type. The extract of the specification is read now, and not kept. */
export async function pickResource(app: App, preview: SnippetPreview): Promise<void> {
  const { study } = await app.load();
  const [texts, snippets] = await Promise.all([packTexts(app, 'resources.json'), study.snippets()]);
  const specs = texts.map(parseResources).filter((spec) => resourceTypes(spec).length > 0);
  if (specs.length === 0) {
    await vscode.window.showInformationMessage(t('No pack knows the types of resources'));
    return;
  }
  const editor = editorInMind();
  const taught = taughtTypes(snippets);
  const specOf = new Map<string, ResourceSpec>(specs.flatMap((spec) => resourceTypes(spec).map((type) => [type, spec] as const)));
  // what the notes teach comes first among equals
  const types = [...specOf.keys()].sort((a, b) => Number(taught.has(b)) - Number(taught.has(a)));
  const finder = new Finder(types, (type) => {
    const [, service = '', resource = ''] = type.split('::');
    return [resource, service + resource, type, ...(taught.get(type)?.flatMap(({ aliases, title }) => [title, ...aliases]) ?? [])];
  });
  const lines = (type: string) => resourceStarter(specOf.get(type) ?? { definitions: [], types: {}, samples: [] }, type);
  const code = (type: string) => `${expandSnippet(lines(type).join('\n')).trimEnd()}\n`;
  const chosen = await pickCode<string>(app, preview, {
    title: t('Insert CloudFormation Resource'),
    placeholder: t('One of {n} types: s3 bucket, 버킷, dynamodb table', { n: types.length }),
    items: (query) =>
      finder
        .find(query)
        .slice(0, mostRows)
        .map((type) => ({ label: type, description: titleOf(bestOf(taught.get(type), type)), value: type })),
    preview: (type) => ({ title: type.split('::').slice(1).join(' '), target: 'cloudformation', code: code(type) }),
  });
  if (!chosen) return;
  await useStarter(app, { target: 'cloudformation', lines: lines(chosen.value), imports: [] }, () => code(chosen.value), chosen.use, editor);
}

/** A bucket is S3's, though others use one too. */
function bestOf(snippets: readonly Snippet[] = [], type: string): Snippet | undefined {
  const service = type.split('::')[1]?.toLowerCase();
  return snippets.find((snippet) => snippet.service.toLowerCase() === service) ?? snippets[0];
}

function titleOf(snippet: Snippet | undefined): string {
  return (locale === 'ko' ? snippet?.title : snippet?.titleEn) ?? '';
}

/** The snippets that begin with a resource of a type, by the type: they bring Korean names to search by. */
function taughtTypes(snippets: readonly Snippet[]): Map<string, Snippet[]> {
  const taught = new Map<string, Snippet[]>();
  for (const snippet of snippets) {
    if (snippet.target !== 'cloudformation') continue;
    const type = snippet.body.map((line) => /^\s+Type: (\w+::\w+::\w+)/.exec(line)?.[1]).find((found) => found !== undefined);
    if (type) taught.set(type, [...(taught.get(type) ?? []), snippet]);
  }
  return taught;
}
