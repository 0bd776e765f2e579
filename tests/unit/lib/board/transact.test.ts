import { expect, it } from 'vitest'
import { originOf, transactAs } from '@/lib/board/transact'
import { authorOf, copyOf, seededBoard, syncBoards } from '@/tests/support/boards/board-builders'

it('puts the way and the person on the transaction', () => {
  const board = seededBoard()
  const origins: unknown[] = []
  board.doc.on('afterTransaction', ({ origin }: { origin: unknown }) => origins.push(origin))
  transactAs(board, authorOf('ada', 'import'), () => board.meta.set('epoch', 2))
  expect(origins).toMatchObject([{ origin: 'import', personId: 'ada' }])
  expect(originOf(origins[0])).toBe('import')
})

it('tells a remote update from an operation', () => {
  const board = seededBoard()
  const other = copyOf(board, 2)
  transactAs(other, authorOf('bo'), () => other.meta.set('epoch', 2))
  const origins: unknown[] = []
  board.doc.on('afterTransaction', ({ origin }: { origin: unknown }) => origins.push(originOf(origin)))
  syncBoards(board, other)
  expect(origins).toContain(null)
  expect(origins).not.toContain('person')
})
