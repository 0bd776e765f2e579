import { describe, expect, it } from 'vitest'
import { findDropPlace } from '@/lib/board/places/cards/loose/drop-place'
import { looseSizeAmong } from '@/lib/board/places/cards/loose/loose-place'
import { plotGround } from '@/lib/board/places/cards/plot-ground'
import { standTemplates } from '@/lib/board/places/standing'
import { holdsBox, overlaps, type Box } from '@/lib/geometry/box'
import { instanceAt } from '@/tests/support/boards/board-builders'

const [STANDING] = standTemplates([instanceAt('first', 0, 0)])
const [PLOT] = STANDING?.plots ?? []
const SIZE = { w: 208, h: 56 }

function groundOf() {
  if (!PLOT) throw new Error('The plot stands.')
  return plotGround(PLOT, STANDING ?? null)
}

function drop(at: { x: number; y: number }, there: readonly Box[] = [], size = SIZE): Box {
  return { ...findDropPlace({ at, size, there, ground: groundOf() }), ...size }
}

/** From the upper left corner of the axes. */
function inPlot(x: number, y: number) {
  const { inner } = groundOf()
  return { x: inner.x + x, y: inner.y + y }
}

describe('a card that is let go on a plot', () => {
  it('stays where it was let go where nothing is in its way, right beside another as well', () => {
    const at = inPlot(60.25, 80.5)
    const other = { ...at, x: at.x + 216, ...SIZE }
    expect(drop(at)).toMatchObject(at)
    expect(drop(at, [other])).toMatchObject(at)
  })

  it('comes to rest right under the one on which it was let go, and over it where that is nearer', () => {
    const other = { ...inPlot(0, 80), ...SIZE }
    expect(drop(other, [other])).toMatchObject({ x: other.x, y: other.y + 60 })
    expect(drop({ x: other.x + 8, y: other.y - 20 }, [other])).toMatchObject({
      x: other.x + 8,
      y: other.y - 60,
    })
    expect(drop({ x: other.x + 190, y: other.y + 8 }, [other])).toMatchObject({
      x: other.x + 212,
      y: other.y + 8,
    })
  })

  it('does not hide the heading of the plot, nor the strip under it, however high or low it was let go', () => {
    const { room, inner } = groundOf()
    for (const y of [-160, -90, -20, 200, 260, 330]) {
      const box = drop(inPlot(40, y))
      expect(box.y).toBeGreaterThanOrEqual(inner.y)
      expect(box.y + box.h).toBeLessThanOrEqual(room.y + room.h)
    }
  })

  it('lies on its plot whole, also where it was let go over an edge of it', () => {
    const { room } = groundOf()
    expect(drop({ x: room.x - 80, y: room.y + 150 }).x).toBe(room.x)
    expect(drop({ x: room.x + room.w - 80, y: room.y + 150 }).x).toBe(room.x + room.w - SIZE.w)
  })

  it('finds a place of its own for every card of a heap let go on one spot, row over row', () => {
    for (const count of [2, 3, 4, 7, 8]) {
      const size = looseSizeAmong(count)
      const boxes: Box[] = []
      for (let number = 0; number < count; number++) boxes.push(drop(inPlot(90, 100), boxes, size))
      expect(new Set(boxes.map(({ x }) => x)).size).toBe(1)
      expect(hiddenPairs(boxes)).toEqual([])
    }
  })

  it('never leaves the plot, and stands on the very spot of no other, as long as there are not very many', () => {
    const boxes: Box[] = []
    for (let number = 0; number < 32; number++) {
      boxes.push(drop(inPlot(90, 100), boxes, looseSizeAmong(number + 1)))
    }
    for (const box of boxes) expect(holdsBox(groundOf().room, box)).toBe(true)
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(32)
  })
})

function hiddenPairs(boxes: readonly Box[]): Box[] {
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => overlaps(one, other)))
}
