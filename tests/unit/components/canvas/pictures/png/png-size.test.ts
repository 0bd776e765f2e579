import { expect, it } from 'vitest'
import { readPngSize } from '@/components/canvas/pictures/png/png-size'

const HEADER = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]

it('reads width and height from the head of a PNG', () => {
  expect(readPngSize(new Uint8Array([...HEADER, 0, 0, 16, 0, 0, 0, 1, 2]))).toEqual({ w: 4096, h: 258 })
})

it('answers null for anything else', () => {
  expect(readPngSize(new Uint8Array(24))).toBeNull()
  expect(readPngSize(new Uint8Array(HEADER))).toBeNull()
})
