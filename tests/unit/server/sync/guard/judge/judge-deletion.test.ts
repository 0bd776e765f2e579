import { describe, expect, it } from 'vitest'
import { setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { revertStep } from '@/lib/board/operations/revert-step'
import { readInitiative } from '@/lib/board/read'
import { initiativeId, NOW } from '@/tests/support/boards/board-builders'
import { contentsOf, furnish, GuardedBoard, outcomeOf } from '../guarded-board'

const alpha = initiativeId('alpha')

describe('judging deletions', () => {
  it.each([
    ['lower', 5],
    ['higher', 0xffffffff],
  ])(
    '[ACCESS-17] of what is deleted nobody takes the deletion over, also not under a %s client id: whose it is can take it back',
    (_which, evilId) => {
      const room = new GuardedBoard(furnish)
      const ada = room.join('ada', 'facilitator', 50)
      const eve = room.join('eve', 'participant', evilId)
      const step = setInitiativeDeleted(ada.board, ada.author, { id: alpha, deleted: true })
      room.tick(ada)
      const mark = readInitiative(room.board, alpha)?.deleted
      for (const forged of [
        { by: 'eve', at: NOW + 9 },
        { by: 'ada', at: NOW + 9 },
      ]) {
        eve.board.initiatives.get(alpha)?.set('deleted', forged)
        expect(room.tick(eve).changes).toEqual([])
        expect(readInitiative(room.board, alpha)?.deleted).toEqual(mark)
      }
      revertStep(ada.board, ada.author, step)
      expect(outcomeOf(room.tick(ada), ada)).toMatchObject({ violations: 0, refusals: [] })
      expect(readInitiative(room.board, alpha)?.deleted).toBeUndefined()
      for (const { board } of room.visitors) expect(contentsOf(board)).toEqual(room.contents)
    },
  )

  it('[ACCESS-17] of two who delete at the same time nobody is refused, and whoever came first may take it back', () => {
    const room = new GuardedBoard(furnish)
    const [ada, bo] = [room.join('ada'), room.join('bo')]
    for (const { board, author } of [ada, bo])
      setInitiativeDeleted(board, author, { id: alpha, deleted: true })
    const outcome = room.tick(ada, bo)
    for (const visitor of [ada, bo])
      expect(outcomeOf(outcome, visitor)).toMatchObject({ violations: 0, refusals: [] })
    expect(readInitiative(bo.board, alpha)?.deleted).toMatchObject({ by: 'ada' })
  })

  it('takes a mark that says nothing of what is deleted for what it is', () => {
    const room = new GuardedBoard(furnish)
    const [ada, eve] = [room.join('ada'), room.join('eve')]
    setInitiativeDeleted(ada.board, ada.author, { id: alpha, deleted: true })
    room.tick(ada)
    eve.board.initiatives.get(alpha)?.set('deleted', 'yes')
    expect(outcomeOf(room.tick(eve), eve)).toMatchObject({ violations: 1 })
    expect(readInitiative(room.board, alpha)?.deleted).toMatchObject({ by: 'ada' })
  })
})
