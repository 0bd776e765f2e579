import type { Paint } from '@/lib/teams/team-types'
import { picturePalette } from '../../shapes/palette'

/** The notation is made for white paper: on a dark page so much of it is under a fill that lets the page shine through. */
export const PAPER_OPACITY = 0.55
/** What has to be told apart by the eye. */
const LEAST_CONTRAST = 3
const DARKER_STEP = 0.02

/** What a fill looks like where it lies on the page, as an opaque colour. */
export function paintedColor({ fill, fillOpacity }: Paint, isOnDark: boolean): string {
  const { paper } = picturePalette(isOnDark)
  return mix(fill, isOnDark ? mix('#ffffff', paper, PAPER_OPACITY) : paper, fillOpacity)
}

/**
 * The colour of an outline. On a dark page the fill of an interaction is darker than on white paper: its broken line gets
 * as much darker as it takes to show on that fill.
 */
export function paintedLine(paint: Paint, isOnDark: boolean): string {
  if (!isOnDark || !paint.dash || paint.fillOpacity === 1) return paint.line
  const under = luminanceOf(paintedColor(paint, true)) + 0.05
  let line = paint.line
  for (let black = 0; black < 1; black += DARKER_STEP) {
    line = mix('#000000', paint.line, black)
    if (under / (luminanceOf(line) + 0.05) >= LEAST_CONTRAST) break
  }
  return line
}

/** Lays so much of a colour (0..1) over another. */
function mix(over: string, under: string, share: number): string {
  const mixed = [0, 1, 2].map((at) =>
    Math.round(share * channel(over, at) + (1 - share) * channel(under, at))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${mixed.join('')}`
}

/** How much light comes from a colour, 0..1, as contrast is measured by it. */
function luminanceOf(color: string): number {
  const light = (at: number): number => {
    const share = channel(color, at) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * light(0) + 0.7152 * light(1) + 0.0722 * light(2)
}

function channel(color: string, at: number): number {
  return parseInt(color.slice(1 + 2 * at, 3 + 2 * at), 16)
}
