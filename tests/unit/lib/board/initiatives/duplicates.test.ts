import { describe, expect, it } from 'vitest'
import { findDuplicates } from '@/lib/board/initiatives/duplicates'
import {
  addInitiatives,
  setInitiativeDeleted,
  type InitiativeDraft,
} from '@/lib/board/operations/initiatives'
import type { BoardDocument } from '@/lib/board/layout'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')

function boardWith(...drafts: (Omit<InitiativeDraft, 'id'> & { id: string })[]): BoardDocument {
  const board = seededBoard()
  addInitiatives(
    board,
    ADA,
    drafts.map((draft) => ({ ...draft, id: initiativeId(draft.id) })),
  )
  return board
}

describe('findDuplicates', () => {
  it('finds by key first, then by title whatever its case and punctuation', () => {
    const board = boardWith(
      { id: 'a', title: 'Search', externalKey: 'K-1' },
      { id: 'b', title: 'Größe: neu!' },
    )
    const found = findDuplicates(board, [
      { title: 'GRÖSSE' },
      { title: 'grosse neu' },
      { title: 'GRÖẞE — neu' },
      { title: 'Größe, neu' },
      { title: 'Other words', externalKey: 'K-1' },
    ])
    expect(found.map((one) => one && [one.id, one.by])).toEqual([
      null,
      null,
      ['b', 'title'],
      null,
      ['a', 'key'],
    ])
  })

  it('gives a title to the row that has the key, wherever it stands', () => {
    const board = boardWith({ id: 'a', title: 'Search', externalKey: 'K-1' })
    const found = findDuplicates(board, [{ title: 'Search' }, { title: 'Search', externalKey: 'K-1' }])
    expect(found.map((one) => one?.by)).toEqual([undefined, 'key'])
  })

  it('takes different keys for different work', () => {
    const board = boardWith({ id: 'a', title: 'Search', externalKey: 'K-1' })
    expect(findDuplicates(board, [{ title: 'Search', externalKey: 'K-2' }])).toEqual([null])
    expect(findDuplicates(board, [{ title: 'Search' }])).toEqual([{ id: 'a', by: 'title', title: 'Search' }])
  })

  it('finds deleted ones by key, the living first, and never by title', () => {
    const board = boardWith(
      { id: 'a', title: 'Old', externalKey: 'K' },
      { id: 'b', title: 'New', externalKey: 'K' },
      { id: 'c', title: 'Gone', externalKey: 'G' },
    )
    for (const id of ['a', 'c']) setInitiativeDeleted(board, ADA, { id: initiativeId(id), deleted: true })
    const found = findDuplicates(board, [
      { title: 'Old' },
      { title: 'x', externalKey: 'K' },
      { title: 'y', externalKey: 'G' },
    ])
    expect(found.map((one) => one?.id)).toEqual([undefined, 'b', 'c'])
  })

  it('finds by the id a row brings along', () => {
    const board = boardWith({ id: 'a', title: 'Search', externalKey: 'K-1' })
    const [found] = findDuplicates(board, [{ id: initiativeId('a'), title: 'Else', externalKey: 'K-9' }])
    expect(found).toMatchObject({ id: 'a', by: 'key' })
  })
})
