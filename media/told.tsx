import type { JSX } from 'preact';
import type { QuestionView } from '../src/core/protocol/question';
import { Html } from './html';
import { faceOf } from './kinds';
import { t } from './page';

interface ToldProps {
  readonly question: QuestionView;
  readonly verdict: 'right' | 'close' | 'wrong';
  /** Empty for "I don't know". */
  readonly answer: readonly string[];
  readonly rightAnswer: string;
  readonly reason?: string | undefined;
  readonly explanationHtml?: string | undefined;
  readonly onOpenSource: () => void;
}

/** A question with its verdict: what was right, what was answered, and why. */
export function Told({ question, verdict, answer, rightAnswer, reason, explanationHtml, onOpenSource }: ToldProps): JSX.Element {
  const face = faceOf(question.body);
  const unknown = answer.length === 0 ? t("You didn't know") : t('Wrong');
  return (
    <>
      <div class="prompt" id="prompt">
        <Html html={question.promptHtml} />
      </div>
      {face.Tell ? <face.Tell body={question.body} /> : null}
      <section class={`verdict ${verdict}`} role="status">
        <p class="sign">
          <span class={`codicon codicon-${{ right: 'pass-filled', close: 'warning', wrong: 'error' }[verdict]}`} aria-hidden="true" />
          {{ right: t('Right'), close: t('Almost'), wrong: unknown }[verdict]}
        </p>
        {face.isCompared ? (
          <p class="answers">
            {answer[0] && verdict !== 'right' ? <s>{answer[0]}</s> : null}
            <strong>{rightAnswer}</strong>
          </p>
        ) : null}
        {reason ? <p class="note">{reason}</p> : null}
      </section>
      {explanationHtml ? <Html class="explanation" html={explanationHtml} /> : null}
      <p class="source">
        <button type="button" class="link" onClick={onOpenSource}>
          <span class="codicon codicon-go-to-file" aria-hidden="true" /> {t('Why? Open the paragraph')}
        </button>
      </p>
    </>
  );
}
