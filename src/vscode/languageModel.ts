import * as vscode from 'vscode';
import type { Topic } from '../core/model';
import type { App } from './app';
import { t } from './l10n';
import { insertBlock } from './noteCommands';

/**
 * Asks the language model the editor brings for questions on a topic. Only when the learner asks; what comes back goes
 * through the same reader as every author's block and the same rules as made questions, is marked, and stands unsaved in the note for the learner to judge.
 */
export async function askModel(app: App, topic: Topic): Promise<void> {
  const { study, notes } = await app.load();
  const uri = notes.uriOf(topic.note);
  const text = await notes.read(topic.note);
  if (!uri || text === undefined) return;
  const [model] = await vscode.lm.selectChatModels();
  if (!model) {
    await vscode.window.showInformationMessage(t('This editor has no language model. The questions made from the note by rules need none.'));
    return;
  }
  const send = t('Send the Note');
  const answer = await vscode.window.showInformationMessage(
    t('The text of {title} will be sent to {model}.', { title: topic.title, model: model.name }),
    { modal: true },
    send,
  );
  if (answer !== send) return;
  const own = text
    .split(/\r\n|\r|\n/)
    .slice(topic.line, topic.endLine)
    .join('\n');
  const { block, count } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Waiting for questions on {title}', { title: topic.title }), cancellable: true },
    (_progress, token) =>
      study.questionsByModel(topic.note, own, async (prompt) => {
        const response = await model.sendRequest([vscode.LanguageModelChatMessage.User(prompt)], {}, token);
        let whole = '';
        for await (const part of response.text) whole += part;
        return whole;
      }),
  );
  if (count === 0) {
    await vscode.window.showWarningMessage(t('The language model gave no question that could be used'));
    return;
  }
  if (notes.isOwn(topic.note.pack)) await insertBlock(uri, topic.endLine, block);
  else await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: block }));
}
