import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { MESSAGE } from '@/lib/sync/messages'
import { encodePresence } from '@/server/sync/movement/presence-frames'
import { startRooms } from '../support/room-harness'

describe('floods of what is small', () => {
  it('[ROOM-11] pings are counted like messages: whoever never stops is read more slowly, then cut off', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    const flood = (): void => {
      for (let sent = 0; sent <= 2 * LIMITS.FRAMES_PER_SECOND; sent++) ada.socket.pingServer()
    }
    flood()
    expect(ada.socket.isPaused).toBe(true)
    await harness.clock.advance(1_000)
    expect([ada.socket.isPaused, ada.socket.closed]).toEqual([false, null])
    for (let second = 0; second < 60 && !ada.socket.closed; second++) {
      flood()
      await harness.clock.advance(1_000)
    }
    expect(ada.socket.closed?.code).toBe(1013)
  })

  it.each([
    ['one person opens a board as often as they may', 'Mallory', LIMITS.TICK_MS],
    ['as many people come', undefined, LIMITS.TICK_BUSY_MS],
  ])('[ROOM-13] a change is told as soon as it may be when %s', async (_, person, tickMs) => {
    const harness = await startRooms()
    const [ada, ben] = [await harness.join('Ada'), await harness.join('Ben')]
    for (let at = 0; at < LIMITS.TICK_BUSY_CONNECTIONS - LIMITS.CONNECTIONS_PER_PERSON; at++)
      await harness.join(`Guest ${at}`)
    for (let at = 0; at < LIMITS.CONNECTIONS_PER_PERSON; at++)
      await harness.join(`Mallory ${at}`, person === undefined ? {} : { person })
    const move = (dx: number): Promise<void> =>
      ada.edit((board) => board.placements.set('card/canvas', { target: 'canvas', dx, dy: 0 }))
    const updates = (): number => ben.hear().filter(({ type }) => type === MESSAGE.sync).length
    await move(1)
    ben.hear()
    await move(2)
    await harness.clock.advance(tickMs - 1)
    const before = updates()
    await harness.clock.advance(1)
    expect([before, updates()]).toEqual([0, 1])
  })

  it('[PRES-4] asking who is present again and again is answered once a second, to all who asked', async () => {
    const harness = await startRooms()
    const [ada, ben] = [await harness.join('Ada'), await harness.join('Ben')]
    ada.socket.say(encodePresence([{ clientId: 10, clock: 1, json: '{"idle":true}' }]))
    await harness.clock.advance(1_000)
    const answersTo = (guest: typeof ada): number =>
      guest.hear().filter(({ type }) => type === MESSAGE.awareness).length
    for (const guest of [ada, ben]) guest.hear()
    for (let asked = 0; asked < 20; asked++)
      for (const { socket } of [ada, ben]) socket.say(new Uint8Array([MESSAGE.queryAwareness]))
    const atOnce = [ada, ben].map(answersTo)
    await harness.clock.advance(LIMITS.PRESENCE_ANSWER_MS)
    expect([atOnce, [ada, ben].map(answersTo)]).toEqual([
      [1, 0],
      [1, 1],
    ])
    expect(harness.clock.waiting).toBe(1)
  })
})
