import { describedBy, hideLabel, withoutTelling } from '../../diagram';
import { type Arrow, absentArrows, arrowName, arrowText, type Flowchart, hideArrowLabel, withoutArrow } from '../../flowchart';
import { comparable } from '../../korean';
import type { Fence, Question } from '../../model';
import { shuffled } from '../../seed';
import { baseOf, type Diagram, type Making, type Source } from '../making/source';

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
      const others = otherLabels(source, labels, label).filter((other) => !described.includes(comparable(other)));
      if (!hidden || others.length < 3) return [];
      return [
        ask(
          source,
          fence,
          hidden.source,
          { answer: label, others, asked: { diagram: number, hide: id } },
          { maker: 'node', key: label, prompt: '그림에서 물음표로 가린 곳에 들어갈 것은?', quality: 0.8 },
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
  const [arrow] = shuffled(single, source.topic.id + number);
  const hidden = arrow && hideArrowLabel(fence.content, arrow);
  if (!arrow?.label || !hidden) return [];
  const others = otherArrowLabels(source, arrow.label, labels);
  if (others.length < 3) return [];
  const key = arrowText(chart, arrow);
  return [
    ask(
      source,
      fence,
      hidden,
      { answer: arrow.label, others, asked: { diagram: number, hide: arrowName(arrow) } },
      { maker: 'edge', key, prompt: `그림의 화살표 ‘${key}’에서 물음표로 가린 말은?`, quality: 0.7 },
    ),
  ];
}

function missingArrow({ source, fence, chart, number }: Context): Question[] {
  const degree = (id: string) => chart.arrows.filter((arrow) => arrow.from === id || arrow.to === id).length;
  // both ends keep an arrow: a node that stands alone shows what is missing
  const candidates = chart.arrows.filter(
    (arrow) => arrow.at && chart.labels.has(arrow.from) && chart.labels.has(arrow.to) && degree(arrow.from) > 1 && degree(arrow.to) > 1,
  );
  const [arrow] = shuffled(candidates, `${source.topic.id} ${number}`);
  const hidden = arrow && withoutArrow(fence.content, arrow);
  const others = arrow ? sensibleArrows(chart, arrow) : [];
  if (!arrow || !hidden || others.length < 3) return [];
  const answer = arrowText(chart, arrow);
  return [
    ask(
      source,
      fence,
      hidden,
      { answer, others, asked: { diagram: number, arrow: arrowName(arrow) } },
      { maker: 'arrow', key: answer, prompt: '그림에서 화살표 하나가 빠졌습니다. 어느 것입니까?', quality: 0.72 },
    ),
  ];
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
  {
    answer,
    others,
    asked,
  }: { readonly answer: string; readonly others: readonly string[]; readonly asked: { diagram: number; hide?: string; arrow?: string } },
  making: Omit<Making, 'line'>,
): Question {
  const base = baseOf(source, { ...making, line: fence.line });
  const chosen = others.slice(0, 3);
  return {
    ...base,
    kind: 'diagram',
    source: fence.content,
    hidden: withoutTelling(hidden, answer),
    answer,
    accept: [],
    options: shuffled([answer, ...chosen], base.id),
    asked,
  };
}

function isLabel(label: string): boolean {
  return label.length >= 2 && label.length <= 30 && /\p{L}/u.test(label);
}

/** Terms of the topic, nodes of its other diagrams, then those of siblings: none that the diagram shows or that could stand there as well. */
function otherLabels({ diagrams, note, siblings }: Source, shown: readonly string[], answer: string): string[] {
  const nodes = (all: readonly Diagram[]) =>
    all.flatMap(({ chart }) => (chart ? [...chart.labels].filter(([id]) => !chart.broken.has(id)).map(([, label]) => label) : []));
  const own = [...note.material.definitions.filter((term) => term.style !== 'sentence' && term.style !== 'plain').map((term) => term.term), ...nodes(diagrams)];
  const isLikely = (label: string) => isLabel(label) && label.length <= answer.length * 2 + 4 && isThing(label) === isThing(answer);
  const found = free(shuffled([...new Set(own)], answer).filter(isLikely), [...shown, answer], enough);
  if (found.length === enough) return found;
  const others = nodes(siblings.flatMap((sibling) => sibling.diagrams));
  return [...found, ...free(shuffled([...new Set(others)], answer).filter(isLikely), [...shown, answer, ...found], enough - found.length)];
}

/** Wrong options to look for: some of them will be said by the diagram's description. */
const enough = 8;

/** A name, and no step or state: 로그 저장소, but not 로그 보내기. */
function isThing(label: string): boolean {
  return !/\d|%|[가-힣](?:기|음|함|됨|임|다|요|로|면|서|히|이|을|를|에)$/.test(label);
}

function otherArrowLabels({ diagrams, siblings }: Source, answer: string, shown: readonly string[]): string[] {
  const labels = [...diagrams, ...siblings.flatMap((sibling) => sibling.diagrams)].flatMap(
    ({ chart }) => chart?.arrows.flatMap((arrow) => arrow.label ?? []) ?? [],
  );
  return free(shuffled([...new Set(labels)], answer).filter(isLabel), [answer, ...shown], 3);
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
    shown.push(plain);
    found.push(label);
    if (found.length === most) break;
  }
  return found;
}

function wordsOf(label: string): string[] {
  return label
    .split(/\s+/)
    .map(comparable)
    .filter((word) => word.length > 1);
}
