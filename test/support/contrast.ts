import type { Frame } from 'playwright-core';

/** What WCAG 2.2 asks of text at level AA (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
export const leastContrast = 4.5;

/** The labels of drawn diagrams whose contrast with the box or ground they stand on is lower, each with its contrast. */
export async function paleLabels(frame: Frame, least: number): Promise<string[]> {
  return frame.evaluate((wanted) => {
    const channels = (colour: string) => (/rgba?\(([^)]+)\)/.exec(colour)?.[1] ?? '0,0,0').split(/[ ,/]+/).map(Number);
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const page = getComputedStyle(document.body).backgroundColor;
    const isSolid = (colour: string) => /^rgb\(/.test(colour);
    const pale: string[] = [];
    for (const text of document.querySelectorAll<SVGTextElement>('figure.diagram svg text')) {
      const box = text.getBoundingClientRect();
      if (box.width === 0) continue;
      const shapes = [...(text.ownerSVGElement?.querySelectorAll<SVGGraphicsElement>('rect, polygon, path, circle') ?? [])].filter((shape) => {
        const around = shape.getBoundingClientRect();
        const fill = getComputedStyle(shape).fill;
        return isSolid(fill) && around.left <= box.left + 1 && around.right >= box.right - 1 && around.top <= box.top + 1 && around.bottom >= box.bottom - 1;
      });
      const ground = shapes.length > 0 ? getComputedStyle(shapes.at(-1) as Element).fill : page;
      // mermaid colours the lines of a label, not always the label
      const written = text.querySelector('tspan:not(:has(tspan))') ?? text;
      const [light = 0, dark = 0] = [luminance(getComputedStyle(written).fill), luminance(ground)].sort((a, b) => b - a);
      const contrast = (light + 0.05) / (dark + 0.05);
      if (contrast < wanted) pale.push(`${text.textContent}: ${contrast.toFixed(2)}`);
    }
    return pale;
  }, least);
}
