import { expect, test } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { shareGrowth } from '@/server/sync/document/growth/share-growth'

const sent = (person: string, bytes: number, workBytes: number) => ({
  personId: person as PersonId,
  update: new Uint8Array(bytes),
  workBytes,
})

test('what a tick added is its senders’, each by how much they sent', () => {
  const queue = [sent('ada', 32, 20), sent('mallory', 100, 6_000), sent('ada', 10, 32), sent('ben', 2, 64)]
  expect([...shareGrowth(queue, 6_128)]).toEqual([
    ['ada', 64],
    ['mallory', 6_000],
    ['ben', 64],
  ])
})

test('a tick that made a document no larger is nobody’s', () => {
  expect(shareGrowth([sent('ada', 10, 10)], 0).size).toBe(0)
  expect(shareGrowth([sent('ada', 10, 10)], -3).size).toBe(0)
})
