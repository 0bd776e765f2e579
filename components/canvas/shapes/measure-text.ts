import { FONT_STACK } from './font-faces'
import type { MeasureText } from '@/lib/text/wrap-text'

/** More than a full map asks for while some of its teams are made larger or smaller. */
const MOST_KNOWN = 20_000
const MOST_CHARACTERS = 1_000_000

let context: CanvasRenderingContext2D | null = null
/** As it was given: the context says it in words of its own. */
let fontSet = ''
/** By font, then by text, with the fonts that are there. */
const widths = new Map<string, Map<string, number>>()
let known = 0
let characters = 0

/** Measures in the page's own font; without a drawing context (never in a browser) it guesses. */
export function measureIn(font: { sizePx: number; weight: number }): MeasureText {
  context ??= openContext()
  const name = `${font.weight} ${font.sizePx}px ${FONT_STACK}`
  return (text) => {
    if (!context) return text.length * font.sizePx * 0.6
    return widthsIn(name).get(text) ?? measure(context, name, text)
  }
}

function openContext(): CanvasRenderingContext2D | null {
  const opened = document.createElement('canvas').getContext('2d')
  // A font that has come makes texts wider or narrower.
  if (opened) document.fonts.addEventListener('loadingdone', forget)
  return opened
}

/** Whoever lays out a long name tries it letter by letter in many sizes: a crowded map took seconds for each change of it. */
function measure(on: CanvasRenderingContext2D, name: string, text: string): number {
  if (known >= MOST_KNOWN || characters >= MOST_CHARACTERS) forget()
  // Setting it takes as long as measuring.
  if (fontSet !== name) on.font = fontSet = name
  const { width } = on.measureText(text)
  widthsIn(name).set(text, width)
  known += 1
  characters += text.length
  return width
}

function widthsIn(name: string): Map<string, number> {
  const found = widths.get(name)
  if (found) return found
  const made = new Map<string, number>()
  widths.set(name, made)
  return made
}

function forget(): void {
  widths.clear()
  fontSet = ''
  known = 0
  characters = 0
}
