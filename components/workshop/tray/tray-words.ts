import { can, type Role } from '@/lib/access/roles'

interface TrayWords {
  /** The heading, and the button of a folded tray. */
  readonly heading: string
  /** The whole of it, as it is read out. */
  readonly region: string
  readonly list: string
}

/** What the tray is called: a task to those who may place cards, a fact to those who look on. */
export function trayWords(role: Role): TrayWords {
  return can(role, 'edit')
    ? { heading: 'To place', region: 'Initiatives to place', list: 'Cards to place' }
    : { heading: 'Not placed yet', region: 'Initiatives not placed yet', list: 'Cards not placed yet' }
}
