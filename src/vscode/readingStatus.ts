import * as vscode from 'vscode';
import { commands } from './ids';
import { t } from './l10n';

/** Shorter waits need no word. */
const patience = 1_000;

/** Notes read, of how many. */
interface Count {
  readonly done: number;
  readonly total: number;
}

/** Tells of a long reading in the status bar, where a click stops it; and then of what is left, where a click goes on with it. */
export class ReadingStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('baeum.reading', vscode.StatusBarAlignment.Left, 0);
  /** By pack. */
  readonly #running = new Map<string, Count>();
  readonly #left = new Map<string, Count>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLong = false;

  constructor() {
    this.#item.name = t('Baeum: reading notes');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#item.dispose();
  }

  report(pack: string, done: number, total: number): void {
    this.#running.set(pack, { done, total });
    this.#left.delete(pack);
    this.#timer ??= setTimeout(() => {
      this.#isLong = true;
      this.#show();
    }, patience);
    this.#show();
  }

  /** @param left what was read, when that is not all */
  finish(pack: string, left?: Count): void {
    this.#running.delete(pack);
    if (left) this.#left.set(pack, left);
    else this.#left.delete(pack);
    if (this.#running.size === 0) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#isLong = false;
    }
    this.#show();
  }

  #show(): void {
    if (this.#running.size > 0) {
      if (!this.#isLong) return;
      this.#tell(
        'loading~spin',
        t('Reading notes: {done}/{total}', { ...sum(this.#running) }),
        t('Click to stop: what was read can be used'),
        commands.stopReading,
      );
    } else if (this.#left.size > 0) {
      this.#tell('debug-pause', t('{done} of {total} notes read', { ...sum(this.#left) }), t('Click to read the rest'), commands.readAgain);
    } else this.#item.hide();
  }

  #tell(icon: string, text: string, tooltip: string, command: string): void {
    this.#item.text = `$(${icon}) ${text}`;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `${text}. ${tooltip}` };
    this.#item.command = command;
    this.#item.show();
  }
}

function sum(counts: ReadonlyMap<string, Count>): Count {
  const all = [...counts.values()];
  return { done: all.reduce((sofar, { done }) => sofar + done, 0), total: all.reduce((sofar, { total }) => sofar + total, 0) };
}
