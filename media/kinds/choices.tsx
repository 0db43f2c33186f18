import type { JSX } from 'preact';
import type { ChoiceView, QuestionBody } from '../../src/core/protocol/question';
import { Html } from '../html';
import { digitOf, isPressed, keyOf } from '../keys';
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
    const choice =
      body.choices[digitOf(event) ?? -1] ??
      body.choices.find(({ key }) => {
        const action = actionOf(key);
        return action && isPressed(action, event);
      });
    return choice && toggled(body, answer, choice.text);
  },
  Ask({ body, answer, onAnswer }) {
    return (
      <fieldset class="options" aria-labelledby="prompt">
        {body.diagram ? <Figure source={body.diagram} /> : null}
        {body.choices.map((choice, index) => (
          <label key={choice.text} class={answer.includes(choice.text) ? 'option chosen' : 'option'}>
            <input
              type={body.isMultiple ? 'checkbox' : 'radio'}
              name="choice"
              checked={answer.includes(choice.text)}
              onChange={() => onAnswer(toggled(body, answer, choice.text))}
            />
            <span class="key" aria-hidden="true">
              {keyShown(choice.key, index)}
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

/** O and X have keys of the learner's choice, the others are digits. */
function actionOf(key: string): 'o' | 'x' | undefined {
  return key === 'O' ? 'o' : key === 'X' ? 'x' : undefined;
}

function keyShown(key: string, index: number): string {
  const action = actionOf(key);
  return action ? (keyOf(action) ?? String(index + 1)) : key;
}

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
