import type { Detail } from '@/lib/board/shapes/detail'
import type { Size } from '@/lib/teams/team-types'
import { measureIn } from '../shapes/measure-text'
import { ellipsize, wrapText } from '@/lib/wrap-text'

/** One line of a label: its baseline in px from the shape's top. */
export interface LabelLine {
  readonly text: string
  readonly y: number
  readonly sizePx: number
  readonly weight: 400 | 600
}

const LETTERS: Readonly<Record<Detail, { name: number; load: number }>> = {
  full: { name: 15, load: 12 },
  large: { name: 22, load: 17 },
  title: { name: 28, load: 0 },
  block: { name: 0, load: 0 },
}
/** Where only the name is shown, so large as it fits whole. */
const FAR_NAMES_PX = [44, 40, 36, 32] as const
const PADDING_PX = 8
const LEAST_NAME_PX = 12
const LINE_HEIGHT = 1.22
/** How far the baseline is below the middle of a line, in letters. */
const BASELINE = 0.35

/** Lays out a team's name and its work in the middle of its shape; what has no room is left out or cut. */
export function labelLines(
  label: { readonly name: string; readonly load: string; readonly loadInShort: string },
  size: Size,
  detail: Detail,
): readonly LabelLine[] {
  const widthPx = Math.max(24, size.w - 2 * PADDING_PX)
  const room = size.h - PADDING_PX
  const far =
    detail === 'title' ? FAR_NAMES_PX.find((sizePx) => fits(label.name, { widthPx, room }, sizePx)) : null
  const wanted = lettersFor(label.name, widthPx, LETTERS[detail].name)
  const letters = { ...LETTERS[detail], name: far ?? wanted }
  if (letters.name === 0) return []
  const loadHeight = label.load !== '' && letters.load > 0 ? letters.load * LINE_HEIGHT : 0
  const nameHeight = letters.name * LINE_HEIGHT
  const hasLoad = loadHeight > 0 && room >= nameHeight + loadHeight
  const most = Math.max(1, Math.floor((room - (hasLoad ? loadHeight : 0)) / nameHeight))
  const names = wrapText(
    label.name,
    { widthPx, lines: most },
    measureIn({ sizePx: letters.name, weight: 600 }),
  )
  const top = (size.h - names.length * nameHeight - (hasLoad ? loadHeight : 0)) / 2
  const lines = names.map((text, at): LabelLine => ({
    text,
    y: top + (at + 0.5) * nameHeight + letters.name * BASELINE,
    sizePx: letters.name,
    weight: 600,
  }))
  if (!hasLoad) return lines
  const measure = measureIn({ sizePx: letters.load, weight: 400 })
  const text = measure(label.load) <= widthPx ? label.load : ellipsize(label.loadInShort, widthPx, measure)
  const y = top + names.length * nameHeight + loadHeight / 2 + letters.load * BASELINE
  return [...lines, { text, y, sizePx: letters.load, weight: 400 }]
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
