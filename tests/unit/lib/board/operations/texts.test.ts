import { expect, it } from 'vitest'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { editText } from '@/lib/board/operations/texts'
import { readInitiative } from '@/lib/board/read'
import {
  authorOf,
  copyOf,
  initiativeId,
  seededBoard,
  syncBoards,
} from '@/tests/support/boards/board-builders'

const AT = { root: 'initiatives', id: 'a', field: 'title' } as const

it('takes letters away and puts others there', () => {
  const board = seededBoard()
  addInitiatives(board, authorOf('ada'), [{ id: initiativeId('a'), title: 'Search' }])
  const step = editText(board, authorOf('ada'), { ...AT, at: 0, remove: 1, insert: 'Fast s' })
  expect(step).toEqual([{ kind: 'text', ...AT }])
  expect(readInitiative(board, initiativeId('a'))?.title).toBe('Fast search')
})

it('keeps every letter of two people who type at once', () => {
  const ada = seededBoard(1)
  addInitiatives(ada, authorOf('ada'), [{ id: initiativeId('a'), title: 'Search' }])
  const bo = copyOf(ada, 2)
  editText(ada, authorOf('ada'), { ...AT, at: 0, remove: 0, insert: 'Fast ' })
  editText(bo, authorOf('bo'), { ...AT, at: 6, remove: 0, insert: ' for all' })
  syncBoards(ada, bo)
  expect(readInitiative(ada, initiativeId('a'))?.title).toBe('Fast Search for all')
})

it('cuts what reaches past the end, and passes over what is no text', () => {
  const board = seededBoard()
  addInitiatives(board, authorOf('ada'), [{ id: initiativeId('a'), title: 'Search' }])
  editText(board, authorOf('ada'), { ...AT, at: 99, remove: 99, insert: '!' })
  expect(readInitiative(board, initiativeId('a'))?.title).toBe('Search!')
  expect(editText(board, authorOf('ada'), { ...AT, id: 'none', at: 0, remove: 0, insert: 'x' })).toEqual([])
  expect(editText(board, authorOf('ada'), { ...AT, at: 0, remove: 0, insert: '' })).toEqual([])
})
