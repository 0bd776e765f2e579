import type { BoardDocument, Placement } from '../layout'
import { readPlacement } from '../read'
import type { Author, Step, StepChange } from '../step'
import { transactAs } from '../transact'
import { sameJson } from '../units'

/** Sets or, with null, takes back placements. What stands so already is not written again. */
export function setPlacements(
  board: BoardDocument,
  author: Author,
  changes: readonly { key: string; placement: Placement | null }[],
): Step {
  return transactAs(board, author, () =>
    changes.flatMap(({ key, placement }): StepChange[] => {
      const before = readPlacement(board, key)
      if (sameJson(before, placement)) return []
      board.placements.set(key, placement)
      return [{ kind: 'placement', key, before, after: placement }]
    }),
  )
}
