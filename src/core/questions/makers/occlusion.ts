import { describedBy, hideLabel, withoutTelling } from '../../diagram';
import { type Arrow, absentArrows, arrowName, arrowText, type Flowchart, hideArrowLabel, withoutArrow } from '../../flowchart';
import { comparable } from '../../korean';
import type { Fence } from '../../model';
import { hash, shuffled } from '../../seed';
import { withFaults } from '../making/askedTerms';
import { baseOf, type Diagram, type Making, type Source } from '../making/source';
import type { Question } from '../question';

/** A node's label, an arrow's label or an arrow hidden in a flowchart of the topic. */
export function occlusion(source: Source): Question[] {
  return source.diagrams.flatMap((fence) => {
    const { chart } = fence;
    if (!chart || chart.labels.size < 3) return [];
    const context = { source, fence, chart, number: fence.number };
    return [...hiddenNodes(context), ...hiddenArrowLabels(context), ...missingArrow(context)];
  });
}

interface Context {
  readonly source: Source;
  readonly fence: Fence;
  readonly chart: Flowchart;
  readonly number: number;
}

const mostNodes = 2;
const optionsAsked = 4;

/** The nodes with the most arrows: what is around them tells what they are. */
function hiddenNodes({ source, fence, chart, number }: Context): Question[] {
  const degree = (id: string) => chart.arrows.filter((arrow) => arrow.from === id || arrow.to === id).length;
  const labels = [...chart.labels.values()];
  const shown = plainLabels(chart);
  const described = comparable(describedBy(fence.content));
  const candidates = [...chart.labels].filter(([id, label]) => degree(id) >= 2 && !chart.broken.has(id) && isLabel(label) && saidOnce(shown, label));
  return candidates
    .sort(([a], [b]) => degree(b) - degree(a))
    .slice(0, mostNodes)
    .flatMap(([id, label]): Question[] => {
      const hidden = hideLabel(fence.content, id);
      const others = otherLabels(source, labels, label).filter((other) => !described.includes(comparable(other.text)));
      if (!hidden || others.length < 3) return [];
      return [
        ask(
          source,
          fence,
          hidden.source,
          { answer: label, others, asked: { diagram: number, hide: id } },
          { maker: 'node', key: label, prompt: '그림에서 물음표로 가린 곳에 들어갈 것은?', quality: 0.8 - strangers(others) },
        ),
      ];
    });
}

function hiddenArrowLabels({ source, fence, chart, number }: Context): Question[] {
  const labelled = chart.arrows.filter((arrow) => arrow.label !== undefined && isLabel(arrow.label));
  const labels = labelled.map((arrow) => arrow.label ?? '');
  const shown = plainLabels(chart);
  const single = labelled.filter(({ label = '' }) => saidOnce(shown, label));
  if (new Set(labels.map(comparable)).size < 2) return [];
  const [arrow] = byChance(single, chart);
  const hidden = arrow && hideArrowLabel(fence.content, arrow);
  if (!arrow?.label || !hidden) return [];
  const others = otherArrowLabels(source, fence, arrow.label, labels);
  if (others.length < 3) return [];
  const key = arrowText(chart, arrow);
  return [
    ask(
      source,
      fence,
      hidden,
      { answer: arrow.label, others, asked: { diagram: number, hide: arrowName(arrow) } },
      { maker: 'edge', key, prompt: `그림의 화살표 ‘${key}’에서 물음표로 가린 말은?`, quality: 0.75 - strangers(others) },
    ),
  ];
}

function missingArrow({ source, fence, chart, number }: Context): Question[] {
  const degree = (id: string) => chart.arrows.filter((arrow) => arrow.from === id || arrow.to === id).length;
  // both ends keep an arrow: a node that stands alone shows what is missing
  const candidates = chart.arrows.filter(
    (arrow) => arrow.at && chart.labels.has(arrow.from) && chart.labels.has(arrow.to) && degree(arrow.from) > 1 && degree(arrow.to) > 1,
  );
  const [arrow] = byChance(candidates, chart);
  const hidden = arrow && withoutArrow(fence.content, arrow);
  const others = arrow ? sensibleArrows(chart, arrow) : [];
  if (!arrow || !hidden || others.length < 3) return [];
  const answer = arrowText(chart, arrow);
  return [
    ask(
      source,
      fence,
      hidden,
      { answer, others: others.map((text) => ({ text, isOwn: true })), asked: { diagram: number, arrow: arrowName(arrow) } },
      { maker: 'arrow', key: answer, prompt: '그림에서 화살표 하나가 빠졌습니다. 어느 것입니까?', quality: 0.72 },
    ),
  ];
}

/** In an order that the arrows alone decide: none that comes or goes before them, and no other diagram, changes which is asked. */
function byChance(arrows: readonly Arrow[], chart: Flowchart): Arrow[] {
  return arrows
    .map((arrow) => ({ arrow, place: hash(arrowText(chart, arrow)) }))
    .sort((a, b) => a.place - b.place)
    .map(({ arrow }) => arrow);
}

function sensibleArrows(chart: Flowchart, arrow: Arrow): string[] {
  const seen = new Set([comparable(arrowText(chart, arrow))]);
  return shuffled(absentArrows(chart, arrow), arrowName(arrow)).filter((text) => {
    const plain = comparable(text);
    const isNew = !seen.has(plain);
    seen.add(plain);
    return isNew;
  });
}

function ask(
  source: Source,
  fence: Fence,
  hidden: string,
  { answer, others, asked }: { readonly answer: string; readonly others: readonly Other[]; readonly asked: { diagram: number; hide?: string; arrow?: string } },
  making: Omit<Making, 'line'>,
): Question {
  const base = baseOf(source, { ...making, line: fence.line });
  const chosen = others.slice(0, optionsAsked - 1);
  return {
    ...base,
    kind: 'diagram',
    source: fence.content,
    hidden: withoutTelling(hidden, answer),
    answer,
    accept: [],
    options: shuffled([answer, ...chosen.map(({ text }) => text)], base.id),
    asked,
  };
}

/** What stands at the arrows of a decision fits every other one. */
const decisions = /^(?:예|네|아니오|아니요|yes|no)$/i;

function isLabel(label: string): boolean {
  return label.length >= 2 && !decisions.test(label) && label.length <= 30 && /\p{L}/u.test(label);
}

/** Terms of the topic, nodes of its other diagrams, then those of siblings: none that the diagram shows or that could stand there as well. */
function otherLabels(source: Source, shown: readonly string[], answer: string): Other[] {
  const { diagrams, note, siblings } = source;
  const nodes = (all: readonly Diagram[]) =>
    all.flatMap(({ chart }) => (chart ? [...chart.labels].filter(([id]) => !chart.broken.has(id)).map(([, label]) => label) : []));
  const terms = note.material.definitions.filter((term) => term.style !== 'sentence' && term.style !== 'plain' && withFaults(term, source).faults < 0.3);
  const own = [...terms.map(({ term }) => term), ...nodes(diagrams)];
  const isLikely = (label: string) => isLabel(label) && label.length <= answer.length * 2 + 4 && isThing(label) === isThing(answer);
  const found = free(shuffled([...new Set(own)], answer).filter(isLikely), [...shown, answer], enough);
  const others = found.length === enough ? [] : nodes(siblings.flatMap((sibling) => sibling.diagrams));
  const strange = free(shuffled([...new Set(others)], answer).filter(isLikely), [...shown, answer, ...found], enough - found.length);
  return [...found.map((text) => ({ text, isOwn: true })), ...strange.map((text) => ({ text, isOwn: false }))];
}

/** A wrong option, and whether it comes from the note itself: what is said of something else is seen through too easily. */
interface Other {
  readonly text: string;
  readonly isOwn: boolean;
}

/** What speaks against wrong options from elsewhere, from 0: nothing. */
function strangers(others: readonly Other[]): number {
  return others.slice(0, optionsAsked - 1).filter(({ isOwn }) => !isOwn).length * 0.16;
}

/** Wrong options to look for: some of them will be said by the diagram's description. */
const enough = 8;

/** A name, and no step or state: 로그 저장소 and 로드 밸런서, but not 로그 보내기 nor 로그에서. */
function isThing(label: string): boolean {
  if (/\d|%/.test(label)) return false;
  if (/(?:크기|주기|필요|경로|화면|순서|사이|차이|높이)$/.test(label)) return true;
  return !/[가-힣](?:기|음|함|됨|임|다|요|로|면|히|이|을|를|에)$|[가-힣](?:[해아어여에려와]|면)서$/.test(label);
}

/** What other arrows say: those of the same diagram first, since it sets them against each other, then of the note, then of topics nearby. */
function otherArrowLabels({ diagrams, siblings }: Source, { line }: Fence, answer: string, shown: readonly string[]): Other[] {
  const said = (all: readonly Diagram[]) => [...new Set(all.flatMap(({ chart }) => chart?.arrows.flatMap((arrow) => arrow.label ?? []) ?? []))];
  const isLikely = (label: string) => isLabel(label) && isThing(label) === isThing(answer);
  const beside = free(shuffled([...new Set(shown)], answer).filter(isLabel), [answer], optionsAsked - 1);
  const others = diagrams.filter((diagram) => diagram.line !== line);
  const own = [...beside, ...free(shuffled(said(others), answer).filter(isLikely), [answer, ...shown], optionsAsked - 1)].slice(0, optionsAsked - 1);
  const strange = free(
    shuffled(said(siblings.flatMap((sibling) => sibling.diagrams)), answer).filter(isLikely),
    [answer, ...shown, ...own],
    optionsAsked - 1 - own.length,
  );
  return [...own.map((text) => ({ text, isOwn: true })), ...strange.map((text) => ({ text, isOwn: false }))];
}

/** Everything a reader sees in a chart, in the spelling for comparing. */
function plainLabels({ labels, arrows }: Flowchart): string[] {
  return [...labels.values(), ...arrows.flatMap((arrow) => arrow.label ?? [])].map(comparable);
}

/** True for a label that no other one repeats or holds: hidden in one place it would be read in another. */
function saidOnce(shown: readonly string[], label: string): boolean {
  const plain = comparable(label);
  return shown.filter((other) => other.includes(plain)).length === 1;
}

/** The first labels that share no word with those that are taken: 주문 서버 and 주문 서비스 may both be right. */
function free(labels: readonly string[], taken: readonly string[], most: number): string[] {
  const shown = taken.map(comparable);
  const words = new Set(taken.flatMap(wordsOf));
  const found: string[] = [];
  for (const label of labels) {
    const plain = comparable(label);
    if (shown.some((other) => other.includes(plain) || plain.includes(other)) || wordsOf(label).some((word) => words.has(word))) continue;
    if (found.length === most) break;
    shown.push(plain);
    found.push(label);
  }
  return found;
}

function wordsOf(label: string): string[] {
  return label
    .split(/\s+/)
    .map(comparable)
    .filter((word) => word.length > 1);
}
