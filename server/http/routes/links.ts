import type { Context } from 'hono'
import { ROLES } from '@/lib/access/roles'
import { AppError } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import * as z from '@/lib/zod'
import { replaceLink, toLinkPaths } from '../../access/links'
import type { StoredLink } from '../../storage/board-storage'
import type { Api } from '../api-type'
import { readJsonBody } from '../body'
import { cookieOf } from '../cookie-of'
import type { ApiParts } from '../parts'
import { requireChange } from '../require-change'

const roleSchema = z.enum(ROLES)
/** Unix milliseconds in the future; null: without end. */
const expirySchema = z.object({ expiresAt: z.number().int().max(8.64e15).nullable() })

/** The links of a board: shown, replaced, and given an end, by facilitators only. */
export function addLinkRoutes(api: Api, parts: ApiParts): void {
  const { storage, visitors, key, now } = parts
  const answerLinks = async (context: Context, boardId: BoardId): Promise<Response> => {
    const links = await storage.listLinks(boardId)
    const ends = links.flatMap(({ role, expiresAt }) => (expiresAt === undefined ? [] : [[role, expiresAt]]))
    return context.json({ links: toLinkPaths(key, links), expiresAt: Object.fromEntries(ends) as object })
  }
  const findLink = async (context: Context, at: { id: string; role: string }): Promise<StoredLink> => {
    const { board } = await requireChange(parts, context, { boardId: at.id, action: 'share' })
    const role = roleSchema.safeParse(at.role)
    const links = await storage.listLinks(board.id)
    const link = links.find((candidate) => candidate.role === role.data)
    if (!link) throw new AppError('not-found', 'the board has no link of this name')
    return link
  }

  api.get('/api/boards/:id/links', async (context) => {
    const { board } = await visitors.require(cookieOf(context), context.req.param('id'), 'share')
    return answerLinks(context, board.id)
  })

  api.patch('/api/boards/:id/links/:role', async (context) => {
    // First: minutes may pass until it is here, and who may not share the board any more then changes no link.
    const { expiresAt } = await readJsonBody(context, expirySchema)
    const { boardId, role } = await findLink(context, context.req.param())
    if (expiresAt !== null && expiresAt <= now()) {
      const details = [{ field: 'expiresAt', reason: 'The end must lie in the future.' }]
      throw new AppError('invalid-input', 'link would end in the past', { details })
    }
    await storage.setLinkExpiry(boardId, role, expiresAt)
    return answerLinks(context, boardId)
  })

  api.post('/api/boards/:id/links/:role/replace', async (context) => {
    const old = await findLink(context, context.req.param())
    await storage.replaceLink(replaceLink(key, old, now()))
    parts.log.info('link.replaced', { boardId: old.boardId, role: old.role })
    return answerLinks(context, old.boardId)
  })
}
