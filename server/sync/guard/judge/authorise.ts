import { can, type Role } from '@/lib/access/roles'
import type { Root } from '@/lib/board/layout'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'

/** Says whether this role may write in this root at all. */
export function mayWrite(role: Role, root: Root): boolean {
  if (root === 'meta') return false
  return can(role, root === 'instances' ? 'edit-template' : 'edit')
}

/** What has to be set right in a stamp of who and when. `forged` where it names somebody else. */
export interface StampCorrection {
  readonly by: PersonId | null
  readonly at: number | null
  readonly forged: boolean
}

/**
 * Compares a stamp with who sent it. A missing name or a wrong clock is set right; old times are left, because work
 * done offline arrives late.
 */
export function checkStamp(
  stamp: { by: unknown; at: unknown },
  sender: { personId: PersonId; now: number },
): StampCorrection {
  const isOwn = stamp.by === sender.personId
  const { at } = stamp
  const isTime =
    typeof at === 'number' && Number.isFinite(at) && at > 0 && at <= sender.now + LIMITS.CLOCK_AHEAD_MS
  return {
    by: isOwn ? null : sender.personId,
    at: isTime ? null : sender.now,
    forged: !isOwn && stamp.by !== undefined && stamp.by !== null,
  }
}
