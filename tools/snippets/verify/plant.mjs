/**
 * Copies of a snippet with one fault each, which a checker has to find.
 * @param {any} variant
 */
export function faultsIn(variant) {
  const faults = [];
  return {
    faults,
    /** @param {string} kind @param {RegExpMatchArray} match what stands there now @param {string} text what takes its place */
    plant(kind, match, text) {
      faults.push({
        ...variant,
        id: `${variant.id} ${kind} at ${match.index}`,
        text: variant.text.slice(0, match.index) + text + variant.text.slice(match.index + match[0].length),
      });
    },
  };
}
