import { describe, expect, it } from 'vitest'
import { assignHues, hueOf, TEAM_HUE_COUNT, type TeamName } from '@/lib/teams/team-hues'

/** As a spreadsheet of open-source work names them, all at one moment; one colour was three of them once. */
const IMPORTED = ['API Machinery', 'Auth', 'CLI', 'Network', 'Node', 'Scheduling', 'Storage', 'Testing']

const at = (since: number, ...names: readonly string[]): TeamName[] => names.map((name) => ({ name, since }))

describe('the hues of teams', () => {
  it('tell all teams apart while there are hues left', () => {
    const names = Array.from({ length: TEAM_HUE_COUNT }, (_, number) => `Team ${number}`)
    expect(new Set(assignHues(at(1, ...IMPORTED)).values()).size).toBe(IMPORTED.length)
    expect(new Set(assignHues(at(1, ...names)).values()).size).toBe(TEAM_HUE_COUNT)
  })

  it('come round again evenly beyond that', () => {
    const names = Array.from({ length: 2 * TEAM_HUE_COUNT }, (_, number) => `Team ${number}`)
    const hues = [...assignHues(at(1, ...names)).values()].sort((one, other) => one - other)
    expect(hues).toEqual(Array.from({ length: 2 * TEAM_HUE_COUNT }, (_, place) => Math.floor(place / 2)))
  })

  it('are given out in the order of arrival, then by name, whatever order they are read in', () => {
    const names = [...at(2, 'Apps', 'Release'), ...at(1, ...IMPORTED)]
    const hues = assignHues(names)
    expect(assignHues([...names].reverse())).toEqual(hues)
    expect([...hues.keys()].slice(-2)).toEqual(['apps', 'release'])
  })

  it('are one for a name however it is written, from the first time on', () => {
    const hues = assignHues([...at(3, 'NODE '), ...at(2, 'Storage'), ...at(1, 'node')])
    expect([...hues.keys()]).toEqual(['node', 'storage'])
    expect(hueOf(hues, ' Node')).toBe(hues.get('node'))
  })

  it('are none where there is no team', () => {
    expect(assignHues(at(1, '', '  ')).size).toBe(0)
    expect([undefined, '', 'Nobody'].map((name) => hueOf(assignHues(at(1, 'Node')), name))).toEqual([
      null,
      null,
      null,
    ])
  })
})
