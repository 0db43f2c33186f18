import { type JSX, render } from 'preact';
import { createTranslate, type Translate } from '../src/core/l10n';
import type { PageSettings } from '../src/core/protocol';
import { onShow, post } from './host';
import { bindKeys } from './keys';

let translate: Translate = createTranslate();

/** A text in the learner's language. */
export const t: Translate = (text, args) => translate(text, args);

/** Draws every view the extension sends with one component. Until the first comes, the page is empty: it takes a moment only. */
export function mountPage<V>(Page: (props: { readonly view: V }) => JSX.Element): void {
  const root = document.getElementById('root');
  if (!root) return;
  let strings: PageSettings['strings'];
  onShow<V>((view, page) => {
    if (page.strings !== strings) {
      strings = page.strings;
      translate = createTranslate(strings);
    }
    bindKeys(page.keys);
    document.documentElement.lang = page.locale;
    document.documentElement.style.setProperty('--reading-size', `${page.fontSize}px`);
    render(<Page view={view} />, root);
  });
  post({ type: 'ready' });
}
