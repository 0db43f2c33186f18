import { plainTextOf, type Token } from '../markdown';
import { noteId, type Problem } from '../model';
import { finding, type Rule } from './finding';

/** What a pack asks of its words. */
export const termRules: readonly Rule[] = [abbreviations];

/** Two or more capitals and digits that stand alone: ENI and S3, not IPv4 and AWS::S3. */
const abbreviation = /(?<![\w:./-])[A-Z][A-Z0-9]+(?!\w|::)/g;

/**
 * Abbreviations that are used and never told. An abbreviation is told when it is a name, or part of one, of a term of the pack, of a topic or of a
 * service the packs list; when it stands in or before brackets in the same note, as in `탄력적 네트워크 인터페이스(ENI)` or `ENI(Elastic Network Interface)`; or when
 * the pack lists it under `knownTerms`. Code and the texts of links are not read. A pack without `knownTerms` is not asked.
 */
function abbreviations({ tokens, rules, pack, library }: Parameters<Rule>[0]): Problem[] {
  if (!rules.knownTerms) return [];
  const known = new Set<string>();
  const know = (names: readonly string[]) => {
    for (const name of names) for (const [word] of name.matchAll(abbreviation)) known.add(word);
  };
  know(rules.knownTerms);
  for (const topic of library.topics) know([topic.title, topic.service ?? '', ...topic.aliases]);
  for (const path of pack.notes) for (const term of library.notes.get(noteId({ pack: pack.id, path }))?.terms.all ?? []) know([term.term, ...term.aliases]);
  for (const { manifest } of library.packs) for (const entry of manifest.services ?? []) know([entry.name, ...entry.aliases]);

  const lines = proseLines(tokens);
  for (const { text } of lines) {
    for (const [, inside = ''] of text.matchAll(/[\p{L}\p{N}]\s?\(([^()]+)\)/gu)) know(inside.split(/[,/·]/).filter((part) => /^[A-Z0-9\s]+$/.test(part)));
    for (const [, before = ''] of text.matchAll(/([A-Z][A-Z0-9]+)\s?\([^()]*\p{L}/gu)) known.add(before);
  }
  const used = new Map<string, number>();
  for (const { text, line } of lines) for (const [word] of text.matchAll(abbreviation)) if (!known.has(word) && !used.has(word)) used.set(word, line);
  return [...used].map(([word, line]) => finding('term', line, 'The abbreviation {word} is used here and told nowhere', { word }));
}

/** The text of each paragraph, heading, list item and cell, without code and links. */
function proseLines(tokens: readonly Token[]): { readonly line: number; readonly text: string }[] {
  let row = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'tr_open') row = token.map?.[0] ?? 0;
    if (token.type !== 'inline') return [];
    let links = 0;
    const said = (token.children ?? []).filter((child) => {
      if (child.type === 'link_open') links++;
      if (child.type === 'link_close') links--;
      return links === 0 && child.type !== 'code_inline';
    });
    return [{ line: token.map?.[0] ?? row, text: plainTextOf(said) }];
  });
}
