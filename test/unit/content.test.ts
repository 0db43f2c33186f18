import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { diagramIcons } from '../../media/diagramIcons';
import { comparable } from '../../src/core/korean';
import { noteId } from '../../src/core/model';
import { parsePackManifest } from '../../src/core/packManifest';
import type { Question } from '../../src/core/questions/question';
import { parseSnippets } from '../../src/core/snippets';
import { bundled, bundledLibrary as library } from '../support/library';

const { manifest, problem } = parsePackManifest(readFileSync('content/aws/pack.json', 'utf8'));
const { notes } = bundled;
const sections = ['한눈에', '왜 필요한가', '핵심 개념', '동작 원리', '숫자와 한도', '요금의 구조', '헷갈리는 것', '실습', '정리', '문제', '출처'];
const hasChoices = (question: Question) => question.kind === 'single' || question.kind === 'multiple';

describe('the pack', () => {
  test('says what it is', () => {
    assert.equal(problem, undefined);
    assert.equal(manifest.title, 'AWS');
    assert.ok((manifest.services?.length ?? 0) >= 22);
    for (const { name, category } of manifest.services ?? []) assert.ok(manifest.categories?.includes(category ?? ''), name);
  });

  test('names no service twice', () => {
    const names = (manifest.services ?? []).flatMap((service) => [service.name, ...service.aliases]).map((name) => name.toLowerCase());
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  test('has a note for six services at least, and nothing is wrong in any', () => {
    assert.ok(notes.length >= 6);
    assert.deepEqual(bundled.problems, []);
    for (const id of library.notes.keys()) assert.deepEqual(library.problemsOf(id), [], id);
  });

  test('brings every note that lies in it', () => {
    assert.equal(notes.length, readdirSync('content/aws').filter((file) => file.endsWith('.md')).length);
  });

  test('is a course: what a topic builds on comes before it', () => {
    const place = new Map(library.topics.map((topic, index) => [topic.id, index]));
    for (const { ref, frontMatter } of notes)
      for (const name of frontMatter.prerequisites ?? []) {
        const before = place.get(library.findTopic(name)?.id ?? '') ?? Number.POSITIVE_INFINITY;
        assert.ok(before < (place.get(noteId(ref)) ?? -1), `${ref.path}: ${name}`);
      }
  });

  test('asks no two questions under one id', () => {
    const ids = notes.flatMap((note) => note.questions.map((question) => question.id));
    assert.equal(new Set(ids).size, ids.length);
  });
});

for (const note of notes) {
  describe(note.ref.path, () => {
    const { frontMatter, questions } = note;

    test('is one topic, of a service the catalogue knows', () => {
      assert.deepEqual(
        library.topics.filter((topic) => topic.note.path === note.ref.path).map((topic) => [topic.part, topic.service]),
        [['note', frontMatter.service]],
      );
      // the foundations are about no one service
      const isFoundation = frontMatter.category === '기초';
      assert.ok(isFoundation || manifest.services?.some((service) => service.name === frontMatter.service));
    });

    test('says all of itself', () => {
      const { title, aliases, category, order, resources, summary, asOf, sources } = frontMatter;
      assert.ok(title && summary && order !== undefined);
      assert.ok(
        aliases?.some((alias) => /[가-힣]/.test(alias)),
        'a Korean name',
      );
      assert.ok(manifest.categories?.includes(category ?? ''));
      assert.match(asOf ?? '', /^\d{4}-\d{2}$/);
      assert.ok((resources ?? []).every((resource) => /^AWS::\w+::\w+$/.test(resource)));
      assert.ok((sources ?? []).length > 0 && sources?.every((source) => source.url.startsWith('https://') && source.date));
      for (const name of frontMatter.prerequisites ?? []) assert.ok(library.findTopic(name), name);
    });

    test('has its sections in order', () => {
      assert.deepEqual(
        note.sections.filter((section) => section.level === 2).map((section) => section.title),
        sections,
      );
    });

    test('has terms and diagrams', () => {
      assert.ok(note.terms.all.length >= 6);
      assert.ok(note.fences.filter((fence) => fence.language === 'mermaid').length >= 2);
    });

    test('has a pictogram for every one its diagrams name', () => {
      const named = note.fences
        .filter((fence) => fence.language === 'mermaid')
        .flatMap((fence) => [...fence.content.matchAll(/icon:\s*"([^"]*)"/g)].map(([, icon]) => icon));
      for (const icon of named) assert.ok(icon?.startsWith('baeum:') && icon.slice('baeum:'.length) in diagramIcons.icons.icons, icon);
    });

    test('asks twelve questions at least, each explained, each option with its why', () => {
      assert.ok(questions.length >= 12);
      for (const question of questions) {
        assert.ok(question.explanation, question.id);
        assert.match(question.id, new RegExp(`^aws:${note.ref.path.replace('.md', '')}-`));
        if (hasChoices(question))
          assert.ok(
            question.choices.every((choice) => choice.why),
            question.id,
          );
      }
    });

    test('spreads the right answers', () => {
      const singles = questions.filter((question) => question.kind === 'single');
      assert.ok(singles.length >= 4);
      const places = singles.map((question) => question.choices.findIndex((choice) => choice.correct));
      for (const place of [0, 1, 2, 3]) assert.ok(places.filter((one) => one === place).length <= singles.length / 2, `place ${place}: ${places}`);
      const ox = questions.filter((question) => question.kind === 'ox').map((question) => question.answer);
      assert.equal(new Set(ox).size, 2, 'O and X');
    });
  });
}

test('every snippet is of a service the catalogue knows, and has all its texts', () => {
  const { snippets } = parseSnippets(readFileSync('content/aws/snippets.json', 'utf8'));
  assert.ok(snippets.length >= 36);
  for (const snippet of snippets) {
    assert.ok(
      manifest.services?.some((service) => service.name === snippet.service),
      snippet.id,
    );
    assert.ok(
      library.topics.some((topic) => topic.service === snippet.service),
      `${snippet.id} has a topic`,
    );
    assert.match(snippet.title, /[가-힣]/, snippet.id);
    assert.ok(snippet.titleEn && snippet.description && snippet.descriptionEn && snippet.aliases.length > 0, snippet.id);
  }
});

test('the lab of every service uses snippets of its own', () => {
  const { snippets } = parseSnippets(readFileSync('content/aws/snippets.json', 'utf8'));
  for (const { ref, frontMatter } of notes) {
    if (frontMatter.category === '기초') continue;
    const named = [...readFileSync(`content/aws/${ref.path}`, 'utf8').matchAll(/스니펫 `([a-z\d-]+)`/g)].map(([, prefix]) => prefix);
    assert.ok(
      snippets.some(({ service, prefix }) => service === frontMatter.service && named.includes(prefix)),
      ref.path,
    );
  }
});

test('the right answers of the whole pack give nothing away', () => {
  const singles = notes.flatMap((note) => note.questions.filter((question) => question.kind === 'single'));
  const shareOf = (is: (question: (typeof singles)[number]) => boolean) => singles.filter(is).length / singles.length;
  const lengths = (question: (typeof singles)[number], isRight: boolean) =>
    question.choices.filter((choice) => choice.correct === isRight).map((choice) => comparable(choice.text).length);
  for (const place of [0, 1, 2, 3]) {
    const share = shareOf((question) => question.choices[place]?.correct === true);
    assert.ok(share > 0.2 && share < 0.3, `place ${place}: ${share}`);
  }
  // one of four would be the longest, or the shortest, by chance
  const longest = shareOf((question) => Math.max(...lengths(question, true)) > Math.max(...lengths(question, false)));
  const shortest = shareOf((question) => Math.min(...lengths(question, true)) < Math.min(...lengths(question, false)));
  assert.ok(longest < 0.3 && shortest < 0.3, `${longest} ${shortest}`);
});
