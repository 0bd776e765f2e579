import { allDefaultFontFaces, DefaultFontFaces } from 'tldraw'

/**
 * Lets the engine load each font when a shape first needs it. It would load all of them, well over a megabyte, for each
 * who opens a board; only the one that new text begins in comes early, so that the first words do not jump.
 */
export function waitWithFonts(): void {
  allDefaultFontFaces.splice(0, Infinity, DefaultFontFaces.tldraw_draw.normal.normal)
}
