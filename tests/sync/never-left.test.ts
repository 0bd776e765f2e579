import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeLaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { encodePresence } from '@/server/sync/movement/presence-frames'
import { growTo, overgrow, writeUnderIds } from '../support/boards/age-board'
import { addTitled, authorOf, titlesOn } from '../support/boards/board-edits'
import { BOARD } from '../support/boards/stored-board'
import { startRooms, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'

/** Twice the time: the quiet is measured by one timer that runs on while others write. */
const LONG_MS = 2 * LIMITS.RENEW_IDLE_MS

/** Lets time pass while this guest's page answers pings, and does this every few seconds. */
async function stay(
  { clock }: RoomHarness,
  { guest, ms, meanwhile }: { guest: RoomGuest; ms: number; meanwhile?: () => unknown },
): Promise<void> {
  for (const end = clock.now() + ms; clock.now() < end;) {
    await meanwhile?.()
    await clock.advance(Math.min(LIMITS.HOLD_SILENCE_MS, end - clock.now()))
    guest.socket.pong()
    guest.hear()
  }
}

/** Somebody is on a board that outgrows what stands on it. */
async function onOvergrown(harness: RoomHarness): Promise<RoomGuest> {
  const ada = await harness.join('Ada')
  await ada.edit((board) => addTitled(board, 'Ada', 'Kept'))
  const grown = harness.rooms.apply(BOARD, { ...authorOf('Ada', 1), origin: 'import' }, (board) => {
    overgrow(board)
    return []
  })
  await harness.clock.advance(100)
  await grown
  return ada
}

function presence(ofClient: { clientId: number; clock: number; state: object }): Uint8Array {
  const { clientId, clock, state } = ofClient
  return encodePresence([{ clientId, clock, json: JSON.stringify(state) }])
}

describe('a board that nobody leaves', () => {
  it('[EPOCH-6] is renewed once it has long been quiet: whoever is there comes back to the next epoch', async () => {
    const harness = await startRooms()
    const ada = await onOvergrown(harness)
    await stay(harness, { guest: ada, ms: LIMITS.RENEW_IDLE_MS - 200 })
    expect(ada.socket.closed).toBeNull()
    await stay(harness, { guest: ada, ms: LONG_MS })
    expect(ada.socket.closed).toEqual({ code: 1012, reason: 'restarting' })
    const again = await harness.join('Ada')
    expect([again.board.meta.get('epoch'), titlesOn(again.board)]).toEqual([2, ['Kept']])
    expect(again.board.initiatives.size).toBe(1)
    await again.edit((board) => addTitled(board, 'Ada', 'Next'))
    await stay(harness, { guest: again, ms: 2 * LONG_MS })
    expect(again.socket.closed).toBeNull()
  })

  it('[EPOCH-6] is renewed at once where it has grown far beyond its limit, whoever is busy', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'Kept'))
    const grown = harness.rooms.apply(BOARD, { ...authorOf('Ada', 1), origin: 'import' }, (board) => {
      overgrow(board)
      for (const fields of board.initiatives.values())
        if (!fields.get('deleted')) fields.set('notes', new Y.Text('x'.repeat(LIMITS.RENEW_AT_ONCE_BYTES)))
      return []
    })
    await harness.clock.advance(100)
    await grown
    await harness.clock.advance(100)
    expect(ada.socket.closed).toEqual({ code: 1012, reason: 'restarting' })
  })

  it('[EPOCH-6] is renewed at once where very many structs are history, however few bytes these are', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'Kept'))
    const grown = harness.rooms.apply(BOARD, { ...authorOf('Ada', 1), origin: 'import' }, ({ doc }) => {
      growTo(doc, LIMITS.DOCUMENT_STRUCTS)
      return []
    })
    await harness.clock.advance(100)
    await grown
    expect(ada.socket.closed).toBeNull()
    await ada.edit((board) => addTitled(board, 'Ada', 'One more'))
    await harness.clock.advance(100)
    expect(ada.socket.closed).toEqual({ code: 1012, reason: 'restarting' })
    const again = await harness.join('Ada')
    expect([again.board.meta.get('epoch'), titlesOn(again.board)]).toEqual([2, ['Kept', 'One more']])
  })

  it('[EPOCH-6] is renewed at once where very many client ids wrote, whosever they are, and keeps what stands', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'Kept'))
    const grow = async (): Promise<void> => {
      const grown = harness.rooms.apply(BOARD, { ...authorOf('Ada', 1), origin: 'import' }, (board) => {
        writeUnderIds(board, LIMITS.RENEW_AT_ONCE_CLIENT_IDS)
        return []
      })
      await harness.clock.advance(100)
      await grown
      await harness.clock.advance(100)
    }
    await grow()
    expect(ada.socket.closed).toEqual({ code: 1012, reason: 'restarting' })
    const again = await harness.join('Ada')
    expect([again.board.meta.get('epoch'), titlesOn(again.board)]).toEqual([2, ['Kept']])
    expect(again.board.doc.store.clients.size).toBe(1)
    await grow()
    expect(again.socket.closed, 'so soon after the last time').toBeNull()
  })

  it('[EPOCH-6] is renewed at once where deleted initiatives leave no room for new ones', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    const grown = harness.rooms.apply(BOARD, { ...authorOf('Eve', 1), origin: 'import' }, (board) => {
      overgrow(board, LIMITS.ENTITIES_IN_ALL - 1)
      return []
    })
    await harness.clock.advance(100)
    await grown
    await ada.edit((board) => addTitled(board, 'Ada', 'The last there is room for'))
    await harness.clock.advance(100)
    expect(ada.socket.closed).toEqual({ code: 1012, reason: 'restarting' })
    const again = await harness.join('Ada')
    await again.edit((board) => addTitled(board, 'Ada', 'And one more'))
    await harness.clock.advance(100)
    const { board } = await harness.join('Bert')
    expect(titlesOn(board)).toEqual(['And one more', 'The last there is room for'])
  })

  it('[EPOCH-6] stays as it is where it holds little else than what stands on it', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'Kept'))
    await stay(harness, { guest: ada, ms: 2 * LONG_MS })
    expect(ada.socket.closed).toBeNull()
  })

  it('[EPOCH-6] is taken out of nobody’s hand: not while somebody writes, carries or types something', async () => {
    const harness = await startRooms()
    const ada = await onOvergrown(harness)
    let at = 0
    const write = (): Promise<void> => ada.edit((board) => addTitled(board, 'Ada', `${at++}`))
    await stay(harness, { guest: ada, ms: LONG_MS, meanwhile: write })
    expect(ada.socket.closed).toBeNull()
    const clientId = ada.board.doc.clientID
    ada.socket.say(presence({ clientId, clock: 1, state: {} }))
    ada.socket.say(encodeLaneFrame({ kind: 'start', gesture: 1, what: 'move', records: [] }))
    const carry = (): void =>
      ada.socket.say(encodeLaneFrame({ kind: 'delta', gesture: 1, dx: at++ % 100, dy: 0 }))
    await stay(harness, { guest: ada, ms: LONG_MS, meanwhile: carry })
    expect(ada.socket.closed).toBeNull()
    ada.socket.say(encodeLaneFrame({ kind: 'end', gesture: 1 }))
    ada.socket.say(presence({ clientId, clock: 2, state: { editing: 'initiatives/a' } }))
    await stay(harness, { guest: ada, ms: LONG_MS })
    expect(ada.socket.closed).toBeNull()
    ada.socket.say(presence({ clientId, clock: 3, state: { editing: 'initiatives/a', idle: true } }))
    await stay(harness, { guest: ada, ms: LONG_MS })
    expect(ada.socket.closed?.reason).toBe('restarting')
  })

  it('[EPOCH-6] waits for what the disk does not take, and then loses none of it', async () => {
    const harness = await startRooms()
    const ada = await onOvergrown(harness)
    harness.storage.isFull = true
    await ada.edit((board) => addTitled(board, 'Ada', 'Precious'))
    await stay(harness, { guest: ada, ms: 2 * LONG_MS })
    expect(ada.socket.closed).toBeNull()
    harness.storage.isFull = false
    await stay(harness, { guest: ada, ms: 2 * LONG_MS })
    expect(ada.socket.closed?.reason).toBe('restarting')
    const again = await harness.join('Ada')
    expect([again.board.meta.get('epoch'), titlesOn(again.board)]).toEqual([2, ['Kept', 'Precious']])
  })

  it('[EPOCH-6] is asked about no more where it could not be renewed, before it is twice as large', async () => {
    const harness = await startRooms()
    const ada = await onOvergrown(harness)
    harness.storage.renewBoard = () => Promise.reject(new Error('no room'))
    await stay(harness, { guest: ada, ms: LONG_MS })
    const again = await harness.join('Ada')
    expect([ada.socket.closed?.reason, again.board.meta.get('epoch')]).toEqual(['restarting', 1])
    await again.edit((board) => addTitled(board, 'Ada', 'Next'))
    await stay(harness, { guest: again, ms: 2 * LONG_MS })
    expect(again.socket.closed).toBeNull()
  })

  it('[EPOCH-6] is let go as ever where they leave at last', async () => {
    const harness = await startRooms()
    const ada = await onOvergrown(harness)
    ada.socket.leave()
    await harness.clock.advance(2 * LIMITS.ROOM_GRACE_MS)
    expect([harness.rooms.stats().rooms, harness.clock.waiting]).toEqual([0, 0])
    expect(harness.log.events).not.toContain('room.overgrown')
  })
})
