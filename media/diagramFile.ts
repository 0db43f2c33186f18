/** A drawn diagram as a file of its own. */
import { withColours } from './diagramColours';

const namespace = 'http://www.w3.org/2000/svg';
/** Twice the size on the screen: sharp in a document and on a dense display. */
const pngScale = 2;

/** The SVG as text, with a ground in the theme's colour and without what the page did to move it. */
export function svgFile(picture: SVGSVGElement, background: string): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const { x, y, width, height } = picture.viewBox.baseVal;
  copy.removeAttribute('style');
  copy.setAttribute('xmlns', namespace);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS(namespace, 'rect');
  for (const [name, value] of Object.entries({ x, y, width, height, fill: background || 'none' })) ground.setAttribute(name, String(value));
  copy.insertBefore(ground, copy.querySelector(':scope > :not(style):not(title):not(desc)'));
  copy.setAttribute('font-family', getComputedStyle(picture).fontFamily);
  return withColours(new XMLSerializer().serializeToString(copy));
}

/** @returns base64 of a PNG */
export async function saveAsPng(picture: SVGSVGElement, background: string): Promise<string> {
  const { width, height } = picture.viewBox.baseVal;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgFile(picture, background))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * pngScale);
  canvas.height = Math.ceil(height * pngScale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace('data:image/png;base64,', '');
}
