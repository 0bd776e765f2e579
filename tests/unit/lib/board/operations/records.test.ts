import { describe, expect, it } from 'vitest'
import { BASE_UNIT, REMOVED } from '@/lib/board/layout'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import { authorOf, copyOf, geoRecord, seededBoard, syncBoards } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const GEO = geoRecord('shape:a', { meta: { createdBy: 'ada', mood: 'good' } })

function geoWith(changes: Record<string, unknown>): typeof GEO {
  return { ...GEO, ...changes } as typeof GEO
}

describe('createRecords', () => {
  it('keeps a record whole as its base', () => {
    const board = seededBoard()
    const step = createRecords(board, ADA, [GEO])
    expect(step).toEqual([{ kind: 'record', id: 'shape:a', before: null, after: GEO }])
    expect([...(board.records.get('shape:a')?.keys() ?? [])]).toEqual([BASE_UNIT])
  })

  it('never writes over a record that exists', () => {
    const board = seededBoard()
    createRecords(board, ADA, [GEO])
    expect(createRecords(board, ADA, [geoWith({ x: 9 })])).toEqual([])
    expect(board.records.get('shape:a')?.get(BASE_UNIT)).toMatchObject({ x: 0 })
  })
})

describe('updateRecords', () => {
  it('writes the units that differ and no others', () => {
    const board = seededBoard()
    createRecords(board, ADA, [GEO])
    const step = updateRecords(board, ADA, [
      { before: GEO, after: geoWith({ x: 5, meta: { createdBy: 'ada' } }) },
    ])
    expect(step).toEqual([
      {
        kind: 'unit',
        root: 'records',
        id: 'shape:a',
        unit: 'place',
        before: ['page:page', 0, 0, 0],
        after: ['page:page', 5, 0, 0],
      },
      { kind: 'unit', root: 'records', id: 'shape:a', unit: 'meta.mood', before: 'good', after: REMOVED },
    ])
    expect([...(board.records.get('shape:a')?.keys() ?? [])].sort()).toEqual([
      BASE_UNIT,
      'meta.mood',
      'place',
    ])
  })

  it('keeps what two people change at once in two units of one record', () => {
    const ada = seededBoard(1)
    createRecords(ada, ADA, [GEO])
    const bo = copyOf(ada, 2)
    updateRecords(ada, ADA, [{ before: GEO, after: geoWith({ x: 5 }) }])
    updateRecords(bo, authorOf('bo'), [{ before: GEO, after: geoWith({ opacity: 0.5 }) }])
    syncBoards(ada, bo)
    const map = ada.records.get('shape:a')
    expect(map && readRecord(map)).toMatchObject({ x: 5, opacity: 0.5 })
  })

  it('remembers what the document held, not what the caller believed', () => {
    const board = seededBoard()
    createRecords(board, ADA, [geoWith({ opacity: 0.25 })])
    const [change] = updateRecords(board, ADA, [{ before: GEO, after: geoWith({ opacity: 0.5 }) }])
    expect(change).toMatchObject({ unit: 'opacity', before: 0.25, after: 0.5 })
  })

  it('lets deletion win', () => {
    const ada = seededBoard(1)
    createRecords(ada, ADA, [GEO])
    const bo = copyOf(ada, 2)
    deleteRecords(ada, ADA, ['shape:a'])
    updateRecords(bo, authorOf('bo'), [{ before: GEO, after: geoWith({ x: 5 }) }])
    syncBoards(ada, bo)
    expect([ada, bo].map((board) => board.records.has('shape:a'))).toEqual([false, false])
    expect(updateRecords(bo, authorOf('bo'), [{ before: GEO, after: geoWith({ x: 6 }) }])).toEqual([])
  })
})

describe('deleteRecords', () => {
  it('keeps in its step what the record had become', () => {
    const board = seededBoard()
    createRecords(board, ADA, [GEO])
    updateRecords(board, ADA, [{ before: GEO, after: geoWith({ x: 5 }) }])
    const step = deleteRecords(board, ADA, ['shape:a', 'shape:none'])
    expect(step).toEqual([{ kind: 'record', id: 'shape:a', before: geoWith({ x: 5 }), after: null }])
  })
})

it('makes each operation one update', () => {
  const board = seededBoard()
  let updates = 0
  board.doc.on('update', () => updates++)
  createRecords(board, ADA, [GEO, geoRecord('shape:b')])
  expect(updates).toBe(1)
  deleteRecords(board, ADA, ['shape:a', 'shape:b'])
  expect(updates).toBe(2)
})
