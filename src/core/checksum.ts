/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) by words of 32 bits. @param from the first word that counts */
export function checksum(words: Uint32Array, from: number): number {
  let sum = 0x811c9dc5;
  for (let at = from; at < words.length; at++) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  return sum >>> 0;
}
