import * as Y from 'yjs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BoardDocument } from '@/lib/board/layout'
import type { ErrorCode } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { createGuard } from '@/server/sync/guard/create-guard'
import type { Guard } from '@/server/sync/guard/guard'
import { IdAllowance } from '@/server/sync/guard/id-allowance'
import { NOW, seededBoard } from '@/tests/support/boards/board-builders'
import { BOARD_ID, forge, furnish } from './guarded-board'

const MALLORY = 'mallory' as PersonId
const PER_ID_MS = LIMITS.CLIENT_IDS_PER_PERSON_MS / LIMITS.CLIENT_IDS_PER_PERSON

describe('client ids', () => {
  let board: BoardDocument
  let guard: Guard
  let idsLeft: IdAllowance
  let now: number
  let connectionId = 0
  const guardWith = (known: readonly number[]): Guard =>
    createGuard({
      boardId: BOARD_ID,
      board,
      clientIds: new Map(known.map((clientId) => [clientId, MALLORY])),
      idsLeft,
    })
  const send = (personId: PersonId, update: Uint8Array, number?: number): ErrorCode | null | undefined => {
    const sender = { connectionId: ++connectionId, personId, role: 'participant' } as const
    const queued = { sender, kind: 'update', update, ...(number && { number }) } as const
    return guard.runTick([queued], now).senders.get(connectionId)?.end
  }
  const forgeAs = (clientId: number): Uint8Array =>
    forge(board.doc, clientId, ({ records }) =>
      records.get('shape:note')?.set('place', ['page:page', clientId, 0, 0]),
    )
  const write = (personId: PersonId, clientId: number): ErrorCode | null | undefined =>
    send(personId, forgeAs(clientId))

  beforeEach(() => {
    now = NOW
    board = seededBoard(1_000)
    furnish(board)
    idsLeft = new IdAllowance()
    guard = guardWith([])
  })

  it('[ACCESS-13] are so many a day for one person, who goes on with those they have', () => {
    idsLeft.spend(MALLORY, LIMITS.CLIENT_IDS_AT_ONCE - 1, now)
    expect([write(MALLORY, 5), write(MALLORY, 6), write(MALLORY, 5)]).toEqual([
      null,
      'opened-too-often',
      null,
    ])
    expect(write('bo' as PersonId, 7)).toBeNull()
    now += PER_ID_MS
    expect([write(MALLORY, 6), write(MALLORY, 8)]).toEqual([null, 'opened-too-often'])
  })

  it('[PRES-2] are kept for whoever is present under them, but not from whoever wrote under them before', () => {
    const bo = 'bo' as PersonId
    for (const clientId of [5, 6]) guard.reserve(clientId, bo, 3)
    guard.reserve(6, MALLORY, 2)
    expect(send(MALLORY, forgeAs(5), 4)).toBe('reload-needed')
    expect(send(MALLORY, forgeAs(5), 3)).toBeNull()
    expect([write(bo, 5), write(MALLORY, 5)]).toEqual(['reload-needed', null])
    expect([write(MALLORY, 6), write(bo, 6)]).toEqual(['reload-needed', null])
  })

  it('[ACCESS-13] of earlier days are held against nobody', () => {
    Y.applyUpdate(board.doc, forgeAs(10_000))
    guard = guardWith(Array.from({ length: 3 * LIMITS.CLIENT_IDS_PER_PERSON }, (_, at) => 10_000 + at))
    expect([write(MALLORY, 5), write(MALLORY, 10_000)]).toEqual([null, null])
  })

  it('[EPOCH-4] of documents before this one are nobody’s any more, not even of whoever wrote under them', () => {
    Y.applyUpdate(board.doc, forgeAs(10_000))
    guard = guardWith([10_000, 10_001])
    expect([write(MALLORY, 10_001), write(MALLORY, 10_000)]).toEqual(['reload-needed', null])
  })

  it('[ACCESS-13] are counted each, however many come in one update', () => {
    idsLeft.spend(MALLORY, LIMITS.CLIENT_IDS_AT_ONCE - 1, now)
    const before = Y.encodeStateVector(board.doc)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(board.doc))
    for (const clientId of [5, 6]) {
      Y.applyUpdate(
        copy,
        forge(copy, clientId, ({ records }) => records.get('shape:note')?.set('wh', [clientId, 9])),
      )
    }
    expect(send(MALLORY, Y.encodeStateAsUpdate(copy, before))).toBe('opened-too-often')
    expect(board.doc.store.clients.has(5)).toBe(false)
    expect(write(MALLORY, 5)).toBeNull()
  })
})
