import type { QueryRunner } from '../query-runner'
import type { StorageCalls } from '../storage-calls'

type PeopleCalls = Pick<StorageCalls, 'savePerson' | 'findPerson' | 'listBoardsOf'>

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
      runner.all(
        build
          .selectFrom('memberships')
          .innerJoin('boards', 'boards.id', 'memberships.board_id')
          .select(['id', 'title', 'epoch', 'created_at as createdAt', 'role'])
          .where('person_id', '=', personId)
          .orderBy('joined_at', 'desc')
          .orderBy('id'),
      ),
  }
}
