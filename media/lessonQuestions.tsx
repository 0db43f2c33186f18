import type { JSX } from 'preact';
import type { LessonIntent, LessonQuestion } from '../src/core/protocol/lesson';
import { t } from './page';

interface QuestionsProps {
  readonly questions: readonly LessonQuestion[];
  readonly send: (intent: LessonIntent) => void;
}

/** The author's in sight, those made from the note below a line that opens: there are many of them. */
export function Questions({ questions, send }: QuestionsProps): JSX.Element {
  const written = questions.filter((question) => question.origin === 'author');
  const made = questions.filter((question) => question.origin === 'made' && question.state !== 'leftOut');
  const leftOut = questions.filter((question) => question.state === 'leftOut');
  return (
    <section class="questions">
      <h2>{t('Questions of this topic')}</h2>
      {written.length > 0 ? <QuestionList questions={written} send={send} /> : null}
      {made.length > 0 ? (
        <details open={written.length === 0 && made.length <= 12}>
          <summary>{t('Made from the note: {n}', { n: made.length })}</summary>
          <QuestionList questions={made} send={send} />
        </details>
      ) : null}
      {leftOut.length > 0 ? (
        <details>
          <summary>{t('Made and not asked, for they may be poor: {n}', { n: leftOut.length })}</summary>
          <QuestionList questions={leftOut} send={send} />
        </details>
      ) : null}
    </section>
  );
}

function QuestionList({ questions, send }: QuestionsProps): JSX.Element {
  const states = { new: t('new'), due: t('due'), later: t('later'), suspended: t('taken out'), leftOut: t('not asked') };
  return (
    <ol>
      {questions.map((question) => (
        <li key={question.id}>
          <span class="prompt" title={question.prompt}>
            {question.prompt}
          </span>
          {question.quality === undefined ? null : <span class="origin">{t('quality {n}', { n: question.quality })}</span>}
          <span class={`state ${question.state}`}>{states[question.state]}</span>
          <QuestionButtons question={question} send={send} />
        </li>
      ))}
    </ol>
  );
}

function QuestionButtons({ question, send }: { readonly question: LessonQuestion } & Pick<QuestionsProps, 'send'>): JSX.Element {
  const isOut = question.state === 'suspended';
  const label = isOut ? t('Ask this again') : t('Never ask this again');
  return (
    <span class="row-buttons">
      {question.origin === 'made' ? (
        <button
          type="button"
          class="icon-button"
          title={t('Edit in the note')}
          aria-label={t('Edit in the note')}
          onClick={() => send({ type: 'editQuestion', card: question.id })}
        >
          <span class="codicon codicon-edit" />
        </button>
      ) : null}
      {question.state === 'due' || question.state === 'later' ? (
        <button
          type="button"
          class="icon-button"
          title={t('Learn It from the Start')}
          aria-label={t('Learn It from the Start')}
          onClick={() => send({ type: 'resetCard', card: question.id })}
        >
          <span class="codicon codicon-history" />
        </button>
      ) : null}
      {question.state === 'leftOut' ? null : (
        <button
          type="button"
          class="icon-button"
          title={label}
          aria-label={label}
          onClick={() => send({ type: 'suspend', card: question.id, suspended: !isOut })}
        >
          <span class={`codicon codicon-${isOut ? 'eye' : 'eye-closed'}`} />
        </button>
      )}
    </span>
  );
}
