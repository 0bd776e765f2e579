import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSendingTurns, type SendingTurns } from '@/server/http/turns/sending-turns'
import type { Asker } from '@/server/http/turns/queue/asking'

const AT_ONCE = 4
const LASTS_MS = 1_000
const CROWD: Asker = { network: '10.0.0.1', person: 'many' }

let turns: SendingTurns
let asker: Asker
let begun: string[]

interface Asked {
  readonly response: ServerResponse
  /** What the answer is, or the code of the refusal. */
  readonly answer: Promise<unknown>
}

function ask(from: Asker, name: string): Asked {
  asker = from
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  const make = (): Promise<string> => {
    begun.push(name)
    return Promise.resolve(`answer of ${name}`)
  }
  const answer = turns.inTurn(response, make).catch((refusal: unknown) => (refusal as { code: string }).code)
  return { response, answer }
}
const askOften = (from: Asker, times: number): Asked[] =>
  Array.from({ length: times }, (_one, at) => ask(from, `${at}`))
const leaves = (asked: Asked | undefined): void => void asked?.response.emit('close')
const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined)

beforeEach(() => {
  vi.useFakeTimers()
  begun = []
  const options = { atOnce: AT_ONCE, waitingPerPerson: 10, lastsMs: LASTS_MS }
  turns = createSendingTurns({ asker: () => asker }, options)
})
afterEach(() => vi.useRealTimers())

it('[ROOM-18] makes a few answers at a time, in turns between the networks that ask, and the people of one', async () => {
  const crowd = askOften(CROWD, AT_ONCE + 9)
  ask({ network: '10.0.0.2', person: 'far' }, 'of another network')
  ask({ network: '10.0.0.1', person: 'near' }, 'of another person')
  await settle()
  expect(begun).toHaveLength(AT_ONCE)
  for (const answered of crowd.slice(0, 4)) leaves(answered)
  await settle()
  expect(begun.slice(AT_ONCE)).toEqual(expect.arrayContaining(['of another network', 'of another person']))
})

it('[ROOM-18] lets nobody keep a turn by reading an answer slowly or never', async () => {
  askOften(CROWD, AT_ONCE)
  ask({ network: '10.0.0.2', person: 'far' }, 'other')
  await settle()
  expect(begun).not.toContain('other')
  await vi.advanceTimersByTimeAsync(LASTS_MS)
  expect(begun).toContain('other')
})

it('answers as soon as an answer is made, before it has left', async () => {
  expect(await ask(CROWD, 'one').answer).toBe('answer of one')
})

it('gives no turn to whoever has gone', async () => {
  const crowd = askOften(CROWD, AT_ONCE + 2)
  await settle()
  crowd[AT_ONCE]?.response.destroy()
  leaves(crowd[0])
  await settle()
  expect(begun.at(-1)).toBe(`${AT_ONCE + 1}`)
  expect(await crowd[AT_ONCE]?.answer).toBe('request-aborted')
})

it('refuses one person who has too many waiting, and takes those of another', async () => {
  askOften(CROWD, AT_ONCE + 10)
  expect(await ask(CROWD, 'too much').answer).toBe('overloaded')
  const other = ask({ network: '10.0.0.1', person: 'near' }, 'other')
  await vi.advanceTimersByTimeAsync(LASTS_MS)
  expect(await other.answer).toBe('answer of other')
})
