import type { TLShape } from 'tldraw'
import { expect, it } from 'vitest'
import { whatIsSelected } from '@/components/canvas/context-menu/what-is-selected'

const kindOf = (...types: string[]) =>
  whatIsSelected(types.map((type) => ({ type, props: { instanceId: 'map' } }) as unknown as TLShape)).kind

it('is the board where nothing is', () => {
  expect(kindOf()).toBe('board')
})

it('is cards, one or many', () => {
  expect([kindOf('card'), kindOf('card', 'card')]).toEqual(['cards', 'cards'])
})

it('is the one team or interaction', () => {
  expect([kindOf('team'), kindOf('interaction')]).toEqual(['team', 'interaction'])
})

it('is drawings where nothing among it has its place from the board, else a mixture', () => {
  expect(kindOf('note', 'arrow', 'image')).toBe('drawings')
  for (const one of ['card', 'team', 'interaction']) expect(kindOf('note', one)).toBe('mixture')
  expect(kindOf('team', 'team', 'team')).toBe('mixture')
})

it('is a pair where it is two teams of one map', () => {
  expect(kindOf('team', 'team')).toBe('pair')
})
