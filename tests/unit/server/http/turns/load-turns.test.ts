import { beforeEach, describe, expect, it } from 'vitest'
import type { AppError } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import { createLoadTurns } from '@/server/http/turns/load-turns'
import type { LoadTurns } from '@/server/sync/bounds/load-turns'
import { FakeClock } from '@/tests/support/fake-clock'

const TOOK_MS = 300
const { HEAVY_LOAD_REST_TIMES, HEAVY_LOAD_WAIT_MS, HEAVY_LOADS_WAITING_PER_PERSON } = LIMITS

describe('turns to load heavy boards', () => {
  let clock: FakeClock
  let now: number
  let asker = { network: '', person: '' }
  let turns: LoadTurns
  let begun: string[]
  let ended: (() => void)[]

  /** Asks for a load that works for a while when it begins, and is over when the test says so. */
  const ask = (network: string, person = 'ada'): Promise<string> => {
    asker = { network, person }
    const name = `${network} ${person}`
    return turns.inTurn(async (pace) => {
      begun.push(name)
      await pace.run(work())
      await new Promise<void>((resolve) => ended.push(resolve))
      return name
    })
  }
  function* work(): Generator<void, void> {
    yield
    now += TOOK_MS
  }
  const endOne = async (): Promise<void> => {
    await clock.advance(0)
    ended.shift()?.()
    await clock.advance(0)
  }
  const codeOf = (load: Promise<unknown>): Promise<unknown> =>
    load.then(
      () => 'loaded',
      (thrown: unknown) => (thrown as AppError).code,
    )

  beforeEach(() => {
    clock = new FakeClock()
    now = 0
    begun = []
    ended = []
    const worked = { now: () => clock.now() + now, after: clock.after.bind(clock) }
    turns = createLoadTurns({ asking: { asker: () => asker }, clock: worked })
  })

  it('[ROOM-20] come one after the other, and twice as much time as a load took is left to others', async () => {
    const loads = [ask('home'), ask('home')]
    await clock.advance(0)
    expect(begun).toHaveLength(1)
    await endOne()
    expect(await loads[0]).toBe('home ada')
    await clock.advance(HEAVY_LOAD_REST_TIMES * TOOK_MS - 1)
    expect(begun).toHaveLength(1)
    await clock.advance(1)
    expect(begun).toHaveLength(2)
    await endOne()
    await Promise.all(loads)
  })

  it('[ROOM-20] go round the networks, and in each round its people, however many one asks for', async () => {
    const loads = [ask('far', 'eve'), ask('far', 'eve'), ask('far', 'eve'), ask('far', 'fay'), ask('home')]
    for (let load = 0; load < loads.length; load++) {
      await endOne()
      await clock.advance(HEAVY_LOAD_REST_TIMES * TOOK_MS)
    }
    await Promise.all(loads)
    expect(begun.slice(0, 3)).toEqual(['far eve', 'far eve', 'home ada'])
    expect(begun[3]).toBe('far fay')
  })

  it('[ROOM-20] are refused where they do not come in time, or too many of one person wait', async () => {
    const first = ask('home')
    const late = codeOf(ask('home'))
    await clock.advance(HEAVY_LOAD_WAIT_MS)
    expect(await late).toBe('overloaded')
    await endOne()
    expect(await codeOf(first)).toBe('loaded')
    await clock.advance(HEAVY_LOAD_REST_TIMES * TOOK_MS)
    expect(begun).toHaveLength(1)
    const many = Array.from({ length: HEAVY_LOADS_WAITING_PER_PERSON + 2 }, () => codeOf(ask('home')))
    expect(await many.at(-1)).toBe('overloaded')
    turns.stop()
    expect(await many.at(-2)).toBe('restarting')
    await endOne()
    expect(await many[0]).toBe('loaded')
  })

  it('go on after a load that failed', async () => {
    const failed = turns.inTurn(() => Promise.reject(new Error('broken')))
    await expect(failed).rejects.toThrow('broken')
    await clock.advance(0)
    const next = ask('home')
    await clock.advance(0)
    await endOne()
    expect(await next).toBe('home ada')
  })
})
