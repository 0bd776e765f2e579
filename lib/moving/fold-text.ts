/** The text without case and accents, as people search: "uber" finds "Über". */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
