import { beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { UnfinishedWatch } from '@/server/sync/bounds/unfinished-watch'
import { FakeClock } from '@/tests/support/fake-clock'
import { toPerson } from '@/tests/support/rooms/room-harness'

const { FRAME_BYTES, HEARTBEAT_MS, UNFINISHED_BYTES_IN_ALL, UNFINISHED_BYTES_PER_PERSON } = LIMITS

describe('what has come of messages that are not whole', () => {
  let clock: FakeClock
  let watch: UnfinishedWatch
  let ended: string[]
  const open = (name: string, unfinishedBytes: number, tab = 1) => {
    const end = (): void => {
      ended.push(`${name} ${tab}`)
      watch.count(sender, -1)
    }
    const sender = { person: toPerson(name), unfinishedBytes, end }
    watch.count(sender, 1)
    return sender
  }

  beforeEach(() => {
    clock = new FakeClock()
    watch = new UnfinishedWatch(clock)
    ended = []
  })

  it('[ROOM-16] is bounded for a person on all boards together: the newest sockets end', () => {
    for (const tab of [1, 2, 3, 4]) open('Mallory', FRAME_BYTES, tab)
    open('Ben', FRAME_BYTES)
    watch.look()
    expect(ended).toEqual(['Mallory 3', 'Mallory 4'])
  })

  it('[ROOM-16] is bounded for all people together: from the top, and nobody below an equal share loses any', () => {
    const people = (2 * UNFINISHED_BYTES_IN_ALL) / UNFINISHED_BYTES_PER_PERSON
    const half = UNFINISHED_BYTES_PER_PERSON / 2
    const small = open('Ben', UNFINISHED_BYTES_IN_ALL / people - 1)
    const crowd = Array.from({ length: people - 1 }, (_one, at) =>
      [1, 2].map((tab) => open(`${at}`, half, tab)),
    ).flat()
    watch.look()
    const left = crowd.filter((_sender, at) => !ended.includes(`${Math.floor(at / 2)} ${(at % 2) + 1}`))
    expect(left.length * half + small.unfinishedBytes).toBeLessThanOrEqual(UNFINISHED_BYTES_IN_ALL)
    expect((left.length + 1) * half + small.unfinishedBytes).toBeGreaterThan(UNFINISHED_BYTES_IN_ALL)
    expect(ended.every((name) => name.endsWith(' 2'))).toBe(true)
  })

  it('is looked at once in a while, however many boards ask', async () => {
    watch.look()
    for (const tab of [1, 2, 3]) open('Mallory', FRAME_BYTES, tab)
    watch.look()
    expect(ended).toEqual([])
    await clock.advance(HEARTBEAT_MS / 5)
    watch.look()
    expect(ended).toEqual(['Mallory 3'])
  })
})
