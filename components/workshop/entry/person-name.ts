const KEY = 'contour-name'

/** What was said on this page; a browser that keeps nothing knows it from here. */
let said = ''
const hearers = new Set<() => void>()

/** What the others call somebody on a sample board who has not said a name in this browser yet. */
export const NAMELESS = 'Facilitator'

/** Says whether this browser's person is called so only because they have said no name. */
export function isNameless(name: string): boolean {
  return name === NAMELESS && said === '' && recallName() === ''
}

/** The name this browser used last; empty where there is none or where the browser keeps nothing. */
export function recallName(): string {
  try {
    return window.localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function rememberName(name: string): void {
  said = name
  try {
    window.localStorage.setItem(KEY, name)
  } catch {
    // A browser that keeps nothing asks for the name again next time.
  }
  for (const hear of hearers) hear()
}

/** Hears of every name that is said on this page; answers with the undo. */
export function onNameSaid(hear: () => void): () => void {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}
