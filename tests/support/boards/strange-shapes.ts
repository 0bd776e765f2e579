import type { Json } from '@/lib/board/layout'
import type { SeededRandom } from '../seeded-random'

/** Draws numbers and words: now and then one that nobody ever meant. */
export class StrangeValues {
  /** How many of all values are strange; some boards have hardly any, so that what hangs on what is tried by itself. */
  readonly #share: number

  constructor(readonly random: SeededRandom) {
    this.#share = random.pick([0, 0.05, 0.15, 0.5])
  }

  isStrange(): boolean {
    return this.chance(this.#share)
  }

  chance(share: number): boolean {
    return this.random.next() < share
  }

  /** About a coordinate in a window. */
  place(usualMost = 600): number {
    return this.number(
      this.random.below(usualMost),
      [0, -0, 5e-324, -1e-9, 0.1, 49_999, -49_999, 1e6, -1e7, 1e7],
    )
  }

  side(): number {
    return this.number(40 + this.random.below(160), [5e-324, 1e-100, 1e-9, 0.1, 1, 4_999, 10_000, 50_000])
  }

  number(usual: number, strange: readonly [number, ...number[]]): number {
    return this.isStrange() ? this.random.pick(strange) : usual
  }

  words(): string {
    return this.chance(0.4) ? this.random.pick(WORDS) : ''
  }
}

const WORDS = [
  ...(['An idea', ' ', '\n\n\n', '\u200b', 'مرحبا بالعالم', '\u202eabc', 'e\u0301\u0301\u0301'] as const),
  ...(['👩‍👩‍👧‍👦', '\u0000', '\uffff', '日本語テキスト', '<b>&amp;"\'</b>', '\ufeff'] as const),
  ...['word '.repeat(150), 'x'.repeat(900)],
] as unknown as readonly [string, ...string[]]
const COLORS = ['black', 'light-violet', 'yellow', 'red', 'white'] as const
const GEOS = [
  ...(['cloud', 'rectangle', 'ellipse', 'triangle', 'diamond', 'star', 'oval', 'trapezoid'] as const),
  ...(['arrow-right', 'x-box', 'check-box', 'heart'] as const),
] as unknown as readonly [string, ...string[]]
const HEADS = ['arrow', 'triangle', 'square', 'dot', 'diamond', 'inverted', 'bar', 'none'] as const

/** Everything that people may put among the records of a board. */
export const STRANGE_TYPES = [
  ...(['geo', 'arrow', 'note', 'text', 'draw', 'highlight', 'line', 'frame', 'group', 'image'] as const),
] as unknown as readonly [string, ...string[]]

/** What makes up a shape of a type; by no means everything of it passes the guard. */
export function strangeProps(type: string, values: StrangeValues): Record<string, Json> {
  return MAKERS[type]?.(values) ?? {}
}

const MAKERS: Readonly<Record<string, (values: StrangeValues) => Record<string, Json>>> = {
  geo: (v) => ({
    ...{ ...look(v), ...dashes(v), ...label(v), ...wordsIn(v), ...area(v), fill: fill(v), url: '' },
    ...{ geo: v.random.pick(GEOS), growY: v.number(0, [5e-324, 1, 1_000, 50_000]) },
  }),
  arrow: (v) => ({
    ...{ ...look(v), ...dashes(v), labelColor: 'black', font: 'draw', fill: fill(v), text: v.words() },
    kind: v.random.pick(['arc', 'elbow']),
    ...{ arrowheadStart: v.random.pick(HEADS), arrowheadEnd: v.random.pick(HEADS) },
    ...{
      start: point(v),
      end: point(v),
      bend: v.number(v.random.pick([0, 40, -80]), [5e-324, 49_999, -50_000]),
    },
    elbowMidPoint: v.number(0.5, [0, 1, -1, 1e7, 5e-324]),
    labelPosition: v.number(0.5, [0, 1, -1, 1e7, 5e-324]),
  }),
  note: (v) => ({
    ...{ ...look(v), ...label(v), ...wordsIn(v), url: '' },
    ...{ fontSizeAdjustment: v.number(0, [14, 32]), growY: v.number(0, [5e-324, 1_000, 50_000]) },
  }),
  text: (v) => ({
    ...{ ...look(v), font: 'draw', textAlign: 'start', w: v.side(), autoSize: v.chance(0.6) },
    richText: wordsIn(v).richText,
  }),
  draw: (v) => ({ ...stroke(v), ...dashes(v), fill: fill(v), isClosed: v.chance(0.3) }),
  highlight: stroke,
  line: (v) => ({
    ...look(v),
    ...dashes(v),
    spline: v.random.pick(['line', 'cubic']),
    points: linePoints(v),
  }),
  frame: (v) => ({ ...area(v), name: v.words(), color: v.random.pick(COLORS) }),
  image: (v) => ({
    ...{ ...area(v), playing: v.chance(0.5), url: '', altText: v.words(), crop: crop(v) },
    ...{ assetId: v.random.pick([null, 'asset:none']), flipX: v.chance(0.3), flipY: v.chance(0.3) },
  }),
}

function look(v: StrangeValues) {
  return {
    ...{ color: v.random.pick(COLORS), size: v.random.pick(['s', 'm', 'l', 'xl']) },
    scale: v.number(1, [0.01, 0.1, 10, 100]),
  }
}

function dashes(v: StrangeValues) {
  return { dash: v.random.pick(['draw', 'dashed', 'dotted', 'solid']) }
}

function fill(v: StrangeValues) {
  return v.random.pick(['none', 'semi', 'solid', 'pattern'])
}

function area(v: StrangeValues) {
  return { w: v.side(), h: v.side() }
}

function label(v: StrangeValues) {
  return {
    ...{ labelColor: 'black', font: v.random.pick(['draw', 'sans', 'serif', 'mono']) },
    ...{ align: v.random.pick(['start', 'middle', 'end', 'end-legacy']) },
    verticalAlign: v.random.pick(['start', 'middle', 'end']),
  }
}

function wordsIn(v: StrangeValues) {
  const text = v.words()
  const paragraph: Json = { type: 'paragraph', ...(text ? { content: [{ type: 'text', text }] } : {}) }
  const list: Json = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] }
  return {
    richText: { type: 'doc', content: v.isStrange() ? [list, paragraph] : [paragraph] } satisfies Json,
  }
}

function point(v: StrangeValues) {
  return { x: v.place(200), y: v.place(200) }
}

function stroke(v: StrangeValues): Record<string, Json> {
  const still = v.chance(0.2) ? point(v) : null
  const segments = Array.from({ length: 1 + v.random.below(3) }, () => ({
    type: v.random.pick(['free', 'straight']),
    points: Array.from({ length: 1 + v.random.below(12) }, () => ({
      ...(still ?? point(v)),
      z: v.number(0.5, [0, 2, 5e-324]),
    })),
  }))
  return { ...look(v), segments, isComplete: v.chance(0.8), isPen: v.chance(0.3) }
}

function linePoints(v: StrangeValues): Json {
  const still = v.chance(0.2) ? point(v) : null
  const indices = Array.from({ length: 2 + v.random.below(6) }, (_, at) => `a${at + 1}`)
  return Object.fromEntries(
    indices.map((id, at) => {
      const index = v.isStrange() ? (indices[at - 1] ?? id) : id
      return [id, { id, index, ...(still ?? point(v)) }]
    }),
  )
}

function crop(v: StrangeValues): Json {
  if (v.chance(0.5)) return null
  const edge = (usual: number): number => v.number(usual, [0, 1, -1, 0.5, 1e7, -1e7])
  return {
    topLeft: { x: edge(0.1), y: edge(0.1) },
    bottomRight: { x: edge(0.9), y: edge(0.9) },
    isCircle: v.chance(0.3),
  }
}
