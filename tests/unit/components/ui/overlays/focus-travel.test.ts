import { expect, it } from 'vitest'
import { watchFocusTravel, type FocusTravel } from '@/components/ui/overlays/focus-travel'

function watch(): { press(key: string): boolean; touch(): boolean; stop(): void } {
  const page = new EventTarget()
  const travel: FocusTravel = { isUnderWay: false }
  const stop = watchFocusTravel(page, travel)
  return {
    press: (key) => {
      page.dispatchEvent(Object.assign(new Event('keydown'), { key }))
      return travel.isUnderWay
    },
    touch: () => {
      page.dispatchEvent(new Event('pointerdown'))
      return travel.isUnderWay
    },
    stop,
  }
}

it('takes Tab and the arrow keys for travelling, and what opens or closes something for none', () => {
  const { press } = watch()
  for (const key of ['Tab', 'ArrowDown', 'Home']) expect(press(key), key).toBe(true)
  for (const key of ['Escape', 'Enter', ' ', 'a']) expect(press(key), key).toBe(false)
})

it('ends the journey where a hand takes over', () => {
  const { press, touch } = watch()
  press('Tab')
  expect(touch()).toBe(false)
})

it('hears nothing after its end', () => {
  const { press, stop } = watch()
  stop()
  expect(press('Tab')).toBe(false)
})
