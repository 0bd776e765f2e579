import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { FrameWatch } from '@/server/sync/socket/frame-watch'

const { UNFINISHED_BYTES, UNFINISHED_MS } = LIMITS

describe('watching a message that is not whole', () => {
  it('calls it stuck once it has got on by too little for too long', () => {
    const watch = new FrameWatch()
    const looks = [
      [1, 0],
      [UNFINISHED_BYTES, UNFINISHED_MS],
      [UNFINISHED_BYTES, UNFINISHED_MS + 1],
    ] as const
    expect(looks.map(([bytes, at]) => watch.isStuck(bytes, at))).toEqual([false, false, true])
  })

  it('waits anew whenever it has got on, for as long as that goes on', () => {
    const watch = new FrameWatch()
    const looks = Array.from({ length: 100 }, (_, at) =>
      watch.isStuck(1 + at * UNFINISHED_BYTES, at * UNFINISHED_MS),
    )
    expect(looks).not.toContain(true)
    expect(watch.isStuck(1 + 99 * UNFINISHED_BYTES, 100 * UNFINISHED_MS + 1)).toBe(true)
  })

  it('begins anew with every message, and where nothing is on its way', () => {
    const watch = new FrameWatch()
    watch.isStuck(9, 0)
    watch.reset()
    expect(watch.isStuck(9, 2 * UNFINISHED_MS)).toBe(false)
    expect(watch.isStuck(0, 3 * UNFINISHED_MS)).toBe(false)
    expect(watch.isStuck(9, 4 * UNFINISHED_MS)).toBe(false)
  })
})
