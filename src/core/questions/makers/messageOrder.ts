import { comparable } from '../../korean';
import { readSequence } from '../../sequenceDiagram';
import { baseOf, headingAt, type Source } from '../making/source';
import { asMarkdown } from '../making/wording';
import type { Question } from '../question';

const fewest = 4;
const most = 6;

/** The messages of a sequence diagram, to be put in order. */
export function messageOrder(source: Source): Question[] {
  return source.diagrams.flatMap((fence): Question[] => {
    const steps = readSequence(fence.content).map(({ from, to, text }) => (from === to ? `${from}: ${text}` : `${from} → ${to}: ${text}`));
    const first = steps.slice(0, most);
    if (first.length < fewest || new Set(first.map(comparable)).size < first.length) return [];
    const title = /^\s*accTitle:?\s*(.+)$/m.exec(fence.content)?.[1]?.trim();
    return [
      {
        ...baseOf(source, {
          maker: 'sequence',
          key: title ?? headingAt(source, fence.line),
          line: fence.line,
          prompt: title
            ? `‘${asMarkdown(title)}’의 차례대로 놓으세요.`
            : `**${asMarkdown(source.topic.title)}** – ${asMarkdown(headingAt(source, fence.line))}: 차례대로 놓으세요.`,
          quality: 0.85,
        }),
        kind: 'order',
        items: first.map(asMarkdown),
      },
    ];
  });
}
