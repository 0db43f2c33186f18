import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QuestionBody } from '../../src/core/protocol/question';
import { Html } from '../html';
import { t } from '../page';
import type { Face } from './face';

type Order = Extract<QuestionBody, { kind: 'order' }>;

/** Steps to put in order: by the buttons of a row, by Alt and the arrow keys, or by dragging. */
export const order: Face<Order> = {
  isTyped: false,
  begin: (body) => body.items.map((item) => item.text),
  isWhole: () => true,
  Ask: ({ body, answer, onAnswer }) => <Rows body={body} answer={answer} onAnswer={onAnswer} />,
  Tell({ body }) {
    return (
      <ol class="options ordered">
        {body.told?.map((item, index) => (
          <li key={item.html} class={`option ${item.isInPlace ? 'right' : 'wrong'}`}>
            <span class={`codicon codicon-${item.isInPlace ? 'pass-filled' : 'error'}`} role="img" aria-label={item.isInPlace ? t('Right') : t('Wrong')} />
            <span class="key">{index + 1}</span>
            <Html inline html={item.html} class="text" />
          </li>
        ))}
      </ol>
    );
  },
};

interface RowsProps {
  readonly body: Order;
  readonly answer: readonly string[];
  readonly onAnswer: (answer: readonly string[]) => void;
}

function Rows({ body, answer, onAnswer }: RowsProps): JSX.Element {
  const [said, setSaid] = useState('');
  const dragged = useRef<number>(undefined);
  const moved = useRef<number>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const html = new Map(body.items.map((item) => [item.text, item.html]));
  const move = (from: number, to: number) => {
    const text = answer[from];
    if (text === undefined || to < 0 || to >= answer.length) return;
    const rest = answer.filter((_, index) => index !== from);
    onAnswer([...rest.slice(0, to), text, ...rest.slice(to)]);
    setSaid(t('Now number {n}', { n: to + 1 }));
    moved.current = to;
  };
  // with the row, before the next key: one that is held down moves it on
  useLayoutEffect(() => {
    if (moved.current !== undefined) list.current?.querySelectorAll<HTMLElement>('li')[moved.current]?.focus();
    moved.current = undefined;
  }, [answer]);
  return (
    <>
      <p class="note">{t('Move a row with Alt and the arrow keys, its buttons, or by dragging')}</p>
      <ol class="options ordered" ref={list} aria-labelledby="prompt">
        {answer.map((text, index) => (
          <li
            key={text}
            class="option movable"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a row has the focus while the arrow keys move it
            tabIndex={0}
            draggable
            onDragStart={() => {
              dragged.current = index;
            }}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged.current !== undefined) move(dragged.current, index);
            }}
            onKeyDown={(event) => {
              const step = { ArrowUp: -1, ArrowDown: 1 }[event.code];
              if (!step || !event.altKey) return;
              event.preventDefault();
              move(index, index + step);
            }}
          >
            <span class="key">{index + 1}</span>
            <Html inline html={html.get(text) ?? ''} class="text" />
            <span class="moves">
              <button
                type="button"
                class="icon-button"
                aria-label={t('Move up: {text}', { text })}
                title={t('Move up')}
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              >
                <span class="codicon codicon-arrow-up" />
              </button>
              <button
                type="button"
                class="icon-button"
                aria-label={t('Move down: {text}', { text })}
                title={t('Move down')}
                disabled={index === answer.length - 1}
                onClick={() => move(index, index + 1)}
              >
                <span class="codicon codicon-arrow-down" />
              </button>
            </span>
          </li>
        ))}
      </ol>
      <p class="spoken" role="status">
        {said}
      </p>
    </>
  );
}
