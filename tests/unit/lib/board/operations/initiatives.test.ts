import { describe, expect, it } from 'vitest'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import {
  addInitiatives,
  setInitiativeDeleted,
  type InitiativeDraft,
} from '@/lib/board/operations/initiatives'
import { editText } from '@/lib/board/operations/texts'
import { revertStep } from '@/lib/board/operations/revert-step'
import { listInitiatives, readInitiative } from '@/lib/board/read'
import {
  authorOf,
  copyOf,
  initiativeId,
  NOW,
  seededBoard,
  syncBoards,
} from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const MORE = { summary: 'Why', tags: ['urgent'], links: ['https://example.org'] }

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
      draft('a', 'One', { externalKey: 'K', team: 'core', owner: 'Bo', effort: 3, ...MORE }),
      draft('b', 'Two'),
    ])
    expect(readInitiative(board, initiativeId('a'))).toEqual({
      ...{ id: 'a', title: 'One', externalKey: 'K', owner: 'Bo', effort: 3 },
      ...{ team: 'core', teamHue: expect.any(Number) as number },
      ...MORE,
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

  it('keeps what others set and take away while it is deleted: team, effort and links are there once it is restored', () => {
    const ada = seededBoard(1)
    const id = initiativeId('a')
    addInitiatives(ada, ADA, [{ ...draft('a', 'Search'), owner: 'Grace' }])
    const bo = copyOf(ada, 2)
    const step = setInitiativeDeleted(ada, ADA, { id, deleted: true })
    const fields = { team: 'Payments', effort: 13, links: ['https://example.org/a'], owner: null }
    setInitiativeFields(bo, authorOf('bo'), [{ id, fields }])
    syncBoards(ada, bo)
    expect([listInitiatives(ada), listInitiatives(bo)]).toEqual([[], []])
    setInitiativeFields(bo, authorOf('bo'), [{ id, fields: { effort: 21 } }])
    revertStep(ada, ADA, step)
    syncBoards(ada, bo)
    for (const board of [ada, bo]) {
      const [restored] = listInitiatives(board)
      expect(restored).toMatchObject({ team: 'Payments', effort: 21, links: ['https://example.org/a'] })
      expect(restored).not.toHaveProperty('owner')
    }
  })

  it('does nothing twice', () => {
    const board = seededBoard()
    addInitiatives(board, ADA, [draft('a', 'Search')])
    expect(setInitiativeDeleted(board, ADA, { id: initiativeId('a'), deleted: false })).toEqual([])
    expect(setInitiativeDeleted(board, ADA, { id: initiativeId('a'), deleted: true })).toHaveLength(1)
    expect(setInitiativeDeleted(board, authorOf('bo'), { id: initiativeId('a'), deleted: true })).toEqual([])
  })
})
