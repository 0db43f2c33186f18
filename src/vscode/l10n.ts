import * as vscode from 'vscode';
import { createTranslate } from '../core/l10n';

/** Translations VS Code loaded for the display language; our own lookup adds the particles Korean needs. */
export const strings = vscode.l10n.bundle;
export const t = createTranslate(strings);
export const locale: 'en' | 'ko' = vscode.env.language.startsWith('ko') ? 'ko' : 'en';
