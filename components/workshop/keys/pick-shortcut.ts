import { can, type Role } from '@/lib/access/roles'
import { isSingleCharacter, matchesKey, type KeyPress } from './matches-key'
import { SHORTCUTS, type Shortcut } from './shortcuts'

/** Who presses the key, and where. */
export interface Presser {
  readonly role: Role
  /** False for everybody while nothing can be saved. */
  readonly canEdit: boolean
  readonly inCanvas: boolean
  readonly singleKeys: boolean
}

/** The shortcuts of this person now: what they may not do is not among them. */
export function shortcutsOf({ role, canEdit }: Pick<Presser, 'role' | 'canEdit'>): readonly Shortcut[] {
  return SHORTCUTS.filter(({ needs }) => can(role, needs) && (needs === 'read' || canEdit))
}

/** What a key press means to this person here; null where it means nothing to the board. */
export function pickShortcut(press: KeyPress, presser: Presser): Shortcut | null {
  const found = shortcutsOf(presser).find(
    ({ run, where, keys }) =>
      run !== undefined &&
      (where === 'page' || presser.inCanvas) &&
      keys.some(
        (written) => (presser.singleKeys || !isSingleCharacter(written)) && matchesKey(press, written),
      ),
  )
  return found ?? null
}
