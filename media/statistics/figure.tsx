import type { ComponentChildren, JSX } from 'preact';
import type { Selection, StatisticsView } from '../../src/core/protocol/statistics';
import { t } from '../page';

export interface PartProps {
  readonly view: StatisticsView;
  readonly select: (selection: Selection) => void;
}

interface FigureProps {
  readonly id: string;
  readonly title: string;
  /** What the picture means, in a sentence. */
  readonly says: ComponentChildren;
  readonly children: ComponentChildren;
  /** The same in a table. */
  readonly table: ComponentChildren;
}

/** A picture, what it means, and its table a click away. */
export function Figure({ id, title, says, children, table }: FigureProps): JSX.Element {
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p>{says}</p>
      {children}
      <details>
        <summary>{t('As a table')}</summary>
        <Scrolled label={title}>{table}</Scrolled>
      </details>
    </section>
  );
}

/** What may be wider than the page; the keys scroll it too. */
export function Scrolled({
  label,
  isAtEnd,
  children,
}: {
  readonly label: string;
  readonly isAtEnd?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class={isAtEnd ? 'scrolled end' : 'scrolled'} tabIndex={0} aria-label={t('Picture: {label}', { label })}>
      {children}
    </section>
  );
}

interface CountProps {
  readonly n: number | string;
  /** What the number is of. */
  readonly label: string;
  readonly onClick: () => void;
}

/** A number that leads to the cards it counts. */
export function Count({ n, label, onClick }: CountProps): JSX.Element {
  return n === 0 ? (
    <span>0</span>
  ) : (
    <button type="button" class="link" aria-label={t('{n}, {label}: its cards', { n, label })} onClick={onClick}>
      {n}
    </button>
  );
}
