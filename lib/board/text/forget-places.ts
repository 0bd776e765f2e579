import type * as Y from 'yjs'

/**
 * Has Yjs find places in this text by counting its letters. It remembers places from before, and forgets them when
 * others typed, but not in a tick of the server, which counts as its own work: what is cut there would be other letters.
 */
export function forgetPlaces(text: Y.Text): void {
  text._searchMarker = null
}
