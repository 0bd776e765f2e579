import type { Page } from '@playwright/test'

/** Every control and text in sight that the browser draws in its own way, not in that of the page. */
export function whatLooksNative(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'textarea, select, input[type="checkbox"], input[type="radio"]'
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.getBoundingClientRect().width > 2 &&
      !element.closest('[aria-hidden="true"]')
    const faultOf = (control: Element): string | null => {
      const { appearance, resize } = getComputedStyle(control)
      if (control.matches('textarea')) return resize === 'none' ? null : 'has the grip of the browser'
      return appearance === 'none' ? null : 'is drawn by the browser'
    }
    const controls = [...document.querySelectorAll(CONTROLS)].filter(isSeen).flatMap((control) => {
      const fault = faultOf(control)
      const name = control.getAttribute('aria-label') ?? control.id
      return fault === null ? [] : [`“${name}” (${control.tagName}) ${fault}`]
    })
    const words = document.querySelector('.contour p, .contour h1')
    const selected = words && getComputedStyle(words, '::selection').backgroundColor
    const isPlain = selected === 'rgba(0, 0, 0, 0)'
    return [...controls, ...(isPlain ? ['what is selected has the colour of the browser'] : [])]
  })
}
