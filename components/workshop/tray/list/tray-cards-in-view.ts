/** Which of these initiatives have a card in the tray that can be seen: not scrolled away, folded away or covered. */
export function trayCardsInView(ids: ReadonlySet<string>): ReadonlySet<string> {
  if (ids.size === 0) return new Set()
  const cards = [...document.querySelectorAll<HTMLElement>('[data-tray-card]')]
  // Where the tray is folded its cards take no room, and asking for each would cost as much as the list is long.
  if (cards[0]?.getBoundingClientRect().height === 0) return new Set()
  const asked = cards.filter((card) => ids.has(idOf(card)) && isOnTop(card))
  return new Set(asked.map(idOf))
}

function idOf({ dataset }: HTMLElement): string {
  return dataset['trayCard'] ?? ''
}

function isOnTop(card: HTMLElement): boolean {
  const { left, top, width, height } = card.getBoundingClientRect()
  if (top > window.innerHeight || top + height < 0) return false
  if (left > window.innerWidth || left + width < 0) return false
  const there = document.elementFromPoint(left + width / 2, top + height / 2)
  return there !== null && card.contains(there)
}
