import { expect, test } from 'vitest'
import { cardShapeId, ENTITY_ROOTS, initiativesOfCard, isEntityRoot, ROOTS } from '@/lib/board/layout'
import type { InitiativeId, InstanceId } from '@/lib/ids'

test('a root of entities is told from the others, and from what every object knows', () => {
  expect(ROOTS.filter(isEntityRoot)).toEqual(ENTITY_ROOTS)
  expect(['constructor', ''].filter(isEntityRoot)).toEqual([])
})

test('a card may be of each initiative whose id its own begins with, and what is no card of none', () => {
  const card = cardShapeId('one-more' as InitiativeId, 'map' as InstanceId)
  expect(initiativesOfCard(card)).toEqual(['one', 'one-more'])
  expect(['shape:card-one', 'shape:team-one-map', 'one'].flatMap(initiativesOfCard)).toEqual([])
})
