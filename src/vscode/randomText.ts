/** Random letters and digits from a source nobody can foresee: 16 bytes as 32 hexadecimal digits, unless told otherwise. */
export function randomText(bytes = 16): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
