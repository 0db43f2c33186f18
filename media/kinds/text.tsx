import type { QuestionBody } from '../../src/core/protocol/question';
import { t } from '../page';
import { TextInput } from '../toolkit';
import type { Face } from './face';

type Text = Extract<QuestionBody, { kind: 'text' }>;

/** A word or a few, typed. */
export const text: Face<Text> = {
  isTyped: true,
  isCompared: true,
  begin: () => [''],
  isWhole: (_body, [typed = '']) => typed.trim() !== '',
  Ask: ({ answer, onAnswer, focusRef }) => <TextInput inputRef={focusRef} label={t('Answer')} value={answer[0] ?? ''} onInput={(value) => onAnswer([value])} />,
};
