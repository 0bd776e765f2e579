import { isWordy, type MapDetail } from '@/lib/board/shapes/detail'
import type { Box } from '@/lib/geometry/box'
import type { Size } from '@/lib/geometry/size'
import { textRooms } from '@/lib/teams/text-rooms'
import type { TeamType } from '@/lib/teams/team-types'
import { measureIn } from '../../shapes/measure-text'
import { wrapText } from '@/lib/wrap-text'
import { layWork, type LaidWork } from './label-work'

/** One line of a label: the middle of its baseline in px from the shape's top left corner. */
export interface LabelLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly sizePx: number
  readonly weight: 400 | 600
}

/** What is written in a team's shape. */
export interface Label {
  readonly lines: readonly LabelLine[]
  /** The paper under the number of initiatives; null where there is no room for it, or no work. */
  readonly chip: Box | null
}

/** Of the work, smaller letters are tried where there is no room for the first. */
const LETTERS: Readonly<Record<MapDetail, { name: number; work: readonly number[] }>> = {
  full: { name: 15, work: [12] },
  large: { name: 22, work: [17, 14] },
  far: { name: 22, work: [20, 19] },
  title: { name: 28, work: [] },
  block: { name: 0, work: [] },
}
/** Where only the name is shown, so large as it fits whole; from furthest away in no other letters. */
const FAR_NAMES_PX = [44, 40, 36, 32] as const
const PADDING_PX = 8
/** Above and below the words; the larger these are, the less. */
const PADDING_ABOVE_PX: Readonly<Record<MapDetail, number>> = {
  full: 8,
  large: 8,
  far: 5,
  title: 8,
  block: 8,
}
const LEAST_NAME_PX = 12
const LINE_HEIGHT = 1.22
/** How far the baseline is below the middle of a line, in letters. */
const BASELINE = 0.35

interface Words {
  readonly name: string
  readonly type: Pick<TeamType, 'id'>
  readonly loadLines: readonly (readonly string[])[]
}

/** Lays out a team's name and its work in the middle of its shape; what has no room is left out or cut. */
export function labelOf(words: Words, size: Size, detail: MapDetail): Label {
  const laid = textRooms(words.type.id, size).map((room) => layIn(words, { size, room }, detail))
  return laid.reduce((best, next) => (isBetter(next.worth, best.worth) ? next : best)).label
}

/** A label, and what speaks for it, the weightiest first: the whole name, more of the work, larger letters. */
interface Laid {
  readonly label: Label
  readonly worth: readonly [isWhole: number, work: number, namePx: number]
}

function layIn(
  words: Words,
  { size, room: inner }: { readonly size: Size; readonly room: Size },
  detail: MapDetail,
): Laid {
  const widthPx = Math.max(24, inner.w - 2 * PADDING_PX)
  const room = inner.h - PADDING_ABOVE_PX[detail]
  const far = isWordy(detail)
    ? null
    : FAR_NAMES_PX.find((sizePx) => fits(words.name, { widthPx, room }, sizePx))
  const namePx = far ?? lettersFor(words.name, widthPx, LETTERS[detail].name)
  if (namePx === 0) return { label: { lines: [], chip: null }, worth: [0, 0, 0] }
  const nameHeight = namePx * LINE_HEIGHT
  const work = layWork(words.loadLines, { widthPx, h: room - nameHeight }, LETTERS[detail].work)
  const most = Math.max(1, Math.floor((room - work.h) / nameHeight))
  const box = { widthPx, lines: most, hyphens: true }
  const names = wrapText(words.name, box, measureIn({ sizePx: namePx, weight: 600 }))
  const top = (size.h - names.length * nameHeight - work.h) / 2
  const middle = size.w / 2
  const nameLines = names.map((text, at): LabelLine => {
    const y = top + (at + 0.5) * nameHeight + namePx * BASELINE
    return { text, x: middle, y, sizePx: namePx, weight: 600 }
  })
  const below = { x: middle, y: top + names.length * nameHeight }
  const isWhole = unspaced(names.join('')) === unspaced(words.name)
  const written = work.words.reduce((letters, { text }) => letters + text.length, 0)
  return {
    label: { lines: [...nameLines, ...workLines(work, below)], chip: chipOf(work, below) },
    worth: [Number(isWhole), written, namePx],
  }
}

function isBetter(one: Laid['worth'], other: Laid['worth']): boolean {
  const at = one.findIndex((worth, place) => worth !== other[place])
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0)
}

function unspaced(text: string): string {
  return text.replace(/\s+/g, '')
}

function workLines({ words, sizePx }: LaidWork, at: { x: number; y: number }): LabelLine[] {
  return words.map(({ text, x, y }) => ({
    text,
    x: at.x + x,
    y: at.y + y + sizePx * BASELINE,
    ...{ sizePx, weight: 400 as const },
  }))
}

function chipOf({ chip }: LaidWork, at: { x: number; y: number }): Box | null {
  return chip && { ...chip, x: at.x + chip.x, y: at.y + chip.y }
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
