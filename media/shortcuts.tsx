import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { KeyAction } from '../src/core/keys';
import { isComposing, isPressed, keyOf, keysOf } from './keys';
import { t } from './page';

export type Shortcut = readonly [action: KeyAction, what: string];

/** A quiet button, and a key, that show every key of the page. */
export function Shortcuts({ list }: { readonly list: readonly Shortcut[] }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const help = keyOf('help');
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (isComposing(event) || !isPressed('help', event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (dialog.current?.open) dialog.current.close();
      else dialog.current?.showModal();
    };
    document.addEventListener('keydown', open, true);
    return () => document.removeEventListener('keydown', open, true);
  }, []);
  return (
    <>
      <button type="button" class="link" onClick={() => dialog.current?.showModal()}>
        <span class="codicon codicon-keyboard" aria-hidden="true" /> {t('Keys')} {help ? <kbd>{help === 'Shift+/' ? '?' : help}</kbd> : null}
      </button>
      <dialog ref={dialog} class="shortcuts" aria-labelledby="shortcuts-title">
        <h2 id="shortcuts-title">{t('Keys')}</h2>
        <dl>
          <div>
            <dt>
              {['1–9', ...keysOf('o'), ...keysOf('x')].map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t('Choose an answer')}</dd>
          </div>
          {list.map(([action, what]) => {
            const keys = keysOf(action);
            return keys.length === 0 ? null : (
              <div key={action}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            );
          })}
        </dl>
        <p class="note">
          {t('They work by their place on the keyboard, under the Hangul layout too. Settings named `baeum.keys` change them or take them away.')}
        </p>
        <form method="dialog">
          <button type="submit" class="link">
            {t('Close')} <kbd>Esc</kbd>
          </button>
        </form>
      </dialog>
    </>
  );
}
