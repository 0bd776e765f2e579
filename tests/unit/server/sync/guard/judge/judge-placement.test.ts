import { describe, expect, it } from 'vitest'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { CANVAS_INSTANCE, placementKey, type Placement } from '@/lib/board/layout'
import { CURVES } from '@/lib/curves/catalogue'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { InstanceId } from '@/lib/ids'
import { initiativeId } from '@/tests/support/boards/board-builders'
import { contentsOf, furnish, GuardedBoard, outcomeOf } from '../guarded-board'

const alpha = initiativeId('alpha')
const ON_TEMPLATE = placementKey(alpha, FIRST_INSTANCE)
const ON_CANVAS = placementKey(alpha, CANVAS_INSTANCE)
const curve = `curve:${CURVES[0]?.id ?? ''}`

describe('judging placements', () => {
  it.each<[string, string, Placement | null]>([
    ['on a curve', ON_TEMPLATE, { target: curve, x: 0.5, dx: 0, dy: 0 }],
    ['on a curve without a position', ON_TEMPLATE, { target: curve, dx: 5, dy: 5 }],
    ['inside the frame', ON_TEMPLATE, { target: 'frame', dx: 5, dy: 5 }],
    ['on the canvas', ON_CANVAS, { target: 'canvas', dx: 5, dy: 5 }],
    ['nowhere', ON_TEMPLATE, null],
  ])('takes a card %s', (_where, key, placement) => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    bo.board.placements.set(key, placement)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 0, refusals: [] })
    expect(room.board.placements.get(key)).toEqual(placement)
  })

  it.each<[string, string, unknown]>([
    ['a curve the template does not have', ON_TEMPLATE, { target: 'curve:nowhere', dx: 0, dy: 0 }],
    ['the canvas as part of a template', ON_TEMPLATE, { target: 'canvas', dx: 0, dy: 0 }],
    ['a frame on the canvas', ON_CANVAS, { target: 'frame', dx: 0, dy: 0 }],
    ['a position beyond the curve', ON_TEMPLATE, { target: curve, x: 2, dx: 0, dy: 0 }],
    ['a position inside the frame', ON_TEMPLATE, { target: 'frame', x: 0.5, dx: 0, dy: 0 }],
    ['a place that is no number', ON_TEMPLATE, { target: 'frame', dx: NaN, dy: 0 }],
    ['a field nobody knows', ON_TEMPLATE, { target: 'frame', dx: 0, dy: 0, more: 1 }],
  ])('writes back %s', (_what, key, placement) => {
    const room = new GuardedBoard((board) => {
      furnish(board)
      board.placements.set(ON_TEMPLATE, { target: 'frame', dx: 1, dy: 1 })
    })
    const bo = room.join('bo')
    const before = room.board.placements.get(key) ?? null
    bo.board.placements.set(key, placement as Placement)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({
      violations: 1,
      refusals: [{ code: 'invalid-input', record: `placements/${key}` }],
    })
    expect(room.board.placements.get(key)).toEqual(before)
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('leaves no key behind for what does not exist', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    const frame = { target: 'frame', dx: 0, dy: 0 }
    for (const key of ['alpha/nowhere', 'nobody/first', 'junk', 'alpha/first/more']) {
      bo.board.placements.set(key, frame)
    }
    expect(outcomeOf(room.tick(bo), bo).violations).toBe(4)
    expect([...room.board.placements.keys()]).toEqual([])
  })

  it('keeps a placement whose key was cleared', () => {
    const room = new GuardedBoard((board) => {
      furnish(board)
      board.placements.set(ON_TEMPLATE, { target: 'frame', dx: 1, dy: 1 })
    })
    const bo = room.join('bo')
    bo.board.placements.delete(ON_TEMPLATE)
    expect(outcomeOf(room.tick(bo), bo).violations).toBe(1)
    expect(room.board.placements.get(ON_TEMPLATE)).toEqual({ target: 'frame', dx: 1, dy: 1 })
  })

  it('takes an initiative and its first placement in one update', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    const beta = initiativeId('beta')
    bo.doc.transact(() => {
      const key = placementKey(beta, 'first' as InstanceId)
      setPlacements(bo.board, bo.author, [{ key, placement: { target: 'frame', dx: 0, dy: 0 } }])
      addInitiatives(bo.board, bo.author, [{ id: beta, title: 'Beta' }])
    })
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ taken: 1, violations: 0, refusals: [] })
  })
})
