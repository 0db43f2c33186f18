/** Keys by their place on the keyboard, so that they work under the Hangul layout too. */

import { type Key, type KeyAction, type Keys, parseKeys } from '../src/core/keys';

let bound: Partial<Record<KeyAction, readonly Key[]>> = {};

/** The keys the learner has chosen. */
export function bindKeys(keys: Keys): void {
  bound = Object.fromEntries(Object.entries(keys).map(([action, written]) => [action, parseKeys(written)]));
}

const isMac = navigator.platform.startsWith('Mac');

/** The first key of an action as it is shown; nothing when it has none. @param whileTyping one that works then */
export function keyOf(action: KeyAction, whileTyping = false): string | undefined {
  return keysOf(action, whileTyping)[0];
}

export function keysOf(action: KeyAction, whileTyping = false): string[] {
  return (bound[action] ?? [])
    .filter((key) => !whileTyping || !writes(key))
    .map(({ name }) => (isMac ? name.replace('Ctrl+', '⌘').replace('Alt+', '⌥') : name));
}

/** True when an event is a key of the action, and means it where the focus is. */
export function isPressed(action: KeyAction, event: KeyboardEvent): boolean {
  return (bound[action] ?? []).some(
    (key) =>
      key.codes.includes(event.code) &&
      key.ctrl === (event.ctrlKey || event.metaKey) &&
      key.alt === event.altKey &&
      key.shift === event.shiftKey &&
      !(writes(key) && isTyping(event)) &&
      !(presses(key) && isOnControl(event)),
  );
}

/** Where one types, such a key is a letter. */
function writes({ codes, ctrl, alt }: Key): boolean {
  return !ctrl && !alt && !/^(Numpad)?Enter$|^F\d/.test(codes[0] ?? '');
}

/** On a button or link, such a key presses it. */
function presses({ codes, ctrl, alt, shift }: Key): boolean {
  return !ctrl && !alt && !shift && /^(Enter|Space)$/.test(codes[0] ?? '');
}

/** True while a syllable is being composed: no key means anything else then (229 is what older engines send). */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** 0 for the keys 1, 2 … 9 of either block, pressed alone. */
export function digitOf(event: KeyboardEvent): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit === undefined ? undefined : Number(digit) - 1;
}

/** True where keys write text; the toolkit's field hides its input in a shadow tree. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLInputElement ? !['radio', 'checkbox'].includes(target.type) : target instanceof HTMLTextAreaElement;
}

/** True on a button or link, where Enter means that. */
export function isOnControl(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
}
