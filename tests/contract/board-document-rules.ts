import { beforeEach, describe, expect, it } from 'vitest'
import type { BoardId } from '@/lib/ids'
import type { BoardStorage } from '@/server/storage/board-storage'
import {
  ADA,
  BEN,
  BOARD,
  OTHER_BOARD,
  SEED,
  appendNumbers,
  batchOf,
  createSampleBoard,
  numbered,
} from './stored-samples'

const MISSING = 'missing' as BoardId
const REFUSED = { name: 'AppError', code: 'storage-failed' }

/** Compares large bytes at once; a matcher would walk them for seconds. */
function isAll(content: number, lengthBytes: number, bytes: Uint8Array | undefined): boolean {
  return bytes?.byteLength === lengthBytes && bytes.every((byte) => byte === content)
}

/** The rules about the document of a board: log, snapshots, client ids and changes. */
export function describeDocumentRules(storage: () => BoardStorage): void {
  describe('documents', () => {
    beforeEach(async () => {
      await createSampleBoard(storage())
      await createSampleBoard(storage(), OTHER_BOARD)
    })
    describe('log', () => describeLog(storage))
    describe('snapshots', () => describeSnapshots(storage))
    describe('authorship', () => describeAuthorship(storage))
    describe('epochs', () => describeEpochs(storage))
  })
}

function describeLog(storage: () => BoardStorage): void {
  it('loads a new board as its first update', async () => {
    const loaded = { epoch: 1, snapshot: null, updates: [SEED], lastSeq: 1, clientIds: new Map() }
    expect(await storage().load(BOARD)).toEqual(loaded)
  })

  it('numbers updates from 1 without gaps, apart for each board', async () => {
    const tick = [1, 2, 3].map((number) => batchOf(number === 2 ? OTHER_BOARD : BOARD, Uint8Array.of(number)))
    expect(await storage().append(tick)).toEqual([2, 2, 3])
    expect(await storage().append([batchOf(BOARD, Uint8Array.of(4))])).toEqual([4])
    expect(await storage().load(BOARD)).toMatchObject({ updates: [SEED, ...numbered(1, 3, 4)], lastSeq: 4 })
    expect(await storage().load(OTHER_BOARD)).toMatchObject({ updates: [SEED, ...numbered(2)], lastSeq: 2 })
  })

  it('numbers updates apart for each epoch and loads the epoch of the board', async () => {
    expect(await storage().append([batchOf(BOARD, Uint8Array.of(9), { epoch: 2 })])).toEqual([1])
    expect(await storage().load(BOARD)).toMatchObject({ epoch: 1, updates: [SEED] })
  })

  it('answers an empty tick with no numbers', async () => {
    expect(await storage().append([])).toEqual([])
  })

  it('keeps the order of calls that were made at once', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index)
    const calls = numbers.map((number) => storage().append([batchOf(BOARD, Uint8Array.of(number))]))
    expect((await Promise.all(calls)).flat()).toEqual(numbers.map((number) => number + 2))
    expect((await storage().load(BOARD))?.updates).toEqual([SEED, ...numbered(...numbers)])
  })

  it('writes nothing of a tick in which one board is unknown', async () => {
    const bad = batchOf(MISSING, Uint8Array.of(2))
    const tick = storage().append([batchOf(BOARD, Uint8Array.of(1)), bad])
    await expect(tick).rejects.toMatchObject(REFUSED)
    expect(await storage().load(BOARD)).toMatchObject({ updates: [SEED], lastSeq: 1 })
    expect(await storage().append([batchOf(BOARD, Uint8Array.of(3))])).toEqual([2])
  })

  it('keeps a copy: what the sender does to its bytes later changes nothing, and they stay usable', async () => {
    const large = new Uint8Array(200_000).fill(5)
    const view = Buffer.from(new Uint8Array(8).fill(6)).subarray(2, 4)
    const write = storage().append([batchOf(BOARD, large), batchOf(BOARD, view)])
    large.fill(0)
    view.fill(0)
    await write
    expect(large.byteLength).toBe(200_000)
    const [, storedLarge, storedView] = (await storage().load(BOARD))?.updates ?? []
    expect(isAll(5, 200_000, storedLarge)).toBe(true)
    expect(storedView).toEqual(Uint8Array.of(6, 6))
  })
}

function describeSnapshots(storage: () => BoardStorage): void {
  const save = (uptoSeq: number, content = uptoSeq) =>
    storage().saveSnapshot(BOARD, 1, uptoSeq, new Uint8Array(500).fill(content))

  it('loads the newest snapshot and the updates after it', async () => {
    await appendNumbers(storage(), 2, 6)
    await save(3)
    await save(5)
    const loaded = { epoch: 1, snapshot: new Uint8Array(500).fill(5), updates: numbered(6), lastSeq: 6 }
    expect(await storage().load(BOARD)).toMatchObject(loaded)
    expect(await storage().load(OTHER_BOARD)).toMatchObject({ snapshot: null, updates: [SEED] })
  })

  it('goes on counting where the log is wholly covered by snapshots', async () => {
    await appendNumbers(storage(), 2, 4)
    for (const uptoSeq of [2, 3, 4]) await save(uptoSeq)
    await appendNumbers(storage(), 5, 5)
    for (const uptoSeq of [5, 5, 5]) await save(uptoSeq)
    expect(await storage().load(BOARD)).toMatchObject({ updates: [], lastSeq: 5 })
    expect(await storage().append([batchOf(BOARD, Uint8Array.of(6))])).toEqual([6])
    expect(await storage().load(BOARD)).toMatchObject({ updates: numbered(6), lastSeq: 6 })
  })

  it('replaces a snapshot that covers the same updates', async () => {
    await save(1, 8)
    await save(1, 9)
    expect((await storage().load(BOARD))?.snapshot).toEqual(new Uint8Array(500).fill(9))
  })

  it('loads the newest even if an older one is saved after it', async () => {
    await appendNumbers(storage(), 2, 3)
    await save(3)
    await save(2)
    expect(await storage().load(BOARD)).toMatchObject({ updates: [], lastSeq: 3 })
  })

  it('says how many bytes it would load', async () => {
    expect(await storage().measureDocument(BOARD)).toBe(SEED.length)
    await appendNumbers(storage(), 2, 6)
    expect(await storage().measureDocument(BOARD)).toBe(SEED.length + 5)
    for (const uptoSeq of [3, 5]) await save(uptoSeq)
    expect(await storage().measureDocument(BOARD)).toBe(500 + 1)
    expect(await storage().measureDocument(OTHER_BOARD)).toBe(SEED.length)
    expect(await storage().measureDocument(MISSING)).toBe(0)
  })

  it('refuses a snapshot of an unknown board', async () => {
    await expect(storage().saveSnapshot(MISSING, 1, 1, SEED)).rejects.toMatchObject(REFUSED)
  })
}

function describeEpochs(storage: () => BoardStorage): void {
  const first = batchOf(BOARD, Uint8Array.of(9), {
    epoch: 2,
    clientIds: [{ clientId: 9, personId: BEN }],
  })

  it('begin with one update in which the board goes on, and keep what is known of people', async () => {
    const changes = [{ record: 'records/shape:a', personId: ADA, at: 10 }]
    const clientIds = [{ clientId: 7, personId: ADA }]
    await storage().append([batchOf(BOARD, Uint8Array.of(1), { changes, clientIds })])
    await storage().saveSnapshot(BOARD, 1, 2, SEED)
    expect(await storage().renewBoard(first, { epoch: 1, seq: 2 })).toBe(true)
    expect(await storage().load(BOARD)).toEqual({
      epoch: 2,
      snapshot: null,
      updates: numbered(9),
      lastSeq: 1,
      clientIds: new Map([
        [7, ADA],
        [9, BEN],
      ]),
    })
    expect((await storage().findBoard(BOARD))?.epoch).toBe(2)
    expect(await storage().append([batchOf(BOARD, Uint8Array.of(3), { epoch: 2 })])).toEqual([2])
    expect(await storage().listChanges(BOARD)).toEqual(changes)
    expect(await storage().load(OTHER_BOARD)).toMatchObject({ epoch: 1, updates: [SEED] })
  })

  it('forget who changed what is gone, on this board, and only where they begin', async () => {
    const changes = ['a', 'b', 'b/c'].map((id) => ({ record: `initiatives/${id}`, personId: ADA, at: 10 }))
    for (const boardId of [BOARD, OTHER_BOARD])
      await storage().append([batchOf(boardId, Uint8Array.of(1), { changes })])
    const leaving = (...gone: readonly string[]) => ({ gone, writers: [] })
    const namesOn = async (boardId: BoardId): Promise<string[]> =>
      (await storage().listChanges(boardId)).map(({ record }) => record)
    expect(await storage().renewBoard(first, { epoch: 1, seq: 1 }, leaving('initiatives/a'))).toBe(false)
    expect(await namesOn(BOARD)).toEqual(changes.map(({ record }) => record))
    expect(await storage().renewBoard(first, { epoch: 1, seq: 2 }, leaving('initiatives/b'))).toBe(true)
    expect(await namesOn(BOARD)).toEqual(['initiatives/a', 'initiatives/b/c'])
    expect(await namesOn(OTHER_BOARD)).toEqual(changes.map(({ record }) => record))
  })

  it('forget whose client ids were that wrote nothing in the epoch that ends', async () => {
    const clientIds = [7, 8].map((clientId) => ({ clientId, personId: ADA }))
    await storage().append([batchOf(BOARD, Uint8Array.of(1), { clientIds })])
    const left = { gone: [], writers: [8, 2 ** 32 - 1] }
    expect(await storage().renewBoard(first, { epoch: 1, seq: 2 }, left)).toBe(true)
    expect((await storage().load(BOARD))?.clientIds).toEqual(
      new Map([
        [8, ADA],
        [9, BEN],
      ]),
    )
  })

  it('do not begin where something was written meanwhile', async () => {
    await appendNumbers(storage(), 2, 3)
    expect(await storage().renewBoard(first, { epoch: 1, seq: 2 })).toBe(false)
    expect(await storage().renewBoard(first, { epoch: 3, seq: 3 })).toBe(false)
    expect(await storage().renewBoard({ ...first, epoch: 1 }, { epoch: 1, seq: 3 })).toBe(false)
    expect(await storage().load(BOARD)).toMatchObject({ epoch: 1, lastSeq: 3 })
    expect(await storage().renewBoard(first, { epoch: 1, seq: 3 })).toBe(true)
    expect(await storage().renewBoard(first, { epoch: 1, seq: 3 })).toBe(false)
  })

  it('do not begin where the board is gone', async () => {
    await storage().setBoardDeleted(BOARD, 1)
    await storage().eraseDeletedBoard(1)
    expect(await storage().renewBoard(first, { epoch: 1, seq: 1 })).toBe(false)
    expect(await storage().load(BOARD)).toBeNull()
  })

  it('leave the one before in place, and none before that', async () => {
    const { bytes } = await storage().measure()
    const large = new Uint8Array(100_000).fill(1)
    await storage().append([batchOf(BOARD, large)])
    await storage().renewBoard(first, { epoch: 1, seq: 2 })
    await storage().append([batchOf(BOARD, Uint8Array.of(3), { epoch: 1 })])
    expect((await storage().measure()).bytes).toBeGreaterThan(bytes + 90_000)
    const next = { ...first, epoch: 3 }
    expect(await storage().renewBoard(next, { epoch: 2, seq: 1 })).toBe(true)
    expect(await storage().append([batchOf(BOARD, Uint8Array.of(3), { epoch: 1 })])).toEqual([1])
  })
}

function describeAuthorship(storage: () => BoardStorage): void {
  it('binds a client id to the person who used it first, apart for each board', async () => {
    const bound = [{ clientId: 4_294_967_295, personId: ADA }]
    await storage().append([batchOf(BOARD, Uint8Array.of(1), { clientIds: bound })])
    const usurped = [
      { clientId: 4_294_967_295, personId: BEN },
      { clientId: 7, personId: BEN },
    ]
    await storage().append([batchOf(BOARD, Uint8Array.of(2), { clientIds: usurped })])
    const expected = new Map([
      [4_294_967_295, ADA],
      [7, BEN],
    ])
    expect((await storage().load(BOARD))?.clientIds).toEqual(expected)
    expect((await storage().load(OTHER_BOARD))?.clientIds).toEqual(new Map())
  })

  it('lists the last change of each record, whoever made it, newest first, also after compaction', async () => {
    const first = [
      { record: 'records/shape:a', personId: ADA, at: 10 },
      { record: 'records/shape:b', personId: ADA, at: 30 },
    ]
    const second = [
      { record: 'records/shape:a', personId: ADA, at: 40 },
      { record: 'records/shape:a', personId: BEN, at: 20 },
    ]
    await storage().append([batchOf(BOARD, Uint8Array.of(1), { changes: first })])
    await storage().append([batchOf(BOARD, Uint8Array.of(2), { changes: second })])
    for (const uptoSeq of [1, 2, 3]) await storage().saveSnapshot(BOARD, 1, uptoSeq, SEED)
    expect(await storage().listChanges(BOARD)).toEqual([second[0], first[1]])
    const last = [{ record: 'records/shape:b', personId: BEN, at: 30 }]
    await storage().append([batchOf(BOARD, Uint8Array.of(3), { changes: last })])
    expect(await storage().listChanges(BOARD)).toEqual([second[0], last[0]])
    expect(await storage().listChanges(OTHER_BOARD)).toEqual([])
  })

  it('lists the changes of one record and of those below it, newest first', async () => {
    const changes = [
      'placements/a/i1',
      'placements/a/i2',
      'placements/ab/i1',
      'placements/a',
      'placements/a0',
    ].map((record, index) => ({ record, personId: ADA, at: 10 + index }))
    await storage().append([batchOf(BOARD, Uint8Array.of(1), { changes })])
    expect(await storage().listChangesOf(BOARD, 'placements/a')).toEqual([changes[3], changes[1], changes[0]])
    expect(await storage().listChangesOf(OTHER_BOARD, 'placements/a')).toEqual([])
  })

  it('keeps nothing of the changes and client ids of a refused tick', async () => {
    const changes = [{ record: 'records/shape:a', personId: ADA, at: 10 }]
    const good = batchOf(BOARD, Uint8Array.of(1), { changes, clientIds: [{ clientId: 7, personId: ADA }] })
    await expect(storage().append([good, batchOf(MISSING, SEED)])).rejects.toMatchObject(REFUSED)
    expect(await storage().listChanges(BOARD)).toEqual([])
    expect((await storage().load(BOARD))?.clientIds).toEqual(new Map())
  })
}
