/** Runs in the quiz panel's webview. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { QuestionView } from '../src/core/protocol/question';
import type { QuizIntent, QuizView } from '../src/core/protocol/quiz';
import type { Grade } from '../src/core/schedule';
import { keep, post } from './host';
import { Html } from './html';
import { isComposing, isPressed, isTyping, keyOf } from './keys';
import { faceOf } from './kinds';
import { mountPage, t } from './page';
import './quiz.css';
import { Quiet } from './quiz/quiet';
import { Nothing, Result } from './quiz/result';
import { Told } from './told';
import { Button } from './toolkit';
import { useFirstFocus } from './useFirstFocus';
import { useKeys } from './useKeys';

const send = (intent: QuizIntent) => post(intent);

function QuizPage({ view }: { readonly view: QuizView }): JSX.Element {
  useEffect(() => keep(view.restore), [JSON.stringify(view.restore)]);
  switch (view.phase) {
    case 'question':
      return <Asking key={view.question.id} view={view} />;
    case 'verdict':
      return <Answered key={`${view.question.id} told`} view={view} />;
    case 'result':
      return <Result view={view} send={send} />;
    case 'empty':
      return <Nothing view={view} send={send} />;
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

  useFirstFocus(face.isTyped ? first : prompt);

  const isReady = face.isWhole(question.body, answer);
  const give = (given: readonly string[]) => {
    if (isSent) return;
    setSent(true);
    send({ type: 'answer', card: question.id, answer: given, took: Math.round(performance.now() - startedAt.current) });
  };
  const showHint = () => setHintsShown(Math.min(hintsShown + 1, question.hints.length));
  const check = () => isReady && give(answer.map((part) => part.trim()));

  useKeys((event) => {
    if (isComposing(event)) return false;
    if (isPressed('go', event)) {
      // WebKit sends the Enter that ends a syllable after compositionend
      if (performance.now() - composedAt.current < 50) return false;
      check();
      return true;
    }
    const isUntouched = answer.every((part) => part === '');
    if (isPressed('undo', event) && (!isTyping(event) || isUntouched) && view.canUndo) {
      send({ type: 'undo' });
      return true;
    }
    if (isPressed('hint', event)) {
      showHint();
      return true;
    }
    if (isPressed('dontKnow', event)) {
      give([]);
      return true;
    }
    if (isPressed('suspend', event)) {
      send({ type: 'suspend' });
      return true;
    }
    if (isTyping(event)) return false;
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
        <Button appearance="primary" disabled={!isReady || isSent} keys={keyOf('go', face.isTyped)} onClick={check}>
          {t('Check Answer')}
        </Button>
        <Button appearance="secondary" disabled={isSent} keys={keyOf('dontKnow', face.isTyped)} onClick={() => give([])}>
          {t("I don't know")}
        </Button>
        {question.hints.length > 0 ? (
          <Button appearance="secondary" disabled={hintsShown === question.hints.length} keys={keyOf('hint', face.isTyped)} onClick={showHint}>
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
      <Quiet view={view} send={send} />
    </main>
  );
}

const ratings = [
  { grade: 1, name: 'Again', action: 'again' },
  { grade: 2, name: 'Hard', action: 'hard' },
  { grade: 3, name: 'Good', action: 'good' },
  { grade: 4, name: 'Easy', action: 'easy' },
] as const;

function Answered({ view }: { readonly view: QuizView & { phase: 'verdict' } }): JSX.Element {
  const { question, verdict } = view;
  const { intervals } = verdict;
  const suggested = useRef<HTMLElement>(null);
  useFirstFocus(suggested);
  const rate = (rating: Grade) => send(rating === verdict.rating ? { type: 'next' } : { type: 'rate', rating });

  useKeys((event) => {
    if (isComposing(event)) return false;
    const meant = (['undo', 'suspend'] as const).find((action) => isPressed(action, event));
    if (meant) send({ type: meant });
    else if (isPressed('source', event)) send({ type: 'openSource' });
    else if (isPressed('go', event)) send({ type: 'next' });
    else {
      const rated = intervals && ratings.find(({ action }) => isPressed(action, event));
      if (!rated) return false;
      rate(rated.grade);
    }
    return true;
  });

  return (
    <main>
      <Head view={view} />
      <Told {...verdict} question={question} onOpenSource={() => send({ type: 'openSource' })} />
      {intervals ? (
        <fieldset class="ratings" aria-label={t('How well did you know it?')}>
          {ratings.map(({ grade, name, action }) => (
            <Button
              key={name}
              appearance={grade === verdict.rating ? 'primary' : 'secondary'}
              buttonRef={grade === verdict.rating ? suggested : null}
              keys={keyOf(action)}
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
          <Button appearance="primary" buttonRef={suggested} keys={keyOf('go')} onClick={() => send({ type: 'next' })}>
            {t('Next')}
          </Button>
        </div>
      )}
      <Quiet view={view} send={send} />
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
