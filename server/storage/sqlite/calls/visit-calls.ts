import type { BoardId, PersonId } from '@/lib/ids'
import type { Departure } from '../../board-storage'
import type { QueryRunner } from '../query-runner'
import type { StorageCalls } from '../storage-calls'

type Finding = Pick<StorageCalls, 'findBoard' | 'findPerson' | 'findMembership'>

/** The call about somebody who comes to a board, made of those about each part. */
export function createVisitCalls(
  runner: QueryRunner,
  { findBoard, findPerson, findMembership }: Finding,
): Pick<StorageCalls, 'findVisit'> {
  return {
    findVisit: (boardId, personId) => ({
      board: findBoard(boardId),
      person: findPerson(personId),
      membership: findMembership(boardId, personId),
      departure: findDeparture(runner, boardId, personId),
    }),
  }
}

function findDeparture(
  { build, first }: QueryRunner,
  boardId: BoardId,
  personId: PersonId,
): Departure | null {
  const query = build.selectFrom('memberships').select('departure').where('board_id', '=', boardId)
  return first(query.where('person_id', '=', personId))?.departure ?? null
}
