import { changedThings, type ChangedThing } from '@/lib/board/changes/changed-things'
import type { BoardDocument } from '@/lib/board/layout'
import type { Step, StepChange } from '@/lib/board/step'

/** What was taken off the board by a removal, without what only changed along with that. */
export function takenThings(board: BoardDocument, step: Step): readonly ChangedThing[] {
  return changedThings(
    board,
    step.filter((change) => !staysOnMap(change)),
  )
}

/** A card that lost its team stays where it was. */
export function staysOnMap(change: StepChange): boolean {
  return change.kind === 'placement' && change.after !== null
}
