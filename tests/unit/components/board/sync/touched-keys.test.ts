import * as Y from 'yjs'
import { beforeEach, expect, test } from 'vitest'
import { touchedKeys } from '@/components/board/sync/touched-keys'
import type { BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

let board: BoardDocument
let touched: string[]

beforeEach(() => {
  board = seededBoard(1_000)
  addInitiatives(board, authorOf('ada'), [{ id: initiativeId('alpha'), title: 'Title' }])
  board.doc.on('afterTransaction', (transaction) => (touched = [...touchedKeys(transaction)]))
})

test('entries put in, fields set and letters typed all name their entry, each once', () => {
  addInitiatives(board, authorOf('ada'), [{ id: initiativeId('beta'), title: 'Other' }])
  expect(touched).toEqual(['initiatives/beta'])
  board.doc.transact(() => {
    const alpha = board.initiatives.get('alpha')
    alpha?.set('effort', 3)
    const title = alpha?.get('title')
    if (title instanceof Y.Text) title.insert(0, 'A ')
  })
  expect(touched).toEqual(['initiatives/alpha'])
})

test('keys with a slash and deletions are named as well', () => {
  board.doc.transact(() => board.placements.set('alpha/canvas', { target: 'canvas', dx: 0, dy: 0 }))
  expect(touched).toEqual(['placements/alpha/canvas'])
  board.doc.transact(() => board.placements.delete('alpha/canvas'))
  expect(touched).toEqual(['placements/alpha/canvas'])
})
