/** Keys by their place on the keyboard, so that they work under the Hangul layout too. */

/** True while a syllable is being composed: no key means anything else then (229 is what older engines send). */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** 0 for the keys 1, 2 … 9 of either block. */
export function digitOf(event: KeyboardEvent): number | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit === undefined ? undefined : Number(digit) - 1;
}

export function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
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
