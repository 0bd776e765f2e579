import type { Context } from 'hono'
import { ROLES, type Role } from '@/lib/access/roles'
import { AppError } from '@/lib/errors'
import { personIdSchema } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import * as z from '@/lib/zod'
import type { StoredMembership } from '../../storage/board-storage'
import type { Api } from '../api-type'
import { readJsonBody } from '../body'
import { cookieOf } from '../cookie-of'
import type { ApiParts } from '../parts'
import { requireChange } from '../require-change'

const { MEMBERS_LISTED } = LIMITS

const changeSchema = z.object({ role: z.enum(ROLES) })

/** Who may do what on a board, changed by its facilitators; it holds on open pages at once. */
export function addMemberRoutes(api: Api, parts: ApiParts): void {
  const { storage, visitors, rooms, log, now } = parts

  const findOther = async (context: Context, at: { id: string; personId: string }) => {
    const { board, person } = await requireChange(parts, context, { boardId: at.id, action: 'manage' })
    const personId = personIdSchema.safeParse(at.personId)
    const member = personId.success ? await storage.findMembership(board.id, personId.data) : null
    if (!member) throw new AppError('not-found', 'nobody of this board has this id')
    // A facilitator who locks themselves out cannot take it back.
    if (member.personId === person.id) throw new AppError('not-allowed', 'nobody changes their own role')
    return member
  }
  const change = async ({ boardId, personId }: StoredMembership, role: Role): Promise<void> => {
    const changed = await storage.setRole(boardId, personId, role)
    if (!changed) throw new AppError('not-allowed', 'the last facilitator stays one')
    rooms.setRole(boardId, personId, role)
  }

  api.get('/api/boards/:id/members', async (context) => {
    const { board } = await visitors.require(cookieOf(context), context.req.param('id'), 'manage')
    const members = await storage.listMembers(board.id, MEMBERS_LISTED + 1)
    const isWhole = members.length <= MEMBERS_LISTED
    return context.json({ members: members.slice(0, MEMBERS_LISTED), isWhole, now: now() })
  })

  api.patch('/api/boards/:id/members/:personId', async (context) => {
    // First: minutes may pass until it is here, and who does not manage the board any more then changes nobody.
    const { role } = await readJsonBody(context, changeSchema)
    const member = await findOther(context, context.req.param())
    await change(member, role)
    log.info('member.changed', { boardId: member.boardId, role })
    return context.json({ personId: member.personId, role })
  })

  api.delete('/api/boards/:id/members/:personId', async (context) => {
    const member = await findOther(context, context.req.param())
    const { boardId, personId } = member
    await change(member, 'viewer')
    await storage.leave(boardId, personId, { at: now(), departure: 'removed' })
    rooms.putOut(boardId, personId, 'removed')
    log.info('member.removed', { boardId })
    return context.json({ personId })
  })
}
