import { expect, it } from 'vitest'
import { notationOf } from '@/components/canvas/pictures/caption/notation-of'
import { teamTypeOf, type TeamTypeId } from '@/lib/teams/team-types'
import type { InteractionModeId } from '@/lib/teams/interaction-modes'

const team = (teamType: TeamTypeId) => ({ type: 'team', props: { teamType } })
const interaction = (mode: InteractionModeId) => ({ type: 'interaction', props: { mode } })

it('names what is in a picture once, in the order in which it is offered', () => {
  const { teams, interactions } = notationOf([
    team('undefined-team'),
    interaction('facilitating'),
    team('stream-aligned'),
    team('undefined-team'),
    interaction('x-as-a-service'),
  ])
  expect(teams.map(({ name }) => name)).toEqual(['Stream-aligned', 'Undefined'])
  expect(interactions.map(({ name }) => name)).toEqual(['X-as-a-Service', 'Facilitating'])
})

it('shows each kind by its own outline in its own colours', () => {
  const [platform] = notationOf([team('platform')]).teams
  expect(platform?.outline).toMatchObject({ kind: 'platform', paint: teamTypeOf('platform').paint })
})

it('names the types that cards wear as a badge, each once with those of the teams', () => {
  const { teams } = notationOf([team('platform')], ['enabling', 'platform', 'enabling'])
  expect(teams.map(({ name }) => name).toSorted()).toEqual(['Enabling', 'Platform'])
})

it('says nothing of a picture without a map', () => {
  expect(notationOf([{ type: 'note', props: {} }])).toEqual({ teams: [], interactions: [] })
})
