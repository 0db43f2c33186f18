/** Runs in the statistics' webview. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Selection, StatisticsIntent, StatisticsView } from '../src/core/protocol/statistics';
import { sayDay, sayWeekday } from './dates';
import { post } from './host';
import { mountPage, t } from './page';
import './statistics.css';
import { ShownCards } from './statistics/cards';
import { Forecast } from './statistics/forecast';
import { Recall } from './statistics/recall';
import { Hardest, Pace, Topics } from './statistics/tables';
import { Year } from './statistics/year';
import { Button } from './toolkit';

const send = (intent: StatisticsIntent) => post(intent);
const select = (selection: Selection) => send({ type: 'select', selection });

function StatisticsPage({ view }: { readonly view: StatisticsView }): JSX.Element {
  const plan = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (view.scrollTo === 'plan') plan.current?.scrollIntoView();
  }, [view.scrollTo]);
  const isEmpty = view.year.length === 0;
  return (
    <main>
      <h1>{t('Statistics')}</h1>
      {isEmpty ? (
        <section class="nothing">
          <p>{t('Nothing has been answered yet. After the first study the days, the forecast and what is hard for you stand here.')}</p>
          <Button appearance="primary" onClick={() => send({ type: 'startToday' })}>
            {t("Start today's study")}
          </Button>
        </section>
      ) : (
        <Today view={view} />
      )}
      <section ref={plan} aria-labelledby="plan-title">
        <h2 id="plan-title">{t('Until the exam')}</h2>
        <Plan view={view} />
      </section>
      {isEmpty ? null : (
        <>
          <Year view={view} select={select} />
          <Forecast view={view} select={select} />
          <Recall view={view} select={select} />
          <Topics view={view} select={select} send={send} />
          <Pace view={view} select={select} />
          <Hardest view={view} select={select} send={send} />
        </>
      )}
      {view.shown ? <ShownCards shown={view.shown} view={view} send={send} /> : null}
    </main>
  );
}

function Today({ view }: { readonly view: StatisticsView }): JSX.Element {
  const percent = view.answers === 0 ? 0 : Math.round((view.right * 100) / view.answers);
  return (
    <section aria-labelledby="today-title">
      <h2 id="today-title">{t('Today')}</h2>
      <p>
        {view.answers === 0
          ? t('Nothing has been answered today.')
          : t('Today you gave {answers} answers in {minutes} minutes, {percent} % of them right.', {
              answers: view.answers,
              minutes: view.minutes,
              percent,
            })}{' '}
        {view.longestStreak > 1
          ? t('You have studied {n} days in a row; the longest streak is {longest}.', { n: view.streak, longest: view.longestStreak })
          : ''}
      </p>
      <div class="tiles">
        <Tile label={t('Answers')} value={view.answers} onClick={() => select({ of: 'today' })} />
        <Tile label={t('New cards')} value={view.fresh} onClick={() => select({ of: 'fresh' })} />
        <Tile label={t('Wrong')} value={view.answers - view.right} onClick={() => select({ of: 'wrong' })} />
        <Tile label={t('Due now')} value={view.due.now} onClick={() => select({ of: 'now' })} />
        <Tile label={t('Later today')} value={view.due.later} onClick={() => select({ of: 'later' })} />
        {view.due.putOff > 0 ? <Tile label={t('Put off')} value={view.due.putOff} onClick={() => select({ of: 'putOff' })} /> : null}
        <Tile label={t('Days in a row')} value={view.streak} onClick={() => select({ of: 'streak' })} />
        <Tile label={t('Longest streak')} value={view.longestStreak} onClick={() => select({ of: 'longestStreak' })} />
      </div>
    </section>
  );
}

function Tile({ label, value, onClick }: { readonly label: string; readonly value: number; readonly onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="tile" disabled={value === 0} onClick={onClick}>
      <strong>{value}</strong>
      <span>{label}</span>
    </button>
  );
}

function Plan({ view }: { readonly view: StatisticsView }): JSX.Element {
  const { plan } = view;
  if (!plan) {
    return (
      <>
        <p>{t('With a date for your exam, the topics are spread over the days until it, and no review is put off beyond it.')}</p>
        <Button appearance="secondary" icon="calendar" onClick={() => send({ type: 'setExamDate' })}>
          {t('Set Exam Date…')}
        </Button>
      </>
    );
  }
  const topics = plan.days.reduce((sum, day) => sum + day.topics.length, 0);
  const left = plan.exam - view.today;
  return (
    <>
      <p>
        <strong class="days-left">{left === 0 ? t('D-day') : `D-${left}`}</strong> {sayWeekday(plan.exam)}.{' '}
        {topics === 0
          ? t('Every topic is marked as done: the days until the exam are for review.')
          : t('{topics} topics are left on {days} days; from {when} on there is only review.', {
              topics,
              days: plan.days.length,
              when: sayDay(plan.reviewFrom, view.today),
            })}
      </p>
      {topics === 0 ? null : (
        <table class="rows plan">
          <thead>
            <tr>
              <th scope="col">{t('Day')}</th>
              <th scope="col">{t('Topics')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.days.map(({ day, topics: list }) => (
              <tr key={day} aria-current={day === view.today ? 'date' : undefined}>
                <th scope="row">{day === view.today ? t('today') : sayWeekday(day)}</th>
                <td>
                  <div class="list">
                    {list.map(({ topic, title }) => (
                      <button key={topic} type="button" class="link" onClick={() => send({ type: 'openLesson', topic })}>
                        {title}
                      </button>
                    ))}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" class="link" onClick={() => send({ type: 'setExamDate' })}>
        <span class="codicon codicon-calendar" aria-hidden="true" /> {t('Set Exam Date…')}
      </button>
    </>
  );
}

mountPage(StatisticsPage);
