import { expect, test } from 'vitest'
import { INTERACTION_MODES } from '@/lib/teams/interaction-modes'
import { TEAM_TYPES, teamTypeOf } from '@/lib/teams/team-types'

test('the colours and lines are the published ones', () => {
  const paints = [...TEAM_TYPES, ...INTERACTION_MODES].map(({ id, paint }) => [
    ...[id, paint.fill, paint.fillOpacity, paint.line],
    paint.dash?.join(' ') ?? 'solid',
  ])
  expect(paints).toEqual([
    ['stream-aligned', '#FFEDB8', 1, '#FFD966', 'solid'],
    ['platform', '#B7CDF1', 1, '#6D9EEB', 'solid'],
    ['enabling', '#DFBDCF', 1, '#D09CB7', 'solid'],
    ['complicated-subsystem', '#FFC08B', 1, '#E88814', 'solid'],
    ['undefined-team', '#EBEBEF', 1, '#9B99AF', '2 4'],
    ['collaboration', '#C6BEDF', 0.5, '#967EE2', '8 6'],
    ['x-as-a-service', '#B4B4B4', 0.5, '#999696', '8 6'],
    ['facilitating', '#C9DFBE', 0.5, '#78996B', '8 6'],
  ])
})

test('a type nobody knows is the undefined one', () => {
  expect(teamTypeOf('squad').id).toBe('undefined-team')
})
