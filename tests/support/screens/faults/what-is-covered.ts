import type { Page } from '@playwright/test'

/** Every control of what lies on top whose middle cannot be pressed, because something else lies over it. */
export function whatIsCovered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'button, a[href], input, textarea, select, summary, [role^="menuitem"], [role="option"]'
    const NOT_OURS = '.tl-canvas, .tl-skip-to-main-content, [class*="tl-watermark"]'
    const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })
    const open = [...document.querySelectorAll('[role="menu"], [role="dialog"], [role="alertdialog"]')]
    const layer = open.filter(isSeen).at(-1) ?? document.body

    type Point = Pick<DOMRect, 'x' | 'y'>
    const isWithin = (box: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>, { x, y }: Point): boolean =>
      x > box.left && x < box.right && y > box.top && y < box.bottom
    const screen = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight }
    /** Whether the point is where the control is to be seen: on the screen, and not scrolled out of sight. */
    const isInSight = (control: Element, point: Point): boolean => {
      for (let at = control.parentElement; at; at = at.parentElement) {
        const isWindow = getComputedStyle(at).overflow !== 'visible'
        if (isWindow && !isWithin(at.getBoundingClientRect(), point)) return false
      }
      return isWithin(screen, point)
    }
    const isMeant = (control: Element, target: Element): boolean =>
      target.getBoundingClientRect().width > 2 && isSeen(target) && !control.closest(NOT_OURS)
    /** What scrolls goes under what stays in sight, and a notice goes by itself. */
    const mayCover = (over: Element): boolean => {
      for (let at: Element | null = over; at; at = at.parentElement) {
        if (getComputedStyle(at).position === 'sticky' || at.matches('[role="status"]')) return true
      }
      return false
    }
    /** What lies over the middle of it; null where it can be pressed there, or has its middle out of sight. */
    const whatLiesOver = (target: Element): Element | null => {
      const { left, top, width, height } = target.getBoundingClientRect()
      const middle = { x: left + width / 2, y: top + height / 2 }
      const hit = isInSight(target, middle) ? document.elementFromPoint(middle.x, middle.y) : null
      return hit && !target.contains(hit) && !hit.contains(target) ? hit : null
    }
    return [...layer.querySelectorAll<HTMLElement>(CONTROLS)].flatMap((control) => {
      const target = control.closest('label') ?? control
      const over = isMeant(control, target) ? whatLiesOver(target) : null
      if (!over || mayCover(over)) return []
      const said = control.getAttribute('aria-label') ?? control.textContent
      return [`“${said}” lies under ${over.getAttribute('data-testid') ?? over.className.toString()}`]
    })
  })
}
