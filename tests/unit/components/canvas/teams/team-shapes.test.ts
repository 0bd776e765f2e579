import { expect, test } from 'vitest'
import { pairOf } from '@/components/canvas/teams/team-shapes'

const team = (instanceId: string, type = 'team') => ({ type, props: { instanceId } })
const [ONE, OTHER] = [team('map'), team('map')]

test('two teams of one map are a pair, in their order', () => {
  expect(pairOf([ONE, OTHER])).toEqual([ONE, OTHER])
  expect(pairOf([OTHER, ONE])?.[0]).toBe(OTHER)
})

test('teams of two maps are none, and neither are three teams or a team and something else', () => {
  expect(pairOf([ONE, team('other')])).toBeNull()
  expect(pairOf([ONE, OTHER, team('map')])).toBeNull()
  expect(pairOf([ONE, team('map', 'interaction')])).toBeNull()
  expect(pairOf([ONE])).toBeNull()
})
