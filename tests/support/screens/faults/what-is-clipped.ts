import type { Page } from '@playwright/test'

/** Every text that an edge cuts without an ellipsis or that runs out of its box, and every prompt longer than its field. */
export function whatIsClipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK_PX = 2
    // The canvas shows a part of a larger drawing, and the edge of the screen is its edge.
    const NOT_MEANT = 'script, style, option, svg, .tl-canvas'
    const styles = new Map<Element, CSSStyleDeclaration>()
    const styleOf = (element: Element): CSSStyleDeclaration => {
      const style = styles.get(element) ?? getComputedStyle(element)
      styles.set(element, style)
      return style
    }
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    /** For ears alone, or with dots where it ends. */
    const isCutOnPurpose = (element: Element): boolean => {
      const { clipPath, textOverflow, webkitLineClamp } = styleOf(element)
      const { width, height } = element.getBoundingClientRect()
      const isForEars = Math.min(width, height) <= 2 || clipPath === 'inset(50%)'
      return isForEars || textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
    }
    const reachesOver = (text: DOMRect, box: DOMRect) => ({
      overflowX: text.left < box.left - SLACK_PX || text.right > box.right + SLACK_PX,
      overflowY: text.top < box.top - SLACK_PX || text.bottom > box.bottom + SLACK_PX,
    })
    /** Whether an ancestor hides a part of this text for good; what can be scrolled to is not hidden. */
    const isCutAlong = (axis: 'overflowX' | 'overflowY', element: Element, text: DOMRect): boolean => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const style = styleOf(at)
        if (isCutOnPurpose(at) || /auto|scroll/.test(style[axis])) return false
        const isHiding = /hidden|clip/.test(style[axis])
        if (isHiding && reachesOver(text, at.getBoundingClientRect())[axis]) return true
        if (style.position === 'fixed') return false
      }
      return false
    }
    const faultOf = (element: Element, text: DOMRect): string | null => {
      if (isCutAlong('overflowX', element, text) || isCutAlong('overflowY', element, text))
        return 'is cut off'
      if (styleOf(element).display === 'inline' || isCutOnPurpose(element)) return null
      return reachesOver(text, element.getBoundingClientRect()).overflowX ? 'runs out of its box' : null
    }
    const cutText = (node: Node): string[] => {
      const element = node.parentElement
      const words = node.textContent?.trim() ?? ''
      if (!element || words === '' || element.closest(NOT_MEANT) || !isSeen(element)) return []
      const range = document.createRange()
      range.selectNodeContents(node)
      const fault = faultOf(element, range.getBoundingClientRect())
      return fault === null ? [] : [`“${words.slice(0, 60)}” ${fault}`]
    }

    const cut: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) cut.push(...cutText(walker.currentNode))
    for (const field of document.querySelectorAll<HTMLInputElement>('input:placeholder-shown')) {
      if (field.clientWidth > 2 && field.scrollWidth > field.clientWidth + 1) {
        cut.push(`the prompt “${field.placeholder}” is longer than its field`)
      }
    }
    return cut
  })
}
