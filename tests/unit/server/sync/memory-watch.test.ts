import { beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { MemoryWatch } from '@/server/sync/memory-watch'
import { FakeClock } from '../../../support/fake-clock'

const ORDINARY = LIMITS.BOARD_MEMORY_ORDINARY_BYTES
const MOST = 10 * ORDINARY

describe('what all loaded boards take of the memory', () => {
  let clock: FakeClock
  let watch: MemoryWatch
  let sizes: number[]
  const crowding = (): number[] => sizes.filter((bytes) => watch.isCrowding(bytes))
  beforeEach(() => {
    clock = new FakeClock()
    sizes = []
    watch = new MemoryWatch({ clock, mostBytes: MOST, sizes: () => sizes })
  })

  it('[ROOM-19] is nothing to anybody until it is too much, then only to the largest', () => {
    sizes = [MOST - 2 * ORDINARY, ORDINARY, ORDINARY]
    watch.look()
    expect(crowding()).toEqual([])
    sizes = [MOST - 2 * ORDINARY + 1, ORDINARY, ORDINARY]
    watch = new MemoryWatch({ clock, mostBytes: MOST, sizes: () => sizes })
    watch.look()
    expect(crowding()).toEqual([MOST - 2 * ORDINARY + 1])
  })

  it('[ROOM-19] is nothing to whoever has less than an equal share, or no more than an ordinary board', () => {
    sizes = [MOST, MOST / 3, MOST / 3 - 1]
    watch.look()
    expect(crowding()).toEqual([MOST, MOST / 3])
    const ordinary = Array.from({ length: 100 }, () => ORDINARY - 1)
    sizes = [ORDINARY, ...ordinary]
    watch = new MemoryWatch({ clock, mostBytes: MOST, sizes: () => sizes })
    watch.look()
    expect(crowding()).toEqual([ORDINARY])
  })

  it('[ROOM-19] has space for one more board of an ordinary size, and for a large one only while there is', () => {
    expect(watch.hasSpaceFor(MOST)).toBe(true)
    expect(watch.hasSpaceFor(MOST + 1)).toBe(false)
    sizes = [MOST - ORDINARY]
    expect([watch.hasSpaceFor(ORDINARY), watch.hasSpaceFor(MOST / 2)]).toEqual([true, false])
    sizes = [2 * MOST]
    expect(watch.hasSpaceFor(ORDINARY - 1)).toBe(true)
  })

  it('is added up once in a while, however many boards ask', async () => {
    watch.look()
    sizes = [2 * MOST]
    watch.look()
    expect(crowding()).toEqual([])
    await clock.advance(LIMITS.HEARTBEAT_MS / 5)
    watch.look()
    expect(crowding()).toEqual(sizes)
    sizes = [MOST]
    await clock.advance(LIMITS.HEARTBEAT_MS / 5)
    watch.look()
    expect(crowding()).toEqual([])
  })
})
