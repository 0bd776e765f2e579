import { describe, expect, test } from 'vitest'
import { CommitPace } from '@/components/board/store/commit/commit-pace'

function changed(touched: number, { created = 0, removed = 0 } = {}) {
  const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => `shape:${at}`)
  return {
    created: new Set(ids(created)),
    removed: new Set(ids(removed)),
    touched: new Map(ids(touched).map((id) => [id, new Set(['x'])])),
  }
}

describe('what is changed', () => {
  test('is written at once where it is little, however often', () => {
    const pace = new CommitPace()
    pace.note(1_000)
    expect(pace.waitMs(changed(50), 1_000)).toBe(0)
  })

  test('waits the longer the more it is, and never for longer than a second', () => {
    const pace = new CommitPace()
    expect(pace.waitMs(changed(500), 1_000)).toBe(0)
    pace.note(1_000)
    expect(pace.waitMs(changed(500), 1_033)).toBe(217)
    expect(pace.waitMs(changed(5_000), 1_000)).toBe(1_000)
    expect(pace.waitMs(changed(500), 1_250)).toBe(0)
  })

  test('waits for nothing where it makes or removes something, or the clock was set back', () => {
    const pace = new CommitPace()
    pace.note(1_000)
    expect(pace.waitMs(changed(500, { created: 1 }), 1_000)).toBe(0)
    expect(pace.waitMs(changed(500, { removed: 1 }), 1_000)).toBe(0)
    expect(pace.waitMs(changed(500), -60_000)).toBe(0)
  })
})
