import { describe, expect, it } from 'vitest'
import type { BoardDocument } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import { ClientIds } from '@/server/sync/guard/client-ids'
import { IdAllowance } from '@/server/sync/guard/id-allowance'
import { EntityCounts } from '@/server/sync/guard/limits/entity-counts'
import { Findings } from '@/server/sync/guard/judge/findings'
import { RecordView } from '@/server/sync/guard/record-view'
import { PlaceFinder } from '@/server/sync/guard/screen/place'
import { takeUpdate } from '@/server/sync/guard/take-update'
import { TouchedSet } from '@/server/sync/guard/touched'
import { authorOf, NOW, seededBoard } from '@/tests/support/boards/board-builders'
import { BOARD_ID, forge, furnish, recordBy } from './guarded-board'
import { anyValue, rawUpdate } from './raw-update'

/** Takes in an update of which screening foresaw nothing at all. */
function takeUnforeseen(board: BoardDocument, update: Uint8Array): ReturnType<typeof takeUpdate> & Findings {
  const findings = new Findings()
  const tick = {
    boardId: BOARD_ID,
    board,
    records: new RecordView(board),
    clientIds: new ClientIds({ board, known: new Map(), idsLeft: new IdAllowance() }),
    counts: new EntityCounts(board),
    full: null,
    now: NOW,
    repair: new Set<string>(),
  }
  const sender = { connectionId: 1, personId: authorOf('bo').personId, role: 'participant' as const }
  const screened = { verdict: 'apply' as const, update, touched: new TouchedSet(), clients: [], moved: 0 }
  const taken = board.doc.transact((transaction) => {
    const places = new PlaceFinder(board)
    const answer = takeUpdate(screened, { transaction, tick, sender, findings, places })
    transaction.local = true
    return answer
  })
  return Object.assign(findings, taken)
}

describe('taking in an update', () => {
  it('judges what Yjs says it changed, even where screening did not foresee it', () => {
    const board = seededBoard(1_000)
    furnish(board)
    const update = forge(board.doc, 5, (copy) => {
      copy.doc.transact(() => {
        copy.records.get('shape:note')?.set('opacity', 7)
        createRecords(copy, authorOf('bo'), [recordBy('bo', 'shape:bad', { opacity: 7 })])
      })
    })
    const { changed, refusals, isBroken } = takeUnforeseen(board, update)
    expect({ changed, isBroken }).toEqual({ changed: [], isBroken: true })
    expect(refusals).toHaveLength(2)
    expect(board.records.get('shape:note')?.get('opacity')).toBe(1)
    expect(board.records.has('shape:bad')).toBe(false)
  })

  it('says so where Yjs could not take it whole', () => {
    const board = seededBoard(1_000)
    expect(takeUnforeseen(board, Uint8Array.of(1, 2, 3))).toMatchObject({ changed: [], isBroken: true })
    const gap = {
      client: 5,
      clock: 3,
      structs: [{ parent: 'placements', key: 'a', content: anyValue(null) }],
    }
    expect(takeUnforeseen(board, rawUpdate([gap]))).toMatchObject({ changed: [], isBroken: true })
    expect(board.doc.store.pendingStructs).toBeNull()
  })
})
