import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardDocument } from '@/lib/board/layout'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { isHeavy } from '@/server/sync/document/pieces/is-heavy'
import { loadCurrent, loadStored, type CurrentDocument } from '@/server/sync/document/load-current'
import { Pace } from '@/server/sync/pace'
import { changeStored, growTo } from '@/tests/support/boards/age-board'
import { addTitled, titlesOn } from '@/tests/support/boards/board-edits'
import { BOARD, storeBoard } from '@/tests/support/boards/stored-board'
import { createQuietLog } from '@/tests/support/quiet-log'

const STRUCTS = 2 * LIMITS.HEAVY_LOAD_STRUCTS

/** Loads a board that was changed so; `turns` is how often others had their turn meanwhile. */
async function loadChanged(
  change: (board: BoardDocument) => void,
): Promise<CurrentDocument & { readonly turns: number; readonly isHeavy: boolean }> {
  const storage = createMemoryBoardStorage()
  await storeBoard(storage)
  await changeStored(storage, change)
  const stored = await loadStored({ storage, boardId: BOARD })
  let [now, turns] = [0, 0]
  const clock = { now: () => (now += LIMITS.LOAD_STRETCH_MS) }
  const pace = new Pace(clock, async () => void turns++)
  const log = createQuietLog()
  const current = await loadCurrent({ storage, boardId: BOARD, now: 1, log, pace, stored })
  return { ...current, turns, isHeavy: isHeavy(stored) }
}

describe('a heavy board', () => {
  it('[ROOM-20] is loaded in pieces, between which others have their turn', async () => {
    const { board, loaded, turns, ...found } = await loadChanged((grown) => {
      addTitled(grown, 'Ada', 'Kept')
      growTo(grown.doc, STRUCTS)
    })
    expect([found.isHeavy, loaded.epoch, titlesOn(board)]).toEqual([true, 1, ['Kept']])
    expect(turns).toBeGreaterThan(20)
  })

  it('[ROOM-20] is renewed in pieces, and what was made for that is not built once more', async () => {
    const titles = Array.from({ length: 300 }, (_one, at) => `Title ${at + 1_000}`)
    const { board, loaded, turns } = await loadChanged((grown) => {
      for (const title of titles) addTitled(grown, 'Ada', title)
      growTo(grown.doc, LIMITS.RENEW_AFTER_STRUCTS + 1)
    })
    expect([loaded.epoch, board.meta.get('epoch')]).toEqual([2, 2])
    expect(titlesOn(board)).toEqual(titles)
    expect(turns).toBeGreaterThan(30)
    const [first] = loaded.updates
    expect(Y.encodeStateAsUpdate(board.doc)).toEqual(first)
    expect(loaded.clientIds.has(board.doc.clientID)).toBe(false)
    expect(board.doc.store.clients.has(board.doc.clientID)).toBe(false)
  })

  it('[ROOM-20] is told from one of an ordinary size', async () => {
    const { isHeavy: isOrdinaryHeavy } = await loadChanged((board) => {
      for (let at = 0; at < 300; at++) addTitled(board, 'Ada', `Title ${at}`)
    })
    expect(isOrdinaryHeavy).toBe(false)
    const many = Array.from({ length: 30 }, (_one, at) => {
      const doc = Object.assign(new Y.Doc(), { clientID: at + 1 })
      growTo(doc, LIMITS.HEAVY_LOAD_STRUCTS / 25)
      return Y.encodeStateAsUpdate(doc)
    })
    expect([30, 20].map((count) => isHeavy({ snapshot: null, updates: many.slice(0, count) }))).toEqual([
      true,
      false,
    ])
    const bytes = (length: number): Uint8Array => new Uint8Array(length)
    expect(isHeavy({ snapshot: bytes(LIMITS.HEAVY_LOAD_BYTES), updates: [bytes(1)] })).toBe(true)
    expect(isHeavy({ snapshot: bytes(LIMITS.HEAVY_LOAD_BYTES), updates: [] })).toBe(false)
  })
})
