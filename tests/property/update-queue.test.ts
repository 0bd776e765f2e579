import { expect, test } from 'vitest'
import type { Role } from '@/lib/access/roles'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { UpdateQueue } from '@/server/sync/document/queues/update-queue'
import { seedFor } from '../support/seed-for'
import { SeededRandom } from '../support/seeded-random'

const SEED = seedFor(20_261_130)
const RUNS = 12
const TICKS = 150
const MOST_PEOPLE = 40
/** What a tick ends before, or takes although it is more than a tick, costs those behind it no more than as much again. */
const LOST_TIMES = 2
const LOST_TICKS = 2

interface Sent {
  readonly connectionId: number
  readonly personId: PersonId
  readonly bytes: number
  readonly tick: number
  /** What this person had waiting then, this included. */
  readonly ownBytes: number
}

/** Mostly letters and moves, at times a large paste, and of some people always as much as they may. */
function sizeFor(random: SeededRandom, isGreedy: boolean): number {
  if (isGreedy && random.below(3) === 0) return 1 + random.below(LIMITS.UPDATE_BYTES)
  return random.below(20) === 0 ? 1 + random.below(LIMITS.TICK_WORK_BYTES) : 1 + random.below(2_000)
}

/** One room: people come, send at random through two sockets each, lose them, and every tick takes its turn. */
function runRoom(seed: number): void {
  const random = new SeededRandom(seed)
  const queue = new UpdateQueue()
  const people = 1 + random.below(MOST_PEOPLE)
  const waiting = new Map<number, Sent>()
  const ownBytes = new Map<PersonId, number>()
  const lastTaken = new Map<PersonId, number>()
  const departed = new Set<number>()
  const settled: number[] = []
  const push = (person: number, tick: number): void => {
    const [connectionId, personId] = [2 * person + random.below(2), `person ${person}` as PersonId]
    if (departed.has(connectionId)) return
    const bytes = sizeFor(random, person % 5 === 0)
    const own = (ownBytes.get(personId) ?? 0) + bytes
    ownBytes.set(personId, own)
    const sent = { connectionId, personId, kind: 'update', role: (): Role => 'participant' } as const
    queue.push({ ...sent, update: new Uint8Array(0), workBytes: bytes })
    waiting.set(queue.lastNumber, { connectionId, personId, bytes, tick, ownBytes: own })
  }
  const take = (tick: number): void => {
    queue.takeTurn((taken) => {
      const numbers = taken.map(({ number }) => number)
      expect(numbers, `in order, seed ${seed}`).toEqual([...numbers].sort((one, other) => one - other))
      for (const number of numbers) {
        const sent = waiting.get(number)
        if (!sent) throw new Error(`${number} came twice, or was never sent: seed ${seed}`)
        waiting.delete(number)
        ownBytes.set(sent.personId, (ownBytes.get(sent.personId) ?? 0) - sent.bytes)
        expect(lastTaken.get(sent.personId) ?? 0, `order of a person, seed ${seed}`).toBeLessThan(number)
        lastTaken.set(sent.personId, number)
        const share = people * (sent.ownBytes + LIMITS.UPDATE_BYTES)
        const atMost = LOST_TICKS + (LOST_TIMES * share) / LIMITS.TICK_WORK_BYTES
        expect(tick - sent.tick, `nobody starves, seed ${seed}`).toBeLessThanOrEqual(atMost)
      }
    })
    for (const connectionId of queue.takeSettled()) {
      expect([...waiting.values()].some((sent) => sent.connectionId === connectionId)).toBe(false)
      settled.push(connectionId)
    }
  }
  let tick = 0
  for (; tick < TICKS; tick++) {
    const busy = random.below(people + 1)
    for (let count = 0; count < busy; count++) push(random.below(people), tick)
    if (random.below(40) === 0) {
      const connectionId = random.below(2 * people)
      if (!departed.has(connectionId)) queue.depart(connectionId)
      departed.add(connectionId)
    }
    take(tick)
  }
  for (; !queue.isEmpty; tick++) take(tick)
  expect(waiting.size).toBe(0)
  expect(settled.sort((one, other) => one - other)).toEqual([...departed].sort((one, other) => one - other))
}

test('[ROOM-15] of whatever many people send nothing is lost, everybody keeps their order, and nobody waits longer than their share', () => {
  for (let run = 0; run < RUNS; run++) runRoom(SEED + run)
})
