import type { InitiativeId, InteractionId, TeamId } from '../../ids'
import type { ChangedThing, ThingKind } from '../changes/changed-things'
import type { BoardDocument } from '../layout'
import { readRecord } from '../read'
import type { Author, Step } from '../step'
import { transactAs } from '../transact'
import { setInitiativeDeleted } from './initiatives'
import { setInteractionDeleted } from './interactions'
import { deleteRecords } from './records'
import { deleteTeams } from './teams'

/** Takes these off a board wherever they stand, in one step; templates are passed over, and what is gone already. */
export function deleteThings(board: BoardDocument, author: Author, things: readonly ChangedThing[]): Step {
  const idsOf = <Id extends string>(kind: ThingKind): Id[] =>
    things.filter((thing) => thing.kind === kind).map(({ id }) => id as Id)
  return transactAs(board, author, (): Step => {
    const deleted = true
    const drawings = idsOf('drawing')
    return [
      ...idsOf<InitiativeId>('card').flatMap((id) => setInitiativeDeleted(board, author, { id, deleted })),
      ...idsOf<InteractionId>('interaction').flatMap((id) =>
        setInteractionDeleted(board, author, { id, deleted }),
      ),
      ...deleteTeams(board, author, idsOf<TeamId>('team')),
      ...deleteRecords(board, author, [...bindingsOf(board, new Set(drawings)), ...drawings]),
    ]
  })
}

/** An arrow that hung on what goes hangs on it again once that is put back. */
function bindingsOf(board: BoardDocument, ids: ReadonlySet<unknown>): string[] {
  if (ids.size === 0) return []
  return [...board.records].flatMap(([id, map]) => {
    const record = readRecord(map)
    return record?.typeName === 'binding' && (ids.has(record['fromId']) || ids.has(record['toId']))
      ? [id]
      : []
  })
}
