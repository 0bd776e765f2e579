import { expect, it } from 'vitest'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { readInitiative } from '@/lib/board/read'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

it('reads a tag and a link that somebody wrote twice once', () => {
  const board = seededBoard()
  const id = initiativeId('a')
  addInitiatives(board, authorOf('Ada'), [{ id, title: 'A' }])
  board.initiatives.get(id)?.set('tags', ['q3', 'Q3', 'q3'])
  board.initiatives.get(id)?.set('links', ['https://a.b', 'https://a.b'])
  expect(readInitiative(board, id)).toMatchObject({ tags: ['q3', 'Q3'], links: ['https://a.b'] })
})
