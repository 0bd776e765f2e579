import { expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { createDrafts, type Draft } from '@/components/board/text/drafts'
import { typeUnopened } from '@/components/board/text/type-unopened'
import { createUndoStack } from '@/components/board/undo/create-undo-stack'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { readInitiative } from '@/lib/board/read'
import { NOW, authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

const SHIP = initiativeId('ship')
const TEXT = { root: 'initiatives', id: SHIP, field: 'title' } as const

/** The title of a card that said "Ship it" after these keys came too late for this. */
function titleAfter(draft: Draft, ...keys: string[]): string | undefined {
  const board = seededBoard()
  addInitiatives(board, authorOf('ada'), [{ id: SHIP, title: 'Ship it' }])
  const undo = createUndoStack({
    ...{ board, now: () => NOW, canEdit: () => true },
    author: (origin) => authorOf('ada', origin),
  })
  let press = (_key: string): void => undefined
  const drafts = createDrafts({
    dropLetters: (hear) => {
      press = hear
      return () => undefined
    },
  })
  drafts.put('title', draft)
  keys.forEach((key) => press(key))
  const client = { board, undo, drafts } as unknown as BoardClient
  typeUnopened(client, { name: 'title', text: TEXT, maxCharacters: 12 })
  expect(drafts.waiting('title')).toBe(null)
  return readInitiative(board, SHIP)?.title
}

test('what was typed comes in where its person was, up to the key that ended it', () => {
  expect(titleAfter({ text: 'Ship it', caret: [4, 4] }, 's', 'Enter', 'x')).toBe('Ships it')
})

test('it takes the place of what was selected, as long as that says the same', () => {
  expect(titleAfter({ text: 'Ship it', caret: [5, 7] }, 'u', 's')).toBe('Ship us')
  expect(titleAfter({ text: 'Ship me', caret: [5, 7] }, 'u', 's')).toBe('Ship usit')
})

test('a title gets no longer than it may, and no place behind its end', () => {
  expect(titleAfter({ text: 'Ship it now and then', caret: [20, 20] }, ...'abcdefgh')).toBe('Ship itabcde')
})

test('where nothing was typed, or nobody was there, the title stays', () => {
  expect(titleAfter({ text: 'Ship it', caret: [0, 7] })).toBe('Ship it')
  expect(titleAfter({ text: 'Ship it', caret: null }, 'a')).toBe('Ship it')
})
