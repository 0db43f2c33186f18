/** Put in by the build, from the folders in `content`. */
declare const BUNDLED_NOTES: Readonly<Record<string, readonly string[]>>;

/** The notes of each bundled pack, by the name of its folder: where the extension lies on a web server, nobody tells what is in a folder. */
export const bundledNotes = BUNDLED_NOTES;
