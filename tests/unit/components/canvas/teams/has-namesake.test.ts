import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { attachClient } from '@/components/canvas/session/store-client'
import { hasNamesake } from '@/components/canvas/teams/has-namesake'

function isNamesake(own: string, ...others: string[]): boolean {
  const store = {} as Editor['store']
  const teams = [own, ...others].map((name, at) => ({ id: `team ${at}`, name }))
  attachClient(store, { view: { teams: { get: () => teams } } } as unknown as BoardClient)
  return hasNamesake({ store } as Editor, 'team 0')
}

test('a team has a namesake where another one is called the same but for case and spaces', () => {
  expect(isNamesake('Payments', 'Search', ' payments')).toBe(true)
  expect(isNamesake('Payments', 'Payment')).toBe(false)
  expect(isNamesake('Payments')).toBe(false)
})

test('teams without a name are no namesakes', () => {
  expect(isNamesake('', '', ' ')).toBe(false)
})
