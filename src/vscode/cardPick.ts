import * as vscode from 'vscode';
import type { Topic } from '../core/model';
import type { Question } from '../core/questions/question';
import { commands } from './ids';

export interface CardItem extends vscode.QuickPickItem {
  readonly question: Question;
  readonly topic: Topic;
}

/** The prompt of a question in one line, without its markup. */
export function promptLine({ prompt }: Question): string {
  return prompt
    .replace(/[`*_>#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}

export function openCard({ question, topic }: Pick<CardItem, 'question' | 'topic'>): Thenable<unknown> {
  return vscode.commands.executeCommand(commands.openNote, topic.id, question.explainedAt);
}
