import * as vscode from 'vscode';
import { type CodeEntry, CodeTable } from '../core/code/codeTable';
import { type CodeReference, codeReferences } from '../core/codeReferences';
import type { Topic } from '../core/model';
import type { App } from './app';
import type { CodeHints } from './codeHintsRegistration';
import { commands } from './ids';
import { locale, t } from './l10n';
import { packTexts } from './packFiles';
import { readSettings } from './settings';

/** While somebody types nothing is read: the lenses that are there move with their lines. */
const quietMilliseconds = 300;

/** Tells of services in code what the notes know. Everything is read when the first document asks. */
export function createCodeHints(app: App): CodeHints {
  const read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly references: readonly CodeReference[] }>();
  let table: Promise<CodeTable> | undefined;
  app.onDidChange((change) => {
    if (change === 'library') table = undefined;
  });

  const referencesIn = async (document: vscode.TextDocument): Promise<readonly CodeReference[]> => {
    table ??= packTexts(app, 'code.json').then((texts) => new CodeTable(texts));
    const names = await table;
    const known = read.get(document);
    if (known?.version === document.version) return known.references;
    const references = codeReferences(document.getText(), document.languageId, names);
    read.set(document, { version: document.version, references });
    return references;
  };

  return {
    onDidChange: app.onDidChange,
    async hover(document, position, token) {
      const at = document.offsetAt(position);
      const reference = (await referencesIn(document)).find(({ start, end }) => start <= at && at <= end);
      if (!reference || token.isCancellationRequested) return undefined;
      const { study } = await app.load();
      const [topic, due] = await Promise.all([topicOf(app, reference.entry), study.dueByTopic()]);
      return new vscode.Hover(hoverText(reference.entry, topic, due.get(topic?.id ?? '') ?? 0), rangeOf(document, reference));
    },
    async lenses(document, token) {
      await new Promise((resolve) => setTimeout(resolve, quietMilliseconds));
      if (token.isCancellationRequested || document.isClosed) return undefined;
      const { study } = await app.load();
      const [references, due] = await Promise.all([referencesIn(document), study.dueByTopic()]);
      const isAlways = readSettings().codeLens === 'always';
      const firsts = new Map<string, CodeReference>();
      for (const reference of references) if (!reference.isImport && !firsts.has(reference.entry.service)) firsts.set(reference.entry.service, reference);
      const lenses = await Promise.all(
        [...firsts.values()].map(async (reference) => {
          const topic = await topicOf(app, reference.entry);
          const waiting = due.get(topic?.id ?? '') ?? 0;
          return topic && (isAlways || waiting > 0) ? [lens(rangeOf(document, reference), reference.entry, topic, waiting)] : [];
        }),
      );
      return lenses.flat();
    },
  };
}

async function topicOf(app: App, { service }: CodeEntry): Promise<Topic | undefined> {
  const { topics } = await (await app.load()).study.library();
  return topics.find((topic) => topic.service === service);
}

function rangeOf(document: vscode.TextDocument, { start, end }: CodeReference): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function hoverText(entry: CodeEntry, topic: Topic | undefined, due: number): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  // links to these two and to nothing else
  text.isTrusted = { enabledCommands: [commands.openLesson, commands.startQuiz] };
  text.appendMarkdown('**').appendText(entry.service).appendMarkdown('** · ').appendText(entry[locale]);
  if (!topic) return text;
  const link = (label: string, command: string) => `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([topic.id]))})`;
  const questions = due > 0 ? t('Review {n} questions', { n: due }) : t('Solve its questions');
  return text.appendMarkdown(`\n\n${link(`$(book) ${t('Open Lesson')}`, commands.openLesson)} · ${link(`$(checklist) ${questions}`, commands.startQuiz)}`);
}

/** With something due, the way to it; else the way to the lesson. */
function lens(range: vscode.Range, { service }: CodeEntry, topic: Topic, due: number): vscode.CodeLens {
  const command =
    due > 0
      ? { command: commands.startQuiz, title: `$(checklist) ${t('{service} · {n} due', { service, n: due })}`, arguments: [topic.id] }
      : { command: commands.openLesson, title: `$(book) ${t('{service}: what it is and does', { service })}`, arguments: [topic.id] };
  return new vscode.CodeLens(range, command);
}
