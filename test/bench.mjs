/**
 * What Baeum costs, as ratios to others measured in the same run: `npm run bench [-- name]`. Milliseconds of one machine
 * say little about another; a ratio says the same on both.
 */
import { measureActivation } from './bench/activation.mjs';
import { measureCompletion } from './bench/completion.mjs';
import { measureLoading } from './bench/loading.mjs';
import { measureMermaid } from './bench/mermaid.mjs';
import { measurePages } from './bench/pages.mjs';
import { measureQuestions } from './bench/questions.mjs';
import { measureReview } from './bench/review.mjs';
import { measureSearch } from './bench/search.mjs';

/**
 * @typedef {object} Measurement
 * @property {string} name
 * @property {number} value good up to its goal, or from it on when that is a floor
 * @property {number} [goal] absent where the value is only for comparison
 * @property {boolean} [isFloor]
 * @property {string} [detail] what was measured, in its own unit
 */

/** @type {Record<string, () => Promise<Measurement[]>>} */
const benchmarks = {
  activation: measureActivation,
  pages: measurePages,
  mermaid: measureMermaid,
  completion: measureCompletion,
  questions: measureQuestions,
  loading: measureLoading,
  review: measureReview,
  search: measureSearch,
};

const [wanted] = process.argv.slice(2);
if (wanted && !(wanted in benchmarks)) {
  console.error(`npm run bench [-- ${Object.keys(benchmarks).join('|')}]`);
  process.exit(2);
}

/** @type {string[][]} */
const rows = [];
for (const [name, measure] of Object.entries(benchmarks)) {
  if (wanted && wanted !== name) continue;
  for (const measurement of await measure()) {
    const reached = isReached(measurement);
    if (!reached) process.exitCode = 1;
    rows.push([name, ...cells(measurement), measurement.goal === undefined ? '' : reached ? 'yes' : 'NO']);
  }
}
print([['benchmark', 'measurement', 'value', 'goal', 'measured', 'reached'], ...rows]);

/** @param {Measurement} measurement */
function isReached({ value, goal, isFloor }) {
  if (goal === undefined) return true;
  return isFloor ? value >= goal : value <= goal;
}

/** @param {Measurement} measurement */
function cells({ name, value, goal, isFloor, detail = '' }) {
  return [name, value.toFixed(2), goal === undefined ? '' : `${isFloor ? '≥' : '≤'} ${goal}`, detail];
}

/** @param {string[][]} table the first row is the heading */
function print(table) {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [heading = [], ...body] = table;
  console.log([line(heading), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join('\n'));
}
