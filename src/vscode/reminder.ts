import * as vscode from 'vscode';
import { studyDay } from '../core/schedule';
import type { App } from './app';
import { guard } from './commands';
import { commands } from './ids';
import { t } from './l10n';

const stateKey = 'remindedOn';
const later = 30 * 60_000;

/** Tells once a study day, in whichever window comes first, that something is due. */
export class Reminder implements vscode.Disposable {
  readonly #app: App;
  readonly #state: vscode.Memento;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(app: App, state: vscode.Memento) {
    this.#app = app;
    this.#state = state;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  /** @param isAgain asked for by the learner half an hour ago */
  async remind(isAgain = false): Promise<void> {
    const { study } = await this.#app.load();
    const today = studyDay(study.now());
    if (this.#state.get<number>(stateKey) === today && !isAgain) return;
    const { due, fresh } = await study.today();
    if (due.length + fresh.length === 0) return;
    await this.#state.update(stateKey, today);
    const [start, wait30] = [t("Start today's study"), t('In 30 Minutes')];
    const chosen = await vscode.window.showInformationMessage(
      t('Time to study: {due} to review, {fresh} new', { due: due.length, fresh: fresh.length }),
      start,
      wait30,
    );
    if (chosen === start) await vscode.commands.executeCommand(commands.startToday);
    else if (chosen === wait30) this.#timer = setTimeout(() => void guard('reminder', this.#app.log, () => this.remind(true)), later);
  }
}
