import { expect, it } from 'vitest'
import { mayMove } from '@/lib/images/may-move'
import { pngBytes } from '@/tests/support/boards/image-bytes'

const chunk = (name: string, length = 0): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, length]), Buffer.from(name, 'latin1'), Buffer.alloc(length + 4)])
const png = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([pngBytes().subarray(0, 8), chunk('IHDR', 13), ...chunks])
const webp = (first: string, flags: number): Buffer =>
  Buffer.concat([Buffer.from(`RIFF0000WEBP${first}0000`, 'latin1'), Buffer.from([flags, 0, 0, 0])])

it('says of an image whether it may move', () => {
  expect([
    mayMove(Buffer.from('GIF89a'), 'image/gif'),
    mayMove(png(chunk('acTL', 8), chunk('IDAT')), 'image/png'),
    mayMove(webp('VP8X', 0b10), 'image/webp'),
  ]).toEqual([true, true, true])
  expect([
    mayMove(png(chunk('IDAT'), chunk('acTL', 8)), 'image/png'),
    mayMove(pngBytes(), 'image/png'),
    mayMove(webp('VP8X', 0b10000), 'image/webp'),
    mayMove(webp('VP8L', 0b10), 'image/webp'),
    mayMove(Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'),
  ]).toEqual([false, false, false, false, false])
})
