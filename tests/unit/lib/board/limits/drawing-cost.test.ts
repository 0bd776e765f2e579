import { describe, expect, it } from 'vitest'
import { drawingCost } from '@/lib/board/limits/drawing-cost'
import type { BoardRecord, Json } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import {
  arrowRecord,
  bindingRecord,
  geoRecord,
  groupRecord,
  imageRecord,
  strokeRecord,
} from '@/tests/support/boards/board-builders'

const GEO = geoRecord('shape:a')
const FRAME: BoardRecord = {
  ...GEO,
  type: 'frame',
  props: { w: 200, h: 200, name: 'Ideas', color: 'black' },
}
const STROKE = strokeRecord('shape:a', 2)

function withProps(record: BoardRecord, props: Record<string, Json>): BoardRecord {
  return { ...record, props: { ...(record['props'] as Record<string, Json>), ...props } }
}

function costOf(record: BoardRecord, props: Record<string, Json> = {}): number {
  return drawingCost(withProps(record, props)).beyond
}

function text(letters: string): Json {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: letters }] }] }
}

function straight(parts: number, lengthPx: number): Json {
  const points = [0, lengthPx].map((x) => ({ x, y: 0 }))
  return Array.from({ length: parts }, () => ({ type: 'straight', points }))
}

describe('what a record takes to be drawn', () => {
  it('is nothing beyond the ordinary for what people draw', () => {
    for (const record of [
      GEO,
      STROKE,
      FRAME,
      arrowRecord('shape:a'),
      imageRecord('shape:a'),
      groupRecord('shape:a'),
    ])
      expect(costOf(record)).toBe(0)
    expect(drawingCost({ id: 'page:page', typeName: 'page' })).toEqual({ whole: 0, beyond: 0 })
    expect(costOf(strokeRecord('shape:a', 600, 1_000), { dash: 'solid' })).toBe(0)
    expect(costOf(GEO, { richText: text('so many words '.repeat(35)) })).toBe(0)
    expect(costOf(GEO, { dash: 'dotted', w: 2_000, h: 1_200 })).toBe(0)
    expect(costOf(GEO, { geo: 'cloud', w: 400, h: 300, richText: text('An idea') })).toBe(0)
    expect(costOf(STROKE, { segments: straight(10, 500) })).toBe(0)
  })

  it('counts the ink of a stroke that leads far, though it is ordinary', () => {
    expect(drawingCost(strokeRecord('shape:a', 201, 100)).whole).toBe(281)
    expect(drawingCost(strokeRecord('shape:a', 201, 1_000))).toEqual({ whole: 2_080, beyond: 0 })
  })

  it.each<[string, BoardRecord, number]>([
    ['points', strokeRecord('shape:a', 2_600), 2_000],
    ['long straight parts', withProps(STROKE, { segments: straight(1, 160_000) }), 9_402],
    ['very many parts', withProps(STROKE, { segments: straight(1_000, 0) }), 21_380],
    [
      'free parts between points further apart than anybody draws',
      strokeRecord('shape:a', 400, 10_000),
      3_390,
    ],
    ['the name of a frame', withProps(FRAME, { name: 'W'.repeat(19_000) }), 7_350],
    ['letters', withProps(GEO, { richText: text('word '.repeat(2_000)) }), 3_768],
    ['letters beside it', withProps(arrowRecord('shape:a'), { text: 'word '.repeat(2_000) }), 3_750],
    ['empty lines beside it', withProps(arrowRecord('shape:a'), { text: '\n'.repeat(10_000) }), 63_750],
    ['lines in it', withProps(GEO, { richText: text('a\r'.repeat(1_000)) }), 6_562],
    ['dots', withProps(GEO, { dash: 'dotted', w: 5_000, h: 5_000, scale: 0.01 }), 62_263],
    ['the arcs of a large cloud', withProps(GEO, { geo: 'cloud', w: 10_000, h: 10_000 }), 2_168],
    ['the arcs of a flat cloud', withProps(GEO, { geo: 'cloud', w: 10_000, h: 10 }), 5_774],
  ])('is counted for %s', (_what, record, cost) => {
    expect(drawingCost(record).beyond).toBeCloseTo(cost, -2)
  })

  it('is little in all for a note, more where words are measured, and as much as its points for a stroke', () => {
    expect(drawingCost(withProps(GEO, { richText: text('Notes') })).whole).toBe(200)
    const empty: Json = { type: 'doc', content: [{ type: 'paragraph' }] }
    expect(drawingCost(withProps(GEO, { richText: empty })).whole).toBe(92)
    expect(drawingCost(withProps(arrowRecord('shape:a'), { text: '' })).whole).toBe(150)
    expect(drawingCost(withProps(arrowRecord('shape:a'), { text: 'leads to' })).whole).toBe(253)
    expect(drawingCost(bindingRecord('binding:a', 'shape:a', 'shape:b'))).toEqual({ whole: 125, beyond: 0 })
    expect(drawingCost(strokeRecord('shape:a', 500)).whole).toBe(580)
    expect(drawingCost(imageRecord('shape:a')).whole).toBe(1_000)
  })

  it('is more for a line with each of its points, and beyond the ordinary for one with many', () => {
    const bends = Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`a${at}`, { x: at, y: at }]))
    expect(drawingCost({ ...GEO, type: 'line', props: { points: bends } })).toEqual({
      whole: 560,
      beyond: 230,
    })
  })

  it('leaves room for as much as the editor lets people draw, and for long lists', () => {
    const item: Json = { type: 'listItem', content: (text('a point') as { content: Json }).content }
    const list: Json = {
      type: 'doc',
      content: [{ type: 'bulletList', content: Array.from({ length: 500 }, () => item) }],
    }
    const ordinary = [
      withProps(GEO, { richText: text('ten words '.repeat(10)) }),
      strokeRecord('shape:a', 200),
      withProps(arrowRecord('shape:a'), { text: 'leads to another' }),
    ]
    for (const record of ordinary)
      expect(LIMITS.SHAPES_ON_CANVAS * drawingCost(record).whole).toBeLessThan(0.95 * LIMITS.DRAWING_COST)
    expect(10 * costOf(GEO, { richText: list })).toBeLessThan(LIMITS.DRAWING_COST_BEYOND_ORDINARY)
  })

  it('is twice as much for a highlight, which is drawn twice', () => {
    const highlight = (points: number) =>
      drawingCost({ ...strokeRecord('shape:a', points), type: 'highlight' })
    expect(highlight(500)).toEqual({ whole: 1_080, beyond: 0 })
    expect(highlight(2_600)).toEqual({ whole: 5_280, beyond: 4_000 })
  })
})
