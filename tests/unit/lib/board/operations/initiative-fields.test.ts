import { describe, expect, it } from 'vitest'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { revertStep } from '@/lib/board/operations/revert-step'
import { readInitiative } from '@/lib/board/read'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const [A, B] = ['a', 'b'].map(initiativeId) as [
  ReturnType<typeof initiativeId>,
  ReturnType<typeof initiativeId>,
]

function board() {
  const created = seededBoard()
  addInitiatives(created, ADA, [
    { id: A, title: 'A', team: 'Core', tags: ['x'] },
    { id: B, title: 'B' },
  ])
  return created
}

describe('setInitiativeFields', () => {
  it('sets, replaces and takes away, as one step that undo takes back', () => {
    const target = board()
    const before = [A, B].map((id) => readInitiative(target, id))
    const step = setInitiativeFields(target, ADA, [
      { id: A, fields: { team: null, tags: [], effort: 3 } },
      { id: B, fields: { owner: 'Bo', links: ['https://example.org'] } },
    ])
    const after = readInitiative(target, A)
    expect(after).toMatchObject({ effort: 3 })
    expect([after?.team, after?.tags]).toEqual([undefined, undefined])
    expect(readInitiative(target, B)).toMatchObject({ owner: 'Bo', links: ['https://example.org'] })
    expect(step.map((change) => (change.kind === 'unit' ? change.unit : change.kind))).toEqual([
      ...['teamHue', 'team', 'effort', 'tags'],
      ...['owner', 'links'],
    ])
    revertStep(target, ADA, step)
    expect([A, B].map((id) => readInitiative(target, id))).toEqual(before)
  })

  it('writes nothing where nothing is new', () => {
    const target = board()
    let updates = 0
    target.doc.on('update', () => updates++)
    expect(setInitiativeFields(target, ADA, [{ id: A, fields: { team: 'Core', tags: ['x'] } }])).toEqual([])
    expect(setInitiativeFields(target, ADA, [{ id: B, fields: { team: null } }])).toEqual([])
    expect(updates).toBe(0)
  })

  it('passes over an initiative that is not there', () => {
    expect(setInitiativeFields(board(), ADA, [{ id: initiativeId('z'), fields: { team: 'Core' } }])).toEqual(
      [],
    )
  })
})
