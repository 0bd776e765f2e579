import { expect, it } from 'vitest'
import { dockedAt, DOCKED_SIZE_PX } from '@/lib/board/places/teams/standing-teams'
import { freePlace } from '@/lib/teams/free-place'
import { teamTypeOf } from '@/lib/teams/team-types'

const AREA = { x: 0, y: 0, w: 400, h: 900 }

it('ends a pile of any height above the team that is put in the row under its own', () => {
  const { size } = teamTypeOf('stream-aligned')
  const team = { box: { x: 0, y: 0, ...size } }
  const below = freePlace([AREA], size, [team.box])
  for (const count of [1, 6, 7, 12, 53]) {
    const last = dockedAt(team, count - 1, count)
    expect(last.y + DOCKED_SIZE_PX.h).toBeLessThan(below.y)
  }
})
