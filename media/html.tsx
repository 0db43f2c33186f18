import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Images, sanitizedFragment } from './sanitize';

interface HtmlProps {
  readonly html: string;
  readonly class?: string;
  readonly inline?: boolean;
  readonly images?: Images;
}

/** A piece of Markdown that became HTML. */
export function Html({ html, inline, images, ...attributes }: HtmlProps): JSX.Element {
  const place = useRef<HTMLDivElement & HTMLSpanElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(sanitizedFragment(html, images)), [html]);
  return inline ? <span ref={place} {...attributes} /> : <div ref={place} {...attributes} />;
}
