/** A program the build puts into the bundle. */
declare module '*.wasm' {
  const bytes: Uint8Array;
  export default bytes;
}
