import { pathLength } from '../../geometry/path-length'
import { isFields } from '../is-fields'
import type { BoardRecord } from '../layout'
import { dashedPx } from './dash-limits'
import type { StrokeSegment } from './stroke-segment'

/** The canvas ends a stroke after so many points and begins another. */
const ORDINARY_STROKE = 600
/** A text of 500 letters, a dotted frame around a screen, a cloud with an idea in it. */
const ORDINARY = 250
/** Each as many points of a stroke as take a browser as long: measured, in what it works before it shows the board. */
const POINTS_OF = {
  segment: 20,
  linePoint: 6,
  bump: 3,
  dash: 1 / 8,
  letter: 2 / 5,
  textPart: 6,
} as const
/** A document with an empty paragraph. */
const POINTS_OF_NO_WORDS = 2 * POINTS_OF.textPart
/** It is drawn behind everything, and once more above. */
const HIGHLIGHT_TIMES = 2
const STRAIGHT_STEP_PX = 16
/** Further apart nobody draws, however small they have made the board; what leads far takes longer than its points. */
const FREE_STEP_PX = 1_000
/** As far apart as a hand draws on most boards. More covers the view in ink, which is drawn at each step of the wheel. */
const INK_STEP_PX = 100
const DASH_PX = 4
const BUMP_PX = 50
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/g

/** Whatever is in it, a shape takes a browser as long as so many points. */
const POINTS_OF_SHAPE = 80
/** These longer: an arrow looks for its ends, what holds others for where they are, and a picture is unfolded for its size. */
const POINTS_OF_TYPE: Readonly<Record<string, number>> = { arrow: 150, frame: 200, group: 200, image: 1_000 }
/** An arrow is worked out anew with each step of what it hangs on: a thousand of them, for everybody, with each of a hand's. */
const POINTS_OF_END = 125
/** However few they are, they are measured to find the size of what holds them, each time in a layout of its own. */
const POINTS_OF_WORDS = 100
const NOTHING: DrawingCost = { whole: 0, beyond: 0 }

/** How long a browser takes to draw a record, in points of a stroke, each of which takes about 20 µs. */
export interface DrawingCost {
  readonly whole: number
  /** How much longer than an ordinary shape: 0 for nearly all that people draw. */
  readonly beyond: number
}

type Fields = { readonly [key: string]: unknown }

/**
 * How long a browser takes to draw a sound record, or an arrow longer because it hangs on something; what else is no shape
 * is not drawn.
 */
export function drawingCost({ typeName, type, props }: BoardRecord): DrawingCost {
  if (typeName === 'binding') return { whole: POINTS_OF_END, beyond: 0 }
  if (typeName !== 'shape' || !isFields(props)) return NOTHING
  const { points, ink } = strokeCost(props)
  const times = type === 'highlight' ? HIGHLIGHT_TIMES : 1
  const [beside, inside] = [lettersCost(props['text']), richTextCost(props['richText'])]
  const words = beside > 0 || inside > POINTS_OF_NO_WORDS ? POINTS_OF_WORDS : 0
  const others =
    (dashedPx(textOf(type), props) / DASH_PX) * POINTS_OF.dash +
    (props['geo'] === 'cloud' ? bumpsOf(props) * POINTS_OF.bump : 0) +
    (type === 'line' ? Object.keys(props['points'] ?? {}).length * POINTS_OF.linePoint : 0) +
    beside +
    inside +
    (type === 'frame' ? lettersCost(props['name']) : 0)
  return {
    whole: Math.round((POINTS_OF_TYPE[textOf(type)] ?? POINTS_OF_SHAPE) + words + times * ink + others),
    beyond: Math.round(times * Math.max(0, points - ORDINARY_STROKE) + Math.max(0, others - ORDINARY)),
  }
}

/** What a stroke takes as if it were drawn once, and with the ink it covers the view with. */
function strokeCost({ segments }: Fields): { points: number; ink: number } {
  if (!Array.isArray(segments)) return { points: 0, ink: 0 }
  const parts = (segments as readonly StrokeSegment[]).map(partCost)
  const joints = Math.max(0, parts.length - 1) * POINTS_OF.segment
  return parts.reduce((sum, part) => ({ points: sum.points + part.points, ink: sum.ink + part.ink }), {
    points: joints,
    ink: joints,
  })
}

function partCost({ type, points }: StrokeSegment): { points: number; ink: number } {
  const lengthPx = pathLength(points)
  const ofStep = (stepPx: number): number => Math.max(points.length, lengthPx / stepPx)
  const straight = points.length + lengthPx / STRAIGHT_STEP_PX
  if (type === 'straight') return { points: straight, ink: straight }
  return { points: ofStep(FREE_STEP_PX), ink: ofStep(INK_STEP_PX) }
}

/** A flat cloud has bumps as wide as it is high. */
function bumpsOf({ w, h, growY }: Fields): number {
  const [width, height] = [Number(w), Number(h) + Number(growY ?? 0)]
  const shorter = Math.max(1, Math.min(width, height))
  return (2 * (width + height)) / Math.min(BUMP_PX, shorter)
}

function richTextCost(node: unknown): number {
  if (!isFields(node)) return 0
  const { text, content } = node
  const inner = Array.isArray(content)
    ? content.reduce<number>((sum, part) => sum + richTextCost(part), 0)
    : 0
  return POINTS_OF.textPart + lettersCost(text) + inner
}

/** Each line of a text is laid out by itself, and measured like a part of a rich one. */
function lettersCost(value: unknown): number {
  const text = textOf(value)
  return text.length * POINTS_OF.letter + (text.match(LINE_BREAK)?.length ?? 0) * POINTS_OF.textPart
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
