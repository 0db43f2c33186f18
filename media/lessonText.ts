/** What the page adds to the text of a note: a bar over code, working links, titles of callouts. */
import type { LessonIntent } from '../src/core/protocol/lesson';
import { t } from './page';

type Send = (intent: LessonIntent) => void;

/** A line of the widest text, Hangul with some Latin; the heights in pixels. */
const lettersPerLine = 60;
const leastLine = 24;
const leastMargin = 12;

export function dressCode(article: HTMLElement, send: Send): void {
  for (const figure of article.querySelectorAll<HTMLElement>('figure.code')) {
    const code = figure.querySelector('code')?.textContent ?? '';
    const bar = figure.querySelector('.code-bar');
    const language = bar?.textContent ?? '';
    bar?.append(
      iconButton('copy', t('Copy'), () => send({ type: 'copy', text: code })),
      iconButton('insert', t('Insert at Cursor'), () => send({ type: 'insertCode', code, language })),
    );
  }
  titleCallouts(article);
}

type Callout = readonly [icon: string, title: string];

const [question, success, failure, danger, summary]: readonly [Callout, Callout, Callout, Callout, Callout] = [
  ['question', 'A Question'],
  ['pass', 'Success'],
  ['close', 'Failure'],
  ['flame', 'Danger'],
  ['list-unordered', 'Summary'],
];

/** By type, with the title of one that has none. */
const callouts: Readonly<Record<string, Callout>> = {
  note: ['info', 'Note'],
  info: ['info', 'Information'],
  tip: ['lightbulb', 'Tip'],
  hint: ['lightbulb', 'Hint'],
  important: ['star-full', 'Important'],
  warning: ['warning', 'Warning'],
  attention: ['warning', 'Warning'],
  caution: ['error', 'Caution'],
  abstract: summary,
  summary,
  tldr: summary,
  todo: ['checklist', 'To Do'],
  success,
  check: success,
  done: success,
  question,
  help: question,
  faq: question,
  failure,
  fail: failure,
  missing: failure,
  danger,
  error: danger,
  bug: ['bug', 'Bug'],
  example: ['beaker', 'Example'],
  quote: ['quote', 'Quotation'],
  cite: ['quote', 'Quotation'],
};

function titleCallouts(article: HTMLElement): void {
  for (const callout of article.querySelectorAll<HTMLElement>('.markdown-alert')) {
    const head = callout.querySelector<HTMLElement>(':scope > .markdown-alert-title');
    if (!head) continue;
    const { callout: type = '' } = callout.dataset;
    const known = Object.hasOwn(callouts, type) ? callouts[type] : undefined;
    // of a type of its own the name is all there is
    if (known && head.dataset.untitled !== undefined) head.textContent = t(known[1]);
    const text = element('span', 'text');
    text.append(...head.childNodes);
    const fold = callout instanceof HTMLDetailsElement ? [element('span', 'codicon codicon-chevron-down fold')] : [];
    head.append(element('span', `codicon codicon-${known?.[0] ?? 'info'}`), text, ...fold);
  }
}

export function dressLinks(article: HTMLElement, send: Send): void {
  for (const link of article.querySelectorAll<HTMLAnchorElement>('a')) {
    const { kind, target } = link.dataset;
    // the editor takes the address for a title where it finds none in a page
    if (link.title === '#') link.title = '';
    if (kind === 'missing') link.title = t('This note does not exist yet. Click to create it.');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (kind && target !== undefined) return send({ type: 'openLink', kind, target });
      // footnotes point into the page itself
      const id = decodeURIComponent((link.getAttribute('href') ?? '').slice(1));
      if (id) document.getElementById(id)?.scrollIntoView();
    });
  }
}

/** Takes out of a text that is not laid out yet what is not on its first screen, if every block has the least height it may have. */
export function takeBelowScreen(article: HTMLElement): DocumentFragment {
  const below = document.createDocumentFragment();
  let height = 0;
  for (const block of [...article.children]) {
    if (height > window.innerHeight) {
      below.append(block);
    } else {
      const lines = Math.max((block.textContent ?? '').length / lettersPerLine, block.querySelectorAll('li, tr').length, 1);
      height += leastMargin + leastLine * lines;
    }
  }
  return below;
}

export function iconButton(icon: string, label: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', 'icon-button') as HTMLButtonElement;
  button.type = 'button';
  button.title = label;
  button.setAttribute('aria-label', label);
  button.append(element('span', `codicon codicon-${icon}`));
  button.addEventListener('click', onClick);
  return button;
}

export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
