import * as vscode from 'vscode';
import type { Snippet, Topic } from '../core/model';
import { snippetCode } from '../core/snippetCode';
import { snippetFinder } from '../core/snippetSearch';
import { targetLanguages, targetNames } from '../core/snippets';
import type { App } from './app';
import { type CodeItem, pickCode } from './codePick';
import { locale, t } from './l10n';
import { editorInMind, snippetStyle, useSnippet } from './snippetInsertion';
import type { SnippetPreview } from './snippetPreview';

/** Lets a snippet be picked among those of a topic, for the language of the editor; both limits can be lifted in the list. */
export async function pickSnippet(app: App, preview: SnippetPreview, topic: Topic | undefined): Promise<void> {
  const { study } = await app.load();
  const [snippets, library] = await Promise.all([study.snippets(), study.library()]);
  const editor = editorInMind();
  const language = editor?.document.languageId ?? '';
  const services = library.packs.flatMap((pack) => pack.manifest.services ?? []);
  const finder = snippetFinder(snippets, (service) => services.find(({ name }) => name === service)?.aliases ?? []);

  const isOfTopic = ({ service }: Snippet) => service === topic?.service;
  const isForLanguage = ({ target }: Snippet) => targetLanguages[target].includes(language);
  if (topic && !snippets.some(isOfTopic)) {
    await vscode.window.showInformationMessage(t('There is no snippet for this topic'));
    return;
  }
  let onlyTopic = topic !== undefined;
  // a topic may have nothing for the language: then it is no help to leave all the others out
  let onlyLanguage = snippets.some((snippet) => isForLanguage(snippet) && (!onlyTopic || isOfTopic(snippet)));
  const canFilter = onlyLanguage && editor !== undefined;

  const chosen = await pickCode<Snippet>(app, preview, {
    title: topic ? t('Insert Snippet: {topic}', { topic: topic.title }) : t('Insert Snippet'),
    placeholder: t('A prefix such as s3-bucket, a Korean name, or initial consonants such as ㅂㅋ'),
    items: (query) =>
      rows(
        finder.find(query).filter((snippet) => (!onlyTopic || isOfTopic(snippet)) && (!onlyLanguage || isForLanguage(snippet))),
        !onlyTopic,
      ),
    preview: (snippet) => ({ title: titleOf(snippet), target: snippet.target, code: snippetCode(snippet, snippetStyle()) }),
    buttons: () => [
      ...(canFilter
        ? [
            {
              iconPath: new vscode.ThemeIcon(onlyLanguage ? 'filter-filled' : 'filter'),
              tooltip: onlyLanguage ? t('Show every language') : t('Only for {language}', { language }),
              press: () => {
                onlyLanguage = !onlyLanguage;
              },
            },
          ]
        : []),
      ...(topic
        ? [
            {
              iconPath: new vscode.ThemeIcon(onlyTopic ? 'book' : 'library'),
              tooltip: onlyTopic ? t('Show every topic') : t('Only for {topic}', { topic: topic.title }),
              press: () => {
                onlyTopic = !onlyTopic;
              },
            },
          ]
        : []),
    ],
  });
  if (chosen) await useSnippet(app, chosen.value, chosen.use, editor);
}

function titleOf(snippet: Snippet): string {
  return locale === 'ko' ? snippet.title : snippet.titleEn;
}

/** In groups by target, in the order of the first that was found. */
function rows(snippets: readonly Snippet[], withService: boolean): CodeItem<Snippet>[] {
  const order = Object.keys(targetNames);
  const targets = [...new Set(snippets.map(({ target }) => target))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return targets.flatMap((target) => [
    { label: targetNames[target], kind: vscode.QuickPickItemKind.Separator },
    ...snippets
      .filter((snippet) => snippet.target === target)
      .map((snippet) => ({
        label: titleOf(snippet),
        description: withService ? `${snippet.prefix} · ${snippet.service}` : snippet.prefix,
        detail: locale === 'ko' ? snippet.description : snippet.descriptionEn,
        value: snippet,
      })),
  ]);
}
