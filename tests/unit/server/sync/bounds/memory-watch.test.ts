import { beforeEach, describe, expect, it } from 'vitest'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { MemoryWatch } from '@/server/sync/bounds/memory-watch'
import { FakeClock } from '@/tests/support/fake-clock'
import { createQuietLog } from '@/tests/support/quiet-log'

const ORDINARY = LIMITS.BOARD_MEMORY_ORDINARY_BYTES
const MOST = 10 * ORDINARY

describe('what all loaded boards take of the memory', () => {
  let clock: FakeClock
  let watch: MemoryWatch
  let sizes: number[]
  let log: ReturnType<typeof createQuietLog>
  const open = (): MemoryWatch => new MemoryWatch({ clock, log, mostBytes: MOST, sizes: () => sizes })
  const crowding = (): number[] => sizes.filter((bytes) => watch.isCrowding(bytes))
  const isLetIn = (bytes: number | undefined, letOneGo: () => boolean): boolean => {
    try {
      watch.makeSpaceFor('board' as BoardId, letOneGo, bytes)
      return true
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'overloaded' })
      return false
    }
  }
  beforeEach(() => {
    clock = new FakeClock()
    sizes = []
    log = createQuietLog()
    watch = open()
  })

  it('[ROOM-19] is nothing to anybody until it is too much, then only to the largest', () => {
    sizes = [MOST - 2 * ORDINARY, ORDINARY, ORDINARY]
    watch.look()
    expect(crowding()).toEqual([])
    sizes = [MOST - 2 * ORDINARY + 1, ORDINARY, ORDINARY]
    watch = open()
    watch.look()
    expect(crowding()).toEqual([MOST - 2 * ORDINARY + 1])
  })

  it('[ROOM-19] is nothing to whoever has less than an equal share, or no more than an ordinary board', () => {
    sizes = [MOST, MOST / 3, MOST / 3 - 1]
    watch.look()
    expect(crowding()).toEqual([MOST, MOST / 3])
    const ordinary = Array.from({ length: 100 }, () => ORDINARY - 1)
    sizes = [ORDINARY, ...ordinary]
    watch = open()
    watch.look()
    expect(crowding()).toEqual([ORDINARY])
  })

  it('[ROOM-19] has space for one more board of an ordinary size, and for a large one only while there is', () => {
    const fits = (bytes: number): boolean => isLetIn(bytes, () => false)
    expect([fits(MOST), fits(MOST + 1)]).toEqual([true, false])
    sizes = [MOST - ORDINARY]
    expect([fits(ORDINARY), fits(MOST / 2)]).toEqual([true, false])
    sizes = [2 * MOST]
    expect(fits(ORDINARY - 1)).toBe(true)
  })

  it('[ROOM-19] lets boards go that nobody is on for another, no more than it has to', () => {
    sizes = [MOST / 2, MOST / 2, MOST / 2]
    const letOneGo = (): boolean => sizes.pop() !== undefined
    expect([isLetIn(MOST / 2, letOneGo), sizes.length]).toEqual([true, 1])
  })

  it('[ROOM-19] has a board that was turned away read again only once there is space for it', () => {
    sizes = [MOST]
    const [never, always] = [() => false, () => (sizes = []).length === 0]
    expect(isLetIn(undefined, never)).toBe(true)
    expect([isLetIn(MOST, never), isLetIn(undefined, never), isLetIn(undefined, never)]).toEqual([
      false,
      false,
      false,
    ])
    expect([isLetIn(undefined, always), isLetIn(undefined, never)]).toEqual([true, true])
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

  it('is named in the log where it begins to be too much', async () => {
    for (const bytes of [MOST, 2 * MOST, 2 * MOST, MOST, 2 * MOST]) {
      sizes = [bytes]
      watch.look()
      await clock.advance(LIMITS.HEARTBEAT_MS / 5)
    }
    expect(log.events).toEqual(['process.memory-short', 'process.memory-short'])
  })
})
