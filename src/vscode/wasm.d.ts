/** A program the build puts into the bundle, compressed (zlib). */
declare module '*.wasm' {
  const bytes: Uint8Array;
  export default bytes;
}
