import type { App } from './app';

/** The texts of a file that packs may have beside their notes, in the order of the packs. */
export async function packTexts(app: App, file: string): Promise<string[]> {
  const { study, notes } = await app.load();
  const { packs } = await study.library();
  const texts = await Promise.all(packs.map((pack) => notes.readPackFile(pack.id, file)));
  return texts.filter((text) => text !== undefined);
}
