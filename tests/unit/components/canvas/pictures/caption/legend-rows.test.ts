import { describe, expect, it } from 'vitest'
import type { MeasureIn } from '@/components/canvas/pictures/caption/caption-block'
import { layOutRows } from '@/components/canvas/pictures/caption/legend-rows'
import { notationOf } from '@/components/canvas/pictures/caption/notation-of'
import { INTERACTION_MODE_IDS } from '@/lib/teams/interaction-modes'
import { TEAM_TYPE_IDS } from '@/lib/teams/team-types'

const GROUND = { widthPx: 1_600, top: 24, unit: 1 }
const NARROW = { widthPx: 480, top: 18, unit: 0.75 }
const halfSquare: MeasureIn =
  ({ sizePx }) =>
  (text) =>
    text.length * sizePx * 0.5
const { teams, interactions } = notationOf([
  ...TEAM_TYPE_IDS.map((teamType) => ({ type: 'team', props: { teamType } })),
  ...INTERACTION_MODE_IDS.map((mode) => ({ type: 'interaction', props: { mode } })),
])
const legend = (colors: number) => [
  { label: 'Teams', entries: teams },
  { label: 'Interactions', entries: interactions },
  {
    label: 'Strip on a card: its team',
    entries: Array.from({ length: colors }, (_, at) => ({ name: `Team ${at}`, color: '#123456' })),
  },
]

describe('the rows of a legend', () => {
  it('begin anew with every group', () => {
    const { texts } = layOutRows(legend(3), GROUND, halfSquare)
    const labels = texts.filter(({ soft }) => soft)
    expect(labels.map(({ text }) => text)).toEqual(['Teams', 'Interactions', 'Strip on a card: its team'])
    expect(labels.every(({ x }) => x === 0)).toBe(true)
    expect(new Set(labels.map(({ y }) => y)).size).toBe(3)
  })

  it('show every kind of team and interaction, and keep to four also in a narrow picture with many teams', () => {
    const { texts, outlines, swatches, heightPx } = layOutRows(legend(40), NARROW, halfSquare)
    expect(outlines).toHaveLength(TEAM_TYPE_IDS.length + INTERACTION_MODE_IDS.length)
    expect(texts.at(-1)?.text).toBe(`and ${40 - swatches.length} more`)
    expect(new Set(texts.map(({ y }) => y)).size).toBe(4)
    for (const { x, y, text, sizePx } of texts) {
      expect(x + text.length * sizePx * 0.5).toBeLessThanOrEqual(NARROW.widthPx)
      expect(y).toBeLessThan(heightPx)
    }
  })

  it('keep outlines apart from those of the rows beside them', () => {
    const { outlines } = layOutRows(legend(1), GROUND, halfSquare)
    const bottoms = outlines.map(({ y, scale, outline }) => y + outline.size.h * scale)
    const [first, second] = [outlines.slice(0, teams.length), outlines.slice(teams.length)]
    expect(Math.max(...bottoms.slice(0, first.length))).toBeLessThan(Math.min(...second.map(({ y }) => y)))
  })

  it('cut a long name beside its label rather than only count it', () => {
    const long = Array.from({ length: 2 }, (_, at) => ({ name: `${at}`.padEnd(200, 'long '), color: '#123' }))
    const groups = legend(0).map((group) => (group.entries.length > 0 ? group : { ...group, entries: long }))
    const { texts, swatches } = layOutRows(groups, NARROW, halfSquare)
    expect(swatches.length).toBeGreaterThan(0)
    expect(texts.at(-1)?.text).toBe('and 1 more')
  })
})
