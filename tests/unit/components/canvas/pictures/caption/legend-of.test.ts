import { expect, it } from 'vitest'
import { PICTURE_TEAMS, teamColor } from '@/components/board/colors/team-color'
import { notesOf, toLegend } from '@/components/canvas/pictures/caption/legend-of'

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

it('says what an asterisk means where there is one', () => {
  const team = (teamId: string, x: number) => ({
    ...{ id: `shape:${teamId}`, type: 'team', x, y: 0, rotation: 0 },
    props: { teamId, instanceId: 'map', teamType: 'platform', w: 60, h: 60 },
  })
  const ends = { instanceId: 'map', fromId: 'one', toId: 'other' }
  const over = {
    type: 'interaction',
    x: 30,
    y: 0,
    rotation: 0,
    props: { ...ends, mode: 'collaboration', w: 160, h: 60 },
  }
  const notesWith = (...shapes: object[]): string[] => {
    const editor = { getCurrentPageShapes: () => shapes, getPointInShapeSpace: (_: object, at: object) => at }
    return notesOf(editor as never, shapes as never)
  }
  expect(notesWith(over, team('one', 0), team('other', 160))).toEqual([])
  expect(notesWith(over, team('one', 0), team('third', 80), team('other', 160))).toEqual([
    '* Takes part in an interaction that lies over other teams too.',
  ])
})
