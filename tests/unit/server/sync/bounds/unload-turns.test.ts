import { expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { UnloadTurns } from '@/server/sync/bounds/unload-turns'
import type { Clock } from '@/server/sync/clock'
import { FakeClock } from '@/tests/support/fake-clock'

/** Boards that are let go of at one moment; each takes so long to write down. */
function leave(names: string, tookMs: number) {
  let nowMs = 0
  const waiting: { at: number; run: () => void }[] = []
  const clock: Clock = {
    now: () => nowMs,
    after: (ms, run) => {
      waiting.push({ at: nowMs + ms, run })
      return () => undefined
    },
  }
  const pass = (ms: number): void => {
    nowMs += ms
    for (const { at, run } of waiting) if (at <= nowMs) run()
  }
  const turns = new UnloadTurns(clock)
  const written: string[] = []
  const done = [...names].map((name) =>
    turns.inTurn(() => {
      written.push(name)
      nowMs += tookMs
      return Promise.resolve()
    }),
  )
  const settle = async (): Promise<string> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    return written.join('')
  }
  return { pass, done, settle }
}

it('[ROOM-20] leaves twice as long as a large one took to everything else before the next', async () => {
  const { pass, settle } = leave('abc', 500)
  expect(await settle()).toBe('a')
  pass(500 * LIMITS.HEAVY_LOAD_REST_TIMES - 1)
  expect(await settle()).toBe('a')
  pass(1)
  expect(await settle()).toBe('ab')
})

it('[ROOM-20] writes small ones without a rest', async () => {
  const { settle, done } = leave('abcdef', 1)
  expect(await settle()).toBe('abcdef')
  await Promise.all(done)
})

it('[ROOM-20] goes on while the disk is slow, and after one that failed', async () => {
  const turns = new UnloadTurns(new FakeClock())
  void turns.inTurn(() => new Promise<never>(() => undefined))
  await expect(turns.inTurn(() => Promise.reject(new Error('full')))).rejects.toThrow('full')
  await turns.inTurn(() => Promise.resolve())
})
