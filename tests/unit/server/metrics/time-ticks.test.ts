import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openBoardDocument } from '@/lib/board/layout'
import type { PersonId } from '@/lib/ids'
import { createMetrics } from '@/server/metrics/create-metrics'
import { timeTicks } from '@/server/metrics/time-ticks'
import { createGuard } from '@/server/sync/guard/create-guard'
import { BOARD } from '@/tests/support/boards/stored-board'

const FACTS = {
  rooms: () => ({ rooms: 0, sockets: 0 }),
  traffic: () => ({ in: 0, out: 0 }),
  disk: () => ({ usedBytes: 0, freeBytes: 0 }),
}
const [ADA, EVE] = ['ada' as PersonId, 'eve' as PersonId]

describe('timeTicks', () => {
  it('notes how long a tick took, and the guard does what it always does', async () => {
    const metrics = createMetrics()
    let now = 0
    const board = openBoardDocument(new Y.Doc())
    const guard = timeTicks(
      createGuard({ boardId: BOARD, board, clientIds: new Map() }),
      metrics,
      () => (now += 4),
    )
    const writer = new Y.Doc()
    guard.reserve(writer.clientID, ADA)
    writer.getMap('records').set('shape:a', 1)
    const sender = { connectionId: 1, personId: EVE, role: 'participant' as const }
    const outcome = guard.runTick([{ sender, kind: 'update', update: Y.encodeStateAsUpdate(writer) }], 0)
    expect(outcome.senders.get(1)?.end).toBe('reload-needed')
    guard.forget(1)
    expect(await metrics.render(FACTS)).toContain('contour_tick_seconds_sum 0.004')
  })
})
