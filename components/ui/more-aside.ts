/** What a row that scrolls sideways shows of all it holds. */
type Scrolled = Pick<HTMLElement, 'scrollLeft' | 'scrollWidth' | 'clientWidth'>

/** Less than this is what browsers round by. */
const LEAST_PX = 2

/** On which sides of a row more lies than is shown. */
export function moreAside({ scrollLeft, scrollWidth, clientWidth }: Scrolled): {
  readonly before: boolean
  readonly after: boolean
} {
  return {
    before: scrollLeft >= LEAST_PX,
    after: scrollWidth - clientWidth - scrollLeft >= LEAST_PX,
  }
}

/** Keeps `data-more-before` and `data-more-after` on a row true of it; answers with the undo. */
export function bindMoreAside(row: HTMLElement): () => void {
  const read = (): void => {
    const { before, after } = moreAside(row)
    row.toggleAttribute('data-more-before', before)
    row.toggleAttribute('data-more-after', after)
  }
  const observer = new ResizeObserver(read)
  for (const one of [row, ...row.children]) observer.observe(one)
  row.addEventListener('scroll', read, { passive: true })
  read()
  return () => {
    observer.disconnect()
    row.removeEventListener('scroll', read)
  }
}
