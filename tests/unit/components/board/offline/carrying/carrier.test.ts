import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { Carrier } from '@/components/board/offline/carrying/carrier'
import { KeptChanges } from '@/components/board/offline/carrying/kept-changes'
import { createMemoryOfflineStorage } from '@/components/board/offline/storage/memory-offline-storage'
import type { KeptChange } from '@/components/board/offline/storage/offline-storage'
import { SaveTracker } from '@/components/board/sync/save-tracker'
import type { BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import { readInitiative } from '@/lib/board/read'
import { authorOf, copyOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import { FakeBoardClock } from '../../support/fake-board-clock'
import { ADA as OWNER, keptChange } from '../../support/kept-samples'

const ADA = authorOf('ada')
const ALPHA = initiativeId('alpha')

function setting(unit: string, value: string): KeptChange['parts'][number] {
  return { kind: 'unit', root: 'initiatives', id: ALPHA, unit, value }
}

/** What a page of the second epoch wrote down as somebody became the owner, with its update. */
function writtenOn(board: BoardDocument, owner: string, at: number): KeptChange {
  const page = copyOf(board, 77)
  const updates: Uint8Array[] = []
  page.doc.on('update', (update: Uint8Array) => updates.push(update))
  setInitiativeFields(page, ADA, [{ id: ALPHA, fields: { owner } }])
  const clock = Y.getState(page.doc.store, 77)
  const mark = { epoch: 2, clientId: 77, clock, parts: [setting('owner', owner)] }
  return keptChange(`written ${at}`, { at, ...mark, update: Y.mergeUpdates(updates), heirs: [78] })
}

/** Brings these to a document of the second epoch; what is left waiting belongs to it. */
async function bring(
  board: BoardDocument,
  changes: readonly KeptChange[],
): Promise<{ kept: KeptChanges; carrier: Carrier }> {
  const storage = createMemoryOfflineStorage()
  await storage.write(OWNER, { changes })
  const kept = new KeptChanges({ storage, owner: OWNER, clock: new FakeBoardClock(), words: () => [] })
  const carrier = new Carrier({
    ...{ board, epoch: 2, kept, saves: new SaveTracker(), author: () => ADA },
    ...{ mayEdit: () => true, isStopped: () => false, onCarried: () => undefined, onLost: () => undefined },
  })
  carrier.add(await kept.load())
  await carrier.run()
  return { kept, carrier }
}

test('[EPOCH-3] what was set before an epoch ended does not undo what the same person set later, in the next', async () => {
  const board = seededBoard()
  addInitiatives(board, ADA, [{ id: ALPHA, title: 'Alpha' }])
  const parts = [setting('owner', 'older'), setting('team', 'Payments')]
  const older = keptChange('older', { at: 1, parts, heirs: [31] })
  const { kept } = await bring(board, [older, writtenOn(board, 'newer', 2)])
  expect(readInitiative(board, ALPHA)).toMatchObject({ owner: 'newer', team: 'Payments' })
  expect(kept.has('older')).toBe(false)
})

test('[EPOCH-3] what was set after it takes its place', async () => {
  const board = seededBoard()
  addInitiatives(board, ADA, [{ id: ALPHA, title: 'Alpha' }])
  const later = keptChange('later', { at: 3, parts: [setting('owner', 'later')], heirs: [31] })
  await bring(board, [writtenOn(board, 'newer', 2), later])
  expect(readInitiative(board, ALPHA)?.owner).toBe('later')
})

test('[EPOCH-3] what is done next is later than what was brought along, wherever the clock stands by then', async () => {
  const board = seededBoard()
  addInitiatives(board, ADA, [{ id: ALPHA, title: 'Alpha' }])
  const older = keptChange('older', { at: 1, parts: [setting('owner', 'older')], heirs: [31] })
  const { carrier } = await bring(board, [older])
  expect([carrier.nextAt(0), carrier.nextAt(ADA.now + 9)]).toEqual([ADA.now + 1, ADA.now + 9])
})
