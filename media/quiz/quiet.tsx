import type { JSX } from 'preact';
import type { QuizIntent, QuizView } from '../../src/core/protocol/quiz';
import { keyOf } from '../keys';
import { t } from '../page';
import { Shortcuts } from '../shortcuts';

export interface QuizProps<P extends QuizView['phase'] = QuizView['phase']> {
  readonly view: QuizView & { readonly phase: P };
  readonly send: (intent: QuizIntent) => void;
}

/** What is seldom wanted, at the foot of every quiz page. */
export function Quiet({ view, send }: QuizProps): JSX.Element {
  return (
    <div class="quiet">
      <button type="button" class="link" disabled={!view.canUndo} onClick={() => send({ type: 'undo' })}>
        <span class="codicon codicon-discard" aria-hidden="true" /> {t('Undo')} {keyOf('undo') ? <kbd>{keyOf('undo')}</kbd> : null}
      </button>
      {view.phase === 'question' || view.phase === 'verdict' ? (
        <button type="button" class="link" onClick={() => send({ type: 'suspend' })}>
          <span class="codicon codicon-eye-closed" aria-hidden="true" /> {t('Never ask this again')} {keyOf('suspend') ? <kbd>{keyOf('suspend')}</kbd> : null}
        </button>
      ) : null}
      <Shortcuts
        list={[
          ['go', t('Check the answer, go on')],
          ['dontKnow', t("I don't know")],
          ['hint', t('Show a hint')],
          ['again', t('Rate: {rating}', { rating: t('Again') })],
          ['hard', t('Rate: {rating}', { rating: t('Hard') })],
          ['good', t('Rate: {rating}', { rating: t('Good') })],
          ['easy', t('Rate: {rating}', { rating: t('Easy') })],
          ['undo', t('Take the last answer back')],
          ['suspend', t('Never ask this again')],
          ['source', t('Open the paragraph')],
          ['help', t('Show the keys')],
        ]}
      />
    </div>
  );
}
