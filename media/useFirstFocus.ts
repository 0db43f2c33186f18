import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Gives an element the focus as it is first drawn, and whenever the learner comes back and nothing else has it. Never while they are
 * elsewhere, in the note beside or in a list over the window: a page can take the focus of the whole window, and the next key with it.
 */
export function useFirstFocus(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const take = () => element.current?.focus();
    const takeIfFree = () => document.activeElement === document.body && take();
    if (document.hasFocus()) take();
    window.addEventListener('focus', takeIfFree);
    return () => window.removeEventListener('focus', takeIfFree);
  }, []);
}
