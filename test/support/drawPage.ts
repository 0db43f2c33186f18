/** What a bare page needs to draw diagrams as the extension's own pages do. */
import { draw, renderAsIs } from '../../media/mermaid';

declare global {
  var baeum: { readonly draw: typeof draw; readonly renderAsIs: typeof renderAsIs };
}

globalThis.baeum = { draw, renderAsIs };
