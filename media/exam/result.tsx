import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ExamIntent, ExamView, ReviewedQuestion } from '../../src/core/protocol/exam';
import { isPressed, keyOf } from '../keys';
import { t } from '../page';
import { RightAnswers } from '../rightAnswers';
import { Told } from '../told';
import { Button } from '../toolkit';
import { useFirstFocus } from '../useFirstFocus';
import { useKeys } from '../useKeys';

type ResultView = ExamView & { readonly phase: 'result' };

interface ResultProps {
  readonly view: ResultView;
  readonly send: (intent: ExamIntent) => void;
}

export function Result({ view, send }: ResultProps): JSX.Element {
  const { reviewed, index } = view;
  return reviewed && index !== undefined ? (
    <Reviewed key={reviewed.question.id} reviewed={reviewed} index={index} view={view} send={send} />
  ) : (
    <Whole view={view} send={send} />
  );
}

const signs = { right: 'pass-filled', close: 'warning', wrong: 'error' } as const;

function Whole({ view, send }: ResultProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useFirstFocus(heading);
  const wrong = view.questions.filter((question) => question.verdict === 'wrong').length;
  return (
    <main>
      <p class={view.isPassed ? 'outcome right' : 'outcome wrong'}>
        <span class={`codicon codicon-${view.isPassed ? 'pass-filled' : 'error'}`} aria-hidden="true" />
        {view.isPassed ? t('Passed') : t('Not passed')}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {t('{percent} % · {right} of {total} right', { percent: view.percent, right: view.right, total: view.total })}
      </h1>
      <p class="note">
        {[view.title, t('pass mark {pass} %', { pass: view.pass }), t('{n} minutes', { n: view.minutes }), view.isTimeOut ? t('The time was up') : '']
          .filter(Boolean)
          .join(' · ')}
      </p>
      <RightAnswers
        head={t('Part')}
        rows={view.parts.map(({ name, right, total }) => ({
          key: name,
          name,
          said: `${right} / ${total} · ${Math.floor((right * 100) / total)} %`,
          bar: <Bar share={right / total} pass={view.pass / 100} />,
        }))}
      />
      <div class="actions">
        {wrong > 0 ? (
          <Button appearance="primary" onClick={() => send({ type: 'retryWrong' })}>
            {t('Try the wrong ones again')}
          </Button>
        ) : null}
        {wrong > 0 ? (
          <Button appearance="secondary" onClick={() => send({ type: 'openNotebook' })}>
            {t('Wrong-Answer Notebook')}
          </Button>
        ) : null}
        <Button appearance={wrong > 0 ? 'secondary' : 'primary'} onClick={() => send({ type: 'another' })}>
          {t('Another Exam')}
        </Button>
      </div>
      <Questions view={view} send={send} />
    </main>
  );
}

/** How much was right, and where the pass mark is. */
function Bar({ share, pass }: { readonly share: number; readonly pass: number }): JSX.Element {
  return (
    <svg class="pass-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="100" height="8" />
      <rect class="share" width={share * 100} height="8" />
      <line x1={pass * 100} x2={pass * 100} y1="0" y2="8" />
    </svg>
  );
}

type Filter = 'all' | 'wrong' | 'flagged';

function Questions({ view, send }: ResultProps): JSX.Element {
  const [filter, setFilter] = useState<Filter>('all');
  const numbered = view.questions.map((question, index) => ({ ...question, index }));
  const kept = numbered.filter(({ verdict, isFlagged }) => filter === 'all' || (filter === 'wrong' ? verdict === 'wrong' : isFlagged));
  const chips: readonly (readonly [Filter, string])[] = [
    ['all', t('All')],
    ['wrong', t('Wrong ones')],
    ['flagged', t('Flagged ones')],
  ];
  return (
    <section>
      <h2>{t('Every question')}</h2>
      <fieldset class="chips" aria-label={t('Which questions to list')}>
        {chips.map(([name, label]) => (
          <button key={name} type="button" class="chip" aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {label}
          </button>
        ))}
      </fieldset>
      <ol class="questions">
        {kept.map(({ card, verdict, text, isFlagged, index }) => (
          <li key={card}>
            <button type="button" class="row" disabled={text === undefined} onClick={() => send({ type: 'go', index })}>
              <span class="number">{index + 1}</span>
              <span
                class={`codicon codicon-${signs[verdict]} ${verdict}`}
                role="img"
                aria-label={{ right: t('Right'), close: t('Almost'), wrong: t('Wrong') }[verdict]}
              />
              <span class="text">{text ?? t('This question is gone from its note')}</span>
              {isFlagged ? <span class="codicon codicon-bookmark" role="img" aria-label={t('flagged')} /> : null}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reviewed({ reviewed, index, view, send }: ResultProps & { readonly reviewed: ReviewedQuestion; readonly index: number }): JSX.Element {
  const heading = useRef<HTMLParagraphElement>(null);
  useFirstFocus(heading);
  const go = (to: number) => to >= 0 && to < view.questions.length && send({ type: 'go', index: to });
  useKeys((event) => {
    const step = isPressed('go', event) ? 1 : isPressed('previous', event) ? -1 : 0;
    if (step !== 0) go(index + step);
    return step !== 0;
  });
  return (
    <main>
      <p class="place" ref={heading} tabIndex={-1}>
        {t('Question {n} of {total}', { n: index + 1, total: view.questions.length })} · {reviewed.question.topicTitle}
      </p>
      <h1 class="spoken">{view.title}</h1>
      <Told {...reviewed} onOpenSource={() => send({ type: 'openSource', card: reviewed.question.id })} />
      <div class="actions">
        <Button appearance="secondary" disabled={index === 0} keys={keyOf('previous')} onClick={() => go(index - 1)}>
          {t('Previous')}
        </Button>
        <Button appearance="primary" disabled={index === view.questions.length - 1} keys={keyOf('go')} onClick={() => go(index + 1)}>
          {t('Next')}
        </Button>
        <Button appearance="secondary" onClick={() => send({ type: 'overview' })}>
          {t('Back to the Result')}
        </Button>
      </div>
    </main>
  );
}
