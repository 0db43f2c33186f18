import * as vscode from 'vscode';
import { diagramProblems, type ReadDiagram } from '../core/diagramFault';
import { readOutline } from '../core/noteText';
import type { App } from './app';
import { asDiagnostic } from './asDiagnostic';
import { guard } from './commands';
import { loadDiagramReader } from './loadDiagramReader';

/** How long nobody has typed before diagrams are looked at, in milliseconds. */
const pause = 500;
/** Diagrams whose fault is remembered. */
const mostKept = 300;
const hasDiagram = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*mermaid\b/im;

/** Diagrams of the learner's own notes that mermaid cannot read, while a note is open. Nothing is loaded before one with a diagram is. */
export function registerDiagramDiagnostics(app: App): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('baeum-diagrams');
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const kept = new Map<string, ReturnType<ReadDiagram>>();
  const read: ReadDiagram = async (source) => {
    const known = kept.get(source);
    if (known) return known;
    const { readDiagram } = await loadDiagramReader(app.extensionUri);
    if (kept.size >= mostKept) kept.clear();
    const reading = readDiagram(source);
    kept.set(source, reading);
    return reading;
  };
  const look = async (document: vscode.TextDocument) => {
    const { notes } = await app.load();
    const ref = notes.refOf(document.uri);
    const text = ref && notes.isOwn(ref.pack) ? document.getText() : '';
    const { version } = document;
    const problems = ref && hasDiagram.test(text) ? await diagramProblems(readOutline({ text }, ref, [], notes.largest).fences, read) : [];
    if (!document.isClosed && document.version === version) collection.set(document.uri, problems.map(asDiagnostic));
  };
  const lookSoon = (document: vscode.TextDocument, milliseconds = 0) => {
    if (document.languageId !== 'markdown') return;
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    const timer = setTimeout(() => {
      waiting.delete(key);
      void guard('diagrams', app.log, () => look(document));
    }, milliseconds);
    waiting.set(key, timer);
  };
  const lookAtVisible = () => {
    for (const { document } of vscode.window.visibleTextEditors) lookSoon(document);
  };
  lookAtVisible();
  return vscode.Disposable.from(
    collection,
    vscode.window.onDidChangeVisibleTextEditors(lookAtVisible),
    vscode.workspace.onDidChangeTextDocument(({ document }) => lookSoon(document, pause)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    // notes come and go with their folders
    app.onDidChange((change) => change === 'library' && lookAtVisible()),
    new vscode.Disposable(() => {
      for (const timer of waiting.values()) clearTimeout(timer);
    }),
  );
}
