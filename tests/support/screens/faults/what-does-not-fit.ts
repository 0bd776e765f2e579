import type { Page } from '@playwright/test'

const LEAST_TARGET_PX = 44

/**
 * Every control that is cut off, beside or below the screen or, under a finger, too small; and a page wider than
 * its window.
 */
export function whatDoesNotFit(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const CONTROLS =
      'button, a[href], input, textarea, select, summary, [role^="menuitem"], [role="option"], [role="slider"]'
    // The engine's way past its canvas lies beside the screen until the keyboard reaches it.
    const NOT_OURS = '.tl-canvas, .tl-skip-to-main-content'
    const isCoarse = window.matchMedia('(pointer: coarse)').matches
    const { scrollWidth, scrollHeight } = document.documentElement

    const isScrolled = (element: Element, axis: 'overflowX' | 'overflowY'): boolean => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at)[axis])) return true
      }
      return axis === 'overflowY' && scrollHeight > window.innerHeight
    }
    const isCutOff = (control: Element): boolean =>
      control.scrollWidth > control.clientWidth + 1 &&
      // A card in the tray ends a long title with an ellipsis on purpose.
      !control.matches('input, textarea, select, li *')
    const isBeside = (target: Element, { left, right }: DOMRect): boolean =>
      (left < -1 || right > window.innerWidth + 1) && !isScrolled(target, 'overflowX')
    const isBelow = (target: Element, { top, bottom }: DOMRect): boolean =>
      (top < -1 || bottom > window.innerHeight + 1) && !isScrolled(target, 'overflowY')
    /** A link may reach beyond its words, over all of the card it stands on. */
    const leastSideOf = (target: Element, { width, height }: DOMRect): number => {
      const over = getComputedStyle(target, '::after')
      if (over.position !== 'absolute') return Math.min(width, height)
      return Math.min(Math.max(width, parseFloat(over.width)), Math.max(height, parseFloat(over.height)))
    }
    const isTooSmall = (target: Element, box: DOMRect): boolean =>
      isCoarse && leastSideOf(target, box) < least - 0.5 && !target.closest('[class*="tl-watermark"]')

    const faultsOf = (control: Element, target: Element, box: DOMRect): string[] => [
      ...(isCutOff(control) ? ['is cut off'] : []),
      ...(isBeside(target, box) ? ['is beside the screen'] : []),
      ...(isBelow(target, box) ? ['is above or below the screen'] : []),
      ...(isTooSmall(target, box) ? [`is ${box.width} x ${box.height} px`] : []),
    ]
    const faults = [...document.querySelectorAll<HTMLElement>(CONTROLS)].flatMap((control) => {
      // What is drawn for a box or a dot is its label; the browser's own is out of sight.
      const isMarked = control.matches('[type="radio"], [type="checkbox"]')
      const target = (isMarked && control.closest('label')) || control
      const box = target.getBoundingClientRect()
      const isSeen =
        box.width >= 2 && target.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      if (!isSeen || control.closest(NOT_OURS)) return []
      const said = control.getAttribute('aria-label') ?? control.textContent
      return faultsOf(control, target, box).map((fault) => `“${said}” ${fault}`)
    })
    return scrollWidth > window.innerWidth ? [`the page is ${scrollWidth} px wide`, ...faults] : faults
  }, LEAST_TARGET_PX)
}
