import { higherRole } from '@/lib/access/roles'
import type { Role } from '@/lib/access/roles'
import type { BoardId, PersonId } from '@/lib/ids'
import type { StoredMembership } from '../../board-storage'
import { toColorSlot } from '../../color-slot'
import type { QueryRunner } from '../query-runner'
import type { StorageCalls } from '../storage-calls'

type MemberCalls = Pick<StorageCalls, 'join' | 'setRole' | 'findMembership' | 'leave' | 'noteOpened'>

type MembershipKey = Pick<StoredMembership, 'boardId' | 'personId'>

/** The calls about who is on which board and may do what there. */
export function createMemberCalls(runner: QueryRunner): MemberCalls {
  const find = (boardId: BoardId, personId: PersonId) => findMembership(runner, boardId, personId)
  return {
    join: (...[boardId, personId, role, at]) =>
      runner.transaction(() => {
        const known = find(boardId, personId)
        if (known) return changeRole(runner, known, higherRole(known.role, role))
        return (
          comeBack(runner, { boardId, personId, role, joinedAt: at }) ??
          addMember(runner, { boardId, personId, role, joinedAt: at })
        )
      }),
    setRole: (boardId, personId, role) =>
      runner.transaction(() => {
        const known = find(boardId, personId)
        const losesOne = known?.role === 'facilitator' && role !== 'facilitator'
        if (!known || (losesOne && countFacilitators(runner, boardId) === 1)) return null
        return changeRole(runner, known, role)
      }),
    findMembership: find,
    leave: (boardId, personId, { at, departure }) =>
      runner.run(change(runner, { boardId, personId }).set({ left_at: at, departure })),
    noteOpened: (boardId, personId, at) =>
      runner.run(change(runner, { boardId, personId }).set({ opened_at: at })),
  }
}

function findMembership(
  { build, first }: QueryRunner,
  boardId: BoardId,
  personId: PersonId,
): StoredMembership | null {
  return first(
    build
      .selectFrom('memberships')
      .select([
        'board_id as boardId',
        'person_id as personId',
        'role',
        'color_slot as colorSlot',
        'joined_at as joinedAt',
      ])
      .where('board_id', '=', boardId)
      .where('person_id', '=', personId)
      .where('left_at', 'is', null),
  )
}

function countFacilitators({ build, first }: QueryRunner, boardId: BoardId): number {
  const counted = first(
    build
      .selectFrom('memberships')
      .select((column) => column.fn.countAll<number>().as('count'))
      .where('board_id', '=', boardId)
      .where('role', '=', 'facilitator')
      .where('left_at', 'is', null),
  )
  return counted?.count ?? 0
}

function change({ build }: QueryRunner, { boardId, personId }: MembershipKey) {
  return build.updateTable('memberships').where('board_id', '=', boardId).where('person_id', '=', personId)
}

function changeRole(runner: QueryRunner, known: StoredMembership, role: Role): StoredMembership {
  runner.run(change(runner, known).set({ role }))
  return { ...known, role }
}

/** Makes somebody a member again who left, in their old colour; null for somebody who was never here. */
function comeBack(runner: QueryRunner, member: Omit<StoredMembership, 'colorSlot'>): StoredMembership | null {
  const { role, joinedAt } = member
  const fresh = { role, joined_at: joinedAt, opened_at: null, left_at: null, departure: null }
  runner.run(change(runner, member).set(fresh))
  return findMembership(runner, member.boardId, member.personId)
}

/** Writes somebody's first membership of a board, in the next colour; it knows nothing of transactions. */
export function addMember(
  { build, first, run }: QueryRunner,
  member: Omit<StoredMembership, 'colorSlot'>,
): StoredMembership {
  const { boardId, personId, role, joinedAt } = member
  const before = first(
    build
      .selectFrom('memberships')
      .select((column) => column.fn.countAll<number>().as('count'))
      .where('board_id', '=', boardId),
  )
  const colorSlot = toColorSlot(before?.count ?? 0)
  const row = {
    board_id: boardId,
    person_id: personId,
    role,
    color_slot: colorSlot,
    joined_at: joinedAt,
    opened_at: null,
    left_at: null,
    departure: null,
  }
  run(build.insertInto('memberships').values(row))
  return { ...member, colorSlot }
}
