import { expect, it } from 'vitest'
import { isLaneCard, laneCardId } from '@/components/canvas/people/lane-card'
import { cardShapeId } from '@/lib/board/layout'
import type { InitiativeId, InstanceId } from '@/lib/ids'

it('tells the ghost of a drag from a card', () => {
  expect(laneCardId(7, 'abc')).toBe('shape:lane-7-abc')
  expect(isLaneCard(laneCardId(7, 'abc'))).toBe(true)
  expect(isLaneCard(cardShapeId('abc' as InitiativeId, 'first' as InstanceId))).toBe(false)
})
