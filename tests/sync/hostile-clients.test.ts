import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { moveInstance } from '@/lib/board/operations/instances'
import { readInstance } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, SYNC } from '@/lib/sync/messages'
import { encodePresence, type PresenceEntry } from '@/server/sync/movement/presence-frames'
import { addTitled, authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { readStoredBoard } from '../support/boards/stored-board'
import type { SyncClient } from '../support/rooms/sync-client'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { until } from '../support/until'

describe('what a hostile client does, and what the others see of it: nothing', () => {
  let server: SyncServer
  let facilitator: SyncClient
  let witness: SyncClient
  let mallory: SyncClient

  beforeEach(async () => {
    server = await startSyncServer()
    facilitator = server.connect('Fay', 'facilitator')
    witness = server.connect('Wim')
    mallory = server.connect('Mallory')
    await Promise.all([facilitator, witness, mallory].map((client) => client.synced()))
  })
  afterEach(() => server.stop())

  /** The others go on working with each other: an edit of one reaches the other and is saved. */
  async function expectOthersToWork(): Promise<void> {
    addTitled(facilitator.board, 'Fay', 'still here')
    await until('the witness sees the facilitator', () => titlesOn(witness.board).includes('still here'))
    await facilitator.saved()
    expect([facilitator.closedWith(), witness.closedWith()]).toEqual([null, null])
  }

  it.each([
    ['bytes that are no message', new Uint8Array([9, 9, 9]), 4422],
    ['a cut message', new Uint8Array([0, 2, 200, 1]), 4422],
    ['text', 'hello', 4422],
    ['an update that is no update', encodeSync(SYNC.update, new Uint8Array([7, 255, 255, 3])), 4422],
    ['a state vector of clients nobody knows', encodeSync(SYNC.step1, varUints(2_000, 4_000)), 4422],
    ['the smallest structs by the hundred thousand', encodeSync(SYNC.step2, emptyStructs(100_001)), 4422],
    ['presence of more clients than fit a board', encodePresence(goneClients(1_201)), 4422],
    ['presence that is none', new Uint8Array([1, 2, 9, 9]), 4422],
    ['an update over the limit', encodeSync(SYNC.update, new Uint8Array(LIMITS.UPDATE_BYTES + 1)), 4413],
    ['a frame over the limit', new Uint8Array(LIMITS.FRAME_BYTES + 1), 4413],
  ])('[ROOM-5] %s ends its sender for good and nobody else', async (_what, frame, code) => {
    mallory.sendRaw(frame)
    await until('the sender is put out', () => mallory.closedWith() !== null)
    expect(mallory.closedWith()).toBe(code)
    await expectOthersToWork()
  })

  it('[ACCESS-5] an update that builds on what a facilitator will write next borrows nothing from them', async () => {
    const foreseen = copyOf(facilitator.board, facilitator.board.doc.clientID)
    moveTo(foreseen, 'Fay', 42)
    const planted = copyOf(foreseen, mallory.board.doc.clientID)
    const before = Y.encodeStateVector(planted.doc)
    planted.instances.get(FIRST_INSTANCE)?.set('place', [666, 666])
    mallory.sendRaw(encodeSync(SYNC.update, Y.encodeStateAsUpdate(planted.doc, before)))
    moveTo(facilitator.board, 'Fay', 42)
    await facilitator.saved()
    await until('the witness sees the move', () => placeOn(witness.board) === 42)
    await expectOthersToWork()
    expect([placeOn(witness.board), placeOn(await readStoredBoard(server.storage))]).toEqual([42, 42])
  })

  it('[ACCESS-6] what is written under the client id of somebody else ends its sender', async () => {
    addTitled(witness.board, 'Wim', 'genuine')
    await until('the genuine one is there', () => titlesOn(facilitator.board).includes('genuine'))
    const forged = copyOf(witness.board, witness.board.doc.clientID)
    const before = Y.encodeStateVector(forged.doc)
    typeInTitle(forged, 'Wim', 'genuine', 'forged ')
    mallory.sendRaw(encodeSync(SYNC.update, Y.encodeStateAsUpdate(forged.doc, before)))
    await until('the forger is put out', () => mallory.closedWith() !== null)
    typeInTitle(witness.board, 'Wim', 'genuine', 'still ')
    await until('the genuine typing arrives', () => titlesOn(facilitator.board).includes('still genuine'))
    expect(mallory.closedWith()).toBe(4409)
    await expectOthersToWork()
  })

  it('[ACCESS-7] a root nobody knows ends its sender, and not even its name stays', async () => {
    mallory.board.doc.getMap('loot').set('a', 1)
    await until('the sender is put out', () => mallory.closedWith() !== null)
    await expectOthersToWork()
    const late = server.connect('Lea')
    await late.synced()
    expect(mallory.closedWith()).toBe(4422)
    expect([witness, late].map(({ board }) => board.doc.share.has('loot'))).toEqual([false, false])
  })

  it('[ACCESS-9] a participant who moves the template is told, sees it put back, and nobody else sees it move', async () => {
    const seen: number[] = []
    witness.board.instances.observeDeep(() => seen.push(placeOn(witness.board)))
    moveTo(mallory.board, 'Mallory', 300)
    await until('the move is put back', () => placeOn(mallory.board) === 0)
    await until('its author is told', () => mallory.refusals.length > 0)
    await expectOthersToWork()
    expect(mallory.refusals).toEqual([{ code: 'not-allowed', record: `instances/${FIRST_INSTANCE}` }])
    expect(seen.every((x) => x === 0)).toBe(true)
    expect(placeOn(await readStoredBoard(server.storage))).toBe(0)
  })

  it('[ACCESS-9] whoever moves the template again and again is put out, and is still put back', async () => {
    for (let time = 1; time <= LIMITS.VIOLATIONS + 1 && mallory.closedWith() === null; time++) {
      moveTo(mallory.board, 'Mallory', time)
      const isAnswered = (): boolean => mallory.refusals.length === time || mallory.closedWith() !== null
      await until('the move is answered', isAnswered)
    }
    await until('the sender is put out', () => mallory.closedWith() !== null)
    expect([mallory.closedWith(), mallory.refusals.length]).toEqual([4403, LIMITS.VIOLATIONS + 1])
    await expectOthersToWork()
    expect(placeOn(await readStoredBoard(server.storage))).toBe(0)
  })

  it('[ROOM-11] a real line that floods is read no more until its sender has waited, and nothing of it is lost', async () => {
    addTitled(mallory.board, 'Mallory', 'Title')
    await mallory.saved()
    const updates = 5 * LIMITS.UPDATES_PER_SECOND
    for (let at = 1; at <= updates; at++)
      mallory.board.initiatives.get(idOf('Title'))?.set('owner', `Owner ${at}`)
    await expectOthersToWork()
    expect(mallory.acked()).toBeLessThan(mallory.sent())
    await until('all of it has come', () => ownerOn(witness.board) === `Owner ${updates}`, 30_000)
    expect(mallory.closedWith()).toBeNull()
  })

  it('[SAVE-6] an initiative removed from the tree while somebody types in it keeps every letter', async () => {
    addTitled(witness.board, 'Wim', 'Title')
    await until('everybody has it', () => titlesOn(mallory.board).length === 1)
    mallory.board.initiatives.delete(idOf('Title'))
    typeInTitle(witness.board, 'Wim', 'Title', 'My ')
    await until('the facilitator sees the typing', () => titlesOn(facilitator.board).includes('My Title'))
    await until('the remover is put out', () => mallory.closedWith() !== null)
    await witness.saved()
    expect(titlesOn(await readStoredBoard(server.storage))).toEqual(['My Title'])
    await expectOthersToWork()
  })
})

/** A count, and so many small numbers. */
function varUints(count: number, numbers: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, count)
    for (let at = 0; at < numbers; at++) encoding.writeVarUint(encoder, 2)
  })
}

/** An update of so many structs of one length that hold nothing. */
function emptyStructs(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, count, 4242, 0]) encoding.writeVarUint(encoder, number)
    for (let at = 0; at < count; at++) encoding.writeUint8Array(encoder, Uint8Array.of(0, 1))
    encoding.writeVarUint(encoder, 0)
  })
}

/** Presence that says nothing but that nobody is there. */
function goneClients(count: number): PresenceEntry[] {
  return Array.from({ length: count }, (_, clientId) => ({ clientId, clock: 1, json: 'null' }))
}

function copyOf(board: BoardDocument, clientId: number): BoardDocument {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc))
  doc.clientID = clientId
  return openBoardDocument(doc)
}

function moveTo(board: BoardDocument, name: string, x: number): void {
  moveInstance(board, authorOf(name), { id: FIRST_INSTANCE, place: [x, x] })
}

function ownerOn(board: BoardDocument): unknown {
  return board.initiatives.get(idOf('Title'))?.get('owner')
}

function placeOn(board: BoardDocument): number {
  return readInstance(board, FIRST_INSTANCE)?.place[0] ?? NaN
}
