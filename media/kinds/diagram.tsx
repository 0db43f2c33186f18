import type { QuestionBody } from '../../src/core/protocol/question';
import { t } from '../page';
import { TextInput } from '../toolkit';
import type { Face } from './face';
import { Figure } from './figure';

type Diagram = Extract<QuestionBody, { kind: 'diagram' }>;

/** A diagram one label of which is to be named. */
export const diagram: Face<Diagram> = {
  isTyped: true,
  isCompared: true,
  begin: () => [''],
  isWhole: (_body, [typed = '']) => typed.trim() !== '',
  Ask: ({ body, answer, onAnswer, focusRef }) => (
    <>
      <Figure source={body.source} />
      <TextInput inputRef={focusRef} label={t('Answer')} value={answer[0] ?? ''} onInput={(value) => onAnswer([value])} />
    </>
  ),
  Tell: ({ body }) => <Figure source={body.source} />,
};
