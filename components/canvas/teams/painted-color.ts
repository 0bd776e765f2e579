import type { Paint } from '@/lib/teams/team-types'
import { picturePalette } from '../shapes/palette'

/** The notation is made for white paper: on a dark page so much of it is under a fill that lets the page shine through. */
export const PAPER_OPACITY = 0.55

/** What a fill looks like where it lies on the page, as an opaque colour. */
export function paintedColor({ fill, fillOpacity }: Paint, isOnDark: boolean): string {
  const { paper } = picturePalette(isOnDark)
  return mix(fill, isOnDark ? mix('#ffffff', paper, PAPER_OPACITY) : paper, fillOpacity)
}

/** Lays so much of a colour (0..1) over another. */
function mix(over: string, under: string, share: number): string {
  const channel = (color: string, at: number): number => parseInt(color.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) =>
    Math.round(share * channel(over, at) + (1 - share) * channel(under, at))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${mixed.join('')}`
}
