/** The initiatives whose cards in the tray can be seen on the screen: not scrolled away, folded away or covered. */
export function trayCardsInView(): ReadonlySet<string> {
  const cards = document.querySelectorAll<HTMLElement>('[data-tray-card]')
  return new Set([...cards].filter(isOnTop).map(({ dataset }) => dataset['trayCard'] ?? ''))
}

function isOnTop(card: HTMLElement): boolean {
  const { left, top, width, height } = card.getBoundingClientRect()
  if (top > window.innerHeight || top + height < 0) return false
  const there = document.elementFromPoint(left + width / 2, top + height / 2)
  return there !== null && card.contains(there)
}
