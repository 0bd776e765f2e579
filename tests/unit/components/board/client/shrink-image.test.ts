import { expect, test } from 'vitest'
import { shrinkImage } from '@/components/board/client/shrink-image'
import { LIMITS } from '@/lib/sync/limits'
import { gifBytes, jpegBytes, pngBytes } from '@/tests/support/boards/image-bytes'

const png = (width: number, height: number, length = 24): Blob =>
  new Blob([pngBytes(width, height, length).slice()], { type: 'image/png' })

/** Draws what takes so many bytes, one after the other. */
function standIn(...sizes: number[]) {
  const scales: number[] = []
  let closed = 0
  const open = () =>
    Promise.resolve({
      draw: (scale: number) => {
        scales.push(scale)
        const size = sizes.shift()
        return Promise.resolve(size === undefined ? null : new Blob([new Uint8Array(size)]))
      },
      close: () => void closed++,
    })
  return { open, scales, closed: () => closed }
}

test('an image within its bounds goes as it is, and is not even unfolded', async () => {
  const { open, closed } = standIn()
  const fine = png(2_560, 2_560)
  expect(await shrinkImage(fine, open)).toBe(fine)
  expect(closed()).toBe(0)
})

test('one with too many pixels is drawn with as many as a board takes', async () => {
  const { open, scales, closed } = standIn(9)
  expect((await shrinkImage(png(5_120, 10_240), open)).size).toBe(9)
  expect(scales).toEqual([Math.sqrt(1 / 8)])
  expect(closed()).toBe(1)
})

test('one with too many bytes is drawn as large as it is, and smaller until few enough are left', async () => {
  const { open, scales } = standIn(4 * LIMITS.ASSET_BYTES, LIMITS.ASSET_BYTES)
  const large = png(1_000, 1_000, LIMITS.ASSET_BYTES + 1)
  expect((await shrinkImage(large, open)).size).toBe(LIMITS.ASSET_BYTES)
  expect(scales).toEqual([1, 0.45])
})

test('one that moves, cannot be drawn, or would take all memory goes as it is', async () => {
  const never = () => Promise.reject(new Error('unfolded'))
  const moving = new Uint8Array(LIMITS.ASSET_BYTES + 1)
  moving.set(new TextEncoder().encode('RIFF0000WEBPVP8X0000\u0002'))
  const { open, closed } = standIn()
  for (const [file, how] of [
    [new Blob([moving], { type: 'image/webp' }), standIn(9).open],
    [new Blob([gifBytes(9_000, 9_000).slice()], { type: 'image/gif' }), standIn(9).open],
    [png(60_000, 60_000), standIn(9).open],
    [new Blob([jpegBytes(9_000, 9_000, LIMITS.IMAGE_SCANS + 1).slice()]), standIn(9).open],
    [new Blob(['no image'], { type: 'image/png' }), standIn(9).open],
    [png(9_000, 9_000), never],
    [png(9_000, 9_000), open],
  ] as const)
    expect(await shrinkImage(file, how)).toBe(file)
  expect(closed()).toBe(1)
})
