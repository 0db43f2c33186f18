import { type JSX, render } from 'preact';
import { createTranslate } from '../src/core/l10n';
import { onShow, post, start } from './host';
import { bindKeys } from './keys';

/** A text in the learner's language. */
export const t = createTranslate(start.strings);

/** Draws every view the extension sends with one component. Until the first comes, the page is empty: it takes a moment only. */
export function mountPage<V>(Page: (props: { readonly view: V }) => JSX.Element): void {
  const root = document.getElementById('root');
  if (!root) return;
  onShow<V>((view, page) => {
    bindKeys(page.keys);
    document.documentElement.lang = page.locale;
    document.documentElement.style.setProperty('--reading-size', `${page.fontSize}px`);
    render(<Page view={view} />, root);
  });
  post({ type: 'ready' });
}
