/** Runs in the quiz panel's webview. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Grade, QuestionView, QuizIntent, QuizView } from '../src/core/protocol';
import { keep, post } from './host';
import { Html } from './html';
import { digitOf, hasModifier, isComposing, isOnControl, isTyping } from './keys';
import { faceOf } from './kinds';
import { mountPage, t } from './page';
import './quiz.css';
import { RightAnswers } from './rightAnswers';
import { Shortcuts, undoKeys } from './shortcuts';
import { Told } from './told';
import { Button } from './toolkit';
import { useKeys } from './useKeys';

const send = (intent: QuizIntent) => post(intent);

function QuizPage({ view }: { readonly view: QuizView }): JSX.Element {
  useEffect(() => keep(view.restore), [view.restore.session.id]);
  switch (view.phase) {
    case 'question':
      return <Asking key={view.question.id} view={view} />;
    case 'verdict':
      return <Answered key={`${view.question.id} told`} view={view} />;
    case 'result':
      return <Result view={view} />;
    case 'empty':
      return <Nothing view={view} />;
  }
}

function Head({ view }: { readonly view: QuizView & { readonly question: QuestionView } }): JSX.Element {
  return (
    <header>
      <h1 class="spoken">{t('Quiz: {title}', { title: view.title })}</h1>
      <progress max={view.total} value={view.index + (view.phase === 'verdict' ? 1 : 0)} aria-label={t('Progress')} />
      <p class="place">
        {view.index + 1} / {view.total} · {view.title}
        {view.title === view.question.topicTitle || view.question.topicTitle === '' ? '' : ` · ${view.question.topicTitle}`}
      </p>
    </header>
  );
}

function Asking({ view }: { readonly view: QuizView & { phase: 'question' } }): JSX.Element {
  const { question } = view;
  const face = faceOf(question.body);
  const [answer, setAnswer] = useState(() => face.begin(question.body));
  const [isSent, setSent] = useState(false);
  const [hintsShown, setHintsShown] = useState(0);
  const startedAt = useRef(performance.now());
  const first = useRef<HTMLElement>(null);
  const prompt = useRef<HTMLDivElement>(null);
  const composedAt = useRef(0);

  useLayoutEffect(() => (face.isTyped ? first : prompt).current?.focus(), []);

  const isReady = face.isWhole(question.body, answer);
  const give = (given: readonly string[]) => {
    if (isSent) return;
    setSent(true);
    send({ type: 'answer', card: question.id, answer: given, took: Math.round(performance.now() - startedAt.current) });
  };
  const showHint = () => setHintsShown(Math.min(hintsShown + 1, question.hints.length));
  const check = () => isReady && give(answer.map((part) => part.trim()));

  useKeys((event) => {
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      // WebKit sends the Enter that ends a syllable after compositionend
      if (isComposing(event) || performance.now() - composedAt.current < 50) return false;
      if (isOnControl(event)) return false;
      check();
      return true;
    }
    if (isComposing(event)) return false;
    const isUntouched = answer.every((part) => part === '');
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyZ' && (!isTyping(event) || isUntouched) && view.canUndo) {
      send({ type: 'undo' });
      return true;
    }
    if (event.code === 'KeyH' && event.altKey) {
      showHint();
      return true;
    }
    if (hasModifier(event) || isTyping(event)) return false;
    const next = face.onKey?.(question.body, answer, event);
    if (!next) return false;
    setAnswer(next);
    return true;
  });

  return (
    <main
      onCompositionEnd={() => {
        composedAt.current = performance.now();
      }}
    >
      <Head view={view} />
      <div ref={prompt} class="prompt" tabIndex={-1} id="prompt">
        <Html html={question.promptHtml} />
      </div>
      <face.Ask body={question.body} answer={answer} onAnswer={setAnswer} focusRef={first} />
      <div class="actions">
        <Button appearance="primary" disabled={!isReady || isSent} keys="Enter" onClick={check}>
          {t('Check Answer')}
        </Button>
        <Button appearance="secondary" disabled={isSent} onClick={() => give([])}>
          {t("I don't know")}
        </Button>
        {question.hints.length > 0 ? (
          <Button appearance="secondary" disabled={hintsShown === question.hints.length} keys="Alt+H" onClick={showHint}>
            {t('Hint')}
          </Button>
        ) : null}
      </div>
      <div role="status">
        <ol class="hints">
          {question.hints.slice(0, hintsShown).map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      </div>
      <Quiet view={view} />
    </main>
  );
}

const ratings: readonly { readonly grade: Grade; readonly name: string }[] = [
  { grade: 1, name: 'Again' },
  { grade: 2, name: 'Hard' },
  { grade: 3, name: 'Good' },
  { grade: 4, name: 'Easy' },
];

function Answered({ view }: { readonly view: QuizView & { phase: 'verdict' } }): JSX.Element {
  const { question, verdict } = view;
  const { intervals } = verdict;
  const suggested = useRef<HTMLElement>(null);
  useLayoutEffect(() => suggested.current?.focus(), []);
  const rate = (rating: Grade) => send(rating === verdict.rating ? { type: 'next' } : { type: 'rate', rating });

  useKeys((event) => {
    if (isComposing(event)) return false;
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyZ') {
      send({ type: 'undo' });
      return true;
    }
    if (hasModifier(event)) return false;
    if (event.code === 'Enter' && !isOnControl(event)) {
      send({ type: 'next' });
      return true;
    }
    const grade = ratings[digitOf(event) ?? -1]?.grade;
    if (grade === undefined || !intervals) return false;
    rate(grade);
    return true;
  });

  return (
    <main>
      <Head view={view} />
      <Told {...verdict} question={question} onOpenSource={() => send({ type: 'openSource' })} />
      {intervals ? (
        <fieldset class="ratings" aria-label={t('How well did you know it?')}>
          {ratings.map(({ grade, name }) => (
            <Button
              key={name}
              appearance={grade === verdict.rating ? 'primary' : 'secondary'}
              buttonRef={grade === verdict.rating ? suggested : null}
              keys={String(grade)}
              onClick={() => rate(grade)}
            >
              <div class="rating">
                {t(name)} <small>{intervals[grade]}</small>
              </div>
            </Button>
          ))}
        </fieldset>
      ) : (
        <div class="ratings">
          <Button appearance="primary" buttonRef={suggested} keys="Enter" onClick={() => send({ type: 'next' })}>
            {t('Next')}
          </Button>
        </div>
      )}
      <Quiet view={view} />
    </main>
  );
}

function Quiet({ view }: { readonly view: QuizView }): JSX.Element {
  return (
    <div class="quiet">
      <button type="button" class="link" disabled={!view.canUndo} onClick={() => send({ type: 'undo' })}>
        <span class="codicon codicon-discard" aria-hidden="true" /> {t('Undo')} <kbd>{undoKeys}</kbd>
      </button>
      {view.phase === 'question' || view.phase === 'verdict' ? (
        <button type="button" class="link" onClick={() => send({ type: 'suspend' })}>
          <span class="codicon codicon-eye-closed" aria-hidden="true" /> {t('Never ask this again')}
        </button>
      ) : null}
      <Shortcuts
        list={[
          ['1–9 O X', t('Choose an answer')],
          ['Enter', t('Check the answer, go on')],
          ['Alt+H', t('Show a hint')],
          ['1 2 3 4', t('Say how well you knew it: again, hard, good, easy')],
          [undoKeys, t('Take the last answer back')],
          ['Shift+/', t('Show the keys')],
        ]}
      />
    </div>
  );
}

function Result({ view }: { readonly view: QuizView & { phase: 'result' } }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  useKeys((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyZ' || !view.canUndo) return false;
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
      <Quiet view={view} />
    </main>
  );
}

function Nothing({ view }: { readonly view: QuizView & { phase: 'empty' } }): JSX.Element {
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

document.addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest('a');
  if (!link) return;
  event.preventDefault();
  if (link.dataset.kind && link.dataset.target) send({ type: 'openLink', kind: link.dataset.kind, target: link.dataset.target });
});

mountPage(QuizPage);
