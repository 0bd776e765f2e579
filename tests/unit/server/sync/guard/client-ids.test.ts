import { expect, it } from 'vitest'
import type { ErrorCode } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { createGuard } from '@/server/sync/guard/create-guard'
import { NOW, seededBoard } from '../../../../support/board-builders'
import { forge, furnish } from './guarded-board'

it('[ACCESS-13] lets nobody fill the board with client ids, and goes on with those they have', () => {
  const board = seededBoard(1_000)
  furnish(board)
  const mallory = 'mallory' as PersonId
  const used = Array.from({ length: LIMITS.CLIENT_IDS_PER_PERSON - 1 }, (_, at) => 10_000 + at)
  const guard = createGuard({ board, clientIds: new Map(used.map((clientId) => [clientId, mallory])) })
  let now = NOW
  const write = (personId: PersonId, clientId: number): ErrorCode | null | undefined => {
    const update = forge(board.doc, clientId, ({ records }) =>
      records.get('shape:note')?.set('place', ['page:page', clientId, 0, 0]),
    )
    const sender = { connectionId: ++now, personId, role: 'participant' } as const
    return guard.runTick([{ sender, kind: 'update', update }], now).senders.get(now)?.end
  }
  expect([write(mallory, 5), write(mallory, 6), write(mallory, 5), write(mallory, 10_000)]).toEqual([
    null,
    'board-full',
    null,
    null,
  ])
  expect(write('bo' as PersonId, 7)).toBeNull()
})
