import type { JSX } from 'preact';
import { t } from '../page';
import { Count, Figure, type PartProps } from './figure';
import { Sentence, type Values } from './sentence';

const width = 420;
const row = 30;
const label = 110;

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** For reviews of which FSRS expected about the same recall: what it expected, and what it was. */
export function Recall({ view, select }: PartProps): JSX.Element {
  const { recall, goal } = view;
  const reviews = recall.reduce((sum, bin) => sum + bin.reviews, 0);
  const mean = (of: 'expected' | 'measured') => recall.reduce((sum, bin) => sum + bin[of] * bin.reviews, 0) / Math.max(1, reviews);
  if (reviews === 0) {
    return (
      <section aria-labelledby="recall-title">
        <h2 id="recall-title">{t('Remembered')}</h2>
        <p>{t('Nothing has come back on a later day yet: from the first review on, what you remembered stands here beside what was expected.')}</p>
      </section>
    );
  }
  const say = (given: Values) => t('In {n} reviews you remembered {measured}; {expected} was expected, your goal is {goal}.', given);
  const args = { n: reviews, measured: percent(mean('measured')), expected: percent(mean('expected')), goal: percent(goal) };
  const all = () => select({ of: 'reviews' });
  const x = (share: number) => label + share * (width - label - 40);
  const name = (bin: { readonly from: number; readonly to: number }) => t('{from}–{to} expected', { from: Math.round(bin.from * 100), to: percent(bin.to) });
  const height = recall.length * row + 24;
  return (
    <Figure
      id="recall"
      title={t('Remembered')}
      says={<Sentence say={say} args={args} links={{ n: all, measured: all, expected: all }} />}
      table={
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t('Expected recall')}</th>
              <th scope="col">{t('Mean expected')}</th>
              <th scope="col">{t('Remembered')}</th>
              <th scope="col">{t('Reviews')}</th>
            </tr>
          </thead>
          <tbody>
            {recall.map((bin) => (
              <tr key={bin.from}>
                <th scope="row">{`${Math.round(bin.from * 100)}–${percent(bin.to)}`}</th>
                {[percent(bin.expected), percent(bin.measured), bin.reviews].map((n, column) => (
                  <td key={column}>
                    <Count n={n} label={name(bin)} onClick={() => select({ of: 'recall', from: bin.from })} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <svg class="recall" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say(args)}>
        <line class="goal" x1={x(goal)} x2={x(goal)} y1={0} y2={height - 20} />
        <text class="middle" x={x(goal)} y={height - 6}>
          {t('Goal {goal}', { goal: percent(goal) })}
        </text>
        {recall.map((bin, index) => {
          const y = index * row + row / 2;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the table below has a button for each row
            <g key={bin.from} class="bin" onClick={() => select({ of: 'recall', from: bin.from })}>
              <title>{`${name(bin)}: ${percent(bin.measured)} (${bin.reviews})`}</title>
              <rect class="hit" x={0} y={y - row / 2} width={width} height={row} />
              <text x={0} y={y + 4}>
                {`${Math.round(bin.from * 100)}–${percent(bin.to)}`}
              </text>
              <line class="track" x1={x(0)} x2={x(1)} y1={y} y2={y} />
              <line class="between" x1={x(bin.expected)} x2={x(bin.measured)} y1={y} y2={y} />
              <rect class="expected" x={x(bin.expected) - 1.5} y={y - 7} width={3} height={14} />
              <circle class="measured" cx={x(bin.measured)} cy={y} r={5} />
              <text x={width - 34} y={y + 4}>
                {percent(bin.measured)}
              </text>
            </g>
          );
        })}
      </svg>
      <p class="note key-to">
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <circle class="measured" cx={6} cy={6} r={5} />
        </svg>{' '}
        {t('Remembered')}{' '}
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <rect class="expected" x={4.5} y={0} width={3} height={12} />
        </svg>{' '}
        {t('Expected')}
      </p>
    </Figure>
  );
}
