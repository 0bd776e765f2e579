import { expect, test } from 'vitest'
import { mergeSteps } from '@/components/board/undo/merge-steps'
import type { Step } from '@/lib/board/step'
import { geoRecord } from '@/tests/support/boards/board-builders'

const unit = (before: number, after: number): Step => [
  { kind: 'unit', root: 'records', id: 'shape:a', unit: 'opacity', before, after },
]

test('a unit changed twice keeps its first before and its last after', () => {
  expect(mergeSteps([unit(1, 0.5), unit(0.5, 0.2)])).toEqual(unit(1, 0.2))
})

test('what is made and then changed is one creation with the final value', () => {
  const made = geoRecord('shape:a')
  const merged = mergeSteps([[{ kind: 'record', id: 'shape:a', before: null, after: made }], unit(1, 0.2)])
  expect(merged).toEqual([{ kind: 'record', id: 'shape:a', before: null, after: { ...made, opacity: 0.2 } }])
})

test('what is made and taken away again leaves no trace', () => {
  const made = geoRecord('shape:a')
  const merged = mergeSteps([
    [{ kind: 'record', id: 'shape:a', before: null, after: made }],
    [{ kind: 'record', id: 'shape:a', before: made, after: null }],
    [{ kind: 'entity', root: 'initiatives', id: 'i', deleted: false }],
    [{ kind: 'entity', root: 'initiatives', id: 'i', deleted: true }],
  ])
  expect(merged).toEqual([])
})

test('a value that is put back is no change', () => {
  expect(mergeSteps([unit(1, 0.5), unit(0.5, 1)])).toEqual([])
  const moved = (before: number, after: number): Step => [
    {
      ...{ kind: 'placement', key: 'i:first' },
      ...{ before: { target: 'frame', dx: before, dy: 0 }, after: { target: 'frame', dx: after, dy: 0 } },
    },
  ]
  expect(mergeSteps([moved(1, 5), moved(5, 1)])).toEqual([])
})

test('two strokes of typing stay two', () => {
  const typing: Step = [{ kind: 'text', root: 'initiatives', id: 'i', field: 'title' }]
  expect(mergeSteps([typing, typing])).toHaveLength(2)
})
