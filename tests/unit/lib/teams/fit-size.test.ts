import { describe, expect, it } from 'vitest'
import { fitSize } from '@/lib/teams/fit-size'
import { INTERACTION_MODES } from '@/lib/teams/interaction-modes'
import { TEAM_TYPES } from '@/lib/teams/team-types'

describe('sizes of team shapes', () => {
  it.each([...TEAM_TYPES, ...INTERACTION_MODES].map(({ id, size }) => ({ id, size })))(
    'leaves a new $id as it is',
    ({ id, size }) => expect(fitSize(id, size)).toEqual(size),
  )

  it('keeps stream-aligned teams, platforms and undefined teams lying', () => {
    for (const id of ['stream-aligned', 'platform', 'undefined-team'] as const) {
      expect(fitSize(id, { w: 150, h: 300 })).toEqual({ w: 150, h: 150 })
    }
  })

  it('keeps enabling teams upright and circles round', () => {
    expect(fitSize('enabling', { w: 300, h: 160 })).toEqual({ w: 160, h: 160 })
    expect(fitSize('facilitating', { w: 90, h: 130 })).toEqual({ w: 130, h: 130 })
  })

  it('lets no shape become a line or a wall', () => {
    expect(fitSize('collaboration', { w: 1, h: 1 })).toEqual({ w: 60, h: 32 })
    expect(fitSize('complicated-subsystem', { w: 9_000, h: 9_000 })).toEqual({ w: 800, h: 600 })
  })
})
