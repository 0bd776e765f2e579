/** Letters that German has and English has not, small words of most German titles, and how long German nouns end. */
const GERMAN = [
  /[äöüÄÖÜß]/u,
  /(?<!\p{L})(?:und|oder|der|dem|den|von|vom|zur|zum|bei|beim|im|eine|nicht)(?!\p{L})/u,
  /\p{L}{6}(?:ungs?|ungen|keit|keiten|heit|heiten|schaft|schaften)(?!\p{L})/u,
]

/** The language a title is most likely in where it is not that of the pages, for its hyphens; null where nothing says so. */
export function languageOf(text: string): 'de' | null {
  return GERMAN.some((sign) => sign.test(text)) ? 'de' : null
}
