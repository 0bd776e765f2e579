import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { createImageTurns, type ImageTurns } from '@/server/http/turns/image-turns'

let turns: ImageTurns
let network: string
let begun: string[]

const ask = (from: string, name: string): ServerResponse => {
  network = from
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  const send = (): Promise<Uint8Array> => {
    begun.push(name)
    return Promise.resolve(new Uint8Array(10))
  }
  void turns.inTurn(response, send)
  return response
}
const leaves = (response: ServerResponse | undefined): void => void response?.emit('close')
const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined)

beforeEach(() => {
  vi.useFakeTimers()
  begun = []
  turns = createImageTurns({ asker: () => ({ network, person: '' }) })
})
afterEach(() => vi.useRealTimers())

it('[ROOM-18] gives out a few images at a time, in turns between the networks that ask', async () => {
  const crowd = Array.from({ length: LIMITS.IMAGES_AT_ONCE + 50 }, (_one, at) => ask('10.0.0.1', `${at}`))
  ask('10.0.0.2', 'other')
  await settle()
  expect(begun).toHaveLength(LIMITS.IMAGES_AT_ONCE)
  leaves(crowd[0])
  leaves(crowd[1])
  await settle()
  expect(begun.slice(LIMITS.IMAGES_AT_ONCE)).toContain('other')
})

it('[ROOM-18] lets nobody keep a turn by reading an image slowly or never', async () => {
  for (let at = 0; at < LIMITS.IMAGES_AT_ONCE; at++) ask('10.0.0.1', `${at}`)
  ask('10.0.0.2', 'other')
  await settle()
  expect(begun).not.toContain('other')
  await vi.advanceTimersByTimeAsync(LIMITS.IMAGE_TURN_MS)
  expect(begun).toContain('other')
})

it('gives no turn to whoever has gone', async () => {
  const crowd = Array.from({ length: LIMITS.IMAGES_AT_ONCE + 2 }, (_one, at) => ask('10.0.0.1', `${at}`))
  await settle()
  crowd[LIMITS.IMAGES_AT_ONCE]?.destroy()
  leaves(crowd[0])
  await settle()
  expect(begun.at(-1)).toBe(`${LIMITS.IMAGES_AT_ONCE + 1}`)
})
