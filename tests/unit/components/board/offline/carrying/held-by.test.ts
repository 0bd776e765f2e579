import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { isHeldBy } from '@/components/board/offline/carrying/held-by'
import { openBoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { renewBoard } from '@/lib/board/document/renew-board'
import { runAtOnce } from '@/lib/run-at-once'
import { authorOf, copyOf, initiativeId, NOW, seededBoard } from '@/tests/support/boards/board-builders'
import { keptChange } from '../../support/kept-samples'

test('a document that was made from one to which a change was carried over holds it', () => {
  const carried = copyOf(seededBoard(), 11)
  addInitiatives(carried, authorOf('ada'), [{ id: initiativeId('alpha'), title: 'Alpha' }])
  const next = openBoardDocument(new Y.Doc())
  runAtOnce(renewBoard(carried, next, { epoch: 2, now: NOW }))
  const [done, undone] = [[10, 11], [12]].map((heirs) => keptChange('a', { epoch: 0, clientId: 5, heirs }))
  if (!done || !undone) throw new Error('Two were made.')
  for (const [board, epoch] of [
    [carried, 1],
    [next, 2],
  ] as const)
    expect([isHeldBy(board, epoch, done), isHeldBy(board, epoch, undone)]).toEqual([true, false])
  // On a document of its own epoch it has a name of its own: others carried over later ones alone.
  expect(isHeldBy(carried, 1, keptChange('c', { epoch: 1, clientId: 10, heirs: [10, 11] }))).toBe(false)
  expect(isHeldBy(next, 2, keptChange('c', { epoch: 1, clientId: 10, heirs: [10, 11] }))).toBe(false)
  // What a later document was carried over to says nothing of one that was made on it.
  expect(isHeldBy(next, 2, keptChange('b', { epoch: 2, clientId: 5, heirs: [11] }))).toBe(false)
})
