import { countNodes } from '../diagram';
import { noteId, type Problem } from '../model';
import { plainLines } from '../plainLines';
import { findTables } from '../tables';
import { finding, type Rule } from './finding';

/** What a pack asks of the text of its notes. */
export const noteRules: readonly Rule[] = [sections, standing, numbers, length, diagrams, anchors, prerequisites, snippets];

function sections({ note, rules }: Parameters<Rule>[0]): Problem[] {
  const titles = note.sections.map((section) => section.title);
  return (rules.sections ?? []).flatMap((title) =>
    titles.includes(title) ? [] : [finding('section', 0, 'The section {section} is missing', { section: title })],
  );
}

/** As of when the note holds, and where that is from. */
function standing({ note }: Parameters<Rule>[0]): Problem[] {
  const { asOf, sources = [] } = note.frontMatter;
  const found = /^\d{4}-\d{2}(-\d{2})?$/.test(asOf ?? '') ? [] : [finding('asOf', 0, '`asOf` in the front matter is missing, or no date such as 2026-10')];
  if (sources.length === 0) found.push(finding('sources', 0, 'The front matter names no `sources`'));
  for (const { title, url, date } of sources) {
    if (/^https?:\/\//.test(url) && /^\d{4}(-\d{2}){0,2}$/.test(date ?? '')) continue;
    found.push(finding('sources', 0, 'The source {title} needs a `url` and a `date`', { title }));
  }
  return found;
}

/** A cell that is a date, or that names one. */
const dateInCell = /^\d{4}$|(?<!\d)\d{4}(?:-\d{2}|년)/;

/** A number without a date and a source cannot be trusted for long. */
function numbers({ note, tokens, rules }: Parameters<Rule>[0]): Problem[] {
  const section = note.sections.find(({ title }) => title === rules.numbers);
  if (!section) return [];
  const rows = findTables(tokens)
    .flatMap((table) => table.rows)
    .filter(({ line }) => section.line <= line && line < section.endLine);
  if (rows.length === 0) return [finding('numbers', section.line, 'The section {section} has no table', { section: section.title })];
  return rows.flatMap(({ line, cells, links }) => {
    const row = cells[0] ?? '';
    const found = cells.some((cell) => dateInCell.test(cell)) ? [] : [finding('numbers', line, 'The row {row} has no date', { row })];
    if (!links.some((href) => /^https?:/.test(href))) found.push(finding('numbers', line, 'The row {row} has no link to its source', { row }));
    return found;
  });
}

function length({ tokens, rules: { minWords = 0, maxWords = Number.POSITIVE_INFINITY } }: Parameters<Rule>[0]): Problem[] {
  const words = plainLines(tokens).reduce((sum, { text }) => sum + text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length, 0);
  if (words < minWords) return [finding('length', 0, 'The note has {words} words, fewer than {least}', { words, least: minWords })];
  return words > maxWords ? [finding('length', 0, 'The note has {words} words, more than {most}', { words, most: maxWords })] : [];
}

function diagrams({ note, rules: { minDiagrams = 0, maxNodes = Number.POSITIVE_INFINITY } }: Parameters<Rule>[0]): Problem[] {
  const drawn = note.fences.filter((fence) => fence.language === 'mermaid');
  const few =
    drawn.length < minDiagrams ? [finding('diagrams', 0, 'The note has {n} diagrams, fewer than {least}', { n: drawn.length, least: minDiagrams })] : [];
  const large = drawn.flatMap(({ content, line }) => {
    const nodes = countNodes(content);
    return nodes > maxNodes ? [finding('nodes', line, 'The diagram has {n} nodes, more than {most}', { n: nodes, most: maxNodes })] : [];
  });
  return [...few, ...large];
}

/** Links to a heading that is not there; notes that are not there are found for every pack. */
function anchors({ note, library }: Parameters<Rule>[0]): Problem[] {
  return note.links.flatMap(({ href, line }) => {
    const target = library.resolveLink(note.ref, href);
    if (target.kind !== 'topic' || !target.slug) return [];
    const topic = library.topic(target.topic);
    const there = topic && library.notes.get(noteId(topic.note))?.sections.some(({ slug }) => slug === target.slug);
    return there || topic?.id.endsWith(`#${target.slug}`) ? [] : [finding('link', line, 'The note has no heading for the link {href}', { href })];
  });
}

function prerequisites({ note, library }: Parameters<Rule>[0]): Problem[] {
  return (note.frontMatter.prerequisites ?? []).flatMap((name) =>
    library.findTopic(name) ? [] : [finding('prerequisite', 0, 'There is no topic {name}, named in `prerequisites`', { name })],
  );
}

/** Snippets a reader is told to insert and would look for in vain. */
function snippets({ tokens, rules: { snippetWord }, prefixes }: Parameters<Rule>[0]): Problem[] {
  if (!snippetWord) return [];
  return tokens.flatMap(({ children, map }) =>
    (children ?? []).flatMap((child, index, all) => {
      const isNamed = child.type === 'code_inline' && all[index - 1]?.content.trimEnd().endsWith(snippetWord);
      return isNamed && !prefixes.has(child.content)
        ? [finding('snippet', map?.[0] ?? 0, 'There is no snippet {prefix} in the pack', { prefix: child.content })]
        : [];
    }),
  );
}
