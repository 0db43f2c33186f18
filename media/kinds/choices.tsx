import type { JSX } from 'preact';
import type { ChoiceView, QuestionBody } from '../../src/core/protocol/question';
import { Html } from '../html';
import { digitOf } from '../keys';
import { t } from '../page';
import type { Face } from './face';
import { Figure } from './figure';

type Choices = Extract<QuestionBody, { kind: 'choices' }>;

/** One or several of a few options; O and X too. */
export const choices: Face<Choices> = {
  isTyped: false,
  begin: () => [],
  isWhole: (_body, answer) => answer.length > 0,
  onKey(body, answer, event) {
    const digit = digitOf(event);
    // O and X are keys by their place, so that they work while the keyboard writes Hangul
    const choice = body.choices[digit ?? -1] ?? body.choices.find(({ key }) => event.code === `Key${key}`);
    return choice && toggled(body, answer, choice.text);
  },
  Ask({ body, answer, onAnswer }) {
    return (
      <fieldset class="options" aria-labelledby="prompt">
        {body.diagram ? <Figure source={body.diagram} /> : null}
        {body.choices.map((choice) => (
          <label key={choice.text} class={answer.includes(choice.text) ? 'option chosen' : 'option'}>
            <input
              type={body.isMultiple ? 'checkbox' : 'radio'}
              name="choice"
              checked={answer.includes(choice.text)}
              onChange={() => onAnswer(toggled(body, answer, choice.text))}
            />
            <span class="key" aria-hidden="true">
              {choice.key}
            </span>
            <Html inline html={choice.html} class="text" />
          </label>
        ))}
        {body.isMultiple ? <p class="note">{t('Choose all that apply')}</p> : null}
      </fieldset>
    );
  },
  Tell({ body }) {
    return (
      <>
        {body.diagram ? <Figure source={body.diagram} /> : null}
        <ul class="options">
          {body.choices.map((choice) => (
            <Told key={choice.text} choice={choice} />
          ))}
        </ul>
      </>
    );
  },
};

function toggled(body: Choices, answer: readonly string[], text: string): readonly string[] {
  if (!body.isMultiple) return [text];
  return answer.includes(text) ? answer.filter((other) => other !== text) : [...answer, text];
}

function Told({ choice }: { readonly choice: ChoiceView }): JSX.Element {
  const standing = choice.correct ? 'right' : choice.chosen ? 'wrong' : '';
  const sign = choice.correct ? t('right answer') : choice.chosen ? t('your answer, wrong') : t('not chosen');
  return (
    <li class={`option ${standing}`}>
      <span class={`codicon codicon-${choice.correct ? 'pass-filled' : choice.chosen ? 'error' : 'circle-large-outline'}`} role="img" aria-label={sign} />
      <span class="text">
        <Html inline html={choice.html} />
        {choice.correct && choice.chosen ? <span class="yours"> {t('your answer')}</span> : null}
        {choice.whyHtml ? <Html html={choice.whyHtml} class="why" /> : null}
      </span>
    </li>
  );
}
