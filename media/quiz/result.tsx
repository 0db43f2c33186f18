import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { isPressed } from '../keys';
import { t } from '../page';
import { RightAnswers } from '../rightAnswers';
import { Button } from '../toolkit';
import { useFirstFocus } from '../useFirstFocus';
import { useKeys } from '../useKeys';
import { Quiet, type QuizProps } from './quiet';

export function Result({ view, send }: QuizProps<'result'>): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useFirstFocus(heading);
  useKeys((event) => {
    if (!isPressed('undo', event) || !view.canUndo) return false;
    send({ type: 'undo' });
    return true;
  });
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        {t('{right} of {total} right', { right: view.right, total: view.right + view.wrong })}
      </h1>
      <p class="note">
        {[
          view.isCram ? t('The schedule has not moved') : '',
          t('{n} minutes', { n: view.minutes }),
          view.nextDue ? t('next review: {when}', { when: view.nextDue }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <RightAnswers
        head={t('Topic')}
        rows={view.rows.map(({ topic, title, right, total }) => ({
          key: topic,
          name: (
            <button type="button" class="link" onClick={() => send({ type: 'openLesson', topic })}>
              {title}
            </button>
          ),
          said: `${right} / ${total}`,
          bar: <progress max={total} value={right} aria-hidden="true" />,
        }))}
      />
      <div class="actions">
        {view.wrong > 0 ? (
          <Button appearance="primary" onClick={() => send({ type: 'retryWrong' })}>
            {t('Try the wrong ones again')}
          </Button>
        ) : null}
        <Button appearance={view.wrong > 0 ? 'secondary' : 'primary'} onClick={() => send({ type: 'close' })}>
          {t('Finish')}
        </Button>
      </div>
      <Quiet view={view} send={send} />
    </main>
  );
}

export function Nothing({ view, send }: QuizProps<'empty'>): JSX.Element {
  const next = view.nextLesson;
  return (
    <main>
      <h1>{t('Nothing to ask right now')}</h1>
      <p>{t('All cards that were due are done, and the new ones of today too. They come back when it is time.')}</p>
      <div class="actions">
        {next ? (
          <Button appearance="primary" onClick={() => send({ type: 'openLesson', topic: next.topic })}>
            {t('Next topic: {title}', { title: next.title })}
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => send({ type: 'close' })}>
            {t('Finish')}
          </Button>
        )}
      </div>
    </main>
  );
}
