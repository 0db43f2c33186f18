import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { QuestionBody } from '../../src/core/protocol';
import { drawDiagrams } from '../diagrams';
import { element } from '../lessonText';
import { t } from '../page';
import { TextInput } from '../toolkit';
import type { Face } from './face';

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

function Figure({ source }: { readonly source: string }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const figure = element('figure', 'diagram');
    figure.append(element('pre', 'diagram-source', source));
    place.current?.replaceChildren(figure);
    return place.current ? drawDiagrams(place.current, undefined, 'diagram') : undefined;
  }, [source]);
  return <div ref={place} />;
}
