/** A row that is about to leave hands the keyboard to the one beside it, the last one to the heading it is folded under. */
export function focusBeside(row: HTMLElement | null): void {
  const item = row?.closest('li')
  const beside = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button')
  const target = beside ?? item?.closest('details')?.querySelector('summary')
  requestAnimationFrame(() => target?.focus())
}
