import type { QuestionBody } from '../../src/core/protocol/question';
import { Html } from '../html';
import { t } from '../page';
import type { Face } from './face';

type Match = Extract<QuestionBody, { kind: 'match' }>;

/** Pairs to find: a list of choices beside each left side, which keyboard and screen reader know how to use. */
export const match: Face<Match> = {
  isTyped: false,
  begin: (body) => body.lefts.map(() => ''),
  isWhole: (_body, answer) => answer.every((right) => right !== ''),
  Ask({ body, answer, onAnswer }) {
    return (
      <ul class="options pairs">
        {body.lefts.map((left, index) => (
          <li key={left.text} class="option">
            <Html inline html={left.html} class="text left" />
            <select
              aria-label={t('Goes with {left}', { left: left.text })}
              value={answer[index] ?? ''}
              onChange={(event) => onAnswer(answer.map((right, at) => (at === index ? event.currentTarget.value : right)))}
            >
              <option value="">{t('Choose…')}</option>
              {body.rights.map((right) => (
                <option key={right} value={right}>
                  {right}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    );
  },
  Tell({ body }) {
    return (
      <ul class="options pairs">
        {body.lefts.map((left, index) => {
          const told = body.told?.[index];
          const isRight = told?.given === told?.right;
          return (
            <li key={left.text} class={`option ${isRight ? 'right' : 'wrong'}`}>
              <span class={`codicon codicon-${isRight ? 'pass-filled' : 'error'}`} role="img" aria-label={isRight ? t('Right') : t('Wrong')} />
              <Html inline html={left.html} class="text left" />
              <span class="text">
                {!isRight && told?.given ? <s>{told.given}</s> : null} {told?.right}
              </span>
            </li>
          );
        })}
      </ul>
    );
  },
};
