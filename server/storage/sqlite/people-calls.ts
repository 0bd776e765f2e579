import type { StoredMembership } from '../board-storage'
import { higherRole } from '@/lib/access/roles'
import type { BoardId, PersonId } from '@/lib/ids'
import { toColorSlot } from '../color-slot'
import type { QueryRunner } from './query-runner'
import type { StorageCalls } from './storage-calls'

const MEMBERSHIP_COLUMNS = [
  'board_id as boardId',
  'person_id as personId',
  'role',
  'color_slot as colorSlot',
  'joined_at as joinedAt',
] as const

type PeopleCalls = Pick<
  StorageCalls,
  'savePerson' | 'findPerson' | 'join' | 'setRole' | 'findMembership' | 'listBoardsOf'
>

/** The calls about people and the boards they joined. */
export function createPeopleCalls(runner: QueryRunner): PeopleCalls {
  const { build } = runner
  const membershipOf = (boardId: BoardId, personId: PersonId) =>
    runner.first(
      build
        .selectFrom('memberships')
        .select(MEMBERSHIP_COLUMNS)
        .where('board_id', '=', boardId)
        .where('person_id', '=', personId),
    )
  const writeRole = ({ boardId, personId, role }: StoredMembership) =>
    runner.run(
      build
        .updateTable('memberships')
        .set({ role })
        .where('board_id', '=', boardId)
        .where('person_id', '=', personId),
    )
  const addMember = (member: Omit<StoredMembership, 'colorSlot'>): StoredMembership => {
    const joined = runner.first(
      build
        .selectFrom('memberships')
        .select((column) => column.fn.countAll<number>().as('count'))
        .where('board_id', '=', member.boardId),
    )
    const membership = { ...member, colorSlot: toColorSlot(joined?.count ?? 0) }
    runner.run(build.insertInto('memberships').values(toRow(membership)))
    return membership
  }
  const changeRole = (known: StoredMembership, role: StoredMembership['role']): StoredMembership => {
    const changed = { ...known, role }
    writeRole(changed)
    return changed
  }

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
        build.selectFrom('people').select(['id', 'name', 'created_at as createdAt']).where('id', '=', personId),
      ),
    join: (boardId, personId, role, at) =>
      runner.transaction(() => {
        const known = membershipOf(boardId, personId)
        if (!known) return addMember({ boardId, personId, role, joinedAt: at })
        return changeRole(known, higherRole(known.role, role))
      }),
    setRole: (boardId, personId, role) =>
      runner.transaction(() => {
        const known = membershipOf(boardId, personId)
        return known && changeRole(known, role)
      }),
    findMembership: membershipOf,
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

function toRow(membership: StoredMembership) {
  return {
    board_id: membership.boardId,
    person_id: membership.personId,
    role: membership.role,
    color_slot: membership.colorSlot,
    joined_at: membership.joinedAt,
  }
}
