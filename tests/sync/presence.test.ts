import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeLaneFrame, decodeLaneRelay } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { MESSAGE } from '@/lib/sync/messages'
import { readPresence } from '@/server/sync/movement/presence-frames'
import { BOARD } from '../support/boards/stored-board'
import type { HeardMessage } from '../support/rooms/fake-socket-pair'
import { meet, presenceIn, say } from '../support/rooms/presence-heard'
import type { RoomGuest, RoomHarness } from '../support/rooms/room-harness'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

function gesturesIn(heard: readonly HeardMessage[]): unknown[] {
  return heard
    .filter(({ type }) => type === MESSAGE.lane)
    .flatMap(({ content }) => decodeLaneRelay(decoding.createDecoder(content as Uint8Array)))
    .map(({ senderClientId, frame }) => [senderClientId, frame.kind])
}

describe('presence', () => {
  let harness: RoomHarness
  let ada: RoomGuest
  let ben: RoomGuest

  beforeEach(async () => {
    ;({ harness, ada, ben } = await meet())
  })

  it('[PRES-1] who somebody is comes from membership, whatever they say; viewers are present too', async () => {
    say(ben, 20, 1, {
      user: { personId: 'person-Ada', name: 'Ada', role: 'facilitator' },
      cursor: { x: 1, y: 2 },
    })
    await harness.clock.advance(50)
    const user = { personId: 'person-Ben', name: 'Ben', colorSlot: ben.person.colorSlot, role: 'viewer' }
    expect(presenceIn(ada.hear()).get(20)).toEqual({ user, cursor: { x: 1, y: 2 } })
  })

  it('[PRES-1] a new name holds at once, on every socket of its person', async () => {
    const otherTab = await harness.join('Ben', { role: 'viewer' })
    otherTab.hear()
    say(ben, 20, 1, { idle: true })
    harness.rooms.rename(ben.person.personId, 'Benedict')
    for (const tab of [ben, otherTab])
      expect(tab.hear().map(({ content }) => content)).toContainEqual({ type: 'name', name: 'Benedict' })
    expect(ada.hear().map(({ type }) => type)).not.toContain(MESSAGE.session)
    say(ben, 20, 2, { idle: true })
    await harness.clock.advance(50)
    expect(presenceIn(ada.hear()).get(20)).toMatchObject({ user: { name: 'Benedict', role: 'viewer' } })
  })

  it('[PRES-2] an id belongs to whoever used it first; nobody else speaks for it or removes it', async () => {
    say(ada, 10, 5, { cursor: { x: 1, y: 1 } })
    await harness.clock.advance(50)
    ben.hear()
    say(ben, 10, 9, { cursor: { x: 666, y: 666 } })
    say(ben, 10, 9, null)
    const late = await harness.join('Lea')
    await harness.clock.advance(50)
    expect(presenceIn(ada.hear()).has(10)).toBe(false)
    expect(presenceIn(late.hear()).get(10)).toMatchObject({ cursor: { x: 1, y: 1 }, user: { name: 'Ada' } })
    expect(ben.socket.closed).toBeNull()
  })

  it('[PRES-2] an id that wrote in the document belongs to its writer in presence too', async () => {
    await ada.edit((board) =>
      board.meta.doc?.getMap('placements').set('a/canvas', { target: 'canvas', dx: 1, dy: 1 }),
    )
    await harness.clock.advance(50)
    say(ben, ada.board.doc.clientID, 1, { idle: true })
    await harness.clock.advance(50)
    expect(presenceIn(ada.hear()).has(ada.board.doc.clientID)).toBe(false)
  })

  it('[PRES-3] whoever loses the line without a word is gone for the others at once', async () => {
    say(ada, 10, 5, { idle: true })
    await harness.clock.advance(50)
    ben.hear()
    ada.socket.leave()
    await harness.clock.advance(50)
    expect(presenceIn(ben.hear())).toEqual(new Map([[10, null]]))
    say(ben, 10, 5, { idle: true })
    const late = await harness.join('Lea')
    expect(presenceIn(late.hear()).size).toBe(0)
  })

  it('[PRES-4] somebody who comes late, or asks, hears who is present', async () => {
    say(ada, 10, 1, { selection: ['shape:a'] })
    say(ben, 20, 1, { idle: true })
    await harness.clock.advance(50)
    const late = await harness.join('Lea', { caps: [] })
    expect([...presenceIn(late.hear()).keys()].sort()).toEqual([10, 20])
    late.socket.say(new Uint8Array([MESSAGE.queryAwareness]))
    expect([...presenceIn(late.hear()).keys()].sort()).toEqual([10, 20])
  })

  it('[PRES-5] a newer socket of the same person takes over, and closing the old one removes nobody', async () => {
    say(ada, 10, 7, { idle: false })
    const again = await harness.join('Ada')
    say(again, 10, 7, { idle: true })
    await harness.clock.advance(50)
    ben.hear()
    ada.socket.leave()
    await harness.clock.advance(50)
    expect(presenceIn(ben.hear()).size).toBe(0)
    again.socket.leave()
    await harness.clock.advance(50)
    expect(presenceIn(ben.hear())).toEqual(new Map([[10, null]]))
  })

  it('[PRES-5] a plain client that sends back what its other tab said takes nothing over', async () => {
    const otherTab = await harness.join('Ada')
    say(ada, 10, 7, { idle: false })
    say(otherTab, 11, 1, { idle: false })
    say(otherTab, 10, 7, { idle: false })
    say(otherTab, 10, 7, null)
    otherTab.socket.leave()
    await harness.clock.advance(50)
    expect(presenceIn(ben.hear()).get(10)).toMatchObject({ idle: false })
  })

  it('what several people do within one tick is told in one frame', async () => {
    await harness.clock.advance(100)
    const late = await harness.join('Lea')
    late.hear()
    await harness.clock.advance(100)
    say(ada, 10, 1, { idle: true })
    say(ada, 10, 2, { idle: false })
    say(ben, 20, 1, { idle: true })
    await harness.clock.advance(100)
    const frames = late.hear().filter(({ type }) => type === MESSAGE.awareness)
    expect(frames).toHaveLength(1)
    expect(presenceIn(frames).get(10)).toMatchObject({ idle: false })
  })

  it('[PRES-8] where many move, each cursor is told less often, the rest at once, and its last place always', async () => {
    const many = 30
    const movers = await Promise.all(Array.from({ length: many }, (_, at) => harness.join(`Mover ${at}`)))
    movers.forEach((mover, at) => say(mover, 100 + at, 1, { idle: false, cursor: { x: 0, y: 0 } }))
    await harness.clock.advance(1_000)
    ben.hear()
    const heard: HeardMessage[] = []
    const steps = 60
    for (let step = 1; step <= steps; step++) {
      movers.forEach((mover, at) =>
        say(mover, 100 + at, 1 + step, { idle: false, cursor: { x: step, y: 0 } }),
      )
      await harness.clock.advance(1_000 / LIMITS.CURSORS_PER_SECOND)
      heard.push(...ben.hear())
    }
    const entries = heard.flatMap(({ type, content }) =>
      type === MESSAGE.awareness ? readPresence(content as Uint8Array, () => true) : [],
    )
    const seconds = steps / LIMITS.CURSORS_PER_SECOND
    expect(entries.length / seconds).toBeLessThan(1.15 * LIMITS.CURSORS_PER_SECOND_IN_ALL)
    expect(entries.length / seconds).toBeGreaterThan(0.5 * LIMITS.CURSORS_PER_SECOND_IN_ALL)
    say(movers[0] as RoomGuest, 100, 99, { idle: false, cursor: { x: 99, y: 0 }, selection: ['shape:a'] })
    await harness.clock.advance(50)
    heard.push(...ben.hear())
    expect(presenceIn(heard).get(100)).toMatchObject({ cursor: { x: 99 }, selection: ['shape:a'] })
    await harness.clock.advance(1_000)
    const last = presenceIn([...heard, ...ben.hear()])
    for (let at = 1; at < many; at++) expect(last.get(100 + at)).toMatchObject({ cursor: { x: steps } })
  })

  it('[PRES-8] where many say much of themselves, each is told less often, also who goes and comes again, and little at once', async () => {
    const many = 30
    const talkers = await Promise.all(Array.from({ length: many }, (_, at) => harness.join(`Talker ${at}`)))
    const much = (step: number) => ({
      selection: Array.from({ length: 20 }, (_, at) => `shape:${step}-${at}`.padEnd(150, 'x')),
    })
    const heard: HeardMessage[] = []
    const steps = 60
    for (let step = 0; step < steps; step++) {
      talkers.forEach((talker, at) => {
        if (at % 2 === 0) say(talker, 100 + at, 2 * step, null)
        say(talker, 100 + at, 2 * step + 1, much(step))
      })
      await harness.clock.advance(100)
      heard.push(...ben.hear())
    }
    const bytes = heard.reduce(
      (sum, { type, content }) => (type === MESSAGE.awareness ? sum + (content as Uint8Array).length : sum),
      0,
    )
    expect((bytes * 10) / steps).toBeLessThan(2 * LIMITS.PRESENCE_TOLD_BYTES_PER_SECOND)
    say(ada, 10, 1, { idle: false })
    await harness.clock.advance(50)
    say(ada, 10, 2, { idle: false, selection: ['shape:a'] })
    await harness.clock.advance(100)
    heard.push(...ben.hear())
    expect(presenceIn(heard).get(10)).toMatchObject({ selection: ['shape:a'] })
    await harness.clock.advance(3_000)
    const last = presenceIn([...heard, ...ben.hear()])
    for (let at = 0; at < many; at++) expect(last.get(100 + at)).toMatchObject(much(steps - 1))
  })

  it('[PRES-8] a hand that carries something is told of twice a second in a full room, and at once when it lets go', async () => {
    const movers = await Promise.all(Array.from({ length: 20 }, (_, at) => harness.join(`Mover ${at}`)))
    movers.forEach((mover, at) => say(mover, 100 + at, 1, { cursor: { x: 0, y: 0 } }))
    movers.forEach((mover, at) => say(mover, 100 + at, 2, { cursor: { x: 1, y: 0 } }))
    const hand = movers[0] as RoomGuest
    await harness.clock.advance(500)
    hand.socket.say(encodeLaneFrame({ kind: 'start', gesture: 1, what: 'move', records: [] }))
    await harness.clock.advance(50)
    ben.hear()
    let told = 0
    for (let step = 3; step < 27; step++) {
      movers.forEach((mover, at) => say(mover, 100 + at, step, { cursor: { x: step, y: 0 } }))
      hand.socket.say(encodeLaneFrame({ kind: 'delta', gesture: 1, dx: step, dy: 0 }))
      await harness.clock.advance(1_000 / LIMITS.CURSORS_PER_SECOND)
      if (presenceIn(ben.hear()).has(100)) told += 1
    }
    expect(told).toBeGreaterThanOrEqual(3)
    expect(told).toBeLessThanOrEqual(5)
    say(hand, 100, 99, { cursor: { x: 99, y: 0 } })
    hand.socket.say(encodeLaneFrame({ kind: 'end', gesture: 1 }))
    await harness.clock.advance(50)
    expect(presenceIn(ben.hear()).get(100)).toMatchObject({ cursor: { x: 99 } })
  })

  it('[PRES-7] gestures reach those who asked for them, never their sender; viewers may make none', async () => {
    say(ada, 10, 1, { idle: false })
    say(ben, 20, 1, { idle: false })
    const plain = await harness.join('Pia', { caps: [] })
    const cleo = await harness.join('Cleo')
    await harness.clock.advance(50)
    for (const guest of [ada, ben, plain, cleo]) guest.hear()
    const records = [{ id: 'shape:a', x: 0, y: 0 }]
    ada.socket.say(encodeLaneFrame({ kind: 'start', gesture: 1, what: 'move', records }))
    for (let dx = 0; dx < 5; dx++) ada.socket.say(encodeLaneFrame({ kind: 'delta', gesture: 1, dx, dy: 0 }))
    ben.socket.say(encodeLaneFrame({ kind: 'start', gesture: 1, what: 'move', records }))
    await harness.clock.advance(50)
    const heard = [ada, ben, plain, cleo].map((guest) => gesturesIn(guest.hear()))
    const told = [
      [10, 'start'],
      [10, 'delta'],
    ]
    expect(heard).toEqual([[], told, [], told])
    const late = await harness.join('Lea')
    expect(gesturesIn(late.hear())).toEqual(told)
    ada.socket.leave()
    await harness.clock.advance(50)
    expect(gesturesIn(cleo.hear())).toEqual([[10, 'end']])
  })

  it('[PRES-7] what several hands did within a tick reaches everybody in one message', async () => {
    const dora = await harness.join('Dora')
    say(ada, 10, 1, { idle: false })
    say(dora, 20, 1, { idle: false })
    const cleo = await harness.join('Cleo')
    await harness.clock.advance(50)
    for (const guest of [ada, dora, cleo]) guest.hear()
    const start = encodeLaneFrame({ kind: 'start', gesture: 1, what: 'tray', records: [] })
    for (const guest of [ada, dora]) guest.socket.say(start)
    await harness.clock.advance(50)
    const heard = [ada, dora, cleo].map((guest) => guest.hear().filter(({ type }) => type === MESSAGE.lane))
    expect(heard.map((messages) => messages.length)).toEqual([1, 1, 1])
    expect(heard.map(gesturesIn)).toEqual([
      [[20, 'start']],
      [[10, 'start']],
      [
        [10, 'start'],
        [20, 'start'],
      ],
    ])
  })

  it('[PRES-8] what people say of themselves is told at once also after the clock was set back', async () => {
    const tell = async (clock: number, x: number): Promise<unknown> => {
      say(ada, 10, clock, { cursor: { x, y: 0 } })
      await harness.clock.advance(50)
      return presenceIn(ben.hear()).get(10)?.cursor
    }
    expect(await tell(1, 1)).toEqual({ x: 1, y: 0 })
    harness.clock.setBack(3_600_000)
    expect([await tell(2, 2), await tell(3, 3)]).toEqual([
      { x: 2, y: 0 },
      { x: 3, y: 0 },
    ])
  })

  it('[PRES-7] a gesture ends when its hand may not edit any more', async () => {
    say(ada, 10, 1, { idle: false })
    ada.socket.say(encodeLaneFrame({ kind: 'start', gesture: 1, what: 'tray', records: [] }))
    await harness.clock.advance(50)
    ben.hear()
    harness.rooms.setRole(BOARD, ada.person.personId, 'viewer')
    await harness.clock.advance(50)
    expect(gesturesIn(ben.hear())).toEqual([[10, 'end']])
  })
})

describe('presence of y-websocket clients', () => {
  let server: SyncServer

  beforeEach(async () => {
    server = await startSyncServer()
  })
  afterEach(() => server.stop())

  it('[PRES-1] a forged user is overwritten, and a ghost leaves when its line is cut', async () => {
    const [ada, ben] = [server.connect('Ada'), server.connect('Ben')]
    await Promise.all([ada.synced(), ben.synced()])
    ada.provider.awareness.setLocalState({ user: { name: 'The boss' }, cursor: { x: 3, y: 4 } })
    const seen = (): Record<string, unknown> | undefined =>
      ben.provider.awareness.getStates().get(ada.board.doc.clientID)
    await until('Ben sees the cursor', () => seen()?.['cursor'] !== undefined)
    expect(seen()?.['user']).toMatchObject({ personId: 'person-Ada', name: 'Ada', role: 'participant' })
    ada.provider.shouldConnect = false
    ada.cutLine()
    await until('the ghost is gone', () => seen() === undefined)
  })
})
