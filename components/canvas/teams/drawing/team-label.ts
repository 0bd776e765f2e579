import { isWordy, type MapDetail } from '@/lib/board/shapes/detail'
import type { Box } from '@/lib/geometry/box'
import type { Size } from '@/lib/geometry/size'
import { teamLabel } from '@/lib/teams/team-name'
import { textRooms } from '@/lib/teams/text-rooms'
import type { TeamType } from '@/lib/teams/team-types'
import { measureIn } from '../../shapes/measure-text'
import { fitsUnbroken, wrapText } from '@/lib/text/wrap-text'
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
  /** What speaks for it, the weightiest first. */
  readonly worth: readonly [
    isWhole: number,
    hasChip: number,
    isUnbroken: number,
    shown: number,
    namePx: number,
    work: number,
  ]
}

/**
 * Smaller letters are tried where there is no room for the first. No name is smaller on the screen than 11 px, or, from
 * where a map is seen whole, than the smallest of its letters, which are 9 px there: it is broken or cut instead. From
 * further away it is read by its shape, and is written smaller before it is broken.
 */
const LETTERS: Readonly<Record<MapDetail, { name: readonly number[]; work: readonly number[] }>> = {
  full: { name: [15, 14, 13, 12], work: [12] },
  large: { name: [22, 20, 19, 18, 17], work: [17, 14] },
  far: { name: [23, 22, 21, 20, 19], work: [20, 19] },
  title: { name: [44, 40, 36, 32, 28, 25, 22, 20, 18], work: [] },
  block: { name: [], work: [] },
}
const PADDING_PX = 8
/** Above and below the words; the larger these are, the less. */
const PADDING_ABOVE_PX: Readonly<Record<MapDetail, number>> = {
  full: 8,
  large: 8,
  far: 5,
  title: 8,
  block: 8,
}
const LINE_HEIGHT = 1.22
/** How far the baseline is below the middle of a line, in letters. */
const BASELINE = 0.35

interface Words {
  readonly name: string
  readonly type: Pick<TeamType, 'id'>
  readonly loadLines: readonly (readonly string[])[]
}

const NOTHING: Label = { lines: [], chip: null, worth: [0, 0, 0, 0, 0, 0] }

/**
 * What a team's shape says, as it is drawn and pressed. In a tall shape seen from so far away that its work is not written,
 * a name lies on its side, where more of it can be read; nearer only where there is no work and it would be broken or cut.
 */
export function placedLabel(
  words: Words,
  size: Size,
  detail: MapDetail,
): Label & { readonly isTurned: boolean } {
  const named = { ...words, name: teamLabel(words.name) }
  const upright = { ...labelOf(named, size, detail), isTurned: false }
  const [isWhole, , isUnbroken] = upright.worth
  const hasNoNeed = words.loadLines.length > 0 || isWhole + isUnbroken === 2
  if ((isWordy(detail) && hasNoNeed) || size.h <= size.w) return upright
  const turned = { ...labelOf(named, { w: size.h, h: size.w }, detail), isTurned: true }
  return isBetter(turned, upright) ? turned : upright
}

/** Lays out a team's name and its work in the middle of its shape; what has no room is left out or cut. */
export function labelOf(words: Words, size: Size, detail: MapDetail): Label {
  const laid = textRooms(words.type.id, size).flatMap((room) =>
    LETTERS[detail].name.flatMap((namePx) => layIn(words, { size, room, namePx }, detail)),
  )
  return laid.reduce((best, next) => (isBetter(next, best) ? next : best), NOTHING)
}

/** Says whether more speaks for the first of two labels of the same team. */
function isBetter(one: Label, other: Label): boolean {
  const at = one.worth.findIndex((worth, place) => worth !== other.worth[place])
  return at >= 0 && (one.worth[at] ?? 0) > (other.worth[at] ?? 0)
}

interface Ground {
  readonly size: Size
  readonly room: Size
  readonly namePx: number
}

/** The name in letters of this size: with all of its lines, and with one line where the work takes the rest. */
function layIn(words: Words, { size, room: inner, namePx }: Ground, detail: MapDetail): Label[] {
  const widthPx = Math.max(24, inner.w - 2 * PADDING_PX)
  const room = inner.h - PADDING_ABOVE_PX[detail]
  const nameHeight = namePx * LINE_HEIGHT
  const measure = measureIn({ sizePx: namePx, weight: 600 })
  const wrap = (lines: number): string[] => wrapText(words.name, { widthPx, lines, hyphens: true }, measure)
  const isUnbroken = fitsUnbroken(words.name, widthPx, measure)
  const whole = wrap(Infinity).length
  return [...new Set([1, whole])].map((reserved) => {
    const work = layWork(words.loadLines, { widthPx, h: room - reserved * nameHeight }, LETTERS[detail].work)
    const names = wrap(Math.max(1, Math.floor((room - work.h) / nameHeight)))
    const top = (size.h - names.length * nameHeight - work.h) / 2
    const below = { x: size.w / 2, y: top + names.length * nameHeight }
    const isWhole = names.length === whole
    // Of a whole name as much is shown in every way.
    const shown = isWhole ? 0 : names.join('').length
    const written = work.words.reduce((letters, { text }) => letters + text.length, 0)
    return {
      lines: [...nameLines(names, { x: size.w / 2, y: top }, namePx), ...workLines(work, below)],
      chip: chipOf(work, below),
      worth: [Number(isWhole), Number(work.chip !== null), Number(isUnbroken), shown, namePx, written],
    }
  })
}

function nameLines(names: readonly string[], at: { x: number; y: number }, sizePx: number): LabelLine[] {
  return names.map((text, line) => ({
    text,
    x: at.x,
    y: at.y + (line + 0.5) * sizePx * LINE_HEIGHT + sizePx * BASELINE,
    ...{ sizePx, weight: 600 as const },
  }))
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
