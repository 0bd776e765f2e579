import { describe, expect, it } from 'vitest'
import { encodeLaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { MESSAGE } from '@/lib/sync/messages'
import { createRecords } from '@/lib/board/operations/records'
import { encodePresence } from '@/server/sync/movement/presence-frames'
import { geoRecord } from '../support/boards/board-builders'
import { authorOf } from '../support/boards/board-edits'
import { startRooms } from '../support/rooms/room-harness'

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

  it('[ROOM-15] what has to be put back counts as if its sender had written it', async () => {
    const harness = await startRooms()
    const [ada, mallory] = [await harness.join('Ada'), await harness.join('Mallory')]
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'word '.repeat(2_000) }] }]
    const ids = Array.from({ length: LIMITS.VIOLATIONS }, (_one, at) => `shape:note-${at}`)
    const look = geoRecord('', { meta: { createdBy: ada.person.personId, createdAt: harness.clock.now() } })
    const props = { ...(look['props'] as object), w: 2_000, h: 2_000, richText: { type: 'doc', content } }
    await ada.edit((board) => {
      for (const id of ids) createRecords(board, authorOf('Ada'), [{ ...look, id, props }])
    })
    await harness.clock.advance(5_000)
    mallory.hear()
    const spoil = (): Promise<void> =>
      mallory.edit((board) => ids.forEach((id) => board.records.get(id)?.set('props.richText', 0)))
    for (let time = 0; time < 7; time++) {
      await spoil()
      await harness.clock.advance(100)
      mallory.hear()
    }
    expect([mallory.socket.isPaused, mallory.socket.closed]).toEqual([true, null])
  })

  it('[ROOM-11] presence and gestures are counted by their bytes: a hand that carries much is never slowed', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    const moves = presenceOf(20, 27)
    for (let second = 0; second < 60; second++) {
      ada.socket.say(startOf(second, 27))
      for (let frame = 0; frame < 30; frame++) {
        if (frame % 5 < 2) ada.socket.say(moves())
        ada.socket.say(encodeLaneFrame({ kind: 'delta', gesture: second, dx: 1_000 + frame, dy: -1_000 }))
        await harness.clock.advance(1_000 / 30)
        expect([ada.socket.isPaused, ada.socket.closed]).toEqual([false, null])
      }
      ada.socket.say(encodeLaneFrame({ kind: 'end', gesture: second }))
    }
  })

  it('[ROOM-11] a hand that takes and lets go of things all the time is slowed long before its frames are as many as may be', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    const records = [{ id: 'shape:one', x: 0, y: 0 }]
    const often = LIMITS.LANE_FRAMES_PER_SECOND / 4
    for (let gesture = 0; gesture < 8 * often && !ada.socket.isPaused; gesture++) {
      ada.socket.say(encodeLaneFrame({ kind: 'start', gesture, what: 'move', records }))
      ada.socket.say(encodeLaneFrame({ kind: 'end', gesture }))
      await harness.clock.advance(1_000 / often)
    }
    expect([ada.socket.isPaused, ada.socket.closed]).toEqual([true, null])
  })

  it('[ROOM-11] a hand that draws one short stroke after the other, and takes nothing, is never slowed', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    for (let gesture = 0; gesture < 6 * 60; gesture++) {
      ada.socket.say(encodeLaneFrame({ kind: 'start', gesture, what: 'bounds', records: [] }))
      for (let move = 0; move < 3; move++) {
        const bounds = { x: move, y: 0, w: 1, h: 1 }
        ada.socket.say(encodeLaneFrame({ kind: 'bounds', gesture, ...bounds }))
      }
      ada.socket.say(encodeLaneFrame({ kind: 'end', gesture }))
      await harness.clock.advance(1_000 / 6)
      expect(ada.socket.isPaused).toBe(false)
    }
  })

  it.each([
    ['presence', () => presenceOf(20, 150), 20],
    ['gestures', () => (gesture: number) => startOf(gesture, 150), 4],
  ] as const)(
    '[ROOM-11] %s that stay within their frames but not their bytes are slowed',
    async (_, make, times) => {
      const harness = await startRooms()
      const ada = await harness.join('Ada')
      const next: (at: number) => Uint8Array = make()
      for (let second = 0; second < 5 && !ada.socket.isPaused; second++)
        for (let at = 0; at < times; at++) {
          ada.socket.say(next(second * times + at))
          await harness.clock.advance(1_000 / times)
        }
      expect([ada.socket.isPaused, ada.socket.closed]).toEqual([true, null])
    },
  )
})

/** Presence with so many shapes selected, with ids of so many characters; the cursor is elsewhere each time. */
function presenceOf(shapes: number, characters: number): () => Uint8Array {
  let clock = 0
  const selection = Array.from({ length: shapes }, (__, at) => `${at}`.padEnd(characters, 'x'))
  const camera = { x: -1234.56789, y: 1234.56789, w: 1920.5, h: 1080.5 }
  return () => {
    clock++
    const json = JSON.stringify({
      cursor: { x: clock + 0.123456, y: -clock },
      camera,
      selection,
      idle: false,
    })
    return encodePresence([{ clientId: 10, clock, json }])
  }
}

function startOf(gesture: number, characters: number): Uint8Array {
  const records = Array.from({ length: LIMITS.LANE_RECORDS }, (__, at) => ({
    id: `shape:${at}`.padEnd(characters, 'x'),
    ...{ x: 12_345, y: -12_345 },
  }))
  return encodeLaneFrame({ kind: 'start', gesture, what: 'move', records })
}
