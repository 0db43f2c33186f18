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

  /** The editor takes a request back when the document's problems change under it. */
  const actionsAt = async (uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> => {
    for (;;) {
      try {
        return await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
      } catch (error) {
        if (!String(error).includes('Canceled')) throw error;
      }
    }
  };

  const note = inWorkspace('notes/quiz.md');

  before(load);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove('notes/없는 노트.md', 'notes/틀린 노트.md', 'notes/옛 글자.md', 'notes/깨진 그림.md');
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

  it('tell of diagrams nobody can draw while the note is open, as it is typed', async () => {
    const drawn = inWorkspace('notes/깨진 그림.md');
    await write('notes/깨진 그림.md', '# 깨진 그림\n\n```mermaid\nflowchart LR\n  a -> b\n```\n');
    await untilTopics(hasTopic('깨진 그림'));
    const editor = await vscode.window.showTextDocument(drawn);
    await untilProblems(drawn, (problems) => problems.length > 0);
    const [problem] = ours(drawn);
    assert.equal(problem?.code, 'diagram.unreadable');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(problem.range.start.line, 4);
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 4), '-'));
    await untilProblems(drawn, (problems) => problems.length === 0);
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
    const actions = await actionsAt(note, problem.range);
    const fix = actions.find(({ title }) => title.includes('없는 노트.md'));
    assert.ok(fix?.command, actions.map(({ title }) => title).join());
    assert.equal(fix.isPreferred, true);
    const { command, arguments: given = [] } = fix.command;
    await vscode.commands.executeCommand(command, ...given).then(undefined, (error: unknown) => assert.fail(`the fix: ${String(error)}`));
    assert.equal(vscode.window.activeTextEditor?.document.getText(), '# 없는 노트\n\n');
    await untilTopics(hasTopic('없는 노트'));
    await untilProblems(note, (problems) => problems.length === 0);
  });

  it('have a quick fix that saves EUC-KR as UTF-8', async () => {
    const old = inWorkspace('notes/옛 글자.md');
    await vscode.workspace.fs.writeFile(old, Uint8Array.of(0x23, 0x20, 0xc5, 0xac, 0xb6, 0xf3, 0xbf, 0xec, 0xb5, 0xe5, 0x0a));
    await untilProblems(old, ([problem]) => problem?.code === 'note.encoding');
    await untilTopics(hasTopic('클라우드'));
    const [problem] = ours(old);
    assert.ok(problem);
    await vscode.window.showTextDocument(old);
    const fix = (await actionsAt(old, problem.range)).find(({ title }) => title.includes('UTF-8'));
    assert.ok(fix?.edit && fix.command);
    await vscode.workspace.applyEdit(fix.edit);
    await vscode.commands.executeCommand(fix.command.command);
    assert.equal(new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(old)), '# 클라우드\n');
    await untilProblems(old, (problems) => problems.length === 0);
  });
});
