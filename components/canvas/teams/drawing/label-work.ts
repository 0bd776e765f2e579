import type { Box } from '@/lib/geometry/box'
import { measureIn } from '../../shapes/measure-text'

/** A piece of text: where its middle is, px from the middle of the top of all of it. */
interface Word {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** A team's work laid out: the number on its chip, the weeks beside or below it. */
export interface LaidWork {
  readonly words: readonly Word[]
  readonly sizePx: number
  readonly chip: Box | null
  readonly h: number
}

const LINE_HEIGHT = 1.22
/** Between the name and the chip. */
const ABOVE_PX = 3
/** Around the letters of a chip. What has little room sideways comes nearer to its edge. */
const CHIP_PX = { above: 2, aside: 8, least: 4 } as const
/** Of its shape's own air a chip may take so much. */
const INTO_AIR_PX = 4
const GAP_PX = 6
const NOTHING: LaidWork = { words: [], sizePx: 0, chip: null, h: 0 }

interface Room {
  readonly widthPx: number
  readonly h: number
}

/** The work in as many words and as large as there is room for, in one row or below each other: no word is cut. */
export function layWork(
  ways: readonly (readonly string[])[],
  room: Room,
  sizes: readonly number[],
): LaidWork {
  const tries = [
    ...ways.slice(0, 1).map((words) => ({ lay: inRow, words })),
    ...ways.map((words) => ({ lay: stacked, words })),
  ]
  for (const { lay, words } of tries) {
    for (const sizePx of sizes) {
      const laid = lay(words, sizePx, room)
      if (laid && laid.h <= room.h) return laid
    }
  }
  return NOTHING
}

function inRow(words: readonly string[], sizePx: number, { widthPx }: Room): LaidWork | null {
  const [count = '', weeks = ''] = words
  const measure = measureIn({ sizePx, weight: 400 })
  const chipW = measure(count) + 2 * CHIP_PX.aside
  const all = chipW + GAP_PX + measure(weeks)
  if (all > widthPx) return null
  const h = chipHeight(sizePx)
  const y = ABOVE_PX + h / 2
  return {
    words: [
      { text: count, x: (chipW - all) / 2, y },
      { text: weeks, x: (all - measure(weeks)) / 2, y },
    ],
    sizePx,
    chip: { x: -all / 2, y: ABOVE_PX, w: chipW, h },
    h: ABOVE_PX + h,
  }
}

function stacked(words: readonly string[], sizePx: number, { widthPx }: Room): LaidWork | null {
  const [count = '', ...rest] = words
  const measure = measureIn({ sizePx, weight: 400 })
  const most = widthPx + 2 * INTO_AIR_PX
  const chipW = Math.min(measure(count) + 2 * CHIP_PX.aside, most)
  if (chipW < measure(count) + 2 * CHIP_PX.least || rest.some((word) => measure(word) > widthPx)) return null
  const [chipH, lineH] = [chipHeight(sizePx), sizePx * LINE_HEIGHT]
  const below = ABOVE_PX + chipH
  return {
    words: [
      { text: count, x: 0, y: below - chipH / 2 },
      ...rest.map((text, at) => ({ text, x: 0, y: below + (at + 0.5) * lineH })),
    ],
    sizePx,
    chip: { x: -chipW / 2, y: ABOVE_PX, w: chipW, h: chipH },
    h: below + rest.length * lineH,
  }
}

function chipHeight(sizePx: number): number {
  return sizePx * LINE_HEIGHT + 2 * CHIP_PX.above
}
