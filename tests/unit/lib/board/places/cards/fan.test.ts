import { describe, expect, it } from 'vitest'
import { fanOut, type FanGround } from '@/lib/board/places/cards/fan'
import { hides } from '@/lib/board/places/cards/plot-faults'
import { findCurve } from '@/lib/curves/catalogue'
import { overlaps, type Box } from '@/lib/geometry/box'

const INNER = { x: 40, y: 48, w: 400, h: 280 }
const ROOM = { x: 0, y: 0, w: 480, h: 335 }
const TITLE_PX = 54

function groundOf(curveId: string, size: { w: number; h: number }, words: readonly Box[] = []): FanGround {
  const curve = findCurve(curveId)
  const line = Array.from({ length: 49 }, (_, at) => pointAt(curveId, at / 48))
  expect(curve).not.toBeNull()
  return { room: ROOM, inner: INNER, lines: [line], words, letters: [], size, lying: [] }
}

function pointAt(curveId: string, x: number): { x: number; y: number } {
  const y = findCurve(curveId)?.y(x) ?? 0
  return { x: INNER.x + x * INNER.w, y: INNER.y + (1 - y) * INNER.h }
}

function fan(curveId: string, xs: readonly number[], size = { w: 216, h: 56 }): Map<string, Box> {
  const cards = xs.map((x, at) => ({ id: `card ${at}`, point: pointAt(curveId, x) }))
  return fanOut(cards, groundOf(curveId, size))
}

/** The share of a title that a later card hides. */
function hiddenShare(under: Box, over: Box): number {
  const w = Math.min(under.x + under.w, over.x + over.w) - Math.max(under.x, over.x)
  const h = Math.min(under.y + TITLE_PX, over.y + over.h) - Math.max(under.y, over.y)
  return w <= 0 || h <= 0 ? 0 : (w * h) / (under.w * TITLE_PX)
}

describe('fanOut', () => {
  it.each(['linear', 'sigmoid', 'quick-taper', 'j-curve', 'delayed-step', 'quick-win-step'])(
    'leaves the titles of eight near cards on %s readable',
    (curveId) => {
      const boxes = [...fan(curveId, [0.3, 0.32, 0.34, 0.35, 0.36, 0.38, 0.4, 0.41]).values()]
      boxes.forEach((under, at) => {
        for (const over of boxes.slice(at + 1)) expect(hiddenShare(under, over)).toBeLessThan(0.34)
      })
    },
  )

  it('hides no line by half under the edge of a card', () => {
    const flat = fan('quick-win-step', [0.68]).get('card 0')
    if (!flat) throw new Error('There is no card.')
    const line = pointAt('quick-win-step', 0.68).y
    expect(Math.min(Math.abs(flat.y - line), Math.abs(flat.y + flat.h - line))).toBeGreaterThan(3)
  })

  it('minds the cards before it on a curve that can still be read, and no more than that', () => {
    const boxes = [...fan('linear', Array<number>(400).fill(0.5), { w: 160, h: 30 }).values()]
    const places = (some: readonly Box[]): number => new Set(some.map(({ x, y }) => `${x} ${y}`)).size
    expect(places(boxes.slice(0, 60))).toBeGreaterThan(20)
    expect(places(boxes.slice(200))).toBe(1)
  })

  it('keeps every card in its plot, however many there are', () => {
    const boxes = fan(
      'j-curve',
      Array.from({ length: 80 }, (_, at) => at / 80),
      { w: 160, h: 30 },
    )
    for (const { x, y, w, h } of boxes.values()) {
      expect(x).toBeGreaterThanOrEqual(ROOM.x)
      expect(y).toBeGreaterThanOrEqual(ROOM.y)
      expect(x + w).toBeLessThanOrEqual(ROOM.x + ROOM.w)
      expect(y + h).toBeLessThanOrEqual(ROOM.y + ROOM.h)
    }
  })

  it('puts a card alone next to its point', () => {
    for (const x of [0, 0.2, 0.5, 0.8, 1]) {
      const [box] = fan('linear', [x], { w: 216, h: 88 }).values()
      const point = pointAt('linear', x)
      expect(box && point.x >= box.x && point.x <= box.x + box.w).toBe(true)
      expect(
        Math.min(Math.abs((box?.y ?? 0) - point.y), Math.abs((box?.y ?? 0) + 88 - point.y)),
      ).toBeLessThan(90)
    }
  })

  it('leaves the word of the axis that rises in sight, wherever a card alone stands', () => {
    for (const curveId of ['linear', 'sigmoid', 'quick-taper', 'j-curve', 'delayed-step', 'quick-win-step']) {
      for (let x = 0; x <= 1; x += 0.05) {
        const [box] = fan(curveId, [x], { w: 216, h: 88 }).values()
        const isOverWord = box && box.x < INNER.x && box.y < INNER.y + 44
        expect(isOverWord, `${curveId} at ${x}`).toBe(false)
      }
    }
  })

  it('leaves the axis that rises in sight where the room right of it will do', () => {
    for (const x of [0.3, 0.4, 0.5, 0.6]) {
      const [box] = fan('sigmoid', [x], { w: 216, h: 88 }).values()
      expect(box?.x).toBeGreaterThanOrEqual(INNER.x)
    }
  })

  it('leaves the words beside a line readable where there is room near the point', () => {
    const words = { x: 44, y: 274, w: 70, h: 42 }
    const point = pointAt('delayed-step', 0.2)
    const ground = groundOf('delayed-step', { w: 216, h: 88 }, [words])
    const [box] = fanOut([{ id: 'card', point }], ground).values()
    if (!box) throw new Error('The card has a place.')
    const isApart = box.y + box.h <= words.y || box.x >= words.x + words.w || box.x + box.w <= words.x
    expect(isApart).toBe(true)
    expect(point.y - box.y - box.h).toBeLessThan(30)
  })

  it('keeps off the line where there is room beside it', () => {
    const [box] = fan('linear', [0.5], { w: 216, h: 88 }).values()
    const isCovered = Array.from({ length: 100 }, (_, at) => pointAt('linear', at / 100)).some(
      ({ x, y }) => box && x > box.x + 2 && x < box.x + box.w - 2 && y > box.y + 2 && y < box.y + box.h - 2,
    )
    expect(isCovered).toBe(false)
  })

  it('leaves the whole of a line in sight where two cards have places about as near, on a jump as well', () => {
    const jumps = { 'quick-win-step': [0.07, 0.68], 'delayed-step': [0.3, 0.9], sigmoid: [0.3, 0.72] }
    for (const [curveId, xs] of Object.entries(jumps)) {
      const boxes = [...fan(curveId, xs, { w: 216, h: 88 }).values()]
      const hidden = Array.from({ length: 2_000 }, (_, at) => pointAt(curveId, at / 2_000)).filter((point) =>
        boxes.some((box) => hides(box, point)),
      )
      expect(hidden, curveId).toEqual([])
    }
  })

  it('lays no card over its own point, however full the plot is', () => {
    for (const curveId of ['linear', 'sigmoid', 'quick-taper', 'j-curve', 'delayed-step', 'quick-win-step']) {
      for (const [count, size] of [
        [3, { w: 216, h: 88 }],
        [6, { w: 216, h: 56 }],
        [12, { w: 216, h: 30 }],
        [40, { w: 160, h: 30 }],
      ] as const) {
        const xs = Array.from({ length: count }, (_, at) => ((at * 7) % 20) / 40)
        for (const [id, { x, y, w, h }] of fan(curveId, xs, size)) {
          const point = pointAt(curveId, xs[Number(id.slice('card '.length))] ?? 0)
          const isHidden = point.x > x && point.x < x + w && point.y > y && point.y < y + h
          expect(isHidden, `${id} of ${count} on ${curveId}`).toBe(false)
        }
      }
    }
  })

  it('makes room for cards that lie on the plot, above it or under it', () => {
    const point = pointAt('linear', 0.5)
    const ground = groundOf('linear', { w: 216, h: 88 })
    const [alone] = fanOut([{ id: 'card', point }], ground).values()
    if (!alone) throw new Error('The card has a place.')
    const lying = { ...alone, x: alone.x + 20, h: 30 }
    const [box] = fanOut([{ id: 'card', point }], { ...ground, lying: [lying] }).values()
    expect(box && overlaps(box, lying)).toBe(false)
  })
})
