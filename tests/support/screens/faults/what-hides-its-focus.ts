import type { Page } from '@playwright/test'

/** Every control in what lies on top that looks the same with and without the keyboard on it. */
export async function whatHidesItsFocus(page: Page): Promise<string[]> {
  // From a key on, the browser shows where the keyboard is; this one does nothing.
  await page.keyboard.press('ScrollLock')
  return page.evaluate(async () => {
    const CONTROLS = 'button, a[href], input, textarea, select, summary, [role^="menuitem"], [tabindex="0"]'
    const LOOKS = [
      'outlineStyle',
      'outlineWidth',
      'outlineColor',
      'boxShadow',
      'borderColor',
      'backgroundColor',
      'textDecorationLine',
      'opacity',
    ] as const
    const LAYERS = '[role="menu"], [role="dialog"], [role="alertdialog"], [role="search"]'
    const open = [...document.querySelectorAll(LAYERS)]
    const layer = open.filter((element) => element.checkVisibility()).at(-1) ?? document.body
    const controls = [...layer.querySelectorAll<HTMLElement>(CONTROLS)].filter(
      (control) =>
        !control.closest('.tl-canvas, .tl-skip-to-main-content, [inert], [aria-hidden="true"]') &&
        !control.matches(':disabled, [data-disabled], .tl-container, .tl-container > [tabindex]') &&
        (control.tabIndex >= 0 || control.matches('[role^="menuitem"]')) &&
        control.checkVisibility({ visibilityProperty: true }),
    )
    // A control may show it around itself: over its card, on its label or its row, or on what is drawn for it.
    const lookOf = (control: HTMLElement): string => {
      const around = [control, control.parentElement, control.closest('label'), control.nextElementSibling]
      const styles = [
        ...around.flatMap((element) => (element ? [getComputedStyle(element)] : [])),
        getComputedStyle(control, '::after'),
      ]
      return styles.map((style) => LOOKS.map((look) => style[look]).join()).join('|')
    }
    const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
    const first = document.activeElement
    const atRest = new Map(controls.map((control) => [control, lookOf(control)]))
    const hidden: string[] = []
    const visit = async (control: HTMLElement): Promise<void> => {
      control.focus({ preventScroll: true })
      await settle()
      if (document.activeElement !== control || lookOf(control) !== atRest.get(control)) return
      const said = control.getAttribute('aria-label') ?? control.textContent
      hidden.push(`“${said}” (${control.tagName}) does not show the keyboard`)
    }
    for (const control of controls) if (control !== first) await visit(control)
    if (first instanceof HTMLElement && atRest.has(first) && controls.length > 1) {
      atRest.set(first, lookOf(first))
      await visit(first)
    }
    if (first instanceof HTMLElement) first.focus({ preventScroll: true })
    return hidden
  })
}
