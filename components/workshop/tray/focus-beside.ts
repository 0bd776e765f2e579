/**
 * A row that is about to leave hands the keyboard to the one beside it, the last one to the heading of its list where
 * that takes the keyboard.
 */
export function focusBeside(row: HTMLElement | null): void {
  const item = row?.closest('li')
  const beside = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button')
  const target = beside ?? headingOf(item)
  requestAnimationFrame(() => target?.focus())
}

function headingOf(item: HTMLElement | null | undefined): HTMLElement | null {
  const list = item?.closest<HTMLElement>('details, section')
  return list?.querySelector<HTMLElement>(list.matches('details') ? 'summary' : 'h2[tabindex]') ?? null
}
