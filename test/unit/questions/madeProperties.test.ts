import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readFlowchart } from '../../../src/core/flowchart';
import { gradeAnswer } from '../../../src/core/grade';
import { comparable } from '../../../src/core/korean';
import type { Library } from '../../../src/core/library';
import { createNameTable, namesOf } from '../../../src/core/names';
import type { Question } from '../../../src/core/questions/question';
import { koreanVault } from '../../support/koreanNotes';
import { bankOf, bundledLibrary, libraryOf, madeOf, sampleLibraryWithCatalogue } from '../../support/library';
import { storedAnswers } from '../../support/storedAnswers';

/** What is wrong with a made question; nothing in a good one. */
function faults(question: Question, names: Parameters<typeof gradeAnswer>[2]): string[] {
  const found: string[] = [];
  const verdict = (answer: readonly string[]) => gradeAnswer(question, answer, names).verdict;
  for (const own of storedAnswers(question)) if (verdict(own) !== 'right') found.push(`its own answer ${own} is not right`);
  for (const wrong of wrongAnswers(question)) if (verdict(wrong) !== 'wrong') found.push(`${wrong} is not wrong`);
  const options = optionsOf(question).map(comparable);
  if (new Set(options).size < options.length) found.push('an option twice');
  if (question.kind === 'single' && question.choices.filter((choice) => choice.correct).length !== 1) found.push('not one right option');
  const shown = comparable(shownOf(question));
  for (const answer of hiddenOf(question)) if (comparable(answer).length > 1 && shown.includes(comparable(answer))) found.push(`the answer ${answer} is shown`);
  return found;
}

function wrongAnswers(question: Question): string[][] {
  switch (question.kind) {
    case 'single':
      return question.choices.filter((choice) => !choice.correct).map((choice) => [choice.text]);
    case 'multiple':
      return question.choices.map((choice) => [choice.text]).slice(0, question.choices.filter((choice) => choice.correct).length > 1 ? undefined : 0);
    case 'ox':
      return [[question.answer ? 'X' : 'O']];
    case 'diagram':
      return (question.options ?? []).filter((option) => option !== question.answer).map((option) => [option]);
    case 'order':
      return [[...question.items].reverse()];
    case 'match':
      return [question.pairs.map((pair) => pair.right).reverse()];
    default:
      return [];
  }
}

function optionsOf(question: Question): readonly string[] {
  if (question.kind === 'single' || question.kind === 'multiple') return question.choices.map((choice) => choice.text);
  if (question.kind === 'diagram') return question.options ?? [];
  if (question.kind === 'order') return question.items;
  return question.kind === 'match' ? question.pairs.map((pair) => pair.right) : [];
}

function shownOf(question: Question): string {
  if (question.kind === 'cloze') return [question.prompt, ...question.parts].join(' ');
  if (question.kind !== 'diagram') return question.prompt;
  const chart = readFlowchart(question.hidden);
  // an arrow's answer names its two ends, which stay
  const labels = question.asked.arrow ? [] : [...(chart?.labels.values() ?? []), ...(chart?.arrows.flatMap((arrow) => arrow.label ?? []) ?? [])];
  return [question.prompt, ...labels].join(' ');
}

function hiddenOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.filter((choice) => choice.correct).map((choice) => choice.text);
    case 'short':
    case 'diagram':
      return [question.answer];
    case 'cloze':
      return question.blanks.map((blank) => blank.answer);
    default:
      return [];
  }
}

const ofSample = madeOf(sampleLibraryWithCatalogue);
const ofBundled = madeOf(bundledLibrary);

describe('every made question', () => {
  for (const [name, library, made] of [
    ['the sample notes', sampleLibraryWithCatalogue, ofSample],
    ['the bundled notes', bundledLibrary, ofBundled],
  ] as const) {
    test(`of ${name} can be asked`, async () => {
      const names = createNameTable(namesOf(library));
      const questions = await made;
      assert.ok(questions.length > 50);
      assert.deepEqual(
        questions.flatMap((question) => faults(question, names).map((fault) => `${question.id}: ${fault}`)),
        [],
      );
      assert.equal(new Set(questions.map((question) => question.id)).size, questions.length);
    });

    test(`of ${name} is the same again`, async () => {
      assert.deepEqual(await madeOf(library), await made);
    });
  }

  test('of any vault can be asked, and is the same again', async () => {
    await fc.assert(
      fc.asyncProperty(koreanVault, async (notes) => {
        const library = libraryOf(notes);
        const names = createNameTable(namesOf(library));
        const questions = await madeOf(library);
        assert.deepEqual(
          questions.flatMap((question) => faults(question, names).map((fault) => `${question.id}: ${fault} ${question.prompt}`)),
          [],
        );
        assert.deepEqual(await madeOf(libraryOf(notes)), questions);
      }),
      { numRuns: 25 },
    );
  });

  test('right options stand in every place, and as many statements are true as not', async () => {
    const questions = await ofBundled;
    const places = questions.flatMap((question) => (question.kind === 'single' ? [question.choices.findIndex((choice) => choice.correct)] : []));
    for (const place of [0, 1, 2, 3]) assert.ok(places.filter((other) => other === place).length > places.length / 6);
    const ox = questions.filter((question) => question.kind === 'ox');
    const share = ox.filter((question) => question.answer).length / ox.length;
    assert.ok(share > 0.35 && share < 0.65, `${share}`);
  });
});

/** A made question by where it stands. */
interface Placed {
  readonly id: string;
  readonly line: number;
  readonly topic: string;
}

async function placedIn(library: Library): Promise<Placed[]> {
  const bank = bankOf(library);
  const ofTopics = library.topics.map(async ({ id: topic }) =>
    [...(await bank.questionsOf(topic)), ...(await bank.leftOut(topic))].map(({ id, line }) => ({ id, line, topic })),
  );
  return (await Promise.all(ofTopics)).flat();
}

describe('a changed paragraph', () => {
  const paragraphs = (text: string) => text.split(/\n\n(?=\S)/);

  /** What asks with the words of one paragraph; the others need more around them, and without it are not asked. */
  const needsNobody = /:(?:term|number|limit|expansion|acronym|order|sequence|difference|respect|which):/;
  const makerOf = ({ id, topic }: Placed) => `${topic} ${/:([a-z]+):/.exec(id.slice(id.indexOf('#')))?.[1]}`;

  test('changes the ids of no question but its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        koreanVault,
        fc.nat(),
        fc.constantFrom('새로 쓴 문단입니다.', '- 전혀 다른 것: 앞과 관계가 없는 글을 적어 둔 줄', '', '```mermaid\nflowchart LR\n  가 --> 나\n```'),
        async (notes, pick, text) => {
          const [path = ''] = Object.keys(notes);
          const before = paragraphs(notes[path] ?? '');
          const at = 1 + (pick % Math.max(1, before.length - 1));
          if (before[at]?.startsWith('#')) return;
          const after = before.with(at, text);
          const start = before.slice(0, at).join('\n\n').split('\n').length;
          // placed from the beginning above the paragraph, from the end below it
          const elsewhere = async (parts: readonly string[]): Promise<Placed[]> => {
            const written = parts.join('\n\n');
            const end = start + 2 + (parts[at] ?? '').split('\n').length;
            const last = written.split('\n').length;
            return (await placedIn(libraryOf({ ...notes, [path]: written }))).flatMap(({ id, line, topic }) => {
              if (!id.includes(path) || (line >= start - 1 && line <= end)) return [];
              return [{ id, topic, line: line < start ? line : line - last }];
            });
          };
          const [had, have] = [await elsewhere(before), await elsewhere(after)];
          const lost = had.filter(({ id }) => !have.some((other) => other.id === id));
          const gained = have.filter(({ id }) => !had.some((other) => other.id === id));
          assert.deepEqual(
            lost
              .filter((one) => needsNobody.test(one.id) || gained.some((other) => other.line === one.line && makerOf(other) === makerOf(one)))
              .map(({ id }) => id),
            [],
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  test('of a bundled note leaves every other id alone', async () => {
    const text = '## 덧붙인 절\n\n여기에는 아무것도 묻지 않을 짧은 글이 있습니다.';
    const before = await madeOf(
      libraryOf({
        'a.md': `# 가\n\n## 개념\n\n${['대기열', '버킷', '함수', '캐시'].map((term) => `- **${term}**: ${term.length}번째로 나오는 것을 보관하는 ${term} 아닌 곳입니다.`).join('\n')}`,
      }),
    );
    const after = await madeOf(
      libraryOf({
        'a.md': `# 가\n\n${text}\n\n## 개념\n\n${['대기열', '버킷', '함수', '캐시'].map((term) => `- **${term}**: ${term.length}번째로 나오는 것을 보관하는 ${term} 아닌 곳입니다.`).join('\n')}`,
      }),
    );
    assert.deepEqual(
      before.map(({ id }) => id),
      after.map(({ id }) => id),
    );
  });
});
