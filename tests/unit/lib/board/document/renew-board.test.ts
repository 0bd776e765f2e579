import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { listPreviousEpochs, openBoardDocument, readPreviousEpoch } from '@/lib/board/layout'
import { renewBoard } from '@/lib/board/document/renew-board'
import { runAtOnce } from '@/lib/run-at-once'
import { NOW, seededBoard } from '@/tests/support/boards/board-builders'

test('a renewed board knows how the last eight before it ended, and no more', () => {
  let board = seededBoard()
  board.meta.set('epoch', 1)
  const vectors = new Map<number, Uint8Array>()
  for (let epoch = 2; epoch <= 11; epoch++) {
    vectors.set(epoch - 1, Y.encodeStateVector(board.doc))
    const next = openBoardDocument(new Y.Doc())
    runAtOnce(renewBoard(board, next, { epoch, now: NOW }))
    board = next
  }
  const stored = openBoardDocument(new Y.Doc())
  Y.applyUpdate(stored.doc, Y.encodeStateAsUpdate(board.doc))
  expect(listPreviousEpochs(stored).map(({ epoch }) => epoch)).toEqual([10, 9, 8, 7, 6, 5, 4, 3])
  for (const epoch of [3, 10])
    expect(readPreviousEpoch(stored, epoch)).toEqual({ epoch, vector: vectors.get(epoch) })
  expect([2, 11].map((epoch) => readPreviousEpoch(stored, epoch))).toEqual([null, null])
})

test('a board that was never renewed knows none before it, whatever stands in their place', () => {
  const board = seededBoard()
  expect(listPreviousEpochs(board)).toEqual([])
  board.meta.set('previous', [null, { epoch: 'one' }, { epoch: 1, vector: [0] }])
  expect(listPreviousEpochs(board)).toEqual([])
})
