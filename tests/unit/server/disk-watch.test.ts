import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { DiskWatch, measureDisk, type DiskSpace } from '@/server/disk-watch'
import { FakeClock } from '@/tests/support/fake-clock'
import { createQuietLog } from '@/tests/support/quiet-log'

const filled = (percent: number): DiskSpace => ({ usedBytes: percent, freeBytes: 100 - percent })

it('says once that the disk has become half and nearly full, and again when it becomes so again', async () => {
  const log = createQuietLog()
  const clock = new FakeClock()
  let space: DiskSpace | null = filled(49)
  const watch = new DiskWatch({
    measure: () => (space ? Promise.resolve(space) : Promise.reject(new Error('unreadable'))),
    clock,
    log,
  })
  const becomes = async (next: DiskSpace | null): Promise<readonly string[]> => {
    space = next
    await clock.advance(LIMITS.DISK_LOOKED_AT_MS)
    return log.events.splice(0)
  }
  watch.start()
  watch.start()
  expect(await becomes(filled(49))).toEqual([])
  expect(await becomes(filled(50))).toEqual(['disk.half-full'])
  expect(await becomes(filled(89))).toEqual([])
  expect(watch.isShort).toBe(false)
  expect(await becomes(filled(90))).toEqual(['disk.nearly-full'])
  expect([watch.isShort, watch.space]).toEqual([true, filled(90)])
  expect(await becomes(filled(30))).toEqual([])
  expect(await becomes(filled(95))).toEqual(['disk.half-full', 'disk.nearly-full'])
  expect(await becomes(null)).toEqual([])
  expect(watch.isShort).toBe(false)
  watch.stop()
  expect(await becomes(filled(95))).toEqual([])
})

it('warns only of a disk that is nearly full', async () => {
  const warned = createQuietLog()
  const clock = new FakeClock()
  const log = { ...createQuietLog(), warn: warned.warn }
  const watch = new DiskWatch({ measure: () => Promise.resolve(filled(95)), clock, log })
  watch.start()
  await clock.advance(0)
  watch.stop()
  expect(warned.events).toEqual(['disk.nearly-full'])
})

it('is short of space only where little is left also in bytes, however full it is', async () => {
  const { DISK_SHORT_BYTES } = LIMITS
  const isShort = async (space: DiskSpace): Promise<boolean> => {
    const clock = new FakeClock()
    const watch = new DiskWatch({ measure: () => Promise.resolve(space), clock, log: createQuietLog() })
    watch.start()
    await clock.advance(0)
    watch.stop()
    return watch.isShort
  }
  const usedBytes = 99 * DISK_SHORT_BYTES
  expect(await isShort({ usedBytes, freeBytes: DISK_SHORT_BYTES })).toBe(false)
  expect(await isShort({ usedBytes, freeBytes: DISK_SHORT_BYTES - 1 })).toBe(true)
  expect(await isShort({ usedBytes: DISK_SHORT_BYTES, freeBytes: DISK_SHORT_BYTES - 1 })).toBe(false)
})

it('measures the file system of a folder', async () => {
  const { usedBytes, freeBytes } = await measureDisk(tmpdir())
  expect(usedBytes).toBeGreaterThan(0)
  expect(freeBytes).toBeGreaterThanOrEqual(0)
})
