import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import type { Asker } from '@/server/http/turns/queue/asking'
import { createPageTurns, type PageTurns } from '@/server/http/turns/page-turns'

let turns: PageTurns
let asker: Asker
let begun: string[]
let resting: Promise<void>
let ends: Map<string, () => void>

/** Asks for a page in the name of a network, or somebody there; answers with what is heard of it. */
const ask = (from: string | Asker, name = typeof from === 'string' ? from : from.person) => {
  asker = typeof from === 'string' ? { network: from, person: '' } : from
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  const done = turns.inTurn(response, () => {
    begun.push(name)
    return new Promise((resolve) => ends.set(name, resolve))
  })
  return { response, done }
}
const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined)
const end = async (name: string): Promise<void> => {
  ends.get(name)?.()
  await settle()
}

beforeEach(() => {
  vi.useFakeTimers()
  resting = Promise.resolve()
  ;[turns, begun, ends] = [
    createPageTurns({ asking: { asker: () => asker }, rest: () => resting }),
    [],
    new Map(),
  ]
})
afterEach(() => vi.useRealTimers())

it('[ROOM-18] renders a few pages at a time, in turns between the networks that ask', async () => {
  const many = Array.from({ length: LIMITS.PAGES_AT_ONCE + 2 }, (_one, at) => ask('10.0.0.1', `one ${at}`))
  ask('10.0.0.2', 'other')
  expect(begun).toEqual(['one 0', 'one 1', 'one 2'])
  await end('one 0')
  await many[0]?.done
  await end('one 1')
  expect(begun.slice(LIMITS.PAGES_AT_ONCE)).toEqual(['one 3', 'other'])
})

it('[ROOM-18] takes in whoever comes before it goes on with the next page', async () => {
  let goOn = (): void => undefined
  resting = new Promise((resolve) => (goOn = resolve))
  for (let at = 0; at <= LIMITS.PAGES_AT_ONCE; at++) ask('10.0.0.1', `${at}`)
  await end('0')
  expect(begun).toHaveLength(LIMITS.PAGES_AT_ONCE)
  goOn()
  await settle()
  expect(begun.at(-1)).toBe(`${LIMITS.PAGES_AT_ONCE}`)
})

it('[ROOM-18] lets nobody keep a turn by taking a page slowly, and still gives it to them whole', async () => {
  const slow = Array.from({ length: LIMITS.PAGES_AT_ONCE }, (_one, at) => ask('10.0.0.1', `slow ${at}`))
  ask('10.0.0.2', 'other')
  expect(begun).not.toContain('other')
  await vi.advanceTimersByTimeAsync(LIMITS.PAGE_TURN_MS)
  expect(begun).toContain('other')
  await end('slow 0')
  await expect(slow[0]?.done).resolves.toBeUndefined()
})

it('[ROOM-18] keeps nobody waiting behind all that a neighbour under the same address asks for', async () => {
  for (let at = 0; at < LIMITS.PAGES_AT_ONCE + LIMITS.PAGES_WAITING_PER_ASKER; at++)
    ask({ network: '10.0.0.1', person: 'one neighbour' }, `many ${at}`)
  ask({ network: '10.0.0.1', person: 'another neighbour' }, 'other')
  await end('many 0')
  await end('many 1')
  expect(begun.slice(LIMITS.PAGES_AT_ONCE)).toContain('other')
})

it('renders nothing for whoever has gone, and refuses where too many of one asker wait', async () => {
  const names = Array.from(
    { length: LIMITS.PAGES_AT_ONCE + LIMITS.PAGES_WAITING_PER_ASKER },
    (_one, at) => `${at}`,
  )
  const asked = names.map((name) => ask('10.0.0.1', name))
  await expect(ask('10.0.0.1', 'too many').done).rejects.toMatchObject({ code: 'overloaded' })
  asked[LIMITS.PAGES_AT_ONCE]?.response.destroy()
  await end('0')
  await asked[LIMITS.PAGES_AT_ONCE]?.done
  expect(begun).toEqual(['0', '1', '2', '4'])
})
