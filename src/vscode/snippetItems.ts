import * as vscode from 'vscode';
import { type Insertion, importEdits, planInsertion } from '../core/code/insertion';
import { isBlankYaml } from '../core/code/templatePlace';
import type { Snippet } from '../core/model';
import { snippetCode } from '../core/snippetCode';
import { nameBegunBy } from '../core/snippetSearch';
import { targetLanguages, targetNames } from '../core/snippets';
import type { App } from './app';
import type { SnippetItems } from './completion';
import { locale, t } from './l10n';
import { snippetStyle, starterOf, stepOf } from './snippetInsertion';

/** What it takes to tell more of an item when it gets the focus. */
class SnippetItem extends vscode.CompletionItem {
  constructor(
    readonly snippet: Snippet,
    readonly document: vscode.TextDocument,
    title: string,
  ) {
    super({ label: snippet.prefix, description: title }, vscode.CompletionItemKind.Snippet);
  }
}

/** The snippets for a language that a word begins, to be put where the word stands. */
export function createSnippetItems(app: App): SnippetItems {
  return {
    async provide(document, position, word) {
      const { study } = await app.load();
      const found = (await study.snippets()).flatMap((snippet) => {
        const name = targetLanguages[snippet.target].includes(document.languageId) ? nameBegunBy(snippet, word) : undefined;
        return name === undefined ? [] : [{ snippet, name }];
      });
      if (found.length === 0) return undefined;
      const cursor = document.offsetAt(position) - word.length;
      const whole = document.getText();
      const text = whole.slice(0, cursor) + whole.slice(cursor + word.length);
      const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
      const place = { text, language: document.languageId, offset: cursor, step: editor ? stepOf(editor) : '  ' };
      const isShared = new Set(found.map(({ snippet }) => snippet.target)).size > 1;
      const items = found.flatMap(({ snippet, name }) => {
        const starter = starterOf(snippet);
        const plan = planInsertion(starter, place);
        // a resource that would have to go to another line is not what is being typed here
        if (plan.start > cursor || plan.end < cursor || document.positionAt(plan.start).line !== position.line) return [];
        const title = locale === 'ko' ? snippet.title : snippet.titleEn;
        const make = (body: string, label: string) => item(new SnippetItem(snippet, document, label), { ...plan, body }, name, word, position);
        const label = isShared ? `${title} · ${targetNames[snippet.target]}` : title;
        if (snippet.target !== 'cloudformation' || !isBlankYaml(text)) return [make(plan.body, label)];
        return [make(plan.body, t('{title} (whole template)', { title })), make(starter.lines.join('\n'), label)];
      });
      // what is composed in Hangul changes letters that are there: the editor cannot go on by itself
      return new vscode.CompletionList(items, /\p{Script=Hangul}/u.test(word));
    },
    async resolve(completion) {
      if (!(completion instanceof SnippetItem)) return completion;
      const { snippet, document } = completion;
      const text = new vscode.MarkdownString();
      text.appendText(locale === 'ko' ? snippet.description : snippet.descriptionEn);
      text.appendCodeblock(snippetCode(snippet, snippetStyle()), targetLanguages[snippet.target][0]);
      if (snippet.docs) text.appendMarkdown(`[${t('Official documentation')}](${snippet.docs})`);
      completion.documentation = text;
      const edits = importEdits(snippet, { text: document.getText() });
      completion.additionalTextEdits = edits.map(
        ({ start, end, newText }) => new vscode.TextEdit(new vscode.Range(document.positionAt(start), document.positionAt(end)), newText),
      );
      return completion;
    },
  };
}

function item(completion: SnippetItem, plan: Insertion, name: string, word: string, position: vscode.Position): SnippetItem {
  completion.insertText = new vscode.SnippetString(plan.body);
  completion.keepWhitespace = true;
  completion.detail = targetNames[completion.snippet.target];
  // the editor filters by what is typed, which may be a Korean name or its initial consonants
  completion.filterText = name.toLowerCase().startsWith(word.toLowerCase()) ? name : word;
  completion.range = new vscode.Range(completion.document.positionAt(plan.start), position);
  return completion;
}
