import { atom } from '@tldraw/state'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OthersSelections } from '@/components/board/presence/others-selections'
import type { RemotePresence } from '@/components/board/presence/presence'
import { FakeBoardClock } from '../support/fake-board-clock'

let clock: FakeBoardClock
let others: ReturnType<typeof atom<readonly RemotePresence[]>>
let selections: OthersSelections
beforeEach(() => {
  clock = new FakeBoardClock()
  others = atom<readonly RemotePresence[]>('others', [])
  selections = new OthersSelections(others, clock)
})
afterEach(() => selections.stop())

/** Mo points there and has these selected. */
function tell(x: number, ...selection: string[]): void {
  const user = { personId: 'mo', name: 'Mo', colorSlot: 3, role: 'participant' } as const
  others.set([{ clientId: 9, user, cursor: { x, y: 0 }, selection }])
}

const ids = (): string[] => selections.shown.get().flatMap((one) => one.ids)

test('what somebody selects is seen at once, and what they select right after it a moment later', async () => {
  tell(1, 'shape:one')
  expect(selections.shown.get()).toEqual([{ clientId: 9, colorSlot: 3, ids: ['shape:one'] }])
  tell(1, 'shape:two')
  expect(ids()).toEqual(['shape:one'])
  await clock.advance(250)
  expect(ids()).toEqual(['shape:two'])
})

test('a selection that never rests is seen changing four times a second, and in the end as it is', async () => {
  const seen = new Set<unknown>()
  for (let change = 0; change < 100; change++) {
    tell(change, `shape:${change}`)
    seen.add(selections.shown.get())
    await clock.advance(10)
  }
  expect(seen.size).toBeLessThanOrEqual(5)
  await clock.advance(250)
  expect(ids()).toEqual(['shape:99'])
})

test('a cursor that moves changes nothing about what is selected', () => {
  tell(1, 'shape:one')
  const before = selections.shown.get()
  tell(2, 'shape:one')
  expect(selections.shown.get()).toBe(before)
})

test('what somebody says twice to have selected is selected once', () => {
  tell(1, 'shape:one', 'shape:two', 'shape:one')
  expect(ids()).toEqual(['shape:one', 'shape:two'])
})

test('a clock that was set back keeps no selection from view', () => {
  tell(1, 'shape:one')
  clock.setBack(3_600_000)
  tell(1, 'shape:two')
  expect(ids()).toEqual(['shape:two'])
})
