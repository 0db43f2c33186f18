import { comparable, withParticle } from '../../korean';
import { shuffled } from '../../seed';
import type { Table } from '../../tables';
import { baseOf, headingAt, type Source } from '../making/source';
import { factsOf } from '../making/termFacts';
import { asMarkdown, bold, mentions } from '../making/wording';
import type { Question } from '../question';

/** A table that sets things against each other: what each is like in each respect. */
interface Grid {
  readonly things: readonly string[];
  readonly respects: readonly { readonly name: string; readonly line: number; readonly cells: readonly string[] }[];
  readonly line: number;
}

const longest = 60;

/** Comparison tables: which of the things is like that, how two of them differ, and what goes with what. */
export function comparison(source: Source): Question[] {
  return source.own.tables.flatMap((table) => {
    const grid = gridOf(table, source);
    if (!grid) return [];
    return grid.things.length === 2 ? [...difference(grid, source), ...statements(grid, source)] : [...whichOne(grid, source)];
  });
}

const corner = /^(?:구분|항목|비교|기준|특징|종류|이름|유형|속성|방식|서비스|)$/;
/** Columns that say where a row comes from. */
const beside = /출처|기준|비고|링크|참고|예시|예$/;

function gridOf(table: Table, source: Source): Grid | undefined {
  const heads = table.head.cells;
  const columns = heads.map((_, index) => index).filter((index) => index > 0 && heads[index] && !beside.test(heads[index] ?? ''));
  const isComparison = /비교|차이|헷갈리|vs|대조|구분|선택|고르/i.test(headingAt(source, table.head.line)) || columns.length >= 2;
  if (!corner.test(heads[0] ?? '') || !isComparison || columns.length < 2 || table.rows.length < 2) return undefined;
  const names = columns.map((index) => heads[index] ?? '');
  const rows = table.rows.filter((row) => (row.cells[0] ?? '') !== '');
  const named = areThings(
    rows.map((row) => row.cells[0] ?? ''),
    source,
  );
  // one abbreviation among the respects, as `API`, makes them no things
  if (named < 0.5 || areThings(names, source) >= named) {
    return {
      things: names,
      line: table.head.line,
      respects: rows.map((row) => ({ name: row.cells[0] ?? '', line: row.line, cells: columns.map((index) => row.cells[index] ?? '') })),
    };
  }
  return {
    things: rows.map((row) => row.cells[0] ?? ''),
    line: table.head.line,
    respects: columns.map((index) => ({ name: heads[index] ?? '', line: table.head.line, cells: rows.map((row) => row.cells[index] ?? '') })),
  };
}

const knownNames = new WeakMap<Source, ReadonlySet<string>>();

/** The share of names that are known, or look like names: the other side of the table tells of them. */
function areThings(names: readonly string[], source: Source): number {
  const near = [source, ...source.siblings];
  const known =
    knownNames.get(source) ??
    new Set([...near.flatMap(({ plainNames }) => [...plainNames]), ...source.note.material.definitions.flatMap((term) => factsOf(term).names)]);
  knownNames.set(source, known);
  const isThing = (name: string) => known.has(comparable(name.replace(/\s*\([^()]*\)$/, ''))) || /^[A-Z][^가-힣]*$/.test(name);
  return names.filter(isThing).length / Math.max(1, names.length);
}

/** Cells that are the answer of nothing: empty, or not to be told from others. */
const nothing = /^(?:|-|–|—|x|o|○|×|✓|✗|✔|✕|해당 없음|없음|n\/a|같음|동일|상동|위와 같음|그대로)$/i;

/** “‘계층’이 ‘L4’인 것은?”: only for a cell that stands once in its row and says enough. */
function whichOne({ things, respects }: Grid, source: Source): Question[] {
  if (new Set(things.map(comparable)).size < things.length || things.length < 3) return [];
  return respects.flatMap(({ name, line, cells }): Question[] => {
    const asked = shuffled(
      things.map((thing, index) => ({ thing, cell: cells[index] ?? '' })),
      source.topic.id + name,
    ).find(({ thing, cell }) => isApart(cell, cells) && !mentions(cell, wordsOfName(thing)));
    if (!asked) return [];
    const others = shuffled(
      things.filter((thing, index) => thing !== asked.thing && cells[index] !== ''),
      name,
    ).slice(0, 3);
    if (others.length < 2) return [];
    const base = baseOf(source, {
      maker: 'which',
      key: name,
      line,
      prompt: `다음 중 ${bold(name)} 항목이 ‘${asMarkdown(asked.cell)}’인 것은?`,
      explanation: rowText(things, cells, name),
      quality: 0.85 - (others.length < 3 ? 0.05 : 0) - cellFaults(asked.cell),
    });
    return [
      { ...base, kind: 'single', choices: shuffled([{ text: asked.thing, correct: true }, ...others.map((text) => ({ text, correct: false }))], base.id) },
    ];
  });
}

function wordsOfName(thing: string): string[] {
  return thing.split(/[\s()/]+/).filter((word) => word.length > 1);
}

/** True for a cell that no other one of the row equals, holds, or is part of. */
function isApart(cell: string, cells: readonly string[]): boolean {
  if (nothing.test(cell) || cell.length > longest) return false;
  const plain = comparable(cell);
  const same = cells.filter((other) => comparable(other) === plain).length;
  const alike = cells.filter((other) => other !== cell && other !== '' && (comparable(other).includes(plain) || plain.includes(comparable(other))));
  return plain.length > 1 && !/위 ?표|아래|위와/.test(cell) && same === 1 && alike.length === 0;
}

function cellFaults(cell: string): number {
  return (cell.length < 2 ? 0.3 : 0) + (cell.length > 45 ? 0.1 : 0);
}

function rowText(things: readonly string[], cells: readonly string[], name: string): string {
  return `**${asMarkdown(name)}** – ${things.map((thing, index) => `${asMarkdown(thing)}: ${asMarkdown(cells[index] ?? '') || '없음'}`).join(', ')}`;
}

/** “A와 B의 차이로 알맞은 것은?”: one row as it is, three turned round. */
function difference({ things, respects, line }: Grid, source: Source): Question[] {
  const [a = '', b = ''] = things;
  const clear = respects.filter(({ cells: [one = '', other = ''] }) => isClear(one, other));
  const rows = shuffled(clear, `${source.topic.id}${a}${b}`).slice(0, 4);
  if (rows.length < 4 || comparable(a) === comparable(b)) return [];
  const base = baseOf(source, {
    maker: 'difference',
    key: `${a} ${b}`,
    line,
    prompt: `${bold(a, '과/와')} ${bold(b)}의 차이로 알맞은 것은?`,
    explanation: clear.map(({ name, cells }) => `- ${rowText(things, cells, name)}`).join('\n'),
    quality: 0.9,
  });
  const choices = rows.map(({ name, cells: [one = '', other = ''] }, index) => {
    const [first, second] = index === 0 ? [one, other] : [other, one];
    return { text: asMarkdown(`${name}: ${withParticle(a, '은/는')} ‘${first}’, ${withParticle(b, '은/는')} ‘${second}’`), correct: index === 0 };
  });
  return [{ ...base, kind: 'single', choices: shuffled(choices, base.id) }];
}

/** True when the two would be wrong the other way round. */
function isClear(one: string, other: string): boolean {
  const [a, b] = [comparable(one), comparable(other)];
  return (
    a !== '' &&
    b !== '' &&
    one.length <= longest &&
    other.length <= longest &&
    !a.includes(b) &&
    !b.includes(a) &&
    !/^(?:-|–|—)$|위 ?표|아래|위와/.test(one) &&
    !/^(?:-|–|—)$|위 ?표|아래|위와/.test(other)
  );
}

/** True if every Latin name of the second cell is one of the first, too. */
function namesOnlyOf(own: string, other: string): boolean {
  const names = (cell: string): string[] => cell.match(/[A-Za-z][A-Za-z\d]+/g) ?? [];
  const told = names(other);
  return told.length > 0 && told.every((name) => names(own).includes(name));
}

/** “A의 추가 요금은 ‘없음’이다”, true or with the other one's cell. */
function statements({ things, respects }: Grid, source: Source): Question[] {
  const [a = '', b = ''] = things;
  return respects.flatMap(({ name, line, cells: [one = '', other = ''] }): Question[] => {
    if (!isClear(one, other) || mentions(one, [a, b]) || mentions(other, [a, b])) return [];
    const [pick] = shuffled([0, 1, 2, 3], `${source.topic.id}${name}`);
    const thing = pick === 0 || pick === 1 ? a : b;
    const [own, others] = thing === a ? [one, other] : [other, one];
    // what holds of both is no false statement: `ECS 서비스` where `EC2, Lambda, ECS` is right
    const isTrue = pick === 0 || pick === 2 || namesOnlyOf(own, others);
    const cell = (thing === a) === isTrue ? one : other;
    const base = baseOf(source, {
      maker: 'respect',
      key: `${a} ${b} ${name}`,
      line,
      prompt: `맞으면 O, 틀리면 X를 고르세요.\n\n> **${asMarkdown(thing)}** – ${asMarkdown(name)}: ${asMarkdown(cell)}`,
      explanation: rowText(things, [one, other], name),
      quality: 0.8,
    });
    return [{ ...base, kind: 'ox', answer: isTrue }];
  });
}
