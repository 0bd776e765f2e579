import { describe, expect, it } from 'vitest'
import { keyMenuPoint, menuPlace } from '@/components/canvas/context-menu/menu-place'

const CANVAS = { left: 264, right: 1280, top: 48, bottom: 720 }

describe('a menu that a key asked for', () => {
  it('hangs at the upper right of what is selected', () => {
    const selected = { left: 400, right: 560, top: 200, bottom: 290 }
    expect(keyMenuPoint(selected, CANVAS)).toEqual({ x: 560, y: 200 })
  })

  it('stays in the canvas where what is selected does not', () => {
    const selected = { left: 1200, right: 1500, top: -80, bottom: 60 }
    expect(keyMenuPoint(selected, CANVAS)).toEqual({ x: 1272, y: 56 })
  })

  it('hangs in the middle where nothing is selected', () => {
    expect(keyMenuPoint(null, CANVAS)).toEqual({ x: 772, y: 384 })
  })
})

describe('a menu at a point', () => {
  const laptop = { mark: { left: 1164, top: 668 }, window: { w: 1280, h: 720 } }
  const phone = { mark: { left: 370, top: 589 }, window: { w: 390, h: 844 } }

  it('is beside the hand wherever one side has room, and under it in a narrow window', () => {
    const sides = [100, 640, 1270].map((x) => menuPlace({ x, y: 100 }, laptop).side)
    expect(sides).toEqual(['right', 'right', 'right'])
    expect(menuPlace({ x: 200, y: 100 }, phone).side).toBe('bottom')
  })

  it('stays above the mark of the engine where it could reach it', () => {
    expect(menuPlace({ x: 900, y: 700 }, laptop)).toMatchObject({ at: { x: 900, y: 660 }, clearBelowPx: 60 })
    expect(menuPlace({ x: 300, y: 640 }, phone).at).toEqual({ x: 300, y: 581 })
    expect(menuPlace({ x: 382, y: 640 }, phone).at).toEqual({ x: 382, y: 581 })
  })

  it('goes down to the edge of the window elsewhere', () => {
    expect(menuPlace({ x: 300, y: 700 }, laptop)).toEqual({
      at: { x: 300, y: 700 },
      side: 'right',
      clearBelowPx: 8,
    })
  })
})
