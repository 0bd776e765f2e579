import { beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { MESSAGE } from '@/lib/sync/messages'
import { meet, presenceIn, say } from '../support/rooms/presence-heard'
import type { RoomGuest, RoomHarness } from '../support/rooms/room-harness'

describe('the limits of presence', () => {
  let harness: RoomHarness
  let ada: RoomGuest
  let ben: RoomGuest

  beforeEach(async () => {
    ;({ harness, ada, ben } = await meet())
  })

  it('[PRES-6] presence too large or out of shape is dropped, and too much of it ends its sender alone', async () => {
    say(ada, 10, 1, { cursor: { x: 'far', y: 0 } })
    say(ada, 10, 2, { padding: '語'.repeat(LIMITS.PRESENCE_BYTES / 2) })
    await harness.clock.advance(50)
    expect(presenceIn(ben.hear()).size).toBe(0)
    for (let clock = 3; clock < LIMITS.VIOLATIONS + 3; clock++) say(ada, 10, clock, 'nonsense')
    expect([ada.socket.closed?.code, ben.socket.closed]).toEqual([4403, null])
  })

  it('[PRES-6] one connection is present under a few ids, however many their person has collected before', async () => {
    const most = LIMITS.CLIENT_IDS_PER_CONNECTION
    const ids = Array.from({ length: 3 * most }, (_one, at) => 1_000 + at)
    for (let from = 0; from < ids.length; from += most) {
      const line = await harness.join('Ada')
      for (const id of ids.slice(from, from + most)) say(line, id, 1, { idle: true })
      line.socket.leave()
    }
    await harness.clock.advance(50)
    ben.hear()
    for (const id of ids) say(ada, id, 2, { idle: true })
    await harness.clock.advance(50)
    const present = [...presenceIn(ben.hear())].filter(([, state]) => state !== null)
    expect(present.map(([id]) => id)).toEqual(ids.slice(0, most))
    say(ada, 1_000, 3, null)
    say(ada, 1_000 + most, 3, { idle: true })
    await harness.clock.advance(50)
    expect(presenceIn(ben.hear()).get(1_000 + most)).toMatchObject({ idle: true })
    expect(ada.socket.closed).toBeNull()
  })

  it('[PRES-9] whoever may not edit is told to write in nothing, and nobody in more than two texts at a time', async () => {
    const written = (heard: RoomGuest): unknown[] =>
      [...presenceIn(heard.hear()).values()].map((state) => state?.['editing'])
    const write = (line: RoomGuest, [clientId, clock]: [number, number], editing: string | null): void =>
      say(line, clientId, clock, { editing, idle: false })
    write(ben, [50, 1], 'records/shape:note')
    await harness.clock.advance(50)
    expect(written(ada)).toEqual([null])

    const lines = [ada, await harness.join('Ada', { person: 'Ada' })]
    ben.hear()
    for (let id = 10; id < 18; id++) write(lines[id % 2] ?? ada, [id, 1], `records/shape:note-${id}`)
    await harness.clock.advance(50)
    expect(written(ben).filter(Boolean)).toEqual(['records/shape:note-10', 'records/shape:note-11'])
    write(ada, [10, 2], null)
    write(ada, [12, 2], 'records/shape:note-12')
    await harness.clock.advance(50)
    expect(written(ben)).toEqual([null, 'records/shape:note-12'])
  })

  it('whoever asks who is present waits no longer where the clock was set back since somebody asked', async () => {
    say(ada, 10, 1, { idle: true })
    const ask = async (): Promise<boolean> => {
      ben.hear()
      ben.socket.say(new Uint8Array([MESSAGE.queryAwareness]))
      await harness.clock.advance(50)
      return presenceIn(ben.hear()).has(10)
    }
    await harness.clock.advance(50)
    expect([await ask(), await ask()]).toEqual([true, false])
    harness.clock.setBack(3_600_000)
    expect(await ask()).toBe(true)
  })
})
