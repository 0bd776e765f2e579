import { describe, expect, it } from 'vitest'
import { createMetrics } from '@/server/metrics/create-metrics'

const FACTS = {
  rooms: () => ({ rooms: 2, sockets: 5 }),
  traffic: () => ({ in: 100, out: 2_000 }),
  disk: () => ({ usedBytes: 7, freeBytes: 3 }),
}

describe('createMetrics', () => {
  it('says what is live, what was counted and how long things took, all in the same text', async () => {
    const metrics = createMetrics()
    metrics.noteTick(0.003)
    metrics.noteCommit(0.2)
    metrics.noteRefused('overloaded')
    metrics.noteCompensated('not-allowed', 3)
    metrics.noteLagging()
    const lines = (await metrics.render(FACTS)).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'contour_rooms 2',
        'contour_sockets 5',
        'contour_disk_used_bytes 7',
        'contour_disk_free_bytes 3',
        'contour_tick_seconds_bucket{le="0.002"} 0',
        'contour_tick_seconds_bucket{le="0.004"} 1',
        'contour_log_commit_seconds_count 1',
        'contour_socket_bytes_total{direction="out"} 2000',
        'contour_sockets_refused_total{code="overloaded"} 1',
        'contour_writes_compensated_total{code="not-allowed"} 3',
        'contour_sockets_lagging_total 1',
      ]),
    )
    expect(lines.some((line) => line.startsWith('nodejs_eventloop_lag_seconds '))).toBe(true)
  })

  it('says the traffic as it is, however often it is asked', async () => {
    const metrics = createMetrics()
    await metrics.render(FACTS)
    expect(await metrics.render(FACTS)).toContain('contour_socket_bytes_total{direction="in"} 100\n')
  })

  it('counts for itself alone', async () => {
    createMetrics().noteLagging()
    expect(await createMetrics().render(FACTS)).toContain('contour_sockets_lagging_total 0')
  })
})
