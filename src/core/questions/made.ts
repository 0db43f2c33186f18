import type { Topic } from '../model';
import { acronym } from './makers/acronym';
import { category } from './makers/category';
import { comparison } from './makers/comparison';
import { definitionOfTerm } from './makers/definitionOfTerm';
import { matchTerms } from './makers/matchTerms';
import { membership } from './makers/membership';
import { messageOrder } from './makers/messageOrder';
import { numbers } from './makers/numbers';
import { occlusion } from './makers/occlusion';
import { procedure } from './makers/procedure';
import { swappedTerm } from './makers/swappedTerm';
import { termOfDefinition } from './makers/termOfDefinition';
import { threshold } from './making/quality';
import { createSource, type Source, type Told } from './making/source';
import type { Question } from './question';
import { isSound } from './soundness';

/** Makes questions out of what a topic says. A new way of asking is one file and one line here. */
type Maker = (source: Source) => Question[];

const makers: readonly Maker[] = [
  termOfDefinition,
  numbers,
  comparison,
  definitionOfTerm,
  membership,
  swappedTerm,
  occlusion,
  acronym,
  matchTerms,
  category,
  procedure,
  messageOrder,
];

/**
 * Questions made from a note by rules: offline, the same for the same notes. Those below the threshold are among them, for the learner to
 * see and mend; `isGoodEnough` tells which are asked.
 *
 * @param siblings topics nearby, nearest first: what could be mistaken for the topic comes from them
 * @param topics every topic of the library
 */
export function makeQuestions(told: Told, siblings: readonly Told[], topics: readonly Topic[]): Question[] {
  const source = createSource(told, siblings, topics);
  const seen = new Set<string>();
  const bySort = makers.map((maker) =>
    maker(source).filter((question) => {
      if (seen.has(question.id) || !isSound(question)) return false;
      seen.add(question.id);
      return true;
    }),
  );
  return mixed(bySort);
}

export function isGoodEnough({ quality = 1 }: Question): boolean {
  return quality >= threshold;
}

/** All kinds from the beginning to the end, in the order of the makers: never one term asked twice in a row where it can be helped. */
function mixed(bySort: readonly (readonly Question[])[]): Question[] {
  return bySort
    .flatMap((questions, sort) => questions.map((question, index) => ({ question, place: (index + (sort + 1) / (bySort.length + 1)) / questions.length })))
    .sort((a, b) => a.place - b.place)
    .map(({ question }) => question);
}
