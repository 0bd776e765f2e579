import { expect, it } from 'vitest'
import { teamColor } from '@/components/board/team-color'
import { toLegend } from '@/components/canvas/pictures/legend-of'

it('names every team once with the colour of its cards, and those without one last', () => {
  expect(toLegend(['Web', undefined, 'apps', 'web ', ' '])).toEqual([
    { name: 'apps', color: teamColor('apps') },
    { name: 'Web', color: teamColor('Web') },
    { name: 'no team', color: teamColor(undefined) },
  ])
})

it('says nothing where no card has a team', () => {
  expect(toLegend([undefined, ''])).toEqual([])
})
