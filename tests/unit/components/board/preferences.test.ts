import { expect, it } from 'vitest'
import { createPreferences } from '@/components/board/preferences'

function memory(kept: Record<string, string> = {}) {
  const items = new Map(Object.entries(kept))
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  }
}

it('remembers what was chosen for the next page', () => {
  const storage = memory()
  createPreferences(() => storage).wheel.set('mouse')
  createPreferences(() => storage).singleKeys.set(false)
  const next = createPreferences(() => storage)
  expect([next.wheel.value.get(), next.singleKeys.value.get(), next.map.value.get()]).toEqual([
    'mouse',
    false,
    false,
  ])
})

it('takes what nobody could have chosen for nothing chosen', () => {
  const storage = memory({ 'contour-wheel': 'toString', 'contour-map': 'perhaps' })
  const { wheel, map } = createPreferences(() => storage)
  expect([wheel.value.get(), map.value.get()]).toEqual(['auto', false])
})

it('works for as long as the page lives in a browser that forbids keeping anything', () => {
  const { map } = createPreferences(() => {
    throw new Error('forbidden')
  })
  map.set(true)
  expect(map.value.get()).toBe(true)
})
