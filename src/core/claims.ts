import type { Catalogue } from './catalogue';
import { candidateLines } from './claimLines';
import { comparable } from './korean';
import type { Token } from './markdown';
import type { Claim, ClaimedLine, Message, NoteOutline, Pack, Problem, Topic } from './model';
import { longestLine, readPattern } from './pattern';
import { plainLines } from './plainLines';
import { isRecord } from './yaml';

export interface ClaimFile {
  readonly claims: readonly Claim[];
  /** What is wrong with the file, or with single claims, which are left out. */
  readonly problems: readonly Message[];
}

/** Reads a pack's `claims.json`: `{ "claims": [{ "id", "about", "pattern", "unless", "fact": { "ko", "en" }, "source", "date" }] }`. Never throws. */
export function parseClaims(text: string): ClaimFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
  if (!isRecord(value) || !Array.isArray(value.claims)) return broken('claims');
  const claims: Claim[] = [];
  const problems: Message[] = [];
  value.claims.forEach((item: unknown, index) => {
    const name = isRecord(item) && typeof item.id === 'string' ? item.id : `#${index + 1}`;
    const read = readClaim(item, name);
    if ('text' in read) problems.push(read);
    else if (claims.some((other) => other.id === read.id)) problems.push({ text: 'Two claims share the id {id}', args: { id: read.id } });
    else claims.push(read);
  });
  return { claims, problems };
}

function broken(reason: string): ClaimFile {
  return { claims: [], problems: [{ text: 'claims.json cannot be read: {reason}', args: { reason } }] };
}

function readClaim(item: unknown, name: string): Claim | Message {
  const lacks = (field: string): Message => ({ text: 'The claim {claim} has no {field} of the right kind', args: { claim: name, field } });
  if (!isRecord(item)) return lacks('id');
  const { id, about = [], pattern, unless, fact, source, date } = item;
  if (typeof id !== 'string' || id === '') return lacks('id');
  if (!Array.isArray(about) || !about.every((one) => typeof one === 'string')) return lacks('about');
  if (!isRecord(fact) || typeof fact.ko !== 'string' || typeof fact.en !== 'string') return lacks('fact');
  if (typeof source !== 'string' || !/^https?:\/\//.test(source)) return lacks('source');
  if (typeof date !== 'string' || !/^\d{4}(-\d{2}){0,2}$/.test(date)) return lacks('date');
  if (typeof pattern !== 'string' || pattern === '') return lacks('pattern');
  if (unless !== undefined && (typeof unless !== 'string' || unless === '')) return lacks('unless');
  const wanted = usable(pattern, name);
  if ('text' in wanted) return wanted;
  const exception = unless === undefined ? undefined : usable(unless, name);
  if (exception && 'text' in exception) return exception;
  return { id, about, pattern: wanted, ...(exception ? { unless: exception } : {}), fact: { ko: fact.ko, en: fact.en }, source, date };
}

function usable(text: string, claim: string): RegExp | Message {
  const read = readPattern(text);
  if ('pattern' in read) return read.pattern;
  if (read.fault === 'syntax') return { text: 'A pattern of the claim {claim} cannot be read: {reason}', args: { claim, reason: read.reason } };
  return { text: 'A pattern of the claim {claim} may take too long: write {example} instead of * and +', args: { claim, example: '{0,20}' } };
}

/** The claims of all packs; one that two packs bring is one. */
export function claimsOf(packs: readonly Pick<Pack, 'claims'>[]): Claim[] {
  return [...new Map(packs.flatMap((pack) => pack.claims ?? []).map((claim) => [`${claim.id} ${claim.pattern.source}`, claim])).values()];
}

/** The lines of a note in which the pattern of a claim is found, and that do not tell the change themselves. */
export function findClaimed(body: string, tokens: () => readonly Token[], claims: readonly Claim[]): ClaimedLine[] {
  if (claims.length === 0) return [];
  const lines = candidateLines(body, claims);
  if (lines?.length === 0) return [];
  return plainLines(tokens(), lines && ((from, to) => lines.some((line) => from <= line && line < to)))
    .filter(({ text }) => text.length <= longestLine)
    .flatMap(({ line, text }) => claims.filter((claim) => claim.pattern.test(text) && !claim.unless?.test(text)).map((claim) => ({ claim, line, text })));
}

/**
 * What a note says that is out of date. A claimed line counts when it speaks of what the claim is about: it, a heading above it, the
 * note's title or a topic it stands in has one of the names, or another name of the same service.
 * @param topics of the note
 */
export function outdatedFacts(note: NoteOutline, topics: readonly Topic[], catalogue: Catalogue): Problem[] {
  const isAbout = ({ claim, line, text }: ClaimedLine): boolean => {
    if (claim.about.length === 0) return true;
    const entries = claim.about.flatMap((name) => catalogue.find([name]) ?? []);
    const names = [...claim.about, ...entries.flatMap((entry) => [entry.name, ...entry.aliases])];
    const holders = topics.filter((topic) => topic.definedAt === line || (topic.line <= line && line < topic.endLine));
    const known = new Set(holders.flatMap((topic) => [topic.title, topic.service ?? '', ...topic.aliases]).map(comparable));
    if (names.some((name) => known.has(comparable(name)))) return true;
    const headings = note.sections.filter((section) => section.line <= line && line < section.endLine).map((section) => section.title);
    return [text, ...headings, note.title].some((said) => names.some((name) => mentions(said, name)));
  };
  return note.claimed.filter(isAbout).map(
    ({ claim, line }): Problem => ({
      severity: 'info',
      code: 'fact.outdated',
      message: { text: 'Out of date: {fact} ({date}, {source})', args: { fact: claim.fact, date: claim.date, source: claim.source } },
      line,
      column: 0,
    }),
  );
}

/** True if a name stands in a text as a word of its own; a Korean particle may follow it. */
function mentions(text: string, name: string): boolean {
  const lower = text.toLowerCase();
  const wanted = name.toLowerCase();
  const isLetter = (letter: string | undefined) => letter !== undefined && /[a-z\d]/.test(letter);
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (!isLetter(lower[at - 1]) && !isLetter(lower[at + wanted.length])) return true;
  }
  return false;
}
