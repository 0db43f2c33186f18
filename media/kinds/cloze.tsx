import { Fragment, type Ref } from 'preact';
import type { QuestionBody } from '../../src/core/protocol/question';
import { Html } from '../html';
import { t } from '../page';
import type { Face } from './face';

type Cloze = Extract<QuestionBody, { kind: 'cloze' }>;

/** A text with blanks to fill. */
export const cloze: Face<Cloze> = {
  isTyped: true,
  begin: (body) => body.widths.map(() => ''),
  isWhole: (_body, answer) => answer.some((typed) => typed.trim() !== ''),
  Ask({ body, answer, onAnswer, focusRef }) {
    return (
      <p class="cloze">
        {body.partsHtml.map((part, index) => (
          <Fragment key={part}>
            <Html inline html={part} />
            {index < body.widths.length ? (
              <input
                ref={index === 0 ? (focusRef as Ref<HTMLInputElement>) : null}
                type="text"
                class="blank"
                aria-label={t('Blank {n}', { n: index + 1 })}
                // room for the answer, not its exact length
                style={{ width: `${Math.max(5, (body.widths[index] ?? 0) + 3)}em` }}
                value={answer[index] ?? ''}
                autocomplete="off"
                spellcheck={false}
                onInput={(event) => onAnswer(answer.map((typed, at) => (at === index ? event.currentTarget.value : typed)))}
              />
            ) : null}
          </Fragment>
        ))}
      </p>
    );
  },
  Tell({ body }) {
    return (
      <p class="cloze">
        {body.partsHtml.map((part, index) => {
          const told = body.told?.[index];
          return (
            <Fragment key={part}>
              <Html inline html={part} />
              {told ? (
                <span class={`filled ${told.isRight ? 'right' : 'wrong'}`}>
                  <span class={`codicon codicon-${told.isRight ? 'pass-filled' : 'error'}`} role="img" aria-label={told.isRight ? t('Right') : t('Wrong')} />
                  {!told.isRight && told.given ? <s>{told.given}</s> : null} <strong>{told.right}</strong>
                </span>
              ) : null}
            </Fragment>
          );
        })}
      </p>
    );
  },
};
