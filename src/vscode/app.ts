/** What every adapter is given: the study (loaded when first asked for), and the few things that belong to the window. */
import type * as vscode from 'vscode';
import type { Log } from '../core/ports';
import type { Study } from '../core/study';
import type { Drawings } from './drawings';
import type { NoteSources } from './noteSources';
import type { ReviewLogFile } from './reviewLogFile';

export interface Loaded {
  readonly study: Study;
  readonly notes: NoteSources;
  readonly reviewLog: ReviewLogFile;
}

export interface Reading {
  readonly topic: string;
  readonly slug: string;
  readonly section: string;
}

export interface App {
  readonly extensionUri: vscode.Uri;
  /** Folder of the extension's own files. */
  readonly storageUri: vscode.Uri;
  readonly log: Log;
  readonly drawings: Drawings;
  /** Where the learner was reading; may be lost without harm. */
  readonly reading: { get(): Reading | undefined; set(reading: Reading): void };
  /** Small choices of the person, over every window; may be lost without harm. */
  readonly choices: { get(name: 'yamlTagsAsked' | 'targets'): unknown; set(name: 'yamlTagsAsked' | 'targets', value: unknown): void };
  /** Loads the core and the notes on the first call. */
  load(): Promise<Loaded>;
  /** What `load` gave, if anything asked for it yet. */
  loaded(): Loaded | undefined;
  /** Told of every change once the study is loaded. */
  readonly onDidChange: vscode.Event<'library' | 'progress'>;
}
