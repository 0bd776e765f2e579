import type { InitiativeId } from '@/lib/ids'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import type { BoardClient } from './board-client'
import { sayUndoable } from './undo/say-undoable'

interface Named {
  readonly id: InitiativeId
  readonly title: string
}

/** Deletes an initiative wherever it stands and offers to take that back. */
export function deleteInitiative(client: BoardClient, { id, title }: Named): void {
  client.commands.deleteInitiative(id)
  // A refusal has been told already.
  if (client.view.initiative(id).get() === null) sayUndoable(client, `“${titleLabel(title)}” is deleted.`)
}
