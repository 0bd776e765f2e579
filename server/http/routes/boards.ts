import type { BoardDocument } from '@/lib/board/layout'
import { SERIALIZED_SCHEMA } from '@/lib/board/schema'
import { seedBoard } from '@/lib/board/seed'
import { AppError } from '@/lib/errors'
import { findSample } from '@/lib/samples/catalogue'
import { seedSample } from '@/lib/samples/seed-sample'
import { isStart } from '@/lib/templates/catalogue'
import * as z from '@/lib/zod'
import type { Api } from '../api-type'
import { readJsonBody } from '../body'
import { cookieOf } from '../cookie-of'
import { createBoard, FIRST_EPOCH } from '../create-board'
import { boardTitleSchema, personNameSchema } from '../name-schemas'
import type { ApiParts } from '../parts'
import { signIn } from '../sign-in'

const DEFAULT_TEMPLATE = 'effort-value-curves'

const createBoardSchema = z.object({
  title: boardTitleSchema,
  template: z.string().default(DEFAULT_TEMPLATE),
  /** The id of a sample: it brings its own templates, and `template` says nothing then. */
  sample: z.string().optional(),
  /** Where given, the sender joins as facilitator at once. */
  name: personNameSchema.optional(),
})
const ticketSchema = z.object({ epoch: z.number().int().optional() })

/** `POST /api/boards`, `GET /api/boards/:id` and its tickets. */
export function addBoardRoutes(api: Api, parts: ApiParts): void {
  const { visitors } = parts

  api.post('/api/boards', async (context) => {
    const { title, name, ...start } = await readJsonBody(context, createBoardSchema)
    const fill = toFilling(start)
    await parts.intake.admitBoard(context.env.incoming)
    const founding = name === undefined ? {} : { founder: (await signIn(parts, context, name)).id }
    return context.json(await createBoard(parts, { title, fill, ...founding }), 201)
  })

  api.get('/api/boards/:id', async (context) => {
    const { board, membership } = await visitors.require(cookieOf(context), context.req.param('id'), 'read')
    return context.json({ id: board.id, title: board.title, epoch: board.epoch, role: membership.role })
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
    const network = parts.intake.admitTicket(context.env.incoming, person.id)
    const { ticket, expiresAt } = parts.tickets.issue({ boardId: board.id, personId: person.id, network })
    return context.json({ ticket, expiresAt, epoch: board.epoch, role: membership.role }, 201)
  })
}

function toFilling(start: { template: string; sample?: string | undefined }) {
  const sample = start.sample === undefined ? null : findSample(start.sample)
  if (start.sample !== undefined && !sample) throw unknown('sample', 'There is no such sample.')
  const templateId = sample?.templates[0].templateId ?? start.template
  if (!isStart(templateId)) throw unknown('template', 'There is no such template.')
  return (board: BoardDocument, now: number): void => {
    seedBoard(board, { templateId, now, epoch: FIRST_EPOCH, schema: SERIALIZED_SCHEMA })
    if (sample) seedSample(board, sample, now)
  }
}

function unknown(field: string, reason: string): AppError {
  return new AppError('invalid-input', `unknown ${field}`, { details: [{ field, reason }] })
}
