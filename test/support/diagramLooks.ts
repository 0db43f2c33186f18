/**
 * Runs in a lesson: what can be seen of one of its drawings and of the same diagram as mermaid draws it, part by part in the
 * order they are painted.
 */
export function looksOf({ index, live }: { readonly index: number; readonly live: string }): [string[], string[]] {
  const place = document.createElement('div');
  place.innerHTML = live;
  document.body.append(place);
  const looks = (picture: SVGSVGElement | null | undefined) =>
    [...(picture?.querySelectorAll<SVGGraphicsElement>('rect, path, line, polygon, circle, ellipse, text') ?? [])]
      .filter((part) => !part.closest('defs, marker, symbol') && part.checkVisibility())
      .map((part) => {
        const written = part.tagName === 'text' ? (part.querySelector('tspan:not(:has(tspan))') ?? part) : part;
        const { fill, stroke, strokeWidth, opacity, fontWeight } = getComputedStyle(written);
        const seen = (colour: string) => (/, 0\)$/.test(colour) ? 'none' : colour);
        return [part.tagName, (part.textContent ?? '').replace(/\s+/g, ''), seen(fill), seen(stroke), strokeWidth, opacity, fontWeight].join(' ');
      });
  const both: [string[], string[]] = [looks(document.querySelectorAll('figure.diagram')[index]?.querySelector('svg')), looks(place.querySelector('svg'))];
  place.remove();
  return both;
}
