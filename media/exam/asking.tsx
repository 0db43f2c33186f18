import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExamIntent, ExamMark, ExamView } from '../../src/core/protocol/exam';
import { Html } from '../html';
import { isComposing, isPressed, isTyping, keyOf } from '../keys';
import { faceOf } from '../kinds';
import { t } from '../page';
import { Shortcuts } from '../shortcuts';
import { Button } from '../toolkit';
import { useFirstFocus } from '../useFirstFocus';
import { useKeys } from '../useKeys';
import { Clock } from './clock';

interface AskingProps {
  readonly view: ExamView & { readonly phase: 'asking' };
  readonly send: (intent: ExamIntent) => void;
}

export function Asking({ view, send }: AskingProps): JSX.Element {
  const { marks, index } = view;
  const [isLast, setLast] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  const go = (to: number) => {
    setLast(false);
    setListOpen(false);
    if (to >= 0 && to < marks.length && to !== index) send({ type: 'go', index: to });
  };
  const answered = marks.filter((mark) => mark.isAnswered).length;
  return (
    <div class="exam">
      <header class="bar">
        <h1>{view.title}</h1>
        <Clock remaining={view.remaining} view={view} onEnd={() => send({ type: 'timeOut' })} />
      </header>
      <nav class={isListOpen ? 'rail open' : 'rail'} aria-label={t('Questions of the exam')}>
        <button type="button" class="toggle" aria-expanded={isListOpen} onClick={() => setListOpen(!isListOpen)}>
          <span class={`codicon codicon-chevron-${isListOpen ? 'up' : 'down'}`} aria-hidden="true" />
          {t('{n} of {total} answered', { n: answered, total: marks.length })}
        </button>
        <Marks marks={marks} current={isLast ? undefined : index} go={go} />
        <Button appearance="secondary" class="wide" onClick={() => setLast(true)}>
          {t('Hand In…')}
        </Button>
        <button type="button" class="link" onClick={() => send({ type: 'leave' })}>
          {t('Leave the exam')}
        </button>
      </nav>
      {isLast ? (
        <LastLook marks={marks} go={go} back={() => setLast(false)} handIn={() => send({ type: 'handIn' })} />
      ) : (
        <Question key={view.question.id} view={view} send={send} go={go} finish={() => setLast(true)} />
      )}
    </div>
  );
}

interface MarksProps {
  readonly marks: readonly ExamMark[];
  readonly current?: number | undefined;
  readonly go: (index: number) => void;
}

function Marks({ marks, current, go }: MarksProps): JSX.Element {
  return (
    <ol class="marks">
      {marks.map((mark, index) => (
        <li key={mark.card}>
          <button
            type="button"
            class={['mark', mark.isAnswered ? 'answered' : '', mark.isFlagged ? 'flagged' : ''].filter(Boolean).join(' ')}
            aria-current={index === current ? 'step' : undefined}
            aria-label={[t('Question {n}', { n: index + 1 }), mark.isAnswered ? t('answered') : t('open'), mark.isFlagged ? t('flagged') : '']
              .filter(Boolean)
              .join(', ')}
            onClick={() => go(index)}
          >
            {index + 1}
            {mark.isFlagged ? <span class="codicon codicon-bookmark" aria-hidden="true" /> : null}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Typed answers are written down when the keys rest so long, in milliseconds. */
const rest = 400;

function Question({ view, send, go, finish }: AskingProps & { readonly go: (index: number) => void; readonly finish: () => void }): JSX.Element {
  const { question, marks, index } = view;
  const face = faceOf(question.body);
  const [answer, setAnswer] = useState(() => (view.answer.length > 0 ? view.answer : face.begin(question.body)));
  const startedAt = useRef(performance.now());
  const first = useRef<HTMLElement>(null);
  const prompt = useRef<HTMLDivElement>(null);
  const unsent = useRef<readonly string[] | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isFlagged = marks[index]?.isFlagged ?? false;
  const isLast = index === marks.length - 1;

  useFirstFocus(face.isTyped ? first : prompt);

  const flush = () => {
    clearTimeout(timer.current);
    if (!unsent.current) return;
    const took = Math.round(view.took + performance.now() - startedAt.current);
    send({ type: 'answer', card: question.id, answer: unsent.current.map((part) => part.trim()), took });
    unsent.current = undefined;
  };
  const change = (now: readonly string[]) => {
    setAnswer(now);
    unsent.current = now;
    clearTimeout(timer.current);
    if (face.isTyped) timer.current = setTimeout(flush, rest);
    else flush();
  };
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  const leaveFor = (action: () => void) => {
    // an order that stands as it was given is an answer once the learner goes on
    if (!marks[index]?.isAnswered && face.isWhole(question.body, answer)) unsent.current = answer;
    flush();
    action();
  };
  const next = () => leaveFor(() => (isLast ? finish() : go(index + 1)));
  const previous = () => leaveFor(() => go(index - 1));
  const flag = () => send({ type: 'flag', card: question.id, flagged: !isFlagged });

  useKeys((event) => {
    if (isComposing(event)) return false;
    for (const [action, run] of [
      ['go', next],
      ['previous', previous],
      ['flag', flag],
    ] as const) {
      if (!isPressed(action, event)) continue;
      run();
      return true;
    }
    if (isTyping(event)) return false;
    const now = face.onKey?.(question.body, answer, event);
    if (!now) return false;
    change(now);
    return true;
  });

  return (
    <main>
      <p class="place">
        {t('Question {n} of {total}', { n: index + 1, total: marks.length })}
        {isFlagged ? (
          <span class="flagged">
            <span class="codicon codicon-bookmark" aria-hidden="true" /> {t('flagged')}
          </span>
        ) : null}
      </p>
      <div ref={prompt} class="prompt" tabIndex={-1} id="prompt">
        <Html html={question.promptHtml} />
      </div>
      <face.Ask body={question.body} answer={answer} onAnswer={change} focusRef={first} />
      <div class="actions">
        <Button appearance="secondary" disabled={index === 0} keys={keyOf('previous', face.isTyped)} onClick={previous}>
          {t('Previous')}
        </Button>
        <Button appearance="primary" keys={keyOf('go', face.isTyped)} onClick={next}>
          {isLast ? t('Last Look') : t('Next')}
        </Button>
        <Button appearance="secondary" icon="bookmark" keys={keyOf('flag', face.isTyped)} onClick={flag}>
          {isFlagged ? t('Unflag') : t('Flag')}
        </Button>
      </div>
      <div class="quiet">
        <Shortcuts
          list={[
            ['go', t('Next question')],
            ['previous', t('Previous question')],
            ['flag', t('Flag the question')],
            ['help', t('Show the keys')],
          ]}
        />
      </div>
    </main>
  );
}

interface LastLookProps {
  readonly marks: readonly ExamMark[];
  readonly go: (index: number) => void;
  readonly back: () => void;
  readonly handIn: () => void;
}

function LastLook({ marks, go, back, handIn }: LastLookProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useFirstFocus(heading);
  const numbered = marks.map((mark, index) => ({ mark, index }));
  const open = numbered.filter(({ mark }) => !mark.isAnswered);
  const flagged = numbered.filter(({ mark }) => mark.isFlagged);
  return (
    <main>
      <h2 ref={heading} tabIndex={-1}>
        {t('A last look before you hand in')}
      </h2>
      <p>{t('{n} of {total} answered', { n: marks.length - open.length, total: marks.length })}</p>
      <Jumps title={t('Open questions: {n}', { n: open.length })} list={open} go={go} />
      <Jumps title={t('Flagged questions: {n}', { n: flagged.length })} list={flagged} go={go} />
      <p class="note">{t('Open questions count as wrong. After handing in nothing can be changed.')}</p>
      <div class="actions">
        <Button appearance="primary" onClick={handIn}>
          {t('Hand In')}
        </Button>
        <Button appearance="secondary" onClick={back}>
          {t('Back to the Questions')}
        </Button>
      </div>
    </main>
  );
}

function Jumps({ title, list, go }: { readonly title: string; readonly list: readonly { readonly index: number }[] } & Pick<LastLookProps, 'go'>): JSX.Element {
  return (
    <section>
      <h3>{title}</h3>
      <div class="chips">
        {list.map(({ index }) => (
          <button key={index} type="button" class="chip" aria-label={t('Question {n}', { n: index + 1 })} onClick={() => go(index)}>
            {index + 1}
          </button>
        ))}
      </div>
    </section>
  );
}
