import { expect, test } from 'vitest'
import type { BoardId, PersonId } from '@/lib/ids'
import { ClaimedIds } from '@/server/sync/movement/claimed-ids'

const [ADA, BEN, EVE] = ['ada', 'ben', 'eve'] as PersonId[] as [PersonId, PersonId, PersonId]
const [ONE, TWO] = ['board-1', 'board-2'] as BoardId[] as [BoardId, BoardId]

test('[PRES-2] ids are remembered for each board, until they are forgotten', () => {
  const claimed = new ClaimedIds()
  claimed.of(ONE).keep(10, ADA)
  claimed.of(TWO).keep(10, BEN)
  expect([ONE, TWO].map((board) => claimed.of(board).ownerOf(10))).toEqual([ADA, BEN])
  claimed.of(ONE).forget(10)
  claimed.of(ONE).forget(10)
  expect([ONE, TWO].map((board) => [...claimed.of(board).all()])).toEqual([[], [[10, BEN]]])
})

test('[PRES-2] whoever claims very many loses their own, the oldest first, and nobody else does', () => {
  const claimed = new ClaimedIds(5)
  claimed.of(ONE).keep(1, ADA)
  claimed.of(ONE).keep(2, BEN)
  for (let id = 10; id < 30; id++) claimed.of(id % 2 ? ONE : TWO).keep(id, EVE)
  expect([...claimed.of(ONE).all()]).toEqual([
    [1, ADA],
    [2, BEN],
    [27, EVE],
    [29, EVE],
  ])
  expect([...claimed.of(TWO).all()]).toEqual([[28, EVE]])
})
