import { describe, expect, it } from 'vitest'
import { interactionModeOf } from '@/lib/teams/interaction-modes'
import { findWordsPlace } from '@/lib/teams/words-place'

const size = (mode: string) => interactionModeOf(mode).size
const COLLABORATION = { size: size('collaboration'), rotation: 0 }
const SERVICE = { size: size('x-as-a-service'), rotation: 0 }

describe('the words of an interaction', () => {
  it('stand in the middle where they are clear of the slanted edges', () => {
    expect(findWordsPlace('collaboration', { ...COLLABORATION, words: { w: 94, h: 10 } })).toEqual({
      x: 70,
      y: 30,
      isInside: true,
    })
  })

  it('stand under it where they would touch its edges', () => {
    const { x, y, isInside } = findWordsPlace('collaboration', { ...COLLABORATION, words: { w: 110, h: 13 } })
    expect([x, y, isInside]).toEqual([70, 60 + 5 + 6.5, false])
  })

  it('stand where a triangle is wide, whichever way it points', () => {
    const words = { w: 36, h: 10 }
    const upright = findWordsPlace('x-as-a-service', { ...SERVICE, words })
    const pointingLeft = findWordsPlace('x-as-a-service', { ...SERVICE, rotation: -Math.PI / 2, words })
    expect([upright, pointingLeft].map(({ isInside }) => isInside)).toEqual([true, true])
    expect(upright.y).toBeGreaterThan(pointingLeft.y)
  })

  it('stand under it on the page, however it is turned', () => {
    const rotation = Math.PI / 2
    const { x, y, isInside } = findWordsPlace('x-as-a-service', {
      ...SERVICE,
      rotation,
      words: { w: 60, h: 10 },
    })
    expect(isInside).toBe(false)
    // Pointing to the right, what is right of its own middle is below it: half its width, the air, half a line.
    expect([x, y]).toEqual([expect.closeTo(36 + 36 + 5 + 5), expect.closeTo(38)])
  })
})
