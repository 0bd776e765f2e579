import { expect, test } from 'vitest'
import { saidTeam, teamLabel, theTeam } from '@/lib/teams/team-name'

const TURNED = '\u202eSearch'

test.each([
  [saidTeam, 'Search', 'a team without a name'],
  [teamLabel, 'Search', 'Unnamed team'],
  [theTeam, 'the team “Search”', 'the team “Unnamed”'],
])(
  'a name turns nothing around that is said with it, and one that is missing is told of: %o',
  (say, named, unnamed) => {
    expect(say('Search')).toBe(named)
    expect(say(TURNED)).toBe(named)
    expect(say('')).toBe(unnamed)
  },
)
