import { expect, test } from 'vitest'
import { countScans } from '@/lib/images/count-scans'
import { jpegBytes, pngBytes } from '@/tests/support/boards/image-bytes'

const jpeg = (...bytes: number[]): Uint8Array => Uint8Array.from([0xff, 0xd8, ...bytes])
const SCAN = [0xff, 0xda, 0, 3, 9]

test('says in how many goes a JPEG brings its pixels', () => {
  expect([1, 2, 500].map((scans) => countScans(jpegBytes(8, 8, scans), 'image/jpeg'))).toEqual([1, 2, 500])
})

test('counts those of the picture alone, not those in a thumbnail, among its pixels or behind its end', () => {
  const thumbnail = [0xff, 0xe1, 0, 2 + SCAN.length, ...SCAN]
  const pixels = [0xda, 0xff, 0, 0xda, 0xff, 0xd0, 0xda]
  const end = [0xff, 0xd9]
  expect(countScans(jpeg(...thumbnail, ...SCAN, ...pixels, ...SCAN, ...end, ...SCAN), 'image/jpeg')).toBe(2)
})

test('finds those behind stray bytes and filling, and the end wherever it is cut', () => {
  const whole = jpeg(7, 0xff, ...SCAN, 0xff, 0xd0, 0xff, 0xc4, 0, 0, 0xff, ...SCAN)
  expect(countScans(whole, 'image/jpeg')).toBe(2)
  for (const length of whole.keys())
    expect(countScans(whole.subarray(0, length), 'image/jpeg')).toBeLessThan(3)
})

test('counts those behind a mark that means nothing, which no decoder passes over by the length it tells', () => {
  for (const mark of [0x02, 0xbf])
    expect(countScans(jpeg(0xff, mark, 0xff, 0xff, ...SCAN, ...SCAN), 'image/jpeg')).toBe(2)
})

test('others bring theirs once', () => {
  expect(countScans(pngBytes(), 'image/png')).toBe(1)
})
