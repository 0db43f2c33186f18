import * as vscode from 'vscode';
import { dateOfDay, dayOfDate, parseExamDate } from '../core/exam/examDate';
import { studyDay } from '../core/schedule';
import type { App } from './app';
import { t } from './l10n';
import { readSettings, writeExamDate } from './settings';

/** Asks for the day of the exam; nothing takes it away. */
export async function askExamDate(app: App): Promise<void> {
  const today = studyDay((await app.load()).study.now());
  const said = (text: string): { readonly day?: number; readonly message: string; readonly isFine: boolean } => {
    if (text.trim() === '') return { message: t('No exam: reviews come at their usual intervals'), isFine: true };
    const day = parseExamDate(text, today);
    if (day === undefined) return { message: t('Write a date such as 2026-12-19, 12/19 or D-23'), isFine: false };
    if (day < today) return { message: t('{date} is over', { date: dateOfDay(day) }), isFine: false };
    return { day, message: t('{date}, D-{n}: no review is put off beyond it', { date: dateOfDay(day), n: day - today }), isFine: true };
  };
  const old = dayOfDate(readSettings().examDate);
  const text = await vscode.window.showInputBox({
    title: t('Set Exam Date'),
    prompt: t('A date such as 2026-12-19, 12/19 or D-23. Empty: no exam'),
    value: old !== undefined && old >= today ? dateOfDay(old) : '',
    validateInput: (typed) => {
      const { message, isFine } = said(typed);
      return { message, severity: isFine ? vscode.InputBoxValidationSeverity.Info : vscode.InputBoxValidationSeverity.Error };
    },
  });
  if (text === undefined) return;
  const { day } = said(text);
  await writeExamDate(day === undefined ? '' : dateOfDay(day));
}
