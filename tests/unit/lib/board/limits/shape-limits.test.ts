import { describe, expect, it } from 'vitest'
import type { BoardRecord, Json } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { arrowRecord, geoRecord, noteRecord } from '@/tests/support/boards/board-builders'

function reasonOf(record: BoardRecord, props: Record<string, Json>): string | null {
  const result = checkRecord({ ...record, props: { ...(record['props'] as Record<string, Json>), ...props } })
  return result.ok ? null : result.error
}

const GEO = geoRecord('shape:a')
const ARROW = arrowRecord('shape:a')
const STROKE: Record<string, Json> = {
  ...{ color: 'black', size: 'm', isComplete: true, isPen: false, scale: 1 },
  segments: [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }],
}
const DRAW = { ...GEO, type: 'draw', props: { ...STROKE, fill: 'none', dash: 'draw', isClosed: false } }
const HIGHLIGHT = { ...GEO, type: 'highlight', props: STROKE }
const point = (index: string, x: number, id = index): Json => ({ id, index, x, y: 0 })
const POINTS = { a1: point('a1', 0), a2: point('a2', 50) }
const LINE = {
  ...GEO,
  type: 'line',
  props: { dash: 'draw', size: 'm', color: 'black', spline: 'line', scale: 1, points: POINTS },
}
const NOTE = noteRecord('shape:a')

describe('what the canvas can draw', () => {
  it('takes what people draw', () => {
    for (const record of [GEO, ARROW, DRAW, HIGHLIGHT, LINE]) expect(reasonOf(record, {})).toBeNull()
    expect(reasonOf(GEO, { w: 50_000, h: 50_000 })).toBeNull()
  })

  it('takes a scale people reach, and none that makes a note hide the board', () => {
    for (const scale of [0.01, 0.5, 1, 4, 100]) expect(reasonOf(DRAW, { scale })).toBeNull()
    for (const scale of [1e-300, 0.001, 101, 1e6])
      expect(reasonOf(DRAW, { scale })).toBe('shape is scaled too far to be drawn')
  })

  it.each([
    ['no parts', []],
    ['a part without points', [{ type: 'free', points: [] }]],
  ])('refuses a stroke of %s, over which every canvas would fall', (_what, segments) => {
    expect(reasonOf(DRAW, { segments })).toBe('stroke has no points')
    expect(reasonOf(HIGHLIGHT, { segments })).toBe('stroke has no points')
  })

  it('refuses a stroke with straight parts so long that every canvas would fall over their points', () => {
    const straight = (...ends: number[]): Json => ({
      type: 'straight',
      points: [{ x: 0, y: 0 }, ...ends.map((x) => ({ x, y: 0 }))],
    })
    for (const stroke of [DRAW, HIGHLIGHT]) {
      expect(reasonOf(stroke, { segments: [straight(100_000), straight(-100_000)] })).toBeNull()
      for (const segments of [[straight(200_001)], [straight(150_000), straight(60_000)], [straight(-1e7)]])
        expect(reasonOf(stroke, { segments })).toBe('stroke is too long to be drawn')
    }
    const free = { type: 'free', points: [-1e7, 0, 1e7].map((x) => ({ x, y: 0 })) }
    expect(reasonOf(DRAW, { segments: [free] })).toBeNull()
  })

  it('refuses a stroke pressed so hard that it covers the board, and takes all that a pen can say', () => {
    const pressed = (z: number): Json => [
      {
        type: 'free',
        points: [
          { x: 0, y: 0 },
          { x: 9, y: 9, z },
        ],
      },
    ]
    for (const stroke of [DRAW, HIGHLIGHT]) {
      for (const z of [0, 0.5, 1.25]) expect(reasonOf(stroke, { segments: pressed(z) })).toBeNull()
      for (const z of [-1, 3, 1e7])
        expect(reasonOf(stroke, { segments: pressed(z) })).toBe('stroke is pressed too hard to be drawn')
    }
  })

  it('takes the sizes the canvas makes the words of a note smaller to, and none that hides the board', () => {
    for (const fontSizeAdjustment of [0, 14, 22, 32])
      expect(reasonOf(NOTE, { fontSizeAdjustment })).toBeNull()
    for (const fontSizeAdjustment of [1e-9, 13, 33, 1e7])
      expect(reasonOf(NOTE, { fontSizeAdjustment })).toBe(
        'note has words of a size that the canvas gives to none',
      )
  })

  it('refuses a line that has no two points, or all of them in one place', () => {
    expect(reasonOf(LINE, { points: {} })).toBe('line has no length')
    expect(reasonOf(LINE, { points: { a1: POINTS.a1 } })).toBe('line has no length')
    const still = (px: number): Record<string, Json> => ({
      points: { a1: point('a1', 5), a2: point('a2', 5 + px) },
    })
    for (const px of [0, 1e-9, 0.009]) expect(reasonOf(LINE, still(px))).toBe('line has no length')
    expect(reasonOf(LINE, still(0.1))).toBeNull()
  })

  it('refuses a line of which a point is not called by its index, as of two points with one', () => {
    const reason = 'line has a point that is not called by its index'
    expect(reasonOf(LINE, { points: { ...POINTS, a3: point('a3', 90) } })).toBeNull()
    expect(reasonOf(LINE, { points: { ...POINTS, a3: point('a2', 90) } })).toBe(reason)
    expect(reasonOf(LINE, { points: { ...POINTS, a3: point('a2', 90, 'a3') } })).toBe(reason)
    expect(reasonOf(LINE, { points: { ...POINTS, a3: point('a3', 90, 'c') } })).toBe(reason)
    expect(reasonOf(LINE, { points: { ...POINTS, c: point('a3', 90) } })).toBe(reason)
  })

  it('refuses what would be drawn for seconds', () => {
    for (const side of ['w', 'h', 'growY'])
      expect(reasonOf(GEO, { geo: 'cloud', [side]: 50_001 })).toBe('shape is too large to be drawn')
    for (const props of [{ bend: -1e7 }, { end: { x: 1e7, y: 0 } }, { start: { x: 0, y: -1e7 } }])
      expect(reasonOf(ARROW, props)).toBe('arrow is too long to be drawn')
  })

  it('refuses what has more dots than can be drawn', () => {
    const large = { w: 49_000, h: 49_000, dash: 'dotted' }
    expect(reasonOf(GEO, large)).toBeNull()
    expect(reasonOf(GEO, { ...large, scale: 0.01 })).toBe('shape has too many dashes to be drawn')
  })

  it('refuses a cloud and a line that would be drawn for seconds, and takes large ones', () => {
    expect(reasonOf(GEO, { geo: 'cloud', w: 10_000, h: 10_000 })).toBeNull()
    expect(reasonOf(GEO, { geo: 'cloud', w: 10_001 })).toBe('cloud is too large to be drawn')
    for (const [w, h] of [
      [10_000, 10],
      [1, 1_000],
      [500, 0.1],
    ] as const)
      expect(reasonOf(GEO, { geo: 'cloud', w, h })).toBeNull()
    for (const [w, h] of [
      [10_000, 9.9],
      [1, 1_001],
      [1_001, 0.1],
    ] as const)
      expect(reasonOf(GEO, { geo: 'cloud', w, h })).toBe('cloud is too flat to be drawn')
    expect(reasonOf(GEO, { geo: 'cloud', w: 10_000, h: 1, growY: 9 })).toBeNull()
    expect(reasonOf(GEO, { w: 10_000, h: 1 })).toBeNull()
    const line = (count: number, step: number): Record<string, Json> => ({
      points: Object.fromEntries(
        Array.from({ length: count }, (_, at) => {
          const index = `a${String(at).padStart(4, '0')}V`
          return [index, point(index, at % 2 === 0 ? 0 : step)]
        }),
      ),
    })
    expect(reasonOf(LINE, line(500, 400))).toBeNull()
    expect(reasonOf(LINE, line(500, 401))).toBe('line is too long to be drawn')
    expect(reasonOf(LINE, { ...line(500, 400), scale: 0.5 })).toBe('line is too long to be drawn')
    expect(reasonOf(LINE, line(501, 1))).toBe('line has too many points to be drawn')
  })

  it('refuses very many signs that are slow to lay out, and takes many', () => {
    const text = (letters: string): Record<string, Json> => ({
      richText: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: letters }] }],
      },
    })
    for (const sign of ['👩 ', '﷽ ']) {
      expect(reasonOf(GEO, text(sign.repeat(1_000)))).toBeNull()
      expect(reasonOf(GEO, text(sign.repeat(1_001)))).toBe(
        'rich text holds too many signs that are slow to lay out',
      )
    }
  })

  it('refuses a word without end, also where its letters differ in their marks, and takes long texts', () => {
    const text = (letters: string, type: string | null = null): Json =>
      type === null ? { type: 'text', text: letters } : { type: 'text', text: letters, marks: [{ type }] }
    const saying = (...content: Json[]): Record<string, Json> => ({
      richText: { type: 'doc', content: [{ type: 'paragraph', content }] },
    })
    const half = 'x'.repeat(501)
    expect(reasonOf(GEO, saying(text(`${half}${half}`)))).toBe('rich text holds an endless word')
    expect(reasonOf(GEO, saying(text(half), text(half, 'bold')))).toBe('rich text holds an endless word')
    expect(reasonOf(ARROW, { text: `${half}${half}` })).toBe('arrow holds an endless word')
    expect(reasonOf(GEO, saying(text(half), { type: 'hardBreak' }, text(half)))).toBeNull()
    expect(reasonOf(GEO, saying(text('word '.repeat(3_000))))).toBeNull()
    expect(reasonOf(GEO, saying(text('漢'.repeat(3_000))))).toBeNull()
  })
})
