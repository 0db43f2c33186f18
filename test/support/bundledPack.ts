/** The bundled AWS pack as tests of the core see it, read from the folder the tests are run in. */
import { readFileSync } from 'node:fs';
import { loadPacks } from '../../src/cliNotes';
import { buildLibrary } from '../../src/core/library';
import { createNameTable, namesOf, parseNames } from '../../src/core/names';

const loaded = loadPacks(['content/aws']);

export const library = buildLibrary(loaded.packs, loaded.notes);
/** The groups of the pack's own table. */
export const nameGroups = parseNames(readFileSync('content/aws/names.json', 'utf8')).groups;
/** Every name the pack knows: its notes', its services' and its table's. */
export const names = createNameTable([...namesOf(library), ...nameGroups]);
