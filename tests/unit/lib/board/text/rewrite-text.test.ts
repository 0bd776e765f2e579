import { describe, expect, it } from 'vitest'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { rewriteText, textAt } from '@/lib/board/text/rewrite-text'
import {
  authorOf,
  copyOf,
  initiativeId,
  seededBoard,
  syncBoards,
} from '@/tests/support/boards/board-builders'

const AT = { root: 'initiatives', id: 'a', field: 'title' } as const

describe('rewriteText', () => {
  it.each([
    ['Search', 'Faster search'],
    ['one two three', 'one three'],
    ['aaa', 'aa'],
    ['', 'new'],
    ['old', ''],
    ['hi 😀!', 'hi 😃!'],
    ['😀', '😀😀'],
    ['\ud83d', 'x'],
  ])('turns %j into %j', (before, after) => {
    const board = seededBoard()
    addInitiatives(board, authorOf('ada'), [{ id: initiativeId('a'), title: before }])
    expect(rewriteText(board, AT, after)).toMatchObject({ kind: 'rewrite', before, after })
    expect(textAt(board, AT)?.toJSON()).toBe(after)
  })

  it('keeps what somebody else types meanwhile beside the part that differs', () => {
    const ada = seededBoard(1)
    addInitiatives(ada, authorOf('ada'), [{ id: initiativeId('a'), title: 'Search for all' }])
    const bo = copyOf(ada, 2)
    rewriteText(ada, AT, 'Faster search for all')
    textAt(bo, AT)?.insert('Search for all'.length, ' people')
    syncBoards(ada, bo)
    expect(textAt(ada, AT)?.toJSON()).toBe('Faster search for all people')
  })

  it('answers null where nothing differs or there is no text', () => {
    const board = seededBoard()
    addInitiatives(board, authorOf('ada'), [{ id: initiativeId('a'), title: 'Same' }])
    expect(rewriteText(board, AT, 'Same')).toBeNull()
    expect(rewriteText(board, { ...AT, id: 'none' }, 'x')).toBeNull()
    expect(rewriteText(board, { ...AT, field: 'effort' }, 'x')).toBeNull()
  })
})
