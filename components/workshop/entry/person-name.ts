import { atom } from '@tldraw/state'

const KEY = 'contour-name'

/** What was said on this page; a browser that keeps nothing knows it from here. */
const said = atom('the name said', '')

/** The longest name the server takes. */
export const NAME_CHARACTERS = 60

/** What the others call somebody on a sample board who has not said a name in this browser yet. */
export const NAMELESS = 'Facilitator'

/** Says whether this browser's person is called so only because they have said no name; follows what they say. */
export function isNameless(name: string): boolean {
  return name === NAMELESS && said.get() === '' && recallName() === ''
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
  said.set(name)
  try {
    window.localStorage.setItem(KEY, name)
  } catch {
    // A browser that keeps nothing asks for the name again next time.
  }
}
