import { pathLength } from '../../geometry/path-length'
import type { Point } from '../../geometry/point'
import { isSlowToBreak, lettersInLine } from '../text/letters-in-line'
import { LongWord } from '../text/long-word'
import { atFullScale, hasTooManyDashes } from './dash-limits'
import type { StrokeSegment } from './stroke-segment'

/** Beyond this the canvas draws for seconds: clouds and arcs are drawn in steps of a few pixels. */
const SIDE_PX = 50_000
/** A cloud is made of arcs, each of which is worked out: one of this size takes a tenth of a second. */
const CLOUD_SIDE_PX = 10_000
/** A flat one has arcs as short as its shorter side: 10,000 by 1 px takes over a second, by 10 px a tenth of one. */
const CLOUD_FLATNESS = 1_000
/** As the largest rectangle has around it: each dash and dot of a line is worked out. */
const LINE_PX = 4 * SIDE_PX
const LINE_POINTS = 500
/** The canvas begins one with 0.1. An elbow arrow on one whose points lie in one place finds no way to it, and the canvas falls. */
const LEAST_LINE_PX = 0.01
/** The canvas puts a point every 16 px on the straight parts of a stroke; over 100,000 in one of them it falls. */
const STRAIGHT_PX = LINE_PX
/** Notes and texts have their size by it; beyond these nobody reads them, and a note hides the whole board. */
const SCALE = { least: 0.01, most: 100 }
/** The canvas begins at the size of the words of a note and makes them smaller until they fit, or are 14 px. */
const NOTE_WORDS_PX = { least: 14, most: 32 }
/** A pen says 1, the canvas makes it 1.25 and rounds it. A stroke pressed harder covers the board and is drawn for seconds. */
const MOST_PRESSED = 2

type Fields = { readonly [key: string]: unknown }

/**
 * Looks for what passes the canvas's own validators although it cannot draw it: strokes without points make it fall
 * over, enormous shapes and endless words halt it, for everybody on the board. Null where all is well, else the reason.
 */
export function findShapeFault(type: string, props: Fields): string | null {
  const { w, h, growY, scale } = props
  if (isTooLong([w, h, growY])) return 'shape is too large to be drawn'
  if (typeof scale === 'number' && (scale < SCALE.least || scale > SCALE.most))
    return 'shape is scaled too far to be drawn'
  if (hasTooManyDashes(type, props)) return 'shape has too many dashes to be drawn'
  switch (type) {
    case 'draw':
    case 'highlight':
      return findStrokeFault(props)
    case 'geo':
      return props['geo'] === 'cloud' ? findCloudFault(props) : null
    case 'line':
      return findLineFault(props)
    case 'note':
      return findNoteFault(props)
    case 'arrow':
      return findArrowFault(props)
    default:
      return null
  }
}

/** Says whether one of these is longer than the canvas draws any side of a shape or end of an arrow, in px. */
export function isTooLong(lengths: readonly unknown[], most = SIDE_PX): boolean {
  return lengths.some((length) => typeof length === 'number' && Math.abs(length) > most)
}

function findCloudFault({ w, h, growY }: Fields): string | null {
  if (isTooLong([w, h, growY], CLOUD_SIDE_PX)) return 'cloud is too large to be drawn'
  const [width, height] = [Math.max(1, Number(w)), Math.max(1, Number(h) + Number(growY))]
  const flatness = Math.max(width, height) / Math.min(width, height)
  return flatness > CLOUD_FLATNESS ? 'cloud is too flat to be drawn' : null
}

/** 0 says that the words are as large as the note says by its size. */
function findNoteFault({ fontSizeAdjustment }: Fields): string | null {
  const px = Number(fontSizeAdjustment)
  const isSound = px === 0 || (px >= NOTE_WORDS_PX.least && px <= NOTE_WORDS_PX.most)
  return isSound ? null : 'note has words of a size that the canvas gives to none'
}

interface LinePoint extends Point {
  readonly id: string
  readonly index: string
}

/**
 * The canvas calls each point by its index. Between two of one index there is no place for another, which it offers to whoever
 * selects the line: it falls over. It makes a second one of the same index where a point that is called otherwise is dragged.
 */
function findLineFault({ points, scale }: Fields): string | null {
  const called = Object.entries(points as Readonly<Record<string, LinePoint>>)
  const places = called.map(([, place]) => place)
  if (places.length < 2) return 'line has no length'
  if (places.length > LINE_POINTS) return 'line has too many points to be drawn'
  if (called.some(([name, { id, index }]) => id !== index || name !== index))
    return 'line has a point that is not called by its index'
  places.sort((one, other) => (one.index < other.index ? -1 : 1))
  const lengthPx = pathLength(places)
  if (lengthPx < LEAST_LINE_PX) return 'line has no length'
  return atFullScale(lengthPx, scale) > LINE_PX ? 'line is too long to be drawn' : null
}

function findStrokeFault({ segments }: Fields): string | null {
  const drawn = segments as readonly StrokeSegment[]
  if (drawn.length === 0 || drawn.some(({ points }) => points.length === 0)) return 'stroke has no points'
  if (drawn.some(({ points }) => points.some(isPressedTooHard)))
    return 'stroke is pressed too hard to be drawn'
  const straight = drawn.filter(({ type }) => type === 'straight')
  const lengthPx = straight.reduce((sum, { points }) => sum + pathLength(points), 0)
  return lengthPx > STRAIGHT_PX ? 'stroke is too long to be drawn' : null
}

function isPressedTooHard({ z = 0 }: StrokeSegment['points'][number]): boolean {
  return z < 0 || z > MOST_PRESSED
}

function findArrowFault(props: Fields): string | null {
  const { start, end, bend, text } = props
  const lengths = [bend, ...valuesOf(start), ...valuesOf(end)]
  if (isTooLong(lengths)) return 'arrow is too long to be drawn'
  const word = new LongWord()
  if (word.isReadIn(String(text))) return 'arrow holds an endless word'
  return isSlowToBreak(word, lettersInLine('arrow', props)) ? 'arrow holds too many long words' : null
}

function valuesOf(point: unknown): unknown[] {
  return typeof point === 'object' && point !== null ? Object.values(point) : []
}
