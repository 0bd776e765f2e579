import { createTLStore, type TLRecord, type TLShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { mergeIntoStore } from '@/components/board/store/projected/merge-into-store'
import { BOARD_SCHEMA } from '@/lib/board/schema'
import { geoRecord } from '@/tests/support/boards/board-builders'

test('where a rule of the canvas throws over one, nothing that is gone stays and nothing else stays away', () => {
  const store = createTLStore({ schema: BOARD_SCHEMA })
  const standing = ['shape:one', 'shape:bad', 'shape:other'].map((id) => geoRecord(id))
  store.put(standing as unknown[] as TLRecord[])
  store.sideEffects.registerBeforeDeleteHandler('shape', ({ id }) => {
    if (id === 'shape:bad') throw new Error('no curve')
  })
  store.sideEffects.registerAfterCreateHandler('shape', ({ id }) => {
    if (id === 'shape:strange') throw new Error('no place')
  })
  const put = ['shape:strange', 'shape:new'].map((id) => geoRecord(id))
  expect(() => mergeIntoStore(store, { put, remove: standing.map(({ id }) => id) })).toThrow('no ')
  expect(put.map(({ id }) => store.has(id as TLShapeId))).toEqual([false, true])
  expect(standing.map(({ id }) => store.has(id as TLShapeId))).toEqual([false, false, false])
})
