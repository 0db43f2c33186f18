import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { drawDiagrams } from '../diagrams';
import { element } from '../lessonText';

/** A diagram a question is about. */
export function Figure({ source }: { readonly source: string }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const figure = element('figure', 'diagram');
    figure.append(element('pre', 'diagram-source', source));
    place.current?.replaceChildren(figure);
    return place.current ? drawDiagrams(place.current, undefined, 'diagram') : undefined;
  }, [source]);
  return <div ref={place} />;
}
