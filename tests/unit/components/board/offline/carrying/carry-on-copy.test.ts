import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { carryOnCopy } from '@/components/board/offline/carrying/carry-on-copy'
import { isHeldBy } from '@/components/board/offline/carrying/held-by'
import type { BoardDocument } from '@/lib/board/layout'
import type { DocumentChange } from '@/lib/board/changes/document-change'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { createRecords } from '@/lib/board/operations/records'
import { readInitiative } from '@/lib/board/read'
import {
  authorOf,
  copyOf,
  geoRecord,
  initiativeId,
  seededBoard,
  syncBoards,
} from '@/tests/support/boards/board-builders'
import { keptChange } from '../../support/kept-samples'

const ADA = authorOf('ada')
const ALPHA = initiativeId('alpha')

function boardWithAlpha(): BoardDocument {
  const board = seededBoard()
  addInitiatives(board, ADA, [{ id: ALPHA, title: 'Alpha' }])
  return board
}

function typed(before: string, after: string): DocumentChange {
  return { kind: 'text', root: 'initiatives', id: ALPHA, field: 'title', before, after }
}

function titleOn(board: BoardDocument): string | undefined {
  return readInitiative(board, ALPHA)?.title
}

test('a document gets what was done anew with its update, and can be asked whether it has', () => {
  const board = boardWithAlpha()
  createRecords(board, ADA, [geoRecord('shape:a')])
  for (const parts of [
    [typed('Alpha', 'Full Alpha')],
    [{ kind: 'record', id: 'shape:a', record: null }],
  ] as const) {
    const { carried, lost } = carryOnCopy({ board, epoch: 2, author: ADA }, [keptChange('old', { parts })])
    const [one] = carried
    if (!one) throw new Error('Nothing was done anew.')
    expect([lost, carried.length, isHeldBy(board, 2, one.change)]).toEqual([[], 1, false])
    Y.applyUpdate(board.doc, one.update)
    Y.applyUpdate(board.doc, one.update)
    expect(isHeldBy(board, 2, one.change)).toBe(true)
    expect(one.change).toMatchObject({ epoch: 2, at: ADA.now, parts })
  }
  expect([titleOn(board), board.records.has('shape:a')]).toEqual(['Full Alpha', false])
})

test('nothing happens to the document itself, and its author reads what was done', () => {
  const board = boardWithAlpha()
  const before = Y.encodeStateAsUpdate(board.doc)
  const { carried } = carryOnCopy({ board, epoch: 2, author: ADA }, [
    keptChange('old', { parts: [typed('Alpha', 'Full Alpha')] }),
  ])
  expect(Y.encodeStateAsUpdate(board.doc)).toEqual(before)
  expect(carried[0]?.change).toMatchObject({
    touched: [`initiatives/${ALPHA}`],
    words: ['Initiative: Full Alpha; effort 1'],
  })
})

test('what others do before it arrives is merged with it', () => {
  const board = boardWithAlpha()
  const { carried } = carryOnCopy({ board, epoch: 2, author: ADA }, [
    keptChange('old', { parts: [typed('Alpha', 'Full Alpha')] }),
  ])
  const bo = copyOf(board, 9)
  bo.initiatives.get(ALPHA)?.set('team', 'Payments')
  for (const update of [Y.encodeStateAsUpdate(bo.doc), ...carried.map((one) => one.update)])
    Y.applyUpdate(board.doc, update)
  expect(readInitiative(board, ALPHA)).toMatchObject({ title: 'Full Alpha', team: 'Payments' })
})

test('what stands there already is nothing to send, and what is gone is handed back with what it was done to', () => {
  const board = boardWithAlpha()
  const gone: DocumentChange = { kind: 'unit', root: 'records', id: 'shape:gone', unit: 'index', value: 'a9' }
  const { carried, lost } = carryOnCopy({ board, epoch: 2, author: ADA }, [
    keptChange('same', { parts: [typed('', 'Alpha')] }),
    keptChange('gone', { parts: [gone] }),
  ])
  expect(carried).toEqual([])
  expect(lost).toMatchObject([{ id: 'gone', touched: ['records/shape:gone'] }])
})

test('two pages that do the same at once make the same of it, and it is done once', () => {
  const board = boardWithAlpha()
  const kept = keptChange('old', { parts: [typed('Alpha', 'Full Alpha')], heirs: [11, 12] })
  const other = copyOf(board, 9)
  for (const page of [board, other]) {
    const [one] = carryOnCopy({ board: page, epoch: 2, author: ADA }, [kept]).carried
    if (!one) throw new Error('Nothing was done anew.')
    Y.applyUpdate(page.doc, one.update)
  }
  syncBoards(board, other)
  expect([titleOn(board), titleOn(other)]).toEqual(['Full Alpha', 'Full Alpha'])
})

test('a document that holds a change holds those that were carried over with it, and not a later one', () => {
  const board = boardWithAlpha()
  const [first, second, third] = [
    keptChange('1', { parts: [typed('Alpha', 'Full Alpha')], heirs: [11, 12, 13] }),
    keptChange('2', { parts: [typed('Full Alpha', 'Full Alpha!')], heirs: [12, 13] }),
    keptChange('3', { parts: [typed('Full Alpha!', 'Full Alpha!?')], heirs: [13] }),
  ]
  const { carried } = carryOnCopy({ board, epoch: 2, author: ADA }, [first, second])
  expect(carried).toMatchObject([{ change: { clientId: 12, heirs: [12, 13] } }])
  for (const { update } of carried) Y.applyUpdate(board.doc, update)
  expect([first, second, third].map((change) => isHeldBy(board, 2, change))).toEqual([true, true, false])
})

test('what is carried over once more is named anew, and read back in its order', () => {
  const board = boardWithAlpha()
  const changes = Array.from({ length: 3 }, (_, at) =>
    keptChange(`old ${at}`, {
      parts: [{ kind: 'record', id: `shape:${at}`, record: geoRecord(`shape:${at}`) }],
      heirs: [30 - at],
    }),
  )
  const { carried } = carryOnCopy({ board, epoch: 2, author: ADA }, changes)
  expect(carried.map(({ change }) => change.at)).toEqual([ADA.now - 2, ADA.now - 1, ADA.now])
  for (const epoch of [2, 3]) {
    const again = carryOnCopy(
      { board, epoch, author: ADA },
      carried.map(({ change }) => change),
    )
    const ids = [...carried, ...again.carried].map(({ change }) => change.id)
    expect(new Set(ids).size).toBe(6)
  }
})

test('many changes become several updates in order, each with a name of its own', () => {
  const board = boardWithAlpha()
  const changes = Array.from({ length: 120 }, (_, at) =>
    keptChange(`old ${at}`, {
      parts: [{ kind: 'record', id: `shape:${at}`, record: geoRecord(`shape:${at}`) }],
    }),
  )
  const { carried } = carryOnCopy({ board, epoch: 2, author: ADA }, changes)
  expect(carried).toHaveLength(3)
  expect(new Set(carried.map(({ change }) => change.id)).size).toBe(3)
  for (const { update } of carried) Y.applyUpdate(board.doc, update)
  expect(board.doc.store.pendingStructs).toBeNull()
  expect([...board.records.keys()].filter((id) => id.startsWith('shape:'))).toHaveLength(120)
})
