import { atom } from '@tldraw/state'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createUndoStack } from '@/components/board/undo/create-undo-stack'
import type { UndoStack } from '@/components/board/undo/undo-stack'
import { placementKey, type BoardDocument, type BoardRecord } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { listInitiatives, readInitiative, readPlacement, readRecord } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { Step } from '@/lib/board/step'
import {
  NOW,
  authorOf,
  copyOf,
  geoRecord,
  initiativeId,
  seededBoard,
  syncBoards,
} from '@/tests/support/boards/board-builders'

const SHIP = initiativeId('ship')
const TITLE = { root: 'initiatives', id: SHIP, field: 'title' } as const
const BOX = 'shape:box'

interface Person {
  readonly board: BoardDocument
  readonly undo: UndoStack & { stop(): void }
  /** Milliseconds since the start. */
  time: number
}

const people: Person[] = []
afterEach(() => {
  for (const { undo } of people.splice(0)) undo.stop()
})

function personOn(board: BoardDocument, name: string, canEdit = atom('can edit', true)): Person {
  const person: Person = {
    board,
    time: 0,
    undo: createUndoStack({
      board,
      author: (origin) => authorOf(name, origin),
      now: () => NOW + person.time,
      canEdit: () => canEdit.get(),
    }),
  }
  people.push(person)
  return person
}

function two(): [Person, Person] {
  const board = seededBoard()
  addInitiatives(board, authorOf('ada'), [{ id: SHIP, title: 'Ship' }])
  createRecords(board, authorOf('ada'), [geoRecord(BOX)])
  return [personOn(board, 'ada'), personOn(copyOf(board, 2), 'bo')]
}

function box(board: BoardDocument): BoardRecord | null {
  const map = board.records.get(BOX)
  return map ? readRecord(map) : null
}

function change({ board }: Person, changes: Partial<Record<string, unknown>>): Step {
  const before = box(board)
  if (!before) return []
  return updateRecords(board, authorOf('ada'), [{ before, after: { ...before, ...changes } as BoardRecord }])
}

function title({ board }: Person): string {
  return readInitiative(board, SHIP)?.title ?? ''
}

describe('values', () => {
  test('are taken back and done again', () => {
    const [ada] = two()
    ada.undo.push(change(ada, { x: 40 }))
    ada.undo.undo()
    expect(box(ada.board)?.['x']).toBe(0)
    expect([ada.undo.canUndo.get(), ada.undo.canRedo.get()]).toEqual([false, true])
    ada.undo.redo()
    expect(box(ada.board)?.['x']).toBe(40)
  })

  test('that somebody else changed since stay theirs, the rest of the step is undone', () => {
    const [ada, bo] = two()
    ada.undo.push(change(ada, { x: 40, opacity: 0.5 }))
    syncBoards(ada.board, bo.board)
    change(bo, { opacity: 0.2 })
    syncBoards(ada.board, bo.board)
    ada.undo.undo()
    expect(box(ada.board)).toMatchObject({ x: 0, opacity: 0.2 })
  })

  test('of a record somebody else deleted do not bring it back, and the step before is undone instead', () => {
    const [ada, bo] = two()
    ada.undo.push(
      setPlacements(ada.board, authorOf('ada'), [
        { key: placementKey(SHIP, FIRST_INSTANCE), placement: { target: 'frame', dx: 1, dy: 1 } },
      ]),
    )
    ada.undo.push(change(ada, { x: 40 }))
    syncBoards(ada.board, bo.board)
    deleteRecords(bo.board, authorOf('bo'), [BOX])
    syncBoards(ada.board, bo.board)
    ada.undo.undo()
    expect(box(ada.board)).toBeNull()
    expect(readPlacement(ada.board, placementKey(SHIP, FIRST_INSTANCE))).toBeNull()
  })

  test('of one step alone are taken back only as the latest, and no others in their stead', () => {
    const [ada] = two()
    ada.undo.push(change(ada, { x: 40 }))
    const first = ada.undo.latest() ?? undefined
    ada.undo.push(change(ada, { opacity: 0.5 }))
    const second = ada.undo.latest() ?? undefined
    expect(ada.undo.undo(first)).toBeNull()
    expect(box(ada.board)).toMatchObject({ x: 40, opacity: 0.5 })
    expect(ada.undo.undo(second)).toBe(second)
    ada.undo.redo()
    change(ada, { opacity: 0.2 })
    expect(ada.undo.undo(ada.undo.latest() ?? undefined)).toBeNull()
    expect(box(ada.board)).toMatchObject({ x: 40, opacity: 0.2 })
    expect(ada.undo.undo()).toBe(first)
    expect(ada.undo.latest()).toBeNull()
  })

  test('pushed together are one step', () => {
    const [ada] = two()
    ada.undo.together(() => {
      ada.undo.push(change(ada, { x: 40 }))
      ada.undo.push(change(ada, { opacity: 0.5 }))
    })
    ada.undo.undo()
    expect(box(ada.board)).toMatchObject({ x: 0, opacity: 1 })
    expect(ada.undo.canUndo.get()).toBe(false)
  })

  test('that take themselves back under one key leave what was done before a step of its own', () => {
    const [ada] = two()
    ada.undo.push(change(ada, { opacity: 0.5 }))
    for (const x of [40, 0, 80]) ada.undo.push(change(ada, { x }), 'nudge')
    ada.undo.undo()
    expect(box(ada.board)).toMatchObject({ x: 0, opacity: 0.5 })
  })

  test('pushed under one key within a second are one step, and two after it', () => {
    const [ada] = two()
    for (const x of [10, 20, 30]) {
      ada.undo.push(change(ada, { x }), 'nudge')
      ada.time += 300
    }
    ada.time += 1_000
    ada.undo.push(change(ada, { x: 90 }), 'nudge')
    ada.undo.undo()
    expect(box(ada.board)?.['x']).toBe(30)
    ada.undo.undo()
    expect(box(ada.board)?.['x']).toBe(0)
  })
})

describe('typing', () => {
  test('is taken back without a letter of anybody else', () => {
    const [ada, bo] = two()
    const session = ada.undo.openText(TITLE)
    session.edit({ at: 4, remove: 0, insert: ' it' })
    session.close()
    syncBoards(ada.board, bo.board)
    const other = bo.undo.openText(TITLE)
    other.edit({ at: 7, remove: 0, insert: ' now' })
    syncBoards(ada.board, bo.board)
    expect(title(ada)).toBe('Ship it now')
    ada.undo.undo()
    expect(title(ada)).toBe('Ship now')
    ada.undo.redo()
    expect(title(ada)).toBe('Ship it now')
    expect(bo.undo.canUndo.get()).toBe(true)
  })

  test('in one session is one step, in two it is two', () => {
    const [ada] = two()
    const session = ada.undo.openText(TITLE)
    session.edit({ at: 4, remove: 0, insert: 's' })
    session.edit({ at: 5, remove: 0, insert: '!' })
    session.close()
    session.edit({ at: 6, remove: 0, insert: '!' })
    expect(title(ada)).toBe('Ships!!')
    ada.undo.undo()
    expect(title(ada)).toBe('Ships!')
    ada.undo.undo()
    expect(title(ada)).toBe('Ship')
  })

  test('keeps its order among other steps', () => {
    const [ada] = two()
    const session = ada.undo.openText(TITLE)
    session.edit({ at: 4, remove: 0, insert: 's' })
    ada.undo.push(change(ada, { x: 40 }))
    session.edit({ at: 5, remove: 0, insert: '!' })
    ada.undo.undo()
    expect([title(ada), box(ada.board)?.['x']]).toEqual(['Ships', 40])
    ada.undo.undo()
    expect([title(ada), box(ada.board)?.['x']]).toEqual(['Ships', 0])
    ada.undo.undo()
    expect(title(ada)).toBe('Ship')
  })

  test('whose letters are all gone already is passed over', () => {
    const [ada, bo] = two()
    ada.undo.push(change(ada, { x: 40 }))
    const session = ada.undo.openText(TITLE)
    session.edit({ at: 4, remove: 0, insert: ' it' })
    syncBoards(ada.board, bo.board)
    bo.undo.openText(TITLE).edit({ at: 4, remove: 3, insert: '' })
    syncBoards(ada.board, bo.board)
    ada.undo.undo()
    expect(box(ada.board)?.['x']).toBe(0)
  })

  test('that was undone cannot come back after something new was done', () => {
    const [ada] = two()
    const session = ada.undo.openText(TITLE)
    session.edit({ at: 4, remove: 0, insert: ' it' })
    ada.undo.undo()
    ada.undo.push(change(ada, { x: 40 }))
    expect(ada.undo.canRedo.get()).toBe(false)
    ada.undo.redo()
    expect(title(ada)).toBe('Ship')
  })
})

test('an initiative is unmade and made again, with what others typed meanwhile', () => {
  const [ada, bo] = two()
  const id = initiativeId('new')
  ada.undo.push(addInitiatives(ada.board, authorOf('ada'), [{ id, title: 'New' }]))
  syncBoards(ada.board, bo.board)
  ada.undo.undo()
  bo.undo.openText({ root: 'initiatives', id, field: 'title' }).edit({ at: 3, remove: 0, insert: 'er' })
  syncBoards(ada.board, bo.board)
  expect(listInitiatives(ada.board).map((one) => one.id)).toEqual([SHIP])
  ada.undo.redo()
  expect(readInitiative(ada.board, id)?.title).toBe('Newer')
})

test('who may not edit undoes nothing', () => {
  const canEdit = atom('can edit', true)
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [geoRecord(BOX)])
  const ada = personOn(board, 'ada', canEdit)
  ada.undo.push(change(ada, { x: 40 }))
  canEdit.set(false)
  ada.undo.undo()
  expect(box(board)?.['x']).toBe(40)
})

test('whoever still has changes hands them in before a step is taken back', () => {
  const [ada] = two()
  ada.undo.beforeMove(() => ada.undo.push(change(ada, { x: 40 })))
  ada.undo.undo()
  expect(box(ada.board)?.['x']).toBe(0)
  expect(ada.undo.canRedo.get()).toBe(true)
})

test('a step is shown before it is tried, while the board is as it was', () => {
  const [ada] = two()
  const seen: unknown[] = []
  const step = change(ada, { x: 40 })
  ada.undo.push(step)
  const stop = ada.undo.beforeStep((about) => seen.push([about, box(ada.board)?.['x']]))
  ada.undo.undo()
  expect(seen).toEqual([[step, 40]])
  stop()
  ada.undo.redo()
  expect(seen).toHaveLength(1)
})

test('what a step did is told once it is taken back or done again, and nothing where nothing came of it', () => {
  const [ada] = two()
  const heard: string[] = []
  const stop = ada.undo.afterMove(({ direction, did }) => {
    heard.push(`${direction} ${JSON.stringify(did.map((one) => 'after' in one && one.after))}`)
  })
  ada.undo.undo()
  ada.undo.push(change(ada, { x: 40 }))
  ada.undo.undo()
  ada.undo.redo()
  stop()
  ada.undo.undo()
  expect(heard).toEqual(['undo [["page:page",0,0,0]]', 'redo [["page:page",40,0,0]]'])
})

test('a text is let go of once no step is about it any more, and can be typed in again', () => {
  const [ada] = two()
  const listeners = (): number => ada.board.doc._observers.get('afterTransaction')?.size ?? 0
  const before = listeners()
  const type = (): void => ada.undo.openText(TITLE).edit({ at: 0, remove: 0, insert: 'x' })
  type()
  expect(listeners()).toBe(before + 1)
  for (let x = 1; x <= 200; x++) ada.undo.push(change(ada, { x }))
  expect(listeners()).toBe(before)
  type()
  ada.undo.undo()
  expect(title(ada)).toBe('xShip')
})

test('what fails to follow from a step is reported, and the step can be undone all the same', () => {
  const reportError = vi.fn()
  vi.stubGlobal('reportError', reportError)
  const [ada] = two()
  ada.undo.followedBy(() => {
    throw new Error('The canvas cannot.')
  })
  ada.undo.push(deleteRecords(ada.board, authorOf('ada'), [BOX]))
  ada.undo.undo()
  expect([ada.board.records.has(BOX), ada.undo.canRedo.get(), reportError.mock.calls.length]).toEqual([
    true,
    true,
    2,
  ])
  vi.unstubAllGlobals()
})
