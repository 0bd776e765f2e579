import { describe, expect, it } from 'vitest'
import {
  addInitiatives,
  importInitiatives,
  setInitiativeDeleted,
  type InitiativeDraft,
} from '@/lib/board/operations/initiatives'
import { editText } from '@/lib/board/operations/texts'
import { revertStep } from '@/lib/board/operations/undo'
import { listInitiatives, readInitiative } from '@/lib/board/read'
import { authorOf, copyOf, initiativeId, NOW, seededBoard, syncBoards } from '@/tests/support/board-builders'

const ADA = authorOf('ada')

function draft(id: string, title: string, rest: Partial<InitiativeDraft> = {}): InitiativeDraft {
  return { id: initiativeId(id), title, ...rest }
}

describe('addInitiatives', () => {
  it('adds them in the order of the list, whatever their ids', () => {
    const board = seededBoard()
    const step = addInitiatives(board, ADA, [draft('z', 'One'), draft('a', 'Two'), draft('m', 'Three')])
    expect(listInitiatives(board).map(({ title }) => title)).toEqual(['One', 'Two', 'Three'])
    expect(step[0]).toEqual({ kind: 'entity', root: 'initiatives', id: 'z', deleted: false })
  })

  it('keeps what the draft says and says one person-week where it does not', () => {
    const board = seededBoard()
    addInitiatives(board, ADA, [
      draft('a', 'One', { externalKey: 'K', team: 'core', owner: 'Bo', effort: 3 }),
      draft('b', 'Two'),
    ])
    expect(readInitiative(board, initiativeId('a'))).toEqual({
      ...{ id: 'a', title: 'One', summary: '', externalKey: 'K', team: 'core', owner: 'Bo', effort: 3 },
      ...{ createdBy: 'ada', createdAt: NOW },
    })
    expect(readInitiative(board, initiativeId('b'))?.effort).toBe(1)
  })

  it('leaves an initiative alone whose id exists', () => {
    const board = seededBoard()
    addInitiatives(board, ADA, [draft('a', 'One')])
    expect(addInitiatives(board, ADA, [draft('a', 'Other')])).toEqual([])
    expect(readInitiative(board, initiativeId('a'))?.title).toBe('One')
  })
})

describe('importInitiatives', () => {
  it('updates what has the same key and adds the rest, in one update', () => {
    const board = seededBoard()
    addInitiatives(board, ADA, [draft('a', 'Search', { externalKey: 'K-1', team: 'core', owner: 'Bo' })])
    let updates = 0
    board.doc.on('update', () => updates++)
    const { added, updated } = importInitiatives(board, ADA, [
      draft('x', 'Faster search', { externalKey: 'K-1', team: 'web' }),
      draft('y', 'Login', { externalKey: 'K-2' }),
    ])
    expect([added, updated, updates]).toEqual([1, 1, 1])
    expect(readInitiative(board, initiativeId('a'))).toMatchObject({
      title: 'Faster search',
      team: 'web',
      owner: 'Bo',
    })
    expect(listInitiatives(board).map(({ id }) => id)).toEqual(['a', 'y'])
  })

  it('is taken back whole by undo, and comes back whole', () => {
    const board = seededBoard()
    addInitiatives(board, ADA, [draft('a', 'Search', { externalKey: 'K-1' })])
    const before = listInitiatives(board)
    const { step } = importInitiatives(board, ADA, [
      draft('x', 'Faster search', { externalKey: 'K-1', team: 'web', effort: 9 }),
      draft('y', 'Login'),
    ])
    const after = listInitiatives(board)
    const redo = revertStep(board, ADA, step)
    expect(listInitiatives(board)).toEqual(before)
    revertStep(board, ADA, redo)
    expect(listInitiatives(board)).toEqual(after)
  })

  it('changes nothing when the same list comes twice', () => {
    const board = seededBoard()
    const drafts = [draft('a', 'Search', { externalKey: 'K-1', team: 'core' })]
    importInitiatives(board, ADA, drafts)
    expect(importInitiatives(board, ADA, drafts)).toEqual({ step: [], added: 0, updated: 1 })
  })

  it('brings a deleted initiative back', () => {
    const board = seededBoard()
    addInitiatives(board, ADA, [draft('a', 'Search', { externalKey: 'K-1' })])
    setInitiativeDeleted(board, ADA, { id: initiativeId('a'), deleted: true })
    importInitiatives(board, ADA, [draft('x', 'Search', { externalKey: 'K-1' })])
    expect(listInitiatives(board).map(({ id }) => id)).toEqual(['a'])
  })

  it('prefers the living of two initiatives with one key', () => {
    const board = seededBoard()
    addInitiatives(board, ADA, [
      draft('a', 'Old', { externalKey: 'K' }),
      draft('b', 'New', { externalKey: 'K' }),
    ])
    setInitiativeDeleted(board, ADA, { id: initiativeId('a'), deleted: true })
    importInitiatives(board, ADA, [draft('x', 'Newest', { externalKey: 'K' })])
    expect(listInitiatives(board).map(({ id, title }) => [id, title])).toEqual([['b', 'Newest']])
  })
})

describe('setInitiativeDeleted', () => {
  it('keeps what somebody types while it is deleted, and its letters after restoring', () => {
    const ada = seededBoard(1)
    addInitiatives(ada, ADA, [draft('a', 'Search')])
    const bo = copyOf(ada, 2)
    const step = setInitiativeDeleted(ada, ADA, { id: initiativeId('a'), deleted: true })
    editText(bo, authorOf('bo'), {
      root: 'initiatives',
      id: 'a',
      field: 'title',
      at: 6,
      remove: 0,
      insert: '!',
    })
    syncBoards(ada, bo)
    expect(listInitiatives(bo)).toEqual([])
    revertStep(ada, ADA, step)
    syncBoards(ada, bo)
    expect(listInitiatives(bo).map(({ title }) => title)).toEqual(['Search!'])
  })

  it('does nothing twice', () => {
    const board = seededBoard()
    addInitiatives(board, ADA, [draft('a', 'Search')])
    expect(setInitiativeDeleted(board, ADA, { id: initiativeId('a'), deleted: false })).toEqual([])
    expect(setInitiativeDeleted(board, ADA, { id: initiativeId('a'), deleted: true })).toHaveLength(1)
    expect(setInitiativeDeleted(board, authorOf('bo'), { id: initiativeId('a'), deleted: true })).toEqual([])
  })
})
