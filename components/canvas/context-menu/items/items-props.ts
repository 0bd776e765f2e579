/** What every kind of entries is given. */
export interface ItemsProps {
  /** Does something once the menu has closed and the canvas has the keyboard again. */
  readonly later: (action: () => void) => void
}

export const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
