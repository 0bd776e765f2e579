import { expect, it } from 'vitest'
import { PICTURE_TEAMS, teamColor } from '@/components/board/colors/team-color'
import { toLegend } from '@/components/canvas/pictures/legend-of'

const COLORS = PICTURE_TEAMS.light
const card = (team: string | undefined, teamHue: number | null = null) => ({ team, teamHue })

it('names every team once with the colour of its cards, and those without one last', () => {
  const cards = [card('Web', 4), card(undefined), card('apps', 7), card('web ', 4), card(' ')]
  expect(toLegend(cards, COLORS)).toEqual([
    { name: 'apps', color: teamColor(7, COLORS) },
    { name: 'Web', color: teamColor(4, COLORS) },
    { name: 'no team', color: teamColor(null, COLORS) },
  ])
})

it('shows a colour once with all teams that share it, where there are more teams than colours', () => {
  expect(toLegend([card('Web', 4), card('CLI', 4), card('Apps', 0)], COLORS)).toEqual([
    { name: 'Apps', color: teamColor(0, COLORS) },
    { name: 'CLI, Web', color: teamColor(4, COLORS) },
  ])
})

it('says nothing where no card has a team', () => {
  expect(toLegend([card(undefined), card('')], COLORS)).toEqual([])
})
