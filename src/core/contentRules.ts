import { withoutFrontMatter } from './frontMatter';
import type { Library } from './library';
import { createMarkdown } from './markdown';
import { noteId, type Pack, type ParsedNote, type Problem } from './model';
import type { Rule } from './rules/finding';
import { noteRules } from './rules/noteRules';
import { questionRules } from './rules/questionRules';
import { termRules } from './rules/termRules';

const markdown = createMarkdown();
const all: readonly Rule[] = [...noteRules, ...questionRules, ...termRules];

/**
 * Holds the notes of a pack against the rules it sets itself (`rules` in its `pack.json`); a pack without rules is asked nothing. What is
 * wrong in any note, such as a link to a note that does not exist, is not found here but by the library.
 * @param parsed its notes
 * @param texts of the notes, by note id
 * @param prefixes of the snippets the pack brings
 * @returns problems by note id
 */
export function checkContent(
  pack: Pack,
  library: Library,
  parsed: readonly ParsedNote[],
  texts: ReadonlyMap<string, string>,
  prefixes: ReadonlySet<string>,
): Map<string, Problem[]> {
  const { rules } = pack.manifest;
  const found = new Map<string, Problem[]>();
  if (!rules) return found;
  const notes = new Map(parsed.map((note) => [noteId(note.ref), note]));
  for (const path of pack.notes) {
    const id = noteId({ pack: pack.id, path });
    const note = notes.get(id);
    const text = texts.get(id);
    if (!note || text === undefined) continue;
    const tokens = markdown.parse(withoutFrontMatter(text), {});
    found.set(
      id,
      all.flatMap((rule) => rule({ note, tokens, rules, pack, library, notes, prefixes })),
    );
  }
  return found;
}
