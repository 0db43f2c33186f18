import { useLayoutEffect, useRef } from 'preact/hooks';

/** Calls the latest handler for every key of the page; a handled key goes no further. */
export function useKeys(handler: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(handler);
  latest.current = handler;
  // not after the next paint: a quick learner's key is there before it
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // an open dialog has the keys for itself
      if (document.querySelector('dialog[open]')) return;
      if (latest.current(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}
