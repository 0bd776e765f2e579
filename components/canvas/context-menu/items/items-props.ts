import type { TLShape } from 'tldraw'

/** What every kind of entries is given. */
export interface ItemsProps {
  /** Does something once the menu has closed and the canvas has the keyboard again. */
  readonly later: (action: () => void) => void
}

/** What the entries for several shapes are given. */
export interface ShapesItemsProps extends ItemsProps {
  readonly shapes: readonly TLShape[]
  readonly canEdit: boolean
}

export const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
