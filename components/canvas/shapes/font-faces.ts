import type { TLFontFace } from 'tldraw'

/** The family of everything Contour writes itself. */
const FONT_FAMILY = 'Inter Variable'
export const FONT_STACK = "'Inter Variable', system-ui, sans-serif"

type Range = readonly [from: number, to: number]
interface Face {
  readonly font: TLFontFace
  readonly ranges: readonly Range[]
}

let faces: readonly Face[] | null = null

/**
 * The font files needed to draw this text, so that a picture carries its own letters. They are read from the page's
 * own style sheets: the bundler decides their addresses.
 */
export function fontFacesFor(text: string): TLFontFace[] {
  if (!faces || faces.length === 0) faces = readFaces()
  return faces.filter((face) => covers(face.ranges, text)).map((face) => face.font)
}

/** Reads a CSS unicode-range such as `U+0-FF, U+131, U+4??`. */
export function parseUnicodeRange(value: string): Range[] {
  const ranges: Range[] = []
  for (const part of value.split(',')) {
    const found = /^\s*U\+([0-9A-F]+)(\?*)(?:-([0-9A-F]+))?\s*$/i.exec(part)
    if (!found?.[1]) continue
    const unknown = found[2] ?? ''
    const from = parseInt(found[1] + '0'.repeat(unknown.length), 16)
    const to = parseInt(found[3] ?? found[1] + 'F'.repeat(unknown.length), 16)
    ranges.push([from, to])
  }
  return ranges
}

function covers(ranges: readonly Range[], text: string): boolean {
  if (ranges.length === 0) return true
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (ranges.some(([from, to]) => code >= from && code <= to)) return true
  }
  return false
}

function readFaces(): Face[] {
  const found: Face[] = []
  for (const sheet of Array.from(document.styleSheets)) {
    for (const rule of rulesOf(sheet)) {
      if (!(rule instanceof CSSFontFaceRule)) continue
      const face = toFace(rule, sheet.href ?? document.baseURI)
      if (face) found.push(face)
    }
  }
  return found
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return Array.from(sheet.cssRules)
  } catch {
    // A sheet put in by a browser extension belongs to another origin and may not be read.
    return []
  }
}

function toFace(rule: CSSFontFaceRule, base: string): Face | null {
  const style = rule.style
  const family = style.getPropertyValue('font-family').replace(/["']/g, '')
  const address = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src'))?.[1]
  if (family !== FONT_FAMILY || !address || style.getPropertyValue('font-style') === 'italic') return null
  const unicodeRange = style.getPropertyValue('unicode-range')
  const weight = style.getPropertyValue('font-weight')
  return {
    font: {
      family,
      src: { url: new URL(address, base).href },
      ...(unicodeRange ? { unicodeRange } : {}),
      ...(weight ? { weight } : {}),
    },
    ranges: parseUnicodeRange(unicodeRange),
  }
}
