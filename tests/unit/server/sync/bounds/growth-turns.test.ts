import { expect, test } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { GrowthTurns } from '@/server/sync/bounds/growth-turns'
import { PersonAllowances } from '@/server/sync/socket/allowance'
import { TokenBucket } from '@/server/sync/socket/token-bucket'
import { FakeClock } from '@/tests/support/fake-clock'

const { BOARD_GROWTH_STRUCTS_AT_ONCE, BOARD_GROWTH_STRUCTS_PER_SECOND } = LIMITS
const LITTLE = LIMITS.LITTLE_GROWTH_STRUCTS_AT_ONCE
const mallory = 'mallory' as PersonId
const workOf = (structs: number): number => structs * LIMITS.STRUCT_WORK_BYTES

function start() {
  const clock = new FakeClock()
  const growth = new TokenBucket(BOARD_GROWTH_STRUCTS_PER_SECOND, BOARD_GROWTH_STRUCTS_AT_ONCE, clock.now())
  const allowances = new PersonAllowances()
  const allowanceOf = (personId: PersonId) => allowances.of(personId, clock.now())
  let asked = 0
  /** Of an update nothing is news but its bytes. */
  const weighNews = (update: Uint8Array): number => (asked++, workOf(update.length))
  const turns = new GrowthTurns({ clock, growth, allowanceOf, weighNews })
  const asker = (name: string, joinedAt: number) => ({ person: { personId: name as PersonId, joinedAt } })
  const isTaken = (
    who: ReturnType<typeof asker>,
    structs: number,
    update = new Uint8Array(structs),
  ): boolean => {
    const taken = turns.waitMsFor(who, { update, workBytes: workOf(structs) }) === 0
    if (taken) turns.begin(who.person.personId, workOf(structs))
    return taken
  }
  return { clock, turns, asker, isTaken, timesAsked: () => asked }
}

test('[ROOM-15] what is on its way counts until its tick, and then what the board grew by', () => {
  const { turns, asker, isTaken } = start()
  const [ada, ben, cem] = [asker('ada', 1), asker('ben', 2), asker('cem', 3)]
  const most = LIMITS.STRUCTS_PER_UPDATE
  turns.grow(mallory, BOARD_GROWTH_STRUCTS_AT_ONCE - 2 * most)
  expect([isTaken(ada, most), isTaken(ben, most), isTaken(cem, 2 * LITTLE)]).toEqual([true, true, false])
  turns.end(ada.person.personId, workOf(most))
  turns.grow(mallory, 10)
  expect([isTaken(cem, most), isTaken(cem, most - 10)]).toEqual([false, true])
})

test('[ROOM-15] little waits for nothing of others, and is counted together until its ticks', () => {
  const { turns, asker, isTaken } = start()
  const ada = asker('ada', 9)
  turns.grow(mallory, 2 * BOARD_GROWTH_STRUCTS_AT_ONCE)
  expect([isTaken(asker('ben', 1), LITTLE + 1), isTaken(ada, LITTLE - 1)]).toEqual([false, true])
  expect([isTaken(ada, 2), isTaken(ada, 1)]).toEqual([false, true])
  turns.end(ada.person.personId, workOf(LITTLE))
  turns.grow(ada.person.personId, LITTLE - 1)
  expect([isTaken(ada, 2), isTaken(ada, 1)]).toEqual([false, true])
})

test('[ROOM-15] of those who wait, whoever joined first comes first, until they ask no more', async () => {
  const { clock, turns, asker, isTaken } = start()
  const [early, late] = [asker('early', 1), asker('late', 2)]
  turns.grow(mallory, BOARD_GROWTH_STRUCTS_AT_ONCE)
  const seconds = 5
  const much = seconds * BOARD_GROWTH_STRUCTS_PER_SECOND
  for (let second = 0; second < seconds; second++) {
    expect([isTaken(early, much), isTaken(late, LITTLE + 1)]).toEqual([false, false])
    await clock.advance(1_000)
  }
  expect(isTaken(early, much)).toBe(true)
  turns.end(early.person.personId, workOf(much))
  expect(isTaken(early, 2 * BOARD_GROWTH_STRUCTS_AT_ONCE)).toBe(false)
  expect(isTaken(late, LITTLE + 1)).toBe(false)
  await clock.advance(3_000)
  expect(isTaken(late, LITTLE + 1)).toBe(true)
})

test('[ROOM-15] of what the board has already nothing waits, and it is looked for once, where anything would wait', () => {
  const { turns, asker, isTaken, timesAsked } = start()
  const [ada, ben] = [asker('ada', 1), asker('ben', 2)]
  expect([isTaken(ada, 5 * LITTLE), timesAsked()]).toEqual([true, 0])
  turns.grow(mallory, BOARD_GROWTH_STRUCTS_AT_ONCE)
  expect(isTaken(ben, 5 * LITTLE, new Uint8Array(LITTLE))).toBe(true)
  const much = new Uint8Array(LITTLE + 1)
  expect([isTaken(ada, 5 * LITTLE, much), isTaken(ada, 5 * LITTLE, much)]).toEqual([false, false])
  expect(timesAsked()).toBe(2)
})

test('[ROOM-15] nobody waits for whoever is gone', async () => {
  const { clock, turns, asker, isTaken } = start()
  const [early, late] = [asker('early', 1), asker('late', 2)]
  turns.grow(mallory, BOARD_GROWTH_STRUCTS_AT_ONCE)
  await clock.advance(1_000)
  expect([isTaken(early, 2 * BOARD_GROWTH_STRUCTS_PER_SECOND), isTaken(late, LITTLE + 1)]).toEqual([
    false,
    false,
  ])
  turns.forget(early)
  expect(isTaken(late, LITTLE + 1)).toBe(true)
})

test('[ROOM-15] however much a crowd had to be counted for, a board is paid for in the end, and so is a person', async () => {
  const { clock, turns, asker, isTaken } = start()
  const ada = asker('ada', 1)
  for (let count = 0; count < 100; count++)
    for (const personId of [mallory, ada.person.personId]) turns.grow(personId, BOARD_GROWTH_STRUCTS_AT_ONCE)
  await clock.advance((1_000 * BOARD_GROWTH_STRUCTS_AT_ONCE) / BOARD_GROWTH_STRUCTS_PER_SECOND)
  expect(isTaken(ada, 2 * LITTLE)).toBe(false)
  await clock.advance(1_000 + (1_000 * 2 * LITTLE) / BOARD_GROWTH_STRUCTS_PER_SECOND)
  expect(isTaken(ada, 2 * LITTLE)).toBe(true)
  turns.end(ada.person.personId, workOf(2 * LITTLE))
  turns.grow(mallory, 2 * BOARD_GROWTH_STRUCTS_AT_ONCE)
  await clock.advance((1_000 * LITTLE) / LIMITS.LITTLE_GROWTH_STRUCTS_PER_SECOND)
  turns.grow(mallory, 2 * BOARD_GROWTH_STRUCTS_AT_ONCE)
  expect(isTaken(ada, LITTLE / 2)).toBe(true)
})

test('[ROOM-15] no update is thought to be more than one may be', () => {
  const { turns, asker, isTaken } = start()
  turns.grow(mallory, BOARD_GROWTH_STRUCTS_AT_ONCE - LIMITS.STRUCTS_PER_UPDATE)
  expect(isTaken(asker('ada', 1), 10 * LIMITS.STRUCTS_PER_UPDATE)).toBe(true)
})

test('[ROOM-15] whoever was taken, or asked last before the clock was set back, keeps nobody waiting', async () => {
  const { clock, turns, asker, isTaken } = start()
  const [early, late] = [asker('early', 1), asker('late', 2)]
  const much = 2 * LITTLE
  turns.grow(mallory, BOARD_GROWTH_STRUCTS_AT_ONCE)
  expect([isTaken(early, much), isTaken(early, 1)]).toEqual([false, true])
  turns.end(early.person.personId, workOf(1))
  await clock.advance(Math.ceil((1_000 * much) / BOARD_GROWTH_STRUCTS_PER_SECOND))
  expect(isTaken(late, much)).toBe(true)
  turns.end(late.person.personId, workOf(much))
  await clock.advance(2_000)
  expect(isTaken(early, LIMITS.STRUCTS_PER_UPDATE)).toBe(false)
  clock.setBack(3_600_000)
  expect(isTaken(late, LITTLE + 1)).toBe(true)
})
