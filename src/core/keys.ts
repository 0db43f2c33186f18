/** What keys do in quizzes and exams, with the keys they are until the learner names others; several stand with a space between. */
export const standardKeys = {
  /** Checks an answer, goes on to the next question. */
  go: 'enter',
  previous: 'shift+enter',
  /** Choose O, and X; the options of other questions have their digits. */
  o: 'o',
  x: 'x',
  dontKnow: '',
  hint: 'alt+h',
  again: '1',
  hard: '2',
  good: '3',
  easy: '4',
  undo: 'ctrl+z',
  suspend: '',
  source: '',
  /** The second one works while one types as well. */
  flag: 'f alt+f',
  help: 'shift+/',
} as const;

export type KeyAction = keyof typeof standardKeys;

/** Each as VS Code writes keys, `ctrl` standing for ⌘ as well; empty for none. */
export type Keys = Readonly<Record<KeyAction, string>>;

/** A key by its place on the keyboard, as `KeyboardEvent.code` names it, so that it works under the Hangul layout too. */
export interface Key {
  readonly codes: readonly string[];
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** As it is shown: `Ctrl`, `Alt`, `Shift`, then the key. */
  readonly name: string;
}

const named: Readonly<Record<string, readonly [code: string, name: string]>> = {
  enter: ['Enter', 'Enter'],
  space: ['Space', 'Space'],
  backspace: ['Backspace', 'Backspace'],
  delete: ['Delete', 'Delete'],
  insert: ['Insert', 'Insert'],
  home: ['Home', 'Home'],
  end: ['End', 'End'],
  pageup: ['PageUp', 'PageUp'],
  pagedown: ['PageDown', 'PageDown'],
  left: ['ArrowLeft', '←'],
  right: ['ArrowRight', '→'],
  up: ['ArrowUp', '↑'],
  down: ['ArrowDown', '↓'],
  '/': ['Slash', '/'],
  '\\': ['Backslash', '\\'],
  ',': ['Comma', ','],
  '.': ['Period', '.'],
  ';': ['Semicolon', ';'],
  "'": ['Quote', "'"],
  '[': ['BracketLeft', '['],
  ']': ['BracketRight', ']'],
  '-': ['Minus', '-'],
  '=': ['Equal', '='],
  '`': ['Backquote', '`'],
};

/** On the right of the keyboard there is a second one of these. */
function codesOf(key: string): readonly string[] {
  if (key === 'enter') return ['Enter', 'NumpadEnter'];
  if (/^\d$/.test(key)) return [`Digit${key}`, `Numpad${key}`];
  if (/^[a-z]$/.test(key)) return [`Key${key.toUpperCase()}`];
  if (/^f([1-9]|1[0-9])$/.test(key)) return [key.toUpperCase()];
  const code = named[key]?.[0];
  return code ? [code] : [];
}

/** The keys written; what is no key is left out. */
export function parseKeys(written: string): Key[] {
  return written
    .toLowerCase()
    .split(/\s+/)
    .flatMap((one) => {
      const parts = one.split('+');
      const key = parts.pop() ?? '';
      const codes = codesOf(key);
      const has = (...names: readonly string[]) => parts.some((part) => names.includes(part));
      if (codes.length === 0 || !parts.every((part) => /^(ctrl|cmd|meta|win|alt|option|shift)$/.test(part))) return [];
      const [ctrl, alt, shift] = [has('ctrl', 'cmd', 'meta', 'win'), has('alt', 'option'), has('shift')];
      const said = named[key]?.[1] ?? key.toUpperCase();
      return [{ codes, ctrl, alt, shift, name: [ctrl ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', said].filter(Boolean).join('+') }];
    });
}
