import type { BoardDocument } from '@/lib/board/layout'
import { changedKeys, type DeepEvent } from './changed-keys'

/** Calls back when templates, teams, interactions or cards may stand otherwise than before; answers with the undo. */
export function followLayout(board: BoardDocument, onLayout: () => void): () => void {
  const onInitiatives = (events: readonly DeepEvent[]): void => {
    const { fields } = changedKeys(events)
    if (fields.has(null) || fields.has('deleted')) onLayout()
  }
  const onTeams = (events: readonly DeepEvent[]): void => {
    const { fields } = changedKeys(events)
    if ([...fields].some((field) => field !== 'name')) onLayout()
  }
  board.initiatives.observeDeep(onInitiatives)
  board.instances.observeDeep(onLayout)
  board.teams.observeDeep(onTeams)
  board.interactions.observeDeep(onLayout)
  board.placements.observe(onLayout)
  return () => {
    board.initiatives.unobserveDeep(onInitiatives)
    board.instances.unobserveDeep(onLayout)
    board.teams.unobserveDeep(onTeams)
    board.interactions.unobserveDeep(onLayout)
    board.placements.unobserve(onLayout)
  }
}
