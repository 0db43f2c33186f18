import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { StatisticsIntent } from '../../src/core/protocol/statistics';
import { t } from '../page';
import { Count, type PartProps } from './figure';
import { kindName } from './kindName';
import { Sentence } from './sentence';

type Sending = PartProps & { readonly send: (intent: StatisticsIntent) => void };

/** Rows shown before the rest is asked for. */
const few = 10;

export function Topics({ view, select, send }: Sending): JSX.Element {
  const [isAll, setAll] = useState(false);
  const shareOf = ({ right, answers }: { readonly right: number; readonly answers: number }) => right / answers;
  const practised = view.topics.filter((topic) => topic.answers >= 5);
  const weakest = [...practised].sort((a, b) => shareOf(a) - shareOf(b))[0];
  return (
    <section aria-labelledby="topics-title">
      <h2 id="topics-title">{t('By topic')}</h2>
      <p>
        {weakest ? (
          <Sentence
            say={(given) => t('Of the topics with five answers or more, {title} is the weakest: {percent} % right.', given)}
            args={{ title: weakest.title, percent: Math.round(shareOf(weakest) * 100) }}
            links={{ percent: () => select({ of: 'topic', topic: weakest.topic }) }}
          />
        ) : (
          t('No topic has five answers yet.')
        )}
      </p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('Topic')}</th>
            <th scope="col">{t('Right')}</th>
            <th scope="col">{t('Answers')}</th>
            <th scope="col">{t('Cards')}</th>
          </tr>
        </thead>
        <tbody>
          {view.topics.slice(0, isAll ? view.topics.length : few).map((topic) => (
            <tr key={topic.topic}>
              <th scope="row">
                <button type="button" class="link" onClick={() => send({ type: 'openLesson', topic: topic.topic })}>
                  {topic.title}
                </button>
              </th>
              <td>
                <Count n={`${Math.round(shareOf(topic) * 100)} %`} label={topic.title} onClick={() => select({ of: 'topic', topic: topic.topic })} />
                <progress max={1} value={shareOf(topic)} aria-hidden="true" />
              </td>
              <td>
                <Count n={topic.answers} label={topic.title} onClick={() => select({ of: 'topic', topic: topic.topic })} />
              </td>
              <td>
                <Count n={topic.cards} label={topic.title} onClick={() => select({ of: 'topic', topic: topic.topic })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.topics.length > few && !isAll ? (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {t('Show {n} more', { n: view.topics.length - few })}
        </button>
      ) : null}
    </section>
  );
}

export function Pace({ view, select }: PartProps): JSX.Element {
  const most = Math.max(1, ...view.pace.map((kind) => kind.seconds));
  const slowest = view.pace.find((kind) => kind.seconds === most);
  return (
    <section aria-labelledby="pace-title">
      <h2 id="pace-title">{t('Time for a question')}</h2>
      <p>
        {slowest ? (
          <Sentence
            say={(given) => t('{kind} takes you longest: half of the answers take {seconds} seconds or more.', given)}
            args={{ kind: kindName(slowest.kind), seconds: slowest.seconds }}
            links={{ seconds: () => select({ of: 'kind', kind: slowest.kind }) }}
          />
        ) : null}
      </p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('Kind')}</th>
            <th scope="col">{t('Seconds (median)')}</th>
            <th scope="col">{t('Answers')}</th>
          </tr>
        </thead>
        <tbody>
          {view.pace.map(({ kind, seconds, answers }) => (
            <tr key={kind}>
              <th scope="row">{kindName(kind)}</th>
              <td>
                <Count n={String(seconds)} label={kindName(kind)} onClick={() => select({ of: 'kind', kind })} />
                <progress max={most} value={seconds} aria-hidden="true" />
              </td>
              <td>
                <Count n={answers} label={kindName(kind)} onClick={() => select({ of: 'kind', kind })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Hardest({ view, select, send }: Sending): JSX.Element {
  const { hardest } = view;
  const first = hardest[0];
  return (
    <section aria-labelledby="hardest-title">
      <h2 id="hardest-title">{t('The hardest cards')}</h2>
      <p>
        {first ? (
          <Sentence
            say={(given) => t('{n} cards were wrong twice or more; the hardest {wrong} times of {answers}.', given)}
            args={{ n: hardest.length, wrong: first.wrong, answers: first.answers }}
            links={{ n: () => select({ of: 'hardest' }), wrong: () => send({ type: 'openSource', card: first.card }) }}
          />
        ) : (
          t('No card was wrong twice.')
        )}
      </p>
      {first ? (
        <>
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">{t('Question')}</th>
                <th scope="col">{t('Topic')}</th>
                <th scope="col">{t('Wrong')}</th>
              </tr>
            </thead>
            <tbody>
              {hardest.map((card) => (
                <tr key={card.card}>
                  <th scope="row">
                    <button type="button" class="link" onClick={() => send({ type: 'openSource', card: card.card })}>
                      {card.text}
                    </button>
                  </th>
                  <td>{card.topicTitle}</td>
                  <td>
                    <Count n={`${card.wrong} / ${card.answers}`} label={card.text} onClick={() => send({ type: 'openSource', card: card.card })} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <button type="button" class="link" onClick={() => select({ of: 'hardest' })}>
            {t('Study These Cards')}
          </button>
        </>
      ) : null}
    </section>
  );
}
