import { beforeEach, describe, expect, it } from 'vitest'
import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { Doorkeeper } from '@/server/sync/bounds/doorkeeper'
import { FakeClock } from '@/tests/support/fake-clock'

const [HERE, THERE] = ['here', 'there'] as BoardId[]
const [MALLORY, ADA] = ['mallory', 'ada'] as PersonId[]

describe('Doorkeeper', () => {
  let clock: FakeClock
  let door: Doorkeeper
  const may = (person = MALLORY, board = HERE): boolean =>
    door.mayConnect(board as BoardId, person as PersonId)

  beforeEach(() => {
    clock = new FakeClock()
    door = new Doorkeeper(clock)
  })

  it('lets a person with many pages in at once, then one connection a second, and others all the time', async () => {
    for (let at = 0; at < LIMITS.CONNECTS_AT_ONCE; at++) expect(may()).toBe(true)
    for (let at = 0; at < 1_000; at++) expect(may()).toBe(false)
    expect([may(ADA), may(MALLORY, THERE)]).toEqual([true, true])
    await clock.advance(1_000)
    expect([may(), may()]).toEqual([true, false])
  })

  it('[ROOM-14] counts a person on all boards together, and others not at all', async () => {
    const boards = Array.from(
      { length: 2 * LIMITS.CONNECTS_IN_ALL_AT_ONCE },
      (_one, at) => `${at}` as BoardId,
    )
    const entered = boards.filter((board) => may(MALLORY, board))
    expect(entered).toHaveLength(LIMITS.CONNECTS_IN_ALL_AT_ONCE)
    const away = (board: string, person = MALLORY): boolean =>
      door.turnsAway(board as BoardId, person as PersonId)
    expect([away('new'), away('0'), away('new', ADA), may(ADA)]).toEqual([true, true, false, true])
    await clock.advance(1_000)
    const again = boards.filter((board) => may(MALLORY, board))
    expect(again).toHaveLength(LIMITS.CONNECTS_IN_ALL_PER_SECOND)
    for (let at = 0; at < LIMITS.CONNECTS_AT_ONCE; at++) expect(may()).toBe(false)
    await clock.advance(1_000)
    expect([may(), may()], 'where a refusal counts for nothing').toEqual([true, true])
  })

  it('says beforehand, and without counting, who would be turned away', async () => {
    const away = (person = MALLORY): boolean => door.turnsAway(HERE as BoardId, person as PersonId)
    for (let at = 0; at < LIMITS.CONNECTS_AT_ONCE; at++) expect([away(), may()]).toEqual([false, true])
    expect([away(), away(ADA)]).toEqual([true, false])
    await clock.advance(1_000)
    expect([away(), away(), may(), away()]).toEqual([false, false, true, true])
    for (let at = 0; at <= LIMITS.OFFENCES_FORGIVEN; at++) door.noteOffence(HERE as BoardId, ADA as PersonId)
    expect(away(ADA)).toBe(true)
  })

  it('forgives a few offences, then lets each be waited for twice as long, up to a limit', async () => {
    const offend = (): void => door.noteOffence(HERE as BoardId, MALLORY as PersonId)
    for (let at = 0; at < LIMITS.OFFENCES_FORGIVEN; at++) offend()
    expect(may()).toBe(true)
    for (const waitMs of [1_000, 2_000, 4_000, 8_000]) {
      offend()
      await clock.advance(waitMs - 1)
      expect(may()).toBe(false)
      await clock.advance(1)
      expect([may(), may(ADA), may(MALLORY, THERE)]).toEqual([true, true, true])
    }
    for (let at = 0; at < 20; at++) offend()
    await clock.advance(LIMITS.OFFENCE_WAIT_MOST_MS)
    expect(may()).toBe(true)
  })

  it('begins anew after a long calm', async () => {
    for (let at = 0; at < 20; at++) door.noteOffence(HERE as BoardId, MALLORY as PersonId)
    await clock.advance(LIMITS.OFFENCES_FORGOTTEN_MS + 1)
    door.noteOffence(HERE as BoardId, MALLORY as PersonId)
    expect(may()).toBe(true)
  })
})
