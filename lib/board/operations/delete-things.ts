import type { InitiativeId, InteractionId, TeamId } from '../../ids'
import type { ChangedThing, ThingKind } from '../changes/changed-things'
import type { BoardDocument, BoardRecord } from '../layout'
import { readRecord } from '../read'
import { createPagePlaces } from '../repair/page-places'
import type { Author, Step } from '../step'
import { transactAs } from '../transact'
import { applyUnits } from '../units'
import { freeArrows } from './free-arrows'
import { setInitiativeDeleted } from './initiatives'
import { setInteractionDeleted } from './interactions'
import { deleteRecords, updateRecords } from './records'
import { deleteTeams } from './teams'

/**
 * Takes these off a board wherever they stand, in one step; templates are passed over, and what is gone already. What of
 * others lay in one of them stays where it is.
 */
export function deleteThings(board: BoardDocument, author: Author, things: readonly ChangedThing[]): Step {
  const idsOf = <Id extends string>(kind: ThingKind): Id[] =>
    things.filter((thing) => thing.kind === kind).map(({ id }) => id as Id)
  return transactAs(board, author, (): Step => {
    const deleted = true
    return [
      ...idsOf<InitiativeId>('card').flatMap((id) => setInitiativeDeleted(board, author, { id, deleted })),
      ...idsOf<InteractionId>('interaction').flatMap((id) =>
        setInteractionDeleted(board, author, { id, deleted }),
      ),
      ...deleteTeams(board, author, idsOf<TeamId>('team')),
      ...deleteDrawings(board, author, idsOf('drawing')),
    ]
  })
}

/** With what binds arrows to them: an arrow that hung on what goes hangs on it again once that is put back. */
function deleteDrawings(board: BoardDocument, author: Author, ids: readonly string[]): Step {
  if (ids.length === 0) return []
  const going = new Set<unknown>(ids)
  const records = new Map<string, BoardRecord>()
  for (const [id, map] of board.records) {
    const record = readRecord(map)
    if (record) records.set(id, record)
  }
  const staying = [...records.values()].filter(({ id, parentId }) => going.has(parentId) && !going.has(id))
  const ends = [...records.values()].filter(({ fromId, toId }) => going.has(fromId) || going.has(toId))
  const placeOf = createPagePlaces({ records, derived: new Set<string>(), touched: [] }, new Map())
  const moved = staying.map((before) => ({
    before,
    after: applyUnits(before, [['place', placeOf(before.id)]]),
  }))
  const freed = freeArrows({ records, bindings: ends, going, placeOf })
  return [
    ...deleteRecords(board, author, [...ends.map(({ id }) => id), ...ids]),
    ...updateRecords(board, author, [...moved, ...freed]),
  ]
}
