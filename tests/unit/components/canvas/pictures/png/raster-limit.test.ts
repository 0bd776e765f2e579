import { describe, expect, it } from 'vitest'
import { fitsRaster } from '@/components/canvas/pictures/png/raster-limit'

const never = (): never => {
  throw new Error('This size needs no try.')
}

describe('what a browser draws in one piece', () => {
  it('is not tried where every browser does', () => {
    expect(fitsRaster({ w: 4_096, h: 4_096 }, never)).toBe(true)
    expect(fitsRaster({ w: 8_192, h: 2_000 }, never)).toBe(true)
  })

  it('is not tried where it would take the memory of the page', () => {
    expect(fitsRaster({ w: 70_000, h: 10 }, never)).toBe(false)
    expect(fitsRaster({ w: 10_000, h: 10_001 }, never)).toBe(false)
  })

  it('is tried in between, by its area and by its sides', () => {
    for (const size of [
      { w: 4_097, h: 4_096 },
      { w: 8_193, h: 100 },
      { w: 100, h: 8_193 },
    ]) {
      expect(fitsRaster(size, () => true)).toBe(true)
      expect(fitsRaster(size, () => false)).toBe(false)
    }
  })
})
