import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ShownCards as Shown, StatisticsIntent, StatisticsView } from '../../src/core/protocol/statistics';
import { sayDay } from '../dates';
import { t } from '../page';
import { Button } from '../toolkit';
import { kindName } from './kindName';

interface ShownCardsProps {
  readonly shown: Shown;
  readonly view: StatisticsView;
  readonly send: (intent: StatisticsIntent) => void;
}

/** The cards behind a number, over the page. */
export function ShownCards({ shown, view, send }: ShownCardsProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="cards" aria-labelledby="cards-title" onClose={() => send({ type: 'unselect' })}>
      <h2 id="cards-title">{titleOf(shown, view)}</h2>
      <p class="note">
        {shown.total > shown.cards.length
          ? t('{shown} of {total} cards', { shown: shown.cards.length, total: shown.total })
          : t('{n} cards', { n: shown.total })}
      </p>
      <ul>
        {shown.cards.map((card) => (
          <li key={card.card}>
            <button type="button" class="link" onClick={() => send({ type: 'openSource', card: card.card })}>
              {card.text}
            </button>
            <span class="note">
              <button type="button" class="link" onClick={() => send({ type: 'openLesson', topic: card.topic })}>
                {card.topicTitle}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button appearance="primary" disabled={shown.total === 0} onClick={() => send({ type: 'study' })}>
          {t('Study These Cards')}
        </Button>
        <Button appearance="secondary" keys="Esc" onClick={() => dialog.current?.close()}>
          {t('Close')}
        </Button>
      </div>
    </dialog>
  );
}

function titleOf({ selection }: Shown, view: StatisticsView): string {
  switch (selection.of) {
    case 'today':
      return t('Answered today');
    case 'wrong':
      return t('Wrong today');
    case 'fresh':
      return t('New today');
    case 'now':
      return t('Due now');
    case 'later':
      return t('Later today');
    case 'putOff':
      return t('Put off: a question from the same lines comes first, or the limit of the day is reached');
    case 'streak':
      return t('Answered on the days in a row');
    case 'longestStreak':
      return t('Answered in the longest streak');
    case 'year':
      return t('Answered in the last year');
    case 'within':
      return t('Due within {n} days', { n: selection.days });
    case 'reviews':
      return t('Every review on a later day');
    case 'day':
      return t('Answered: {when}', { when: sayDay(selection.day, view.today) });
    case 'due':
      return t('Due: {when}', { when: sayDay(selection.day, view.today) });
    case 'recall':
      return t('Reviews expected to be remembered at {from} % and more', { from: Math.round(selection.from * 100) });
    case 'topic':
      return view.topics.find((topic) => topic.topic === selection.topic)?.title ?? '';
    case 'kind':
      return kindName(selection.kind);
    case 'hardest':
      return t('The hardest cards');
  }
}
