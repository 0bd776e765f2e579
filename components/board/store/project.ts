import type { BoardDocument, BoardRecord } from '@/lib/board/layout'
import type { RemoteGesture } from '../lane/lane'
import { ProjectedRecords } from './projected/projected-records'

/** Everything the canvas shows of a board, and what it cannot show. */
export interface Projected {
  readonly records: ReadonlyMap<string, BoardRecord>
  /** Ids of records that were set aside, with the reason. */
  readonly setAside: ReadonlyMap<string, string>
}

/** Reads a whole board as the canvas shows it. The projection keeps a store equal to this, change by change. */
export function project(given: { board: BoardDocument; lane: readonly RemoteGesture[] }): Projected {
  const shown = new ProjectedRecords(given.board)
  shown.showLane(given.lane)
  const records = new Map<string, BoardRecord>()
  for (const id of shown.ids()) {
    const record = shown.get(id)
    if (record) records.set(id, record)
  }
  return { records, setAside: shown.setAside }
}
