/** What a bare page needs to draw diagrams as the extension's own pages do. */
import { colourDiagrams } from '../../media/diagramColours';
import { draw, renderAsIs } from '../../media/mermaid';

Object.assign(globalThis, { baeum: { draw, renderAsIs, colourDiagrams } });
