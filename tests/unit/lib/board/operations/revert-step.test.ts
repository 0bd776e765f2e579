import { describe, expect, it } from 'vitest'
import type { BoardDocument, BoardRecord } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { revertStep } from '@/lib/board/operations/revert-step'
import { readInitiative, readPlacement, readRecord } from '@/lib/board/read'
import {
  authorOf,
  geoRecord,
  imageRecord,
  initiativeId,
  seededBoard,
} from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const BO = authorOf('bo')
const GEO = geoRecord('shape:a')

function read(board: BoardDocument): BoardRecord | null {
  const map = board.records.get('shape:a')
  return map ? readRecord(map) : null
}

function change(
  board: BoardDocument,
  author: typeof ADA,
  fields: Partial<BoardRecord>,
): ReturnType<typeof updateRecords> {
  const before = read(board) ?? GEO
  return updateRecords(board, author, [{ before, after: { ...before, ...fields } }])
}

describe('revertStep', () => {
  it('puts a value back while it is what the step left', () => {
    const board = seededBoard()
    createRecords(board, ADA, [GEO])
    const step = change(board, ADA, { x: 5 })
    change(board, BO, { opacity: 0.5 })
    const redo = revertStep(board, ADA, step)
    expect(read(board)).toMatchObject({ x: 0, opacity: 0.5 })
    revertStep(board, ADA, redo)
    expect(read(board)).toMatchObject({ x: 5, opacity: 0.5 })
  })

  it('brings back nothing where nothing stood: a picture that was not cropped', () => {
    const board = seededBoard()
    const whole = imageRecord('shape:a')
    createRecords(board, ADA, [whole])
    const crop = { topLeft: { x: 0, y: 0 }, bottomRight: { x: 0.5, y: 1 } }
    const cut = change(board, ADA, { props: { ...(whole['props'] as object), crop } })
    const redo = revertStep(board, ADA, cut)
    expect(read(board)).toEqual(whole)
    expect(revertStep(board, ADA, revertStep(board, ADA, redo))).not.toEqual([])
    expect(read(board)).toEqual(whole)
    expect(change(board, ADA, whole)).toEqual([])
  })

  it('leaves a value alone that somebody else has set since', () => {
    const board = seededBoard()
    createRecords(board, ADA, [GEO])
    const step = change(board, ADA, { x: 5 })
    change(board, BO, { x: 9 })
    expect(revertStep(board, ADA, step)).toEqual([])
    expect(read(board)).toMatchObject({ x: 9 })
  })

  it('takes a created record away, but not once somebody else has worked on it', () => {
    const board = seededBoard()
    const step = createRecords(board, ADA, [GEO])
    const redo = revertStep(board, ADA, step)
    expect(read(board)).toBeNull()
    const again = revertStep(board, ADA, redo)
    expect(read(board)).toEqual(GEO)
    change(board, BO, { opacity: 0.5 })
    expect(revertStep(board, ADA, again)).toEqual([])
    expect(read(board)).toMatchObject({ opacity: 0.5 })
  })

  it('takes a created record away although the server gave it another index', () => {
    const board = seededBoard()
    const step = createRecords(board, ADA, [GEO])
    change(board, authorOf('server', 'server'), { index: 'a1V' })
    const redo = revertStep(board, ADA, step)
    expect(read(board)).toBeNull()
    revertStep(board, ADA, redo)
    expect(read(board)).toMatchObject({ index: 'a1V' })
  })

  it('brings back what I deleted, and leaves deleted what somebody else did', () => {
    const board = seededBoard()
    createRecords(board, ADA, [GEO])
    const moved = change(board, ADA, { x: 5 })
    const gone = deleteRecords(board, ADA, ['shape:a'])
    revertStep(board, ADA, gone)
    expect(read(board)).toMatchObject({ x: 5 })
    deleteRecords(board, BO, ['shape:a'])
    expect(revertStep(board, ADA, moved)).toEqual([])
    expect(read(board)).toBeNull()
  })

  it('puts a placement back only while it is mine', () => {
    const board = seededBoard()
    const at = (x: number): { target: string; x: number; dx: number; dy: number } => ({
      target: 'curve:linear',
      x,
      dx: 0,
      dy: 0,
    })
    const step = setPlacements(board, ADA, [{ key: 'a/first', placement: at(0.1) }])
    const redo = revertStep(board, ADA, step)
    expect(readPlacement(board, 'a/first')).toBeNull()
    revertStep(board, ADA, redo)
    setPlacements(board, BO, [{ key: 'a/first', placement: at(0.2) }])
    expect(revertStep(board, ADA, step)).toEqual([])
    expect(readPlacement(board, 'a/first')).toEqual(at(0.2))
  })

  it('restores an initiative that I deleted, not one that somebody else deleted', () => {
    const board = seededBoard()
    const id = initiativeId('a')
    addInitiatives(board, ADA, [{ id, title: 'Search' }])
    const mine = setInitiativeDeleted(board, ADA, { id, deleted: true })
    const redo = revertStep(board, ADA, mine)
    expect(readInitiative(board, id)?.deleted).toBeUndefined()
    revertStep(board, ADA, redo)
    expect(readInitiative(board, id)?.deleted).toEqual({ by: 'ada', at: ADA.now })
    revertStep(board, ADA, mine)
    setInitiativeDeleted(board, BO, { id, deleted: true })
    expect(revertStep(board, ADA, mine)).toEqual([])
    expect(readInitiative(board, id)?.deleted).toMatchObject({ by: 'bo' })
  })

  it('leaves typing to the caller', () => {
    const board = seededBoard()
    addInitiatives(board, ADA, [{ id: initiativeId('a'), title: 'Search' }])
    expect(revertStep(board, ADA, [{ kind: 'text', root: 'initiatives', id: 'a', field: 'title' }])).toEqual(
      [],
    )
  })

  it('takes several changes of one unit back in reverse', () => {
    const board = seededBoard()
    createRecords(board, ADA, [GEO])
    const step = [...change(board, ADA, { x: 5 }), ...change(board, ADA, { x: 7 })]
    const redo = revertStep(board, ADA, step)
    expect(read(board)).toMatchObject({ x: 0 })
    revertStep(board, ADA, redo)
    expect(read(board)).toMatchObject({ x: 7 })
  })
})
