import { FONT_STACK } from './font-faces'
import type { MeasureText } from '@/lib/text/wrap-text'

let context: CanvasRenderingContext2D | null = null

/** Measures in the page's own font; without a drawing context (never in a browser) it guesses. */
export function measureIn(font: { sizePx: number; weight: number }): MeasureText {
  context ??= document.createElement('canvas').getContext('2d')
  return (text) => {
    if (!context) return text.length * font.sizePx * 0.6
    context.font = `${font.weight} ${font.sizePx}px ${FONT_STACK}`
    return context.measureText(text).width
  }
}
