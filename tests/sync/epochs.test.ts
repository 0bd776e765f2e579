import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  listPreviousEpochs,
  openBoardDocument,
  readPreviousEpoch,
  type BoardDocument,
  type Json,
} from '@/lib/board/layout'
import { isHeldBy } from '@/components/board/offline/carrying/held-by'
import type { KeptChange } from '@/components/board/offline/storage/offline-storage'
import { createRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import { renewBoard } from '@/lib/board/document/renew-board'
import { runAtOnce } from '@/lib/run-at-once'
import { SERIALIZED_SCHEMA } from '@/lib/board/schema'
import { CLOSE_CODES } from '@/lib/sync/close-codes'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, SYNC } from '@/lib/sync/messages'
import type { BoardStorage } from '@/server/storage/board-storage'
import { ageStoredBoard, changeStored, olderSchema, overgrow } from '../support/boards/age-board'
import { geoRecord } from '../support/boards/board-builders'
import { addTitled, authorOf, titlesOn } from '../support/boards/board-edits'
import { startRooms, toPerson } from '../support/rooms/room-harness'
import { FakeSocketPair } from '../support/rooms/fake-socket-pair'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'

/** What a browser keeps of the last change made in the first epoch. */
function changeUpToNow({ doc }: BoardDocument): KeptChange {
  const place = { epoch: 1, clientId: doc.clientID, clock: Y.getState(doc.store, doc.clientID) }
  return { ...place, id: 'change', at: 1, touched: [], parts: [], words: [], deleted: [] }
}

/** Makes most of a board what was deleted; what stands on it is “Kept”. */
async function overgrowStored(storage: BoardStorage): Promise<void> {
  await changeStored(storage, (board) => {
    overgrow(board)
    addTitled(board, 'Ada', 'Kept', 1)
  })
}

describe('a new epoch', () => {
  it('[EPOCH-2] begins when a board of an older version is opened, and its records are as this one has them', async () => {
    const { rooms, storage, join } = await startRooms()
    const old = geoRecord('shape:old')
    const props = Object.entries(old['props'] as object).filter(([name]) => name !== 'richText')
    await changeStored(storage, (board) => {
      board.meta.set('schema', olderSchema('geo'))
      const asBefore = { ...(Object.fromEntries(props) as Record<string, Json>), text: 'Legacy' }
      createRecords(board, authorOf('Ada', 1), [{ ...old, props: asBefore }])
      addTitled(board, 'Ada', 'Kept', 1)
    })
    const ada = await join('Ada')
    expect(ada.board.meta.get('epoch')).toBe(2)
    expect(ada.board.meta.get('schema')).toEqual(SERIALIZED_SCHEMA)
    const record = readRecord(ada.board.records.get('shape:old') ?? new Y.Map())
    expect(JSON.stringify(record?.['props'])).toContain('"text":"Legacy"')
    expect(record?.['props']).toHaveProperty('richText')
    expect(titlesOn(ada.board)).toEqual(['Kept'])
    await ada.edit((board) => addTitled(board, 'Ada', 'New'))
    expect(titlesOn(await rooms.read(BOARD, (board) => board))).toEqual(['Kept', 'New'])
    expect((await storage.findBoard(BOARD))?.epoch).toBe(2)
  })

  it('[EPOCH-1] leaves client ids and changes with whom they belong to', async () => {
    const { rooms, storage, join, clock } = await startRooms()
    const ada = await join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'Kept'))
    await clock.advance(20)
    ada.socket.leave()
    await clock.advance(2 * LIMITS.ROOM_GRACE_MS)
    expect(rooms.stats().rooms).toBe(0)
    const changes = await storage.listChanges(BOARD)
    await ageStoredBoard(storage)
    const ben = await join('Ben')
    expect(ben.board.meta.get('epoch')).toBe(2)
    expect((await storage.load(BOARD))?.clientIds.get(ada.board.doc.clientID)).toBe(ada.person.personId)
    expect([changes.length, await storage.listChanges(BOARD)]).toEqual([1, changes])
  })

  it('[EPOCH-2] drops what was deleted where that is most of a board, and nothing else; on a full disk it waits', async () => {
    const { rooms, storage, join, log, clock } = await startRooms()
    await overgrowStored(storage)
    const before = await readStoredBoard(storage)
    storage.isFull = true
    const early = await join('Ben')
    expect([early.board.meta.get('epoch'), titlesOn(early.board)]).toEqual([1, ['Kept']])
    expect(log.events).toContain('room.renewal-failed')
    storage.isFull = false
    early.socket.leave()
    await clock.advance(2 * LIMITS.ROOM_GRACE_MS)
    expect(rooms.stats().rooms).toBe(0)
    const ada = await join('Ada')
    expect([ada.board.initiatives.size, titlesOn(ada.board)]).toEqual([1, ['Kept']])
    const vector = Y.encodeStateVector(before.doc)
    expect(readPreviousEpoch(ada.board, 1)).toEqual({ epoch: 1, vector })
    expect(log.events).toContain('room.renewed')
  })

  it('[EPOCH-1] is not begun where the stored board moved on meanwhile: it is opened as it is stored now', async () => {
    const { storage, join, log } = await startRooms()
    await overgrowStored(storage)
    const { renewBoard: renewStored } = storage
    storage.renewBoard = async (first, from) => {
      await changeStored(storage, (board) => addTitled(board, 'Ben', 'Meanwhile', 2))
      return renewStored(first, from)
    }
    const ada = await join('Ada')
    expect([ada.board.meta.get('epoch'), titlesOn(ada.board)]).toEqual([1, ['Kept', 'Meanwhile']])
    expect(log.events).not.toContain('room.renewed')
    expect(log.events).not.toContain('room.renewal-failed')
  })

  it('[EPOCH-1] is not begun of a board that was erased meanwhile: it is not opened', async () => {
    const { storage, join, log } = await startRooms()
    await overgrowStored(storage)
    const { renewBoard: renewStored } = storage
    storage.renewBoard = async (first, from) => {
      await storage.setBoardDeleted(BOARD, 1)
      await storage.eraseDeletedBoard(1)
      return renewStored(first, from)
    }
    const ada = await join('Ada')
    expect(ada.socket.closed?.reason).toBe('no-such-board')
    expect(log.events).not.toContain('room.renewed')
  })

  it('[EPOCH-2] waits where it cannot be written: what is too old is not opened until then', async () => {
    const { storage, join } = await startRooms()
    await ageStoredBoard(storage)
    storage.isFull = true
    const refused = await join('Ada')
    expect(refused.socket.closed?.code).toBe(CLOSE_CODES.overloaded)
    storage.isFull = false
    const ada = await join('Ada')
    expect(ada.board.meta.get('epoch')).toBe(2)
  })

  it('[EPOCH-4] takes nothing of a document of the epoch before, also from a client that names no epoch', async () => {
    const { storage, join } = await startRooms()
    await changeStored(storage, (board) => addTitled(board, 'Ben', 'Kept', 1))
    const old = await readStoredBoard(storage)
    await ageStoredBoard(storage)
    const ada = await join('Ada')
    ada.hear()
    addTitled(old, 'Ada', 'From before')
    ada.socket.say(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(old.doc)))
    const ben = await join('Ben')
    expect(ada.socket.closed).toEqual({ code: CLOSE_CODES.reload, reason: 'reload-needed' })
    expect(titlesOn(ben.board)).toEqual(['Kept'])
  })

  it('[EPOCH-4] takes nothing of the epochs before from its own author either, though it builds on nothing', async () => {
    const { storage, join, clock, rooms } = await startRooms()
    const own = openBoardDocument(new Y.Doc())
    const meta = { createdBy: 'person-Ada', createdAt: 1 }
    createRecords(own, authorOf('Ada', 1), [geoRecord('shape:own', { meta })])
    const before = encodeSync(SYNC.step2, Y.encodeStateAsUpdate(own.doc))
    const ada = await join('Ada')
    ada.socket.say(before)
    await clock.advance(20)
    ada.socket.leave()
    await clock.advance(2 * LIMITS.ROOM_GRACE_MS)
    expect(rooms.stats().rooms).toBe(0)
    await ageStoredBoard(storage)
    const first = await join('Ben')
    first.socket.leave()
    await clock.advance(2 * LIMITS.ROOM_GRACE_MS)
    await ageStoredBoard(storage)
    const ben = await join('Ben')
    expect([ben.board.meta.get('epoch'), ben.board.records.has('shape:own')]).toEqual([3, true])
    await ben.edit(({ records }) => records.delete('shape:own'))
    const again = await join('Ada')
    again.socket.say(before)
    await clock.advance(20)
    expect(again.socket.closed).toEqual({ code: CLOSE_CODES.reload, reason: 'reload-needed' })
    ben.hear()
    expect(ben.board.records.has('shape:own')).toBe(false)
  })

  it('[EPOCH-4] is closed to whoever names the one before', async () => {
    const { rooms, storage } = await startRooms()
    await ageStoredBoard(storage)
    const socket = new FakeSocketPair()
    await rooms.connect(socket, { boardId: BOARD, epoch: 1, person: toPerson('Ada'), caps: new Set() })
    expect(socket.closed).toEqual({ code: CLOSE_CODES.reload, reason: 'epoch-changed' })
  })

  it('[EPOCH-5] is not made of a board that a newer version wrote: it stays as it is', async () => {
    const { storage, join } = await startRooms()
    await changeStored(storage, (board) => board.meta.set('layout', 99))
    const before = await storage.load(BOARD)
    const ada = await join('Ada')
    expect(ada.socket.closed).toEqual({ code: CLOSE_CODES.otherVersion, reason: 'server-too-old' })
    expect(await storage.load(BOARD)).toEqual(before)
  })

  it('[EPOCH-3] knows what was saved two epochs before and never acked: it is not done twice', async () => {
    const { storage, join, clock, rooms } = await startRooms()
    const ada = await join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'Saved'))
    await clock.advance(20)
    const saved = changeUpToNow(ada.board)
    ada.socket.leave()
    addTitled(ada.board, 'Ada', 'Never sent')
    const neverSent = changeUpToNow(ada.board)
    for (const name of ['Ben', 'Cleo']) {
      await clock.advance(2 * LIMITS.ROOM_GRACE_MS)
      expect(rooms.stats().rooms).toBe(0)
      await ageStoredBoard(storage)
      await join(name).then((guest) => guest.socket.leave())
    }
    const board = await readStoredBoard(storage)
    expect(board.meta.get('epoch')).toBe(3)
    expect([saved, neverSent].map((change) => isHeldBy(board, 3, change))).toEqual([true, false])
  })

  it('holds what the one before held, also after several', async () => {
    const { storage } = await startRooms()
    await changeStored(storage, (board) => {
      addTitled(board, 'Ada', 'Kept', 1)
      createRecords(board, authorOf('Ada', 1), [geoRecord('shape:a'), geoRecord('shape:b', { x: 5 })])
    })
    const board = await readStoredBoard(storage)
    const fresh = openBoardDocument(new Y.Doc())
    runAtOnce(renewBoard(board, fresh, { epoch: 2, now: 3 }))
    const next = openBoardDocument(new Y.Doc())
    runAtOnce(renewBoard(fresh, next, { epoch: 3, now: 4 }))
    for (const root of ['records', 'initiatives', 'instances', 'placements'] as const) {
      const plain = (from: typeof board): unknown => from[root].toJSON()
      if (root !== 'records') expect(plain(next)).toEqual(plain(board))
    }
    const recordsOf = (from: typeof board): unknown[] => [...from.records.values()].map(readRecord)
    expect(recordsOf(next)).toEqual(recordsOf(board))
    expect(listPreviousEpochs(next).map(({ epoch }) => epoch)).toEqual([2, 1])
  })

  it('[EPOCH-1] forgets with what was deleted who changed it last, and nothing else', async () => {
    const { storage, rooms } = await startRooms()
    await overgrowStored(storage)
    const board = await readStoredBoard(storage)
    const [kept] = [...board.initiatives].flatMap(([id, fields]) => (fields.get('deleted') ? [] : [id]))
    const instance = [...board.instances.keys()][0]
    const standing = [`initiatives/${kept}`, `placements/${kept}/${instance}`]
    const records = [
      ...standing,
      'initiatives/gone-1',
      `placements/gone-1/${instance}`,
      `placements/${kept}/none`,
    ]
    const { personId } = toPerson('Ada')
    const update = new Uint8Array([0, 0])
    const changes = records.map((record) => ({ record, personId, at: 3 }))
    await storage.append([{ boardId: BOARD, epoch: 1, at: 3, update, changes, clientIds: [] }])
    expect(await rooms.read(BOARD, ({ meta }) => meta.get('epoch'))).toBe(2)
    expect((await storage.listChanges(BOARD)).map(({ record }) => record)).toEqual(standing)
  })
})
