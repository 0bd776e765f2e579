import * as Y from 'yjs'
import { z } from '@/lib/zod'
import { openBoardDocument } from '@/lib/board/layout'
import { SERIALIZED_SCHEMA } from '@/lib/board/schema'
import { seedBoard } from '@/lib/board/seed'
import { AppError } from '@/lib/errors'
import { createId, type BoardId, type PersonId } from '@/lib/ids'
import { findTemplate } from '@/lib/templates/catalogue'
import { createLinks, toLinkPaths } from '../../access/links'
import type { UpdateBatch } from '../../storage/board-storage'
import type { Api } from '../api-type'
import { readJsonBody } from '../body'
import type { ApiParts } from '../parts'
import { cookieOf } from './cookie-of'
import { personNameSchema, signIn } from './join'

const FIRST_EPOCH = 1
const TITLE_CHARACTERS = 120
const DEFAULT_TEMPLATE = 'effort-value-curves'

const createBoardSchema = z.object({
  title: z.string().trim().min(1).max(TITLE_CHARACTERS),
  template: z.string().default(DEFAULT_TEMPLATE),
  /** Where given, the sender joins as facilitator at once. */
  name: personNameSchema.optional(),
})
const ticketSchema = z.object({ epoch: z.number().int().optional() })

/** `POST /api/boards`, `GET /api/boards/:id`, its links and its tickets. */
export function addBoardRoutes(api: Api, parts: ApiParts): void {
  const { storage, visitors, key, now } = parts

  api.post('/api/boards', async (context) => {
    const body = await readJsonBody(context, createBoardSchema)
    if (!findTemplate(body.template)) {
      throw new AppError('invalid-input', 'unknown template', {
        details: [{ field: 'template', reason: 'There is no such template.' }],
      })
    }
    const id = createId<BoardId>(parts.random)
    const links = createLinks(key, id, now())
    const board = { id, title: body.title, epoch: FIRST_EPOCH, createdAt: now() }
    await storage.createBoard(board, links, seedUpdate(id, body.template, now()))
    if (body.name !== undefined) {
      const person = await signIn(parts, context, body.name)
      await storage.join(id, person.id, 'facilitator', now())
    }
    return context.json({ id, title: board.title, links: toLinkPaths(key, links) }, 201)
  })

  api.get('/api/boards/:id', async (context) => {
    const { board, membership } = await visitors.require(cookieOf(context), context.req.param('id'), 'read')
    return context.json({ id: board.id, title: board.title, epoch: board.epoch, role: membership.role })
  })

  api.get('/api/boards/:id/links', async (context) => {
    const { board } = await visitors.require(cookieOf(context), context.req.param('id'), 'share')
    return context.json({ links: toLinkPaths(key, await storage.listLinks(board.id)) })
  })

  api.post('/api/boards/:id/ticket', async (context) => {
    const { epoch } = await readJsonBody(context, ticketSchema)
    const { board, person, membership } = await visitors.require(
      cookieOf(context),
      context.req.param('id'),
      'read',
    )
    if (epoch !== undefined && epoch !== board.epoch)
      throw new AppError('epoch-changed', 'ticket for an old epoch')
    const { ticket, expiresAt } = parts.tickets.issue(board.id, person.id)
    return context.json({ ticket, expiresAt, epoch: board.epoch, role: membership.role }, 201)
  })
}

function seedUpdate(boardId: BoardId, templateId: string, now: number): UpdateBatch {
  const doc = new Y.Doc()
  seedBoard(openBoardDocument(doc), { templateId, now, epoch: FIRST_EPOCH, schema: SERIALIZED_SCHEMA })
  const update = Y.encodeStateAsUpdate(doc)
  const clientIds = [{ clientId: doc.clientID, personId: 'server' as PersonId }]
  doc.destroy()
  return { boardId, epoch: FIRST_EPOCH, at: now, update, changes: [], clientIds }
}
