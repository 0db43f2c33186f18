/** Runs in the extension host: activates extensions in turn, and writes down how many milliseconds each took. */
const { once } = require('node:events');
const { writeFileSync } = require('node:fs');
const vscode = require('vscode');

exports.run = async () => {
  const { BAEUM_BENCH_ORDER: order = '', BAEUM_BENCH_RESULT: result = '' } = process.env;
  if (!vscode.extensions.getExtension('bench.first')?.isActive) await once(process, 'startup-finished');
  /** @type {Record<string, number>} */
  const times = {};
  for (const id of order.split(',')) {
    const extension = vscode.extensions.getExtension(id);
    if (!extension || extension.isActive) throw new Error(`${id} ${extension ? 'is active already' : 'is not there'}`);
    await calm();
    const begun = performance.now();
    await extension.activate();
    times[id] = performance.now() - begun;
  }
  writeFileSync(result, JSON.stringify(times));
};

/** Until the window answers at once, many times: what it still does at its start would count against one of them. */
async function calm() {
  for (let quick = 0, all = 0; quick < 50 && all < 5000; all++) {
    const begun = performance.now();
    await vscode.commands.executeCommand('setContext', 'bench.calm', all);
    quick = performance.now() - begun < 5 ? quick + 1 : 0;
  }
}
