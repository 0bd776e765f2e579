import { expect, it } from 'vitest'
import type { BoardRecord, Json } from '@/lib/board/layout'
import { freeArrows } from '@/lib/board/operations/free-arrows'
import { createPagePlaces } from '@/lib/board/repair/page-places'
import { arrowRecord, bindingRecord, geoRecord, groupRecord } from '@/tests/support/boards/board-builders'

function endsOf(target: BoardRecord, binding: Record<string, Json> = {}, arrow: Record<string, Json> = {}) {
  const bound = bindingRecord('binding:end', 'shape:arrow', target.id)
  const props = { ...(bound['props'] as Record<string, Json>), terminal: 'end', ...binding }
  const bindings = [{ ...bound, props }]
  const all = [target, arrowRecord('shape:arrow', { x: 100, y: 0, ...arrow }), ...bindings]
  const records = new Map(all.map((record) => [record.id, record]))
  const placeOf = createPagePlaces({ records, derived: new Set<string>(), touched: [] }, new Map())
  return freeArrows({ records, bindings, going: new Set([target.id]), placeOf }).map(({ after }) => {
    const { start, end } = after['props'] as Record<string, { x: number; y: number }>
    return [start, end].map((at) => [Math.round(at?.x ?? NaN), Math.round(at?.y ?? NaN)])
  })
}

const box = (changes: Record<string, Json> = {}): BoardRecord =>
  geoRecord('shape:box', { x: 300, y: 200, ...changes })

it('keeps the end of an arrow in the middle of what it pointed to, however both are turned', () => {
  const { w, h } = box()['props'] as { w: number; h: number }
  expect(endsOf(box())).toEqual([
    [
      [0, 0],
      [200 + w / 2, 200 + h / 2],
    ],
  ])
  const turned = endsOf(box({ rotation: Math.PI / 2 }), {}, { rotation: Math.PI / 2 })
  expect(turned[0]?.[1]).toEqual([200 + w / 2, -(200 - h / 2)])
})

it('keeps it at the point that was chosen', () => {
  const chosen = { isPrecise: true, normalizedAnchor: { x: 0, y: 1 } }
  const { h } = box()['props'] as { h: number }
  expect(endsOf(box(), chosen)[0]?.[1]).toEqual([200, 200 + h])
})

it('keeps it in the middle of a note that grew for its words, which is drawn larger as a whole', () => {
  const note = { ...box(), type: 'note', props: { growY: 100, scale: 2 } }
  expect(endsOf(note)[0]?.[1]).toEqual([200 + 200, 200 + 300])
})

it('leaves arrows on what has no size of its own, on what is too far, and those that go as well', () => {
  expect(endsOf(groupRecord('shape:group'))).toEqual([])
  expect(endsOf(box({ x: 60_000 }))).toEqual([])
  const records = new Map([box(), arrowRecord('shape:arrow')].map((record) => [record.id, record]))
  const bound = bindingRecord('binding:end', 'shape:arrow', 'shape:box')
  records.set(bound.id, bound)
  const going = new Set(['shape:box', 'shape:arrow'])
  expect(freeArrows({ records, bindings: [bound], going, placeOf: () => ['page:page', 0, 0, 0] })).toEqual([])
})
