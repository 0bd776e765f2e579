import type { Page } from '@playwright/test'

/** What floats over the board or stands beside it. A dialog or a menu may lie over all of it, nothing else over anything. */
const PANELS = {
  'top bar': 'header:has([data-testid="save-state"])',
  tray: '[data-testid="tray"]',
  'tray tab': 'main > button',
  details: '[data-testid="inspector"]',
  toolbar: '[data-testid="toolbar"]',
  look: '[data-testid="look"]',
  zoom: '[role="group"][aria-label="Zoom"]',
  map: '[data-testid="board-map"]',
  notice: '[data-testid="notice"] > *',
  hint: '[data-testid="hint"]',
  following: '[data-testid="following"]',
  search: '[data-testid="search"]',
  'template banner': '[data-testid="template-banner"]',
  banner: 'main p[data-tone]',
  'way back': '[class*="back-to-board"]',
  'empty board': '[data-testid="empty-board"] > *',
  'template bar': '[data-testid="template-bar"]',
  'team bar': '[data-testid="team-bar"]',
  'details button': '[aria-label^="Details"]:not([role])',
  question: 'form[role="dialog"]',
  mark: '[class*="tl-watermark"]',
} as const

/** Every two panels that lie over each other. */
export function whatOverlaps(page: Page): Promise<string[]> {
  return page.evaluate((panels) => {
    const SLACK_PX = 1
    const seen = Object.entries(panels).flatMap(([name, selector]) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .map((element) => ({ name, element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 2 && box.height > 2),
    )
    return seen.flatMap((one, at) =>
      seen.slice(at + 1).flatMap((other) => {
        if (one.element.contains(other.element) || other.element.contains(one.element)) return []
        const w = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const h = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        if (w <= SLACK_PX || h <= SLACK_PX) return []
        return [`the ${one.name} and the ${other.name} overlap by ${Math.round(w)} x ${Math.round(h)} px`]
      }),
    )
  }, PANELS)
}
