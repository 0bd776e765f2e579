/** Letters a word has at least to be broken at its joints; as `hyphenate-limit-chars` of the pages has it for hyphens. */
const LONG_WORD = /(\S{14,})/u

/** A small letter or digit before a capital, or a sign that joins what stands on its two sides. */
const JOINT = /(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=[\p{L}\d][_/.:-])(?=[\p{L}\d])/u

/** The text in parts between which a line may end without a hyphen: behind a word, or inside a long one made of several. */
export function splitAtJoints(text: string): string[] {
  return text
    .split(LONG_WORD)
    .flatMap((part) => (LONG_WORD.test(part) ? part.split(JOINT) : [part]))
    .filter((part) => part !== '')
}
