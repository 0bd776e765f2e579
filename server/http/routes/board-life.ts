import { daysLeft, restorableUntil } from '@/lib/access/restorable'
import { can } from '@/lib/access/roles'
import { AppError } from '@/lib/errors'
import * as z from '@/lib/zod'
import type { Api } from '../api-type'
import { readJsonBody } from '../body'
import { cookieOf } from '../cookie-of'
import { boardTitleSchema } from '../name-schemas'
import type { ApiParts } from '../parts'
import { requireChange } from '../require-change'

const renameSchema = z.object({ title: boardTitleSchema })

/** What happens to a board as a whole: renamed, deleted, brought back, left. */
export function addBoardLifeRoutes(api: Api, parts: ApiParts): void {
  const { storage, visitors, rooms, log, now } = parts

  api.patch('/api/boards/:id', async (context) => {
    // First: minutes may pass until it is here, and who does not manage the board any more then renames nothing.
    const { title } = await readJsonBody(context, renameSchema)
    const at = { boardId: context.req.param('id'), action: 'manage' } as const
    const { board } = await requireChange(parts, context, at)
    await storage.renameBoard(board.id, title)
    rooms.retitle(board.id, title)
    return context.json({ id: board.id, title })
  })

  api.delete('/api/boards/:id', async (context) => {
    const at = { boardId: context.req.param('id'), action: 'manage' } as const
    const { board } = await requireChange(parts, context, at)
    const deletedAt = now()
    await storage.setBoardDeleted(board.id, deletedAt)
    await rooms.close(board.id, 'board-deleted')
    log.info('board.deleted', { boardId: board.id })
    return context.json({ id: board.id, deletedAt, restorableUntil: restorableUntil(deletedAt) })
  })

  api.post('/api/boards/:id/restore', async (context) => {
    const at = { boardId: context.req.param('id'), action: 'restore' } as const
    const { board } = await requireChange(parts, context, at)
    if (board.deletedAt !== undefined && daysLeft(board.deletedAt, now()) === 0)
      throw new AppError('no-such-board', 'deleted too long ago')
    await storage.setBoardDeleted(board.id, null)
    log.info('board.restored', { boardId: board.id })
    return context.json({ id: board.id, title: board.title })
  })

  api.post('/api/boards/:id/leave', async (context) => {
    const { board, person, membership } = await visitors.require(
      cookieOf(context),
      context.req.param('id'),
      'read',
    )
    // A board whose last facilitator walked away could not be shared, renamed or deleted by anybody.
    if (can(membership.role, 'manage')) throw new AppError('not-allowed', 'facilitators delete, others leave')
    await storage.leave(board.id, person.id, { at: now(), departure: 'left' })
    rooms.putOut(board.id, person.id, 'left-board')
    return context.json({ id: board.id })
  })
}
