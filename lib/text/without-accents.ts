/** Marks after a letter of these scripts are accents, and after what is no letter nothing; elsewhere they are part of the word. */
const ACCENTS = /(^|[^\p{L}\p{M}]|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu

/** Takes the accents out of a decomposed text, and keeps the marks that make other words, as in ハード and दिन. */
export function withoutAccents(decomposed: string): string {
  return decomposed.replace(ACCENTS, '$1')
}
