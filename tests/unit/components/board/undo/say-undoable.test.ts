import { atom } from '@tldraw/state'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createTeller } from '@/components/board/client/create-teller'
import type { Notice } from '@/components/board/board-client'
import { sayUndoable } from '@/components/board/undo/say-undoable'
import { openBoardDocument } from '@/lib/board/layout'
import { transactAs } from '@/lib/board/transact'
import type { PersonId } from '@/lib/ids'

const STEP = [] as const

function createBoard() {
  const board = openBoardDocument(new Y.Doc())
  const undone: string[] = []
  const notice = atom<Notice | null>('notice', null)
  const client = {
    board,
    notice,
    tell: createTeller(notice),
    canEdit: atom('can edit', true),
    undo: { latest: () => STEP, undo: (step: unknown) => step === STEP && undone.push('undone') },
  } as never
  return { board, notice, undone, client }
}

test('the offer takes back what was just done', () => {
  const { notice, undone, client } = createBoard()
  sayUndoable(client, 'Gone.')
  expect(notice.get()).toMatchObject({ sentence: 'Gone.', tone: 'info' })
  notice.get()?.undo?.()
  expect(undone).toEqual(['undone'])
})

test('what suggests itself further is offered beside it', () => {
  const { notice, client } = createBoard()
  const act = (): void => undefined
  sayUndoable(client, 'Here.', { offer: { words: 'Add them', act } })
  expect(notice.get()).toMatchObject({ sentence: 'Here.', offer: { words: 'Add them', act } })
  expect(notice.get()).toHaveProperty('undo')
})

test('my next change ends the offer and leaves the sentence', () => {
  const { board, notice, client } = createBoard()
  sayUndoable(client, 'Gone.')
  board.meta.set('x', 1)
  expect(notice.get()).toMatchObject({ sentence: 'Gone.' })
  expect(notice.get()).not.toHaveProperty('undo')
})

test('undo by the keys or the button takes the sentence along, since it is not true any more', () => {
  const { board, notice, client } = createBoard()
  sayUndoable(client, 'Added 2 initiatives.')
  const me = { personId: 'me' as PersonId, now: 1, origin: 'undo' } as const
  transactAs(board, me, () => board.meta.set('x', 1))
  expect(notice.get()).toBeNull()
})

test('changes of others leave the offer open', () => {
  const { board, notice, client } = createBoard()
  sayUndoable(client, 'Gone.')
  const other = new Y.Doc()
  other.getMap('meta').set('x', 1)
  Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(other))
  expect(notice.get()?.undo).toBeDefined()
})

test('a notice that came later is left alone', () => {
  const { board, notice, client } = createBoard()
  sayUndoable(client, 'Gone.')
  notice.set({ id: 5, tone: 'info', sentence: 'Else.', undo: () => undefined })
  board.meta.set('x', 1)
  expect(notice.get()?.undo).toBeDefined()
})
