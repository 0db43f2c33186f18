import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasTopic, inWorkspace, load, remove, until, untilTopics, write } from './window';

describe('problems of notes', () => {
  const ours = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Baeum');
  const untilProblems = (uri: vscode.Uri, holds: (problems: vscode.Diagnostic[]) => boolean) =>
    until(vscode.languages.onDidChangeDiagnostics, () => holds(ours(uri)));
  const lineOf = async (uri: vscode.Uri, text: string) =>
    new TextDecoder()
      .decode(await vscode.workspace.fs.readFile(uri))
      .split('\n')
      .findIndex((line) => line.includes(text));

  const note = inWorkspace('notes/quiz.md');

  before(load);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove('notes/없는 노트.md', 'notes/틀린 노트.md');
    await untilProblems(note, (problems) => problems.length === 1);
  });

  it('stand at their line with their weight', async () => {
    await untilProblems(note, (problems) => problems.length > 0);
    const [problem, ...others] = ours(note);
    assert.deepEqual(others, []);
    assert.equal(problem?.code, 'link.missingNote');
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(problem?.range.start.line, await lineOf(note, '없는%20노트.md'));

    const wrong = inWorkspace('notes/틀린 노트.md');
    await write('notes/틀린 노트.md', '# 틀린 노트\n\n글\n\n```quiz\n- kind: ox\n  prompt: 답이 없는 문제\n```\n');
    await untilProblems(wrong, (problems) => problems.length === 1);
    assert.equal(ours(wrong)[0]?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(ours(wrong)[0]?.range.start.line, 5);
    await write('notes/틀린 노트.md', '# 틀린 노트\n');
    await untilProblems(wrong, (problems) => problems.length === 0);
  });

  it('are told of the learner’s own notes only', async () => {
    await untilProblems(note, (problems) => problems.length > 0);
    const { notes } = await load();
    for (const [uri, list] of vscode.languages.getDiagnostics()) {
      if (list.some(({ source }) => source === 'Baeum')) assert.equal(notes.refOf(uri)?.pack, 'folder:notes', uri.path);
    }
  });

  it('have a quick fix that makes the missing note', async () => {
    await untilProblems(note, (problems) => problems.length > 0);
    const [problem] = ours(note);
    assert.ok(problem);
    await vscode.window.showTextDocument(note);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', note, problem.range);
    const [fix] = actions.filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === 'link.missingNote'));
    assert.ok(fix?.edit && fix.command);
    assert.equal(fix.isPreferred, true);
    await vscode.workspace.applyEdit(fix.edit);
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    await until(vscode.window.onDidChangeActiveTextEditor, () => vscode.window.activeTextEditor?.document.uri.path.endsWith('/없는 노트.md') === true);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), '# 없는 노트\n\n');
    await untilTopics(hasTopic('없는 노트'));
    await untilProblems(note, (problems) => problems.length === 0);
  });
});
