import type { Detail } from '@/lib/board/shapes/detail'
import type { Size } from '@/lib/teams/team-types'
import { measureIn } from '../shapes/measure-text'
import { wrapText } from '@/lib/wrap-text'

/** One line of a label: its baseline in px from the shape's top. */
export interface LabelLine {
  readonly text: string
  readonly y: number
  readonly sizePx: number
  readonly weight: 400 | 600
}

/** Of the load, smaller letters are tried where there is no room for the first. */
const LETTERS: Readonly<Record<Detail, { name: number; loads: readonly number[] }>> = {
  full: { name: 15, loads: [12] },
  large: { name: 22, loads: [17, 14] },
  title: { name: 28, loads: [] },
  block: { name: 0, loads: [] },
}
/** Where only the name is shown, so large as it fits whole. */
const FAR_NAMES_PX = [44, 40, 36, 32] as const
const PADDING_PX = 8
const LEAST_NAME_PX = 12
const LINE_HEIGHT = 1.22
/** How far the baseline is below the middle of a line, in letters. */
const BASELINE = 0.35

interface Label {
  readonly name: string
  readonly load: string
  readonly loadLines: readonly (readonly string[])[]
}

/** Lays out a team's name and its work in the middle of its shape; what has no room is left out or cut. */
export function labelLines(label: Label, size: Size, detail: Detail): readonly LabelLine[] {
  const widthPx = Math.max(24, size.w - 2 * PADDING_PX)
  const room = size.h - PADDING_PX
  const far =
    detail === 'title' ? FAR_NAMES_PX.find((sizePx) => fits(label.name, { widthPx, room }, sizePx)) : null
  const namePx = far ?? lettersFor(label.name, widthPx, LETTERS[detail].name)
  if (namePx === 0) return []
  const nameHeight = namePx * LINE_HEIGHT
  const load = loadFor(label, { widthPx, room: room - nameHeight }, LETTERS[detail].loads)
  const loadHeight = load.sizePx * LINE_HEIGHT
  const allLoad = load.lines.length * loadHeight
  const most = Math.max(1, Math.floor((room - allLoad) / nameHeight))
  const names = wrapText(label.name, { widthPx, lines: most }, measureIn({ sizePx: namePx, weight: 600 }))
  const top = (size.h - names.length * nameHeight - allLoad) / 2
  const below = top + names.length * nameHeight
  return [
    ...names.map((text, at) => ({
      text,
      y: top + (at + 0.5) * nameHeight + namePx * BASELINE,
      ...{ sizePx: namePx, weight: 600 as const },
    })),
    ...load.lines.map((text, at) => ({
      text,
      y: below + (at + 0.5) * loadHeight + load.sizePx * BASELINE,
      ...{ sizePx: load.sizePx, weight: 400 as const },
    })),
  ]
}

/** The work in as many words and as large as there is room for: never a word cut, rather none. */
function loadFor(
  { load, loadLines }: Label,
  { widthPx, room }: { widthPx: number; room: number },
  sizes: readonly number[],
): { readonly lines: readonly string[]; readonly sizePx: number } {
  for (const lines of load === '' ? [] : [[load], ...loadLines]) {
    for (const sizePx of sizes) {
      const measure = measureIn({ sizePx, weight: 400 })
      const isHighEnough = lines.length * sizePx * LINE_HEIGHT <= room
      if (isHighEnough && lines.every((line) => measure(line) <= widthPx)) return { lines, sizePx }
    }
  }
  return { lines: [], sizePx: 0 }
}

/** Says whether the whole name stands in its shape in letters of this size, every word unbroken. */
function fits(name: string, { widthPx, room }: { widthPx: number; room: number }, sizePx: number): boolean {
  const measure = measureIn({ sizePx, weight: 600 })
  if (name.split(/\s+/).some((word) => measure(word) > widthPx)) return false
  return wrapText(name, { widthPx, lines: Infinity }, measure).length * sizePx * LINE_HEIGHT <= room
}

/** Letters small enough for the longest word, so that no word is broken where smaller ones can be read. */
function lettersFor(name: string, widthPx: number, wantedPx: number): number {
  const widest = Math.max(
    0,
    ...name.split(/\s+/).map((word) => measureIn({ sizePx: wantedPx, weight: 600 })(word)),
  )
  const least = Math.min(wantedPx, LEAST_NAME_PX)
  return widest <= widthPx ? wantedPx : Math.max(least, Math.floor((wantedPx * widthPx) / widest))
}
