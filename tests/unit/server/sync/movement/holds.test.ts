import { describe, expect, it } from 'vitest'
import { cardShapeId } from '@/lib/board/layout'
import type { InitiativeId, InstanceId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { Holds } from '@/server/sync/movement/holds'

const ada = { connectionId: 1, personId: 'ada' as PersonId }
const eve = { connectionId: 2, personId: 'eve' as PersonId }

function take(
  holds: Holds,
  who: typeof ada,
  ids: readonly string[],
  now = 0,
  what: 'move' | 'tray' = 'move',
): string[] {
  const records = ids.map((id) => ({ id, x: 0, y: 0 }))
  return holds.take(who, { kind: 'start', gesture: 1, what, records }, now).map(({ id }) => id)
}

/** How long it takes at least to begin with a full hand out of the tray, where so many others have full hands. */
function leastMsOfStart(others: number): number {
  const holds = new Holds()
  const fullHand = (of: string): string[] =>
    Array.from({ length: LIMITS.LANE_RECORDS }, (_, at) => `${of}-${at}`)
  for (let other = 0; other < others; other++)
    take(
      holds,
      { connectionId: 10 + other, personId: `${other}` as PersonId },
      fullHand(`shape:card-${other}`),
    )
  const takesMs = Array.from({ length: 30 }, () => {
    const startedAt = performance.now()
    take(holds, eve, fullHand('one'), 0, 'tray')
    return performance.now() - startedAt
  })
  return Math.min(...takesMs)
}

/** How long it takes at least to begin with a full hand of cards whose ids end so. */
function leastMsOfCards(end: string): number {
  const holds = new Holds()
  const cards = Array.from({ length: LIMITS.LANE_RECORDS }, (_, at) => `shape:card-${at}-${end}`)
  const takesMs = Array.from({ length: 30 }, () => {
    const startedAt = performance.now()
    take(holds, eve, cards)
    return performance.now() - startedAt
  })
  return Math.min(...takesMs)
}

describe('Holds', () => {
  it('gives a record to whoever took it first, also on another line of theirs, and then to others', () => {
    const holds = new Holds()
    expect(take(holds, ada, ['shape:a'])).toEqual(['shape:a'])
    expect(take(holds, eve, ['shape:a', 'shape:b'])).toEqual(['shape:b'])
    expect(take(holds, { ...ada, connectionId: 3 }, ['shape:a'])).toEqual(['shape:a'])
    holds.release(1, 0)
    expect(take(holds, eve, ['shape:a']), 'the newer line has it').toEqual([])
    holds.release(3, 0)
    expect(take(holds, eve, ['shape:a'])).toEqual(['shape:a'])
  })

  it('keeps a card that somebody carries from a hand that comes from the tray', () => {
    const holds = new Holds()
    take(holds, ada, [cardShapeId('one' as InitiativeId, 'map' as InstanceId)])
    expect(take(holds, eve, ['one', 'two'], 0, 'tray')).toEqual(['two'])
    expect(take(holds, ada, ['one'], 0, 'tray')).toEqual(['one'])
  })

  it('[PRES-9] keeps the cards of what somebody carries out of the tray from every other hand until they let go', () => {
    const holds = new Holds()
    take(holds, ada, ['one'], 0, 'tray')
    const card = cardShapeId('one' as InitiativeId, 'map' as InstanceId)
    expect(take(holds, eve, [card, 'shape:a'])).toEqual(['shape:a'])
    holds.release(1, 0)
    expect(take(holds, eve, [card])).toEqual([card])
    holds.release(2, 0)
    expect(take(holds, ada, ['one'], 0, 'tray')).toEqual(['one'])
  })

  it('takes no longer to give out what comes out of the tray where many hold much', () => {
    expect(leastMsOfStart(300)).toBeLessThan(4 * leastMsOfStart(15))
  })

  it('takes hardly longer to give out what somebody made up ids of dashes for', () => {
    expect(leastMsOfCards('-'.repeat(140))).toBeLessThan(25 * leastMsOfCards('a'.repeat(140)))
  })

  it('gives nothing back to a hand that was silent for so long that others may have taken it', () => {
    const holds = new Holds()
    take(holds, ada, ['shape:a'])
    expect(take(holds, eve, ['shape:a'], LIMITS.HOLD_SILENCE_MS + 1)).toEqual(['shape:a'])
    expect(holds.touch(1, LIMITS.HOLD_SILENCE_MS + 2)).toBe(false)
    holds.release(1, LIMITS.HOLD_SILENCE_MS + 2)
    expect(take(holds, ada, ['shape:a'], LIMITS.HOLD_SILENCE_MS + 3)).toEqual([])
  })

  it('names the hand that was silent longest where a person has more than a person has', () => {
    const holds = new Holds()
    for (const connectionId of [1, 2]) take(holds, { ...ada, connectionId }, [`shape:${connectionId}`])
    expect(holds.oneTooMany(ada.personId)).toBeNull()
    holds.touch(1, 10)
    take(holds, { ...ada, connectionId: 3 }, ['shape:3'], 20)
    expect(holds.oneTooMany(ada.personId)).toBe(2)
    expect(holds.oneTooMany(eve.personId)).toBeNull()
  })

  it('counts silent time and hands that begin anew, and gives the time back in the end', () => {
    const holds = new Holds()
    const ids = Array.from({ length: LIMITS.LANE_RECORDS }, (_, at) => `shape:${at}`)
    let now = 0
    for (; take(holds, ada, ids, now).length === ids.length && now < 600_000;) now += 4_900
    expect(now).toBeLessThan(70_000)
    expect(holds.touch(1, now + 4_900)).toBe(false)
    holds.release(1, now + 4_900)
    now += (LIMITS.HELD_RECORD_SECONDS_AT_ONCE / LIMITS.HELD_RECORDS_ALWAYS) * 1_000 + 100_000
    expect(take(holds, ada, ids, now)).toEqual(ids)
  })

  it('counts of a silence no more than what a hand holds in it', () => {
    const holds = new Holds()
    const ids = Array.from({ length: LIMITS.LANE_RECORDS }, (_, at) => `shape:${at}`)
    take(holds, ada, ids)
    expect(take(holds, ada, ids, 3_600_000)).toEqual(ids)
  })

  it('[PRES-9] gives nobody more time, and nothing for longer, where the clock was set back', () => {
    const holds = new Holds()
    const hourMs = 3_600_000
    const ids = Array.from({ length: LIMITS.LANE_RECORDS }, (_, at) => `shape:${at}`)
    take(holds, ada, ids, hourMs)
    expect(take(holds, eve, ['shape:0'], 0)).toEqual(['shape:0'])
    holds.release(2, 0)
    take(holds, ada, ids, 0)
    let now = 0
    while (holds.touch(1, now) && now < hourMs) now += 1_000
    expect(now).toBeLessThan(2 * 60_000)
  })

  it('lets a person hold a few for as long as they like', () => {
    const holds = new Holds()
    const ids = Array.from({ length: LIMITS.HELD_RECORDS_ALWAYS }, (_, at) => `shape:${at}`)
    take(holds, ada, ids)
    for (let now = 0; now < 7_200_000; now += 2_000) expect(holds.touch(1, now)).toBe(true)
  })
})
