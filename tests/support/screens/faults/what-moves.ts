import type { Page } from '@playwright/test'

/** For who wants no motion: everything that moves or would move for longer than a blink, and every endless animation. */
export function whatMoves(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const BLINK_MS = 50
    const FADE_MS = 200
    const FADES = /^(offset|computedOffset|easing|composite|opacity|color|background-?color|box-?shadow)$/i
    const nameOf = (element: Element | null): string =>
      element?.getAttribute('data-testid') ?? element?.className.toString() ?? 'something'
    const running = document.getAnimations().flatMap(({ effect }) => {
      if (!(effect instanceof KeyframeEffect)) return []
      const { endTime, iterations } = effect.getComputedTiming()
      const isFade = effect
        .getKeyframes()
        .every((frame) => Object.keys(frame).every((key) => FADES.test(key)))
      const isShort = Number(endTime) <= BLINK_MS || (isFade && iterations === 1)
      return isShort ? [] : [`${nameOf(effect.target)} moves`]
    })
    const msOf = (list: string): number => Math.max(...list.split(',').map((time) => parseFloat(time) * 1000))
    const waiting = [...document.body.querySelectorAll('*')].flatMap((element) => {
      // The engine's own shapes obey its speed, which the page sets to none.
      if (element.closest('.tl-canvas, [class*="tlui"]')) return []
      const style = getComputedStyle(element)
      const [transition, animation] = [msOf(style.transitionDuration), msOf(style.animationDuration)]
      const isEndless = style.animationName !== 'none' && style.animationIterationCount === 'infinite'
      const isMoving = /all|transform|translate|scale|width|height|top|left|inset/.test(
        style.transitionProperty,
      )
      return [
        ...(isMoving && transition > BLINK_MS ? [`${nameOf(element)} would move for ${transition} ms`] : []),
        ...(transition > FADE_MS ? [`${nameOf(element)} would fade for ${transition} ms`] : []),
        ...(isEndless && animation > BLINK_MS ? [`${nameOf(element)} never stops moving`] : []),
      ]
    })
    return [...new Set([...running, ...waiting])]
  })
}
