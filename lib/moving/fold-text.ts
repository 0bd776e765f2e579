import { withoutAccents } from '../text/without-accents'

/** The text without case and accents, as people search: "uber" finds "Über". */
export function foldText(text: string): string {
  return withoutAccents(text.normalize('NFD')).toLowerCase()
}
