import { createId, type InitiativeId } from '@/lib/ids'
import { countNew, importInitiatives, type InitiativeDraft } from '@/lib/board/operations/initiatives'
import { listInitiatives } from '@/lib/board/read'
import { AppError } from '@/lib/errors'
import { writeInitiativesCsv } from '@/lib/export/write-csv'
import { decodeText } from '@/lib/import/decode-text'
import { parseRows } from '@/lib/import/parse-rows'
import { LIMITS } from '@/lib/sync/limits'
import type { Api } from '../api-type'
import { readBytes } from '../body'
import type { ApiParts } from '../parts'
import { cookieOf } from './cookie-of'

/** The initiatives of a board as a spreadsheet, out and in. */
export function addInitiativeRoutes(api: Api, parts: ApiParts): void {
  const { rooms, visitors } = parts

  api.get('/api/boards/:id/initiatives.csv', async (context) => {
    const { board } = await visitors.require(cookieOf(context), context.req.param('id'), 'read')
    const csv = await rooms.read(board.id, (document) => writeInitiativesCsv(listInitiatives(document)))
    return context.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="initiatives.csv"',
    })
  })

  api.post('/api/boards/:id/import', async (context) => {
    const { board, person } = await visitors.require(cookieOf(context), context.req.param('id'), 'import')
    const text = decodeText(await readBytes(context, LIMITS.IMPORT_BYTES))
    if (!text.ok) throw new AppError('unreadable-file', 'upload is no text we know', { details: text.error })
    const rows = parseRows(text.value)
    if (!rows.ok) throw new AppError('invalid-input', 'upload holds no rows', { details: rows.error })
    const { drafts: rowDrafts, rejected } = rows.value
    const drafts: InitiativeDraft[] = rowDrafts.map((draft) => ({
      ...draft,
      id: createId<InitiativeId>(parts.random),
    }))
    if (context.req.query('dryRun') === '1') return context.json({ drafts: rowDrafts, rejected })
    const counts = { added: 0, updated: 0 }
    const author = { personId: person.id, now: parts.now(), origin: 'import' as const }
    await rooms.apply(board.id, author, (document) => {
      if (document.initiatives.size + countNew(document, drafts) > LIMITS.INITIATIVES) {
        const details = { atMostInitiatives: LIMITS.INITIATIVES }
        throw new AppError('too-large', 'more initiatives than a board holds', { details })
      }
      const { step, added, updated } = importInitiatives(document, author, drafts)
      Object.assign(counts, { added, updated })
      return step
    })
    return context.json({ ...counts, rejected })
  })
}
