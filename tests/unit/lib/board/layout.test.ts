import { expect, test } from 'vitest'
import {
  cardShapeId,
  ENTITY_ROOTS,
  isEntityRoot,
  placementKeysOfShape,
  ROOTS,
  teamShapeId,
} from '@/lib/board/layout'
import type { InitiativeId, InstanceId, TeamId } from '@/lib/ids'

test('a root of entities is told from the others, and from what every object knows', () => {
  expect(ROOTS.filter(isEntityRoot)).toEqual(ENTITY_ROOTS)
  expect(['constructor', ''].filter(isEntityRoot)).toEqual([])
})

test('a card or a team may show each placement whose two ids stand in its own, and nothing else any', () => {
  const card = cardShapeId('one-more' as InitiativeId, 'map' as InstanceId)
  expect([...placementKeysOfShape(card)]).toEqual(['one/more-map', 'one-more/map'])
  expect([...placementKeysOfShape(teamShapeId('one' as TeamId, 'map' as InstanceId))]).toEqual(['one/map'])
  const none = ['shape:card-one', 'shape:frame-one-map', 'one-map']
  expect(none.flatMap((id) => [...placementKeysOfShape(id)])).toEqual([])
})
