import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isComposing, isTyping } from './keys';
import { t } from './page';

export type Shortcut = readonly [keys: string, what: string];

export const undoKeys = navigator.platform.startsWith('Mac') ? '⌘Z' : 'Ctrl+Z';

/** A quiet button, and the key `?`, that show every key of the page. */
export function Shortcuts({ list }: { readonly list: readonly Shortcut[] }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      // by its place, as on a Hangul keyboard; where one writes, it is a question mark
      if (event.code !== 'Slash' || !event.shiftKey || isTyping(event) || isComposing(event)) return;
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
        <span class="codicon codicon-keyboard" aria-hidden="true" /> {t('Keys')} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} class="shortcuts" aria-labelledby="shortcuts-title">
        <h2 id="shortcuts-title">{t('Keys')}</h2>
        <dl>
          {list.map(([keys, what]) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p class="note">
          {t('They work by their place on the keyboard, under the Hangul layout too. More can be bound in Keyboard Shortcuts: search for “Baeum”.')}
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
