// Loaded into a server under test as `…?times=4`: people may write four times as fast, and on a signal it loses patience
// with readers who are behind. What anything may cost in bytes stays as it is.
import { isMainThread } from 'node:worker_threads'

const LITTLE_PATIENCE_MS = 500

if (isMainThread) {
  await import('tsx')
  const times = Number(new URL(import.meta.url).searchParams.get('times'))
  const { LIMITS } = await import('@/lib/sync/limits')
  for (const rate of ['FRAMES_PER_SECOND', 'UPDATES_PER_SECOND', 'UPDATE_BYTES_PER_SECOND'])
    Object.assign(LIMITS, { [rate]: LIMITS[rate] * times })
  process.on('SIGHUP', () => Object.assign(LIMITS, { LAGGING_CUTOFF_MS: LITTLE_PATIENCE_MS }))
}
