/** Runs in the extension host: asks for completion as typing does, with Baeum's snippets and without, in turns. */
const { writeFileSync } = require('node:fs');
const vscode = require('vscode');

const rounds = 12;
const requests = 15;

exports.run = async () => {
  const [file] = await vscode.workspace.findFiles('template.yaml');
  if (!file) throw new Error('there is no template');
  const editor = await vscode.window.showTextDocument(file);
  const { document } = editor;
  // words of the document are looked for only when no extension has anything: they would count against VS Code's own snippets
  await vscode.workspace.getConfiguration('editor').update('wordBasedSuggestions', 'off', vscode.ConfigurationTarget.Global);
  const line = document.lineCount - 1;
  /** @type {Record<'withBaeum' | 'builtIn', number[]>} */
  const times = { withBaeum: [], builtIn: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of /** @type {const} */ (round % 2 === 0 ? ['builtIn', 'withBaeum'] : ['withBaeum', 'builtIn'])) {
      await vscode.workspace.getConfiguration('baeum').update('snippets.completion', kind === 'withBaeum', vscode.ConfigurationTarget.Global);
      for (let request = 0; request < requests; request++) {
        const word = request % 2 === 0 ? 's3-b' : 's3-bu';
        await editor.edit((edit) => edit.replace(document.lineAt(line).range, `  ${word}`));
        const begun = performance.now();
        const { items } = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', file, new vscode.Position(line, 2 + word.length));
        const taken = performance.now() - begun;
        check(items, kind === 'withBaeum');
        // the first of a round pays for the change of the setting
        if (round > 0 && request > 0) times[kind].push(taken);
      }
    }
  }
  const result = { withBaeum: median(times.withBaeum), builtIn: median(times.builtIn), requests: times.builtIn.length, lines: document.lineCount };
  writeFileSync(process.env.BAEUM_BENCH_RESULT ?? '', JSON.stringify(result));
};

/** @param {readonly import('vscode').CompletionItem[]} items @param {boolean} isWithBaeum */
function check(items, isWithBaeum) {
  const isBucket = (/** @type {import('vscode').CompletionItem} */ { label }) => (typeof label === 'string' ? label : label.label) === 's3-bucket';
  const ours = items.filter((item) => isBucket(item) && item.keepWhitespace === true).length;
  const theirs = items.filter(isBucket).length - ours;
  if (theirs === 0 || ours > 0 !== isWithBaeum) throw new Error(`${ours} of Baeum's and ${theirs} of VS Code's, with Baeum: ${isWithBaeum}`);
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
