import { beforeEach, expect, test } from 'vitest'
import type { OfflineStorage, Redo, RefusedChange } from '@/components/board/offline/storage/offline-storage'
import type { BoardId } from '@/lib/ids'
import { ADA, BO, keptChange } from '../support/kept-samples'

const REFUSED: RefusedChange = { id: 'r', at: 3, reason: 'gone', words: ['Initiative: Alpha'] }

/** What every place that keeps something for a browser holds to. */
export function describeOfflineStorage(open: () => Promise<OfflineStorage>): void {
  let storage: OfflineStorage
  beforeEach(async () => {
    storage = await open()
  })

  test('what is written is read, the oldest first, by its owner alone', async () => {
    await storage.write(ADA, { changes: [keptChange('b', { at: 2 }), keptChange('c', { at: 2 })] })
    await storage.write(ADA, { changes: [keptChange('a')], refused: [REFUSED] })
    const { changes, refused } = await storage.read(ADA)
    expect(changes.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'])
    expect(changes.find(({ id }) => id === 'a')).toMatchObject(keptChange('a'))
    expect(refused).toMatchObject([REFUSED])
    expect(await storage.read(BO)).toMatchObject({ changes: [], refused: [] })
    expect(await storage.read({ ...ADA, boardId: 'board-2' as BoardId })).toMatchObject({ changes: [] })
  })

  test('what is let go of is gone', async () => {
    await storage.write(ADA, { changes: [keptChange('a'), keptChange('b')], refused: [REFUSED] })
    await storage.write(ADA, { dropChanges: ['a'], dropRefused: ['r'] })
    const { changes, refused } = await storage.read(ADA)
    expect([changes.map(({ id }) => id), refused]).toEqual([['b'], []])
  })

  test('what is written takes the place of what it was made of', async () => {
    await storage.write(ADA, { changes: [keptChange('a'), keptChange('b')] })
    await storage.write(ADA, { changes: [keptChange('c')], replaced: ['a'] })
    expect((await storage.read(ADA)).changes.map(({ id }) => id)).toEqual(['b', 'c'])
  })

  test('of two that take the same, one gets it, and what it makes of it stands in its place', async () => {
    await storage.write(ADA, { changes: [keptChange('a'), keptChange('b')] })
    const taken: string[] = []
    const redo: Redo = (changes) => {
      taken.push(...changes.map(({ id }) => id))
      return { changes: changes.map(({ id }) => keptChange(`${id} anew`)) }
    }
    await Promise.all([storage.take(ADA, ['a'], redo), storage.take(ADA, ['a', 'b'], redo)])
    expect(taken).toEqual(['a', 'b'])
    expect((await storage.read(ADA)).changes.map(({ id }) => id)).toEqual(['a anew', 'b anew'])
  })

  test('what nothing was made of stays', async () => {
    await storage.write(ADA, { changes: [keptChange('a')] })
    await storage.take(ADA, ['a'], () => null)
    expect((await storage.read(ADA)).changes).toHaveLength(1)
  })

  test('it remembers which documents are kept, once each', async () => {
    await storage.noteDocument({ ...ADA, epoch: 1, usedAt: 1 })
    await storage.noteDocument({ ...ADA, epoch: 1, usedAt: 2 })
    await storage.noteDocument({ ...ADA, epoch: 2, usedAt: 3 })
    await storage.dropDocuments(({ epoch }) => epoch === 2)
    expect(await storage.listDocuments()).toEqual([{ ...ADA, epoch: 1, usedAt: 2 }])
  })

  test('a board that is forgotten leaves nothing, of anybody, and says what there was', async () => {
    const other = { ...ADA, boardId: 'board-2' as BoardId }
    await storage.write(ADA, { changes: [keptChange('a')] })
    await storage.write(BO, { refused: [REFUSED] })
    await storage.write(other, { changes: [keptChange('c')] })
    await storage.noteDocument({ ...ADA, epoch: 1, usedAt: 1 })
    const gone = await storage.forgetBoard(ADA.boardId)
    expect(gone.map(({ personId }) => personId).sort()).toEqual(['ada', 'bo'])
    expect(await storage.forgetBoard(ADA.boardId)).toEqual([])
    expect(await storage.listDocuments()).toEqual([])
    expect((await storage.read(other)).changes).toHaveLength(1)
  })
}
