import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardStorage } from '@/server/storage/board-storage'
import { createSqliteBoardStorage } from '@/server/storage/sqlite/sqlite-board-storage'
import {
  ADA,
  AMPLE,
  BOARD,
  OTHER_BOARD,
  REFUSED,
  SEED,
  THIRD_BOARD,
  batchOf,
  boardOf,
  createSampleBoard,
  linkOf,
} from './stored-samples'

/** Before any board was deleted. */
const LONG_AGO = 1
const IMAGES = Array.from({ length: 12 }, (_one, at) => `image-${at}`)

describe('a board with many images', () => {
  let directory: string
  let storage: BoardStorage
  let order: string[]
  const note = async (name: string, promise: Promise<unknown>): Promise<void> => {
    await promise
    order.push(name)
  }
  const copy = (): Promise<void> =>
    storage.createBoard(boardOf(OTHER_BOARD), [linkOf(OTHER_BOARD, 'own')], batchOf(OTHER_BOARD, SEED), {
      founder: ADA,
      images: { from: BOARD, copies: IMAGES.map((id) => ({ id, copyId: `${id}-copy` })) },
    })
  const write = (): Promise<unknown> => storage.append([batchOf(THIRD_BOARD, Uint8Array.of(1))])
  const copiesThere = async (): Promise<number> => {
    const found = await Promise.all(IMAGES.map((id) => storage.findAsset(`${id}-copy`)))
    return found.filter((image) => image !== null).length
  }

  beforeEach(async () => {
    order = []
    directory = mkdtempSync(join(tmpdir(), 'contour-copies-'))
    storage = createSqliteBoardStorage({ directory })
    await storage.start()
    await createSampleBoard(storage)
    await createSampleBoard(storage, THIRD_BOARD)
    await storage.savePerson({ id: ADA, name: 'Ada', createdAt: 1 })
    for (const id of IMAGES)
      await storage.saveAsset(
        { id, boardId: BOARD, type: 'image/png', bytes: Uint8Array.of(7), pixels: 9 },
        1,
        AMPLE,
      )
  })
  afterEach(async () => {
    await storage.stop()
    rmSync(directory, { recursive: true })
  })

  it('is copied a few images at a time: others write meanwhile, and nobody has it before it is whole', async () => {
    const copying = note('copied', copy())
    const meanwhile = storage.findBoard(OTHER_BOARD)
    const ofAda = storage.listBoardsOf(ADA)
    const written = note('written', write())
    expect([(await meanwhile)?.deletedAt, await ofAda]).toEqual([LONG_AGO, []])
    await Promise.all([copying, written])
    expect(order).toEqual(['written', 'copied'])
    expect(await storage.findBoard(OTHER_BOARD)).toEqual(boardOf(OTHER_BOARD))
    expect([(await storage.findLink('own'))?.boardId, await copiesThere()]).toEqual([OTHER_BOARD, 12])
  })

  it('is erased a few images at a time', async () => {
    await copy()
    await storage.setBoardDeleted(OTHER_BOARD, 5)
    await Promise.all([note('erased', storage.eraseDeletedBoard(5)), note('written', write())])
    expect(order).toEqual(['written', 'erased'])
    expect([await storage.findBoard(OTHER_BOARD), await copiesThere()]).toEqual([null, 0])
  })

  it('is copied to the end by a server that stops meanwhile', async () => {
    const copying = copy()
    await storage.stop()
    await copying
    await storage.start()
    expect([await storage.findBoard(OTHER_BOARD), await copiesThere()]).toEqual([boardOf(OTHER_BOARD), 12])
  })

  it('is not erased while it is copied', async () => {
    const copying = copy()
    expect(await storage.eraseDeletedBoard(Date.now())).toBeNull()
    await copying
    expect([await storage.findBoard(OTHER_BOARD), await copiesThere()]).toEqual([boardOf(OTHER_BOARD), 12])
  })

  it('leaves nothing of a copy that the disk does not hold, and others go on being saved', async () => {
    const [bytes, room] = [new Uint8Array(100_000), { count: 100, bytes: 10_000_000, pixels: 10_000 }]
    for (const id of IMAGES)
      await storage.saveAsset(
        { id: `large-${id}`, boardId: BOARD, type: 'image/png', bytes, pixels: 9 },
        1,
        room,
      )
    await storage.stop()
    // Room for about half of the copies, in pages of 4,096 bytes.
    storage = createSqliteBoardStorage({ directory, maxPages: 500 })
    await storage.start()
    const images = { from: BOARD, copies: IMAGES.map((id) => ({ id: `large-${id}`, copyId: `${id}-copy` })) }
    const copying = storage.createBoard(boardOf(OTHER_BOARD), [], batchOf(OTHER_BOARD, SEED), { images })
    const refusal = { ...REFUSED, message: expect.stringContaining('SQLITE_FULL') as unknown }
    await expect(copying).rejects.toMatchObject(refusal)
    expect([await storage.findBoard(OTHER_BOARD), await copiesThere()]).toEqual([null, 0])
    expect(await write()).toEqual([2])
  })

  it('leaves a deleted board where its copying broke off, which is erased like any other', async () => {
    await storage.stop()
    const remember = (worker: Worker): void => {
      const post = worker.postMessage.bind(worker)
      worker.postMessage = (message: { name?: string } | null, moved) => {
        post(message, moved)
        // What the worker cannot read ends it, as an uncaught error does: here after the first step.
        if (message?.name === 'createBoard') post(null)
      }
    }
    process.on('worker', remember)
    await storage.start()
    process.off('worker', remember)
    await expect(copy()).rejects.toMatchObject(REFUSED)
    expect((await storage.findBoard(OTHER_BOARD))?.deletedAt).toBe(LONG_AGO)
    expect(await storage.eraseDeletedBoard(LONG_AGO)).toBe(OTHER_BOARD)
    expect([await storage.findBoard(OTHER_BOARD), await copiesThere()]).toEqual([null, 0])
  })
})
