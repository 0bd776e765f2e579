import { expect, test } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { FairShares } from '@/server/sync/document/queues/fair-shares'

const [ada, bob, cem] = ['ada', 'bob', 'cem'] as PersonId[] as [PersonId, PersonId, PersonId]

test('each person stands behind what they asked for before, and whoever asks for little before those who ask for much', () => {
  const shares = new FairShares()
  expect([
    shares.place(ada, 100),
    shares.place(ada, 100),
    shares.place(bob, 1),
    shares.place(ada, 1),
  ]).toEqual([
    { begin: 0, end: 100 },
    { begin: 100, end: 200 },
    { begin: 0, end: 1 },
    { begin: 200, end: 201 },
  ])
})

test('whoever comes late begins where the others are, so that nobody who waits is passed for ever', () => {
  const shares = new FairShares()
  shares.place(ada, 100)
  const waiting = shares.place(bob, 150)
  shares.reach(0)
  expect(shares.place(cem, 1)).toEqual({ begin: 0, end: 1 })
  shares.reach(shares.place(ada, 100).begin)
  const late = shares.place(cem, 100)
  expect(late).toEqual({ begin: 100, end: 200 })
  expect(waiting.end).toBeLessThan(late.end)
})

test('nobody begins earlier because what began earlier has its turn later', () => {
  const shares = new FairShares()
  shares.reach(100)
  shares.reach(50)
  expect(shares.place(ada, 1)).toEqual({ begin: 100, end: 101 })
})
