import { describe, expect, it } from 'vitest'
import { createMetrics } from '@/server/metrics/create-metrics'
import { timeCommits } from '@/server/metrics/time-commits'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { storageFailed } from '@/server/storage/storage-failed'

const FACTS = {
  rooms: () => ({ rooms: 0, sockets: 0 }),
  traffic: () => ({ in: 0, out: 0 }),
  disk: () => ({ usedBytes: 0, freeBytes: 0 }),
}

describe('timeCommits', () => {
  it('notes how long what was written took, not what failed, and hands every answer on', async () => {
    const metrics = createMetrics()
    let now = 0
    const storage = createMemoryBoardStorage()
    const timed = timeCommits(storage, metrics, () => (now += 250))
    await timed.start()
    await expect(timed.append([])).resolves.toEqual([])
    const full = { ...storage, append: () => Promise.reject(storageFailed('the disk is full')) }
    await expect(timeCommits(full, metrics, () => now).append([])).rejects.toMatchObject({
      code: 'storage-failed',
    })
    const text = await metrics.render(FACTS)
    expect(text).toContain('contour_log_commit_seconds_sum 0.25')
    expect(text).toContain('contour_log_commit_seconds_count 1')
  })
})
