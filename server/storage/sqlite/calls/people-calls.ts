import { sql } from 'kysely'
import type { QueryRunner } from '../query-runner'
import type { StorageCalls } from '../storage-calls'
import { toBoard } from './board-calls'

type PeopleCalls = Pick<StorageCalls, 'savePerson' | 'findPerson' | 'listBoardsOf' | 'listMembers'>

/** Joining a board shows it, so somebody who never opened it again saw it last then. */
const OPENED_AT = sql<number>`coalesce(opened_at, joined_at)`

/** The calls about people. */
export function createPeopleCalls(runner: QueryRunner): PeopleCalls {
  const { build } = runner
  return {
    savePerson: ({ id, name, createdAt }) => {
      runner.run(
        build
          .insertInto('people')
          .values({ id, name, created_at: createdAt })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ name })),
      )
    },
    findPerson: (personId) =>
      runner.first(
        build
          .selectFrom('people')
          .select(['id', 'name', 'created_at as createdAt'])
          .where('id', '=', personId),
      ),
    listBoardsOf: (personId) =>
      runner
        .all(
          build
            .selectFrom('memberships')
            .innerJoin('boards', 'boards.id', 'memberships.board_id')
            .select(['id', 'title', 'epoch', 'created_at as createdAt', 'deleted_at as deletedAt', 'role'])
            .select(OPENED_AT.as('openedAt'))
            .where('person_id', '=', personId)
            .where('left_at', 'is', null)
            .orderBy('openedAt', 'desc')
            .orderBy('id'),
        )
        .map(toBoard),
    listMembers: (boardId, most) =>
      runner.all(
        build
          .selectFrom('memberships')
          .innerJoin('people', 'people.id', 'memberships.person_id')
          .select(['person_id as personId', 'name', 'role', 'color_slot as colorSlot'])
          .select(OPENED_AT.as('openedAt'))
          .where('board_id', '=', boardId)
          .where('left_at', 'is', null)
          .orderBy('openedAt', 'desc')
          .orderBy('personId')
          .limit(most),
      ),
  }
}
