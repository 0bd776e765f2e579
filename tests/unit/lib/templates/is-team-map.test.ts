import { expect, test } from 'vitest'
import { isTeamMap } from '@/lib/templates/is-team-map'

test('a map of teams is told from curves and from what this version does not know', () => {
  const known = ['team-map', 'effort-value-curves', 'something-new'].map((templateId) =>
    isTeamMap({ templateId }),
  )
  expect(known).toEqual([true, false, false])
})
