import { expect, it } from 'vitest'
import { isKeyboardFree } from '@/components/board/text/keyboard-is-free'

const elementOf = (selector: string): Element =>
  ({ matches: (selectors: string) => selectors.split(', ').includes(selector) }) as unknown as Element

it('has the keyboard free where the page, the canvas or the details as a whole have it, and no field or button', () => {
  const body = elementOf('body') as HTMLElement
  const isFree = (activeElement: Element | null): boolean => isKeyboardFree({ activeElement, body })
  expect([null, body, elementOf('.tl-container'), elementOf('[data-beside-canvas]')].map(isFree)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([elementOf('input'), elementOf('button')].map(isFree)).toEqual([false, false])
})
