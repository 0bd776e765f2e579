import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardStorage } from '@/server/storage/board-storage'
import { createSqliteBoardStorage } from '@/server/storage/sqlite/sqlite-board-storage'
import { describeBoardStorage } from './board-storage-rules'
import {
  BOARD,
  SEED,
  appendNumbers,
  batchOf,
  boardOf,
  createSampleBoard,
  linkOf,
  numbered,
} from './stored-samples'

const OWN_TABLES = new Set(['migrations', 'write_check'])
const REFUSED = { name: 'AppError', code: 'storage-failed' }
const parent = mkdtempSync(join(tmpdir(), 'contour-contract-'))
const makeDirectory = (): string => mkdtempSync(join(parent, 'board-'))
afterAll(() => rmSync(parent, { recursive: true }))

let directoryOfRules = ''
describeBoardStorage('sqlite', {
  make: () => createSqliteBoardStorage({ directory: (directoryOfRules = makeDirectory()) }),
  empty: () => deleteRows(join(directoryOfRules, 'contour.db')),
})

/** Deletes what people stored; what the storage keeps for itself stays. */
function deleteRows(file: string): void {
  const database = new DatabaseSync(file)
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()
  const names = tables.map(({ name }) => String(name))
  const deletions = names.filter((name) => !OWN_TABLES.has(name)).map((name) => `DELETE FROM ${name};`)
  database.exec(`PRAGMA foreign_keys = OFF; BEGIN; ${deletions.join(' ')} COMMIT`)
  database.close()
}

describe('sqlite keeps boards on disk', () => {
  let directory: string
  let storage: BoardStorage
  let warnings: { event: string; facts: object }[]
  const warningsOf = (event: string) => warnings.filter((warning) => warning.event === event)
  const open = async (rest: { maxPages?: number } = {}): Promise<void> => {
    const log = { warn: (event: string, facts: object) => void warnings.push({ event, facts }) }
    storage = createSqliteBoardStorage({ directory, log, ...rest })
    await storage.start()
  }
  /** Changes the file behind the storage's back. */
  const tamper = (sql: string): void => {
    const database = new DatabaseSync(join(directory, 'contour.db'))
    database.exec(sql)
    database.close()
  }

  beforeEach(() => {
    directory = makeDirectory()
    warnings = []
  })
  afterEach(() => storage.stop())

  it('has everything after it was closed and opened again', async () => {
    await open()
    await storage.createBoard(boardOf(BOARD), [linkOf(BOARD, 'a')], batchOf(BOARD, SEED))
    await appendNumbers(storage, 2, 3)
    await storage.stop()
    await open()
    expect(await storage.findBoard(BOARD)).toEqual(boardOf(BOARD))
    expect(await storage.findLink('a')).toEqual(linkOf(BOARD, 'a'))
    expect(await storage.load(BOARD)).toMatchObject({ updates: [SEED, ...numbered(2, 3)], lastSeq: 3 })
    expect(await storage.append([batchOf(BOARD, SEED)])).toEqual([4])
  })

  it('refuses a directory it cannot use, and starts once it can', async () => {
    const place = join(directory, 'taken')
    writeFileSync(place, '')
    storage = createSqliteBoardStorage({ directory: place })
    await expect(storage.start()).rejects.toMatchObject(REFUSED)
    await expect(storage.check()).rejects.toMatchObject(REFUSED)
    rmSync(place)
    mkdirSync(place)
    await storage.stop()
    await storage.start()
    await expect(storage.check()).resolves.toBeUndefined()
  })

  it('refuses a database that a newer Contour wrote', async () => {
    await open()
    await storage.stop()
    tamper(`INSERT INTO migrations VALUES (1000, 'from the future', 0)`)
    const refusal = { ...REFUSED, message: expect.stringContaining('newer than this Contour') as unknown }
    await expect(open()).rejects.toMatchObject(refusal)
  })

  describe('with damaged snapshots', () => {
    const damage = (where: string): void => tamper(`UPDATE snapshots SET bytes = x'ff' WHERE ${where}`)
    beforeEach(async () => {
      await open()
      await createSampleBoard(storage)
      await appendNumbers(storage, 2, 9)
    })

    it('falls back to an older one and the longer log behind it', async () => {
      for (const uptoSeq of [2, 4, 6, 8])
        await storage.saveSnapshot(BOARD, 1, uptoSeq, Uint8Array.of(uptoSeq))
      damage('upto_seq >= 6')
      const older = { snapshot: Uint8Array.of(4), updates: numbered(5, 6, 7, 8, 9), lastSeq: 9 }
      expect(await storage.load(BOARD)).toMatchObject(older)
      expect(warningsOf('storage.snapshot-damaged').map(({ facts }) => facts)).toEqual([
        { boardId: BOARD, epoch: 1, uptoSeq: 8 },
        { boardId: BOARD, epoch: 1, uptoSeq: 6 },
      ])
    })

    it('falls back to the whole log where there are fewer than three', async () => {
      for (const uptoSeq of [4, 8]) await storage.saveSnapshot(BOARD, 1, uptoSeq, Uint8Array.of(uptoSeq))
      damage('true')
      const whole = { snapshot: null, updates: [SEED, ...numbered(2, 3, 4, 5, 6, 7, 8, 9)], lastSeq: 9 }
      expect(await storage.load(BOARD)).toMatchObject(whole)
    })

    it('refuses to load a part of a board as if it were the whole', async () => {
      for (const uptoSeq of [7, 8, 9]) await storage.saveSnapshot(BOARD, 1, uptoSeq, Uint8Array.of(uptoSeq))
      damage('true')
      await expect(storage.load(BOARD)).rejects.toMatchObject(REFUSED)
      tamper(`DELETE FROM snapshots; DELETE FROM update_log`)
      await expect(storage.load(BOARD)).rejects.toMatchObject(REFUSED)
    })

    it('keeps three snapshots and only the log they need', async () => {
      for (const uptoSeq of [2, 4, 6, 8])
        await storage.saveSnapshot(BOARD, 1, uptoSeq, Uint8Array.of(uptoSeq))
      const database = new DatabaseSync(join(directory, 'contour.db'))
      const kept = database.prepare('SELECT upto_seq AS seq FROM snapshots ORDER BY seq').all()
      const logged = database.prepare('SELECT seq FROM update_log ORDER BY seq').all()
      database.close()
      expect(kept).toEqual([{ seq: 4 }, { seq: 6 }, { seq: 8 }])
      expect(logged).toEqual([{ seq: 5 }, { seq: 6 }, { seq: 7 }, { seq: 8 }, { seq: 9 }])
    })
  })

  it('refuses a tick that no longer fits on the disk whole, and writes the next one that does', async () => {
    await open({ maxPages: 60 })
    await createSampleBoard(storage)
    const tick = [batchOf(BOARD, Uint8Array.of(1)), batchOf(BOARD, new Uint8Array(400_000))]
    const refusal = { ...REFUSED, message: expect.stringContaining('SQLITE_FULL') as unknown }
    await expect(storage.append(tick)).rejects.toMatchObject(refusal)
    expect(await storage.load(BOARD)).toMatchObject({ updates: [SEED], lastSeq: 1 })
    expect(await storage.append([batchOf(BOARD, Uint8Array.of(2))])).toEqual([2])
    expect((await storage.load(BOARD))?.updates).toEqual([SEED, ...numbered(2)])
  })

  it('keeps the snapshots it has if a further one no longer fits', async () => {
    await open({ maxPages: 60 })
    await createSampleBoard(storage)
    await storage.saveSnapshot(BOARD, 1, 1, Uint8Array.of(1))
    const refused = storage.saveSnapshot(BOARD, 1, 1, new Uint8Array(400_000))
    await expect(refused).rejects.toMatchObject(REFUSED)
    expect((await storage.load(BOARD))?.snapshot).toEqual(Uint8Array.of(1))
  })

  describe('when its worker dies', () => {
    let workers: Worker[]
    const remember = (worker: Worker): void => void workers.push(worker)
    /**
     * Ends the worker as an uncaught error does, between the calls sent before and after. Ending the thread from
     * outside could stop it inside the database's native code, which takes the whole process down.
     */
    const crash = (): void => void workers.at(-1)?.postMessage(null)
    const ended = (): Promise<unknown> => new Promise((resolve) => workers.at(-1)?.once('exit', resolve))
    beforeEach(async () => {
      workers = []
      process.on('worker', remember)
      await open()
      await createSampleBoard(storage)
    })
    afterEach(() => void process.off('worker', remember))

    it('refuses what was under way and goes on with the next call', async () => {
      const append = (): Promise<unknown> => storage.append([batchOf(BOARD, SEED)])
      const before = append()
      await before
      crash()
      const outcomes = await Promise.allSettled(Array.from({ length: 50 }, append))
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
      expect(refused.at(-1)?.reason).toMatchObject(REFUSED)
      await expect(storage.check()).resolves.toBeUndefined()
      expect(workers).toHaveLength(2)
      expect(warningsOf('storage.worker-restarted')).toHaveLength(1)
    })

    it('has every update it promised, however often it happens, in the order of sending', async () => {
      const promised: number[] = []
      for (let round = 0; round < 5; round++) {
        const append = (_: unknown, index: number): Promise<unknown> => {
          const number = round * 40 + index
          return storage.append([batchOf(BOARD, Uint8Array.of(number))]).then(() => promised.push(number))
        }
        const before = Array.from({ length: 25 }, append)
        await before[20]
        crash()
        const after = Array.from({ length: 15 }, (_, index) => append(_, 25 + index))
        await Promise.allSettled([...before, ...after])
      }
      const stored = ((await storage.load(BOARD))?.updates ?? []).slice(1).map((update) => update[0] ?? -1)
      expect(promised.length).toBeGreaterThan(100)
      expect(stored).toEqual(expect.arrayContaining(promised))
      expect(stored).toEqual([...stored].sort((one, other) => one - other))
    })

    it('stops while the next worker is being started', async () => {
      const gone = ended()
      crash()
      await gone
      const call = storage.check()
      await storage.stop()
      await expect(call).resolves.toBeUndefined()
      await expect(storage.check()).rejects.toMatchObject(REFUSED)
    })
  })
})
