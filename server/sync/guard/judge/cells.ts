import * as Y from 'yjs'
import { BASE_UNIT, isEntityRoot, type BoardDocument, type Root } from '@/lib/board/layout'
import { isTextField } from '../screen/content-rules'
import { WHOLE, type Touched, type TouchedSet } from '../touched'

/** The Yjs map and key where one unit is kept. */
export interface Cell {
  readonly map: Y.Map<unknown>
  readonly key: string
}

/** The cell of a unit, WHOLE for a placement; null where its record or entity is gone. */
export function cellOf(
  board: BoardDocument,
  { root, id }: Pick<Touched, 'root' | 'id'>,
  unit: string,
): Cell | null {
  if (root === 'placements')
    return unit === WHOLE ? { map: board.placements as Y.Map<unknown>, key: id } : null
  const map = mapOf(board, root, id)
  return map && { map, key: unit }
}

/** The map of a record or entity; null where it is gone. */
export function mapOf(board: BoardDocument, root: Root, id: string): Y.Map<unknown> | null {
  if (root !== 'records' && !isEntityRoot(root)) return null
  const map: unknown = board[root].get(id)
  return map instanceof Y.Map ? (map as Y.Map<unknown>) : null
}

/** The value of a cell; undefined where it has none. */
export function valueOf(cell: Cell | null): unknown {
  return cell?.map.get(cell.key)
}

/** The values of the units an update is about to touch, undefined where there is none yet. */
export type Before = ReadonlyMap<string, ReadonlyMap<string, unknown>>

/** Keeps what stands before an update is applied, so that it can be written back. */
export function keepBefore(board: BoardDocument, touched: TouchedSet): Before {
  const before = new Map<string, Map<string, unknown>>()
  for (const entry of touched.values()) {
    if (entry.created) continue
    const values = new Map<string, unknown>()
    for (const unit of entry.units.keys()) {
      if (unit === BASE_UNIT || isTextField(entry.root, unit)) continue
      values.set(unit, valueOf(cellOf(board, entry, unit)))
    }
    before.set(entry.key, values)
  }
  return before
}
