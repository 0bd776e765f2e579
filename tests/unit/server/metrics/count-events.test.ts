import { describe, expect, it } from 'vitest'
import { countEvents } from '@/server/metrics/count-events'
import { createMetrics } from '@/server/metrics/create-metrics'
import { createQuietLog } from '@/tests/support/quiet-log'

const FACTS = {
  rooms: () => ({ rooms: 0, sockets: 0 }),
  traffic: () => ({ in: 0, out: 0 }),
  disk: () => ({ usedBytes: 0, freeBytes: 0 }),
}

describe('countEvents', () => {
  it('counts what operators ask for, and lets every event through to the log', async () => {
    const [metrics, log] = [createMetrics(), createQuietLog()]
    const counted = countEvents(log, metrics)
    counted.info('socket.lagging', { connection: 1 })
    counted.info('socket.closed', { connection: 1, code: 'overloaded' })
    counted.debug('socket.refused', { code: 'not-signed-in' })
    counted.error('room.load-failed', { boardId: 'b', code: 'storage-failed' })
    counted.debug('write.refused', { refusals: [{ code: 'not-allowed' }, { code: 'not-allowed' }] })
    counted.warn('storage.recovered')
    counted.error('room.save-failed', { boardId: 'b' })
    counted.error('room.save-late', { boardId: 'b' })
    expect(log.events).toEqual([
      'socket.lagging',
      'socket.closed',
      'socket.refused',
      'room.load-failed',
      'write.refused',
      'storage.recovered',
      'room.save-failed',
      'room.save-late',
    ])
    const text = await metrics.render(FACTS)
    for (const line of [
      'contour_sockets_lagging_total 1',
      'contour_saves_failed_total 2',
      'contour_sockets_refused_total{code="overloaded"} 1',
      'contour_sockets_refused_total{code="not-signed-in"} 1',
      'contour_sockets_refused_total{code="storage-failed"} 1',
      'contour_writes_compensated_total{code="not-allowed"} 2',
    ])
      expect(text).toContain(line)
  })
})
