import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { QuestionBody } from '../../src/core/protocol/question';
import { Html } from '../html';
import { digitOf, isOnControl } from '../keys';
import { t } from '../page';
import { Button } from '../toolkit';
import type { Face } from './face';

type Recall = Extract<QuestionBody, { kind: 'recall' }>;

/** Stands in the answer once the right one is on the screen, until the learner has compared. */
const shown = ['shown'];
const verdicts = ['right', 'close', 'wrong'] as const;

/** An answer given in the head: it is shown, and the learner says how it was. Space shows it, digits choose. */
export const recall: Face<Recall> = {
  isTyped: false,
  begin: () => [],
  isWhole: (_body, answer) => verdicts.some((verdict) => verdict === answer[0]),
  onKey(_body, answer, event) {
    if (answer.length === 0) return event.code === 'Space' && !event.ctrlKey && !event.metaKey && !event.altKey && !isOnControl(event) ? shown : undefined;
    const verdict = verdicts[digitOf(event) ?? -1];
    return verdict && [verdict];
  },
  Ask({ body, answer, onAnswer }) {
    if (answer.length === 0) {
      return (
        <p class="recall">
          <Button appearance="secondary" keys={t('Space')} onClick={() => onAnswer(shown)}>
            {t('Show Answer')}
          </Button>
        </p>
      );
    }
    return (
      <>
        <Shown html={body.answerHtml} />
        <fieldset class="options" aria-label={t('How was your answer?')}>
          {verdicts.map((verdict, index) => (
            <label key={verdict} class={answer[0] === verdict ? 'option chosen' : 'option'}>
              <input type="radio" name="verdict" checked={answer[0] === verdict} onChange={() => onAnswer([verdict])} />
              <span class="key" aria-hidden="true">
                {index + 1}
              </span>
              <span class="text">{{ right: t('I knew it'), close: t('I almost knew it'), wrong: t("I didn't know it") }[verdict]}</span>
            </label>
          ))}
        </fieldset>
      </>
    );
  },
  Tell: ({ body }) => <Html class="explanation" html={body.answerHtml} />,
};

/** Takes the focus from the button that was there. */
function Shown({ html }: { readonly html: string }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1}>
      <Html class="explanation" html={html} />
    </div>
  );
}
