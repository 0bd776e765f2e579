import { describe, expect, it } from 'vitest'
import { readImageHeader } from '@/lib/images/image-header'
import { pngBytes } from '@/tests/support/boards/image-bytes'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const le = (...numbers: number[]): number[] => numbers.flatMap((number) => [number & 255, number >> 8])
const of = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : Buffer.from(part))))

const frame = (marker: number): number[] => [0xff, marker, 0, 11, 8, 0x12, 0x34, 0x56, 0x78, 1, 1, 0x11, 0]
const jpeg = (...segments: number[][]): Uint8Array => of([0xff, 0xd8], ...segments)
/** A thumbnail, whose size is not the one of the picture. */
const EXIF = [0xff, 0xe1, 0, 2 + 15, 0xff, 0xd8, ...frame(0xc0)]
const gif = (...blocks: number[][]): Uint8Array =>
  of('GIF89a', le(10, 20), [0x80, 0, 0], new Array<number>(6).fill(0x2c), ...blocks)
const gifFrame = (left: number, top: number, width: number, height: number): number[] => [
  0x2c,
  ...le(left, top, width, height),
  0,
]
const GIF_CONTROL = [0x21, 0xf9, 4, 0x2c, 0x2c, 0x2c, 0x2c, 0]
const webp = (chunk: string, bytes: number[]): Uint8Array =>
  of('RIFF', [9, 9, 9, 9], 'WEBP', chunk, [9, 0, 0, 0], bytes)

describe('the size of an image is read from its own header', () => {
  it.each<[string, Uint8Array, string, number, number]>([
    ['a PNG', pngBytes(30_000, 20_000), 'png', 30_000, 20_000],
    ['a JPEG', jpeg(frame(0xc0)), 'jpeg', 0x5678, 0x1234],
    ['a progressive JPEG behind a thumbnail', jpeg(EXIF, frame(0xc2)), 'jpeg', 0x5678, 0x1234],
    [
      'a JPEG with stray bytes, filling and tables',
      jpeg([0xff, 0xc4, 0, 3, 1, 7, 0xff, 0xff], frame(0xc1)),
      'jpeg',
      0x5678,
      0x1234,
    ],
    ['a GIF', gif(GIF_CONTROL, gifFrame(0, 0, 10, 20)), 'gif', 10, 20],
    [
      'a GIF whose frame is larger than its screen',
      gif(gifFrame(5, 0, 60_000, 50_000)),
      'gif',
      60_005,
      50_000,
    ],
    [
      'a lossy WebP',
      webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...le(16_000 | 0x4000, 300)]),
      'webp',
      16_000,
      300,
    ],
    ['a lossless WebP', webp('VP8L', [0x2f, 0xff, 0xff, 0xff, 0x0f]), 'webp', 16_384, 16_384],
    ['a WebP of several parts', webp('VP8X', [0, 0, 0, 0, 0xff, 0xff, 0xff, 1, 0, 0]), 'webp', 2 ** 24, 2],
  ])('%s', (_name, bytes, type, width, height) => {
    expect(readImageHeader(bytes)).toEqual({ type: `image/${type}`, width, height })
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['an SVG', of('<svg onload="alert(1)"/>')],
    ['a PNG without its header', of([...pngBytes().subarray(0, 12)], 'IDAT', [0, 0, 0, 1, 0, 0, 0, 1])],
    ['a PNG of no height', pngBytes(1, 0)],
    ['a JPEG that begins its pixels without a frame', jpeg([0xff, 0xda, 0, 2], frame(0xc0))],
    ['a GIF without a frame', gif([0x3b, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['a lossy WebP without its mark', webp('VP8 ', [0, 0, 0, 1, 1, 1, 1, 1, 1, 1])],
    ['another kind of WebP', webp('ALPH', [0x2f, 1, 1, 1, 1, 1, 1, 1, 1, 1])],
  ])('not of %s', (_name, bytes) => {
    expect(readImageHeader(bytes)).toBeNull()
  })

  it('not of one that ends too soon, wherever it is cut', () => {
    const whole = [
      pngBytes(),
      jpeg(EXIF, frame(0xc0)),
      gif(GIF_CONTROL, gifFrame(0, 0, 1, 1)),
      webp('VP8L', [0x2f, 1, 1, 1, 1]),
    ]
    for (const bytes of whole) {
      const needed = Array.from(bytes.keys()).find((length) => readImageHeader(bytes.slice(0, length)))
      expect(needed ?? bytes.length).toBeGreaterThan(20)
    }
  })
})

it('bytes that lead nowhere take one walk over them', () => {
  const zeros = new Uint8Array(5_000_000)
  const segments = new Uint8Array(5_000_000)
    .fill(0xff)
    .map((byte, at) => (at % 4 > 1 ? 0 : at % 4 ? 0xe0 : byte))
  const begins = [jpeg(), gif([0x21, 1, ...new Array<number>(4).fill(1)])]
  for (const filled of [zeros, segments, zeros.map(() => 1), zeros.map(() => 0xff)]) {
    for (const begin of begins) {
      const bytes = filled.slice()
      bytes.set(begin)
      expect(readImageHeader(bytes)).toBeNull()
    }
  }
}, 20_000)
