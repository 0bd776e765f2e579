import { describe, expect, it } from 'vitest'
import { findCurve } from '@/lib/curves/catalogue'
import { readingOf } from '@/lib/curves/reading'

function read(id: string, x?: number): string {
  const curve = findCurve(id)
  return curve ? readingOf(curve, x) : ''
}

describe('readingOf', () => {
  it('says what is spent and banked, and what comes next', () => {
    expect(read('j-curve', 0.1)).toBe('Spent 10\u00a0%, banked 0\u00a0%. Next: test the riskiest belief.')
  })

  it('says that the test is late once its moment has passed', () => {
    expect(read('j-curve', 0.3)).toBe(
      'Spent 30\u00a0%, banked 2\u00a0%. Late for the riskiest test: run it before going on.',
    )
  })

  it('says when a card is past the point of no return', () => {
    expect(read('delayed-step', 0.5)).toContain('Past the point of no return')
  })

  it('asks to stop or to say why once there is enough', () => {
    expect(read('quick-taper', 0.7)).toBe('Spent 70\u00a0%, banked 98\u00a0%. Past enough: stop or say why.')
    expect(read('quick-win-step', 0.4)).toBe(
      'Spent 40\u00a0%, banked 100\u00a0%. Past enough: stop or say why.',
    )
  })

  it('never calls steady work past enough', () => {
    expect(read('linear', 0.95)).toBe(
      'Spent 95\u00a0%, banked 95\u00a0%. Next: ask whether the rate is still right.',
    )
  })

  it('says that the position is open, and how to say it', () => {
    expect(read('sigmoid')).toBe(
      'On this curve, not sure where yet. Slide it onto the line to say where it is.',
    )
  })

  it('says that nothing is spent at the very start', () => {
    expect(read('sigmoid', 0)).toBe('Nothing spent yet. Next: test the riskiest belief.')
  })

  it('says that value is coming in between half and enough', () => {
    expect(read('sigmoid', 0.5)).toContain('The value is coming in')
  })

  it('asks for a stop rule early on a curve that tapers', () => {
    expect(read('quick-taper', 0.05)).toContain('agree on what makes you stop')
    expect(read('quick-taper', 0.3)).toContain('look out for enough')
  })
})
