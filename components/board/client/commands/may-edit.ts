import type { Signal } from '@tldraw/state'
import { can } from '@/lib/access/roles'
import type { BoardDocument } from '@/lib/board/layout'
import type { Author } from '@/lib/board/step'
import { ERRORS, type ErrorCode } from '@/lib/errors'
import type { Me, Tell } from '../../board-client'
import type { Lane } from '../../lane/lane'
import type { UndoStack } from '../../undo/undo-stack'

/** What every command of a person on a board works with. */
export interface CommandParts {
  readonly board: BoardDocument
  readonly me: Signal<Me>
  readonly canEdit: Signal<boolean>
  readonly undo: UndoStack
  readonly lane: Lane
  readonly author: (origin: Author['origin']) => Author
  readonly tell: Tell
}

/** Says whether the person may edit now; tells them why where they may not. */
export function mayEdit(parts: Pick<CommandParts, 'canEdit' | 'me' | 'tell'>): boolean {
  if (parts.canEdit.get()) return true
  const isViewer = !can(parts.me.get().role, 'edit')
  return refuse(parts, isViewer ? 'not-allowed' : 'storage-failed')
}

/** Says whether nobody else's hand is on any of these: it keeps them theirs until they let go, and the person is told. */
export function isFree(parts: CommandParts, ids: readonly string[]): boolean {
  for (const id of ids) {
    const name = parts.lane.heldBy(id)
    if (name === null) continue
    const sentence = `${name} is moving this right now. Try again when they have let go.`
    parts.tell({ tone: 'attention', sentence })
    return false
  }
  return true
}

function refuse(parts: Pick<CommandParts, 'tell'>, code: ErrorCode): false {
  parts.tell({ tone: 'attention', sentence: ERRORS[code].sentence })
  return false
}
