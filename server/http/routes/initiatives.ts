import { createId, type InitiativeId, type PersonId } from '@/lib/ids'
import type { BoardDocument } from '@/lib/board/layout'
import { z } from '@/lib/zod'
import { findDuplicates } from '@/lib/board/duplicates'
import { countMore, importInitiatives } from '@/lib/board/operations/import'
import { findShortage, shortageSentence } from '@/lib/board/room-for'
import { AppError } from '@/lib/errors'
import { writeBoardCsv } from '@/lib/export/board-csv'
import type { RowDraft } from '@/lib/import/parse-rows'
import { LIMITS } from '@/lib/sync/limits'
import type { Api } from '../api-type'
import { readBytes } from '../body'
import { readAside } from '../import/read-aside'
import { createKeyedLimit } from '../keyed-limit'
import type { ApiParts } from '../parts'
import { createUploadTurns } from '../upload-turns'
import { cookieOf } from './cookie-of'

/** What happens to rows whose initiative stands on the board already. */
const choiceSchema = z.enum(['update', 'skip', 'add']).default('update')

/** The initiatives of a board as a spreadsheet, out and in. */
export function addInitiativeRoutes(api: Api, parts: ApiParts): void {
  const { rooms, visitors } = parts
  const ofPerson = { perPerson: LIMITS.IMPORTS_PER_PERSON, waitAtMostMs: LIMITS.TURN_AT_MOST_MS }
  // Apart, so that lists that come slowly keep none waiting that have come.
  const coming = createUploadTurns({
    ...ofPerson,
    inAll: LIMITS.UPLOADS_IN_ALL,
    lastsMs: LIMITS.TURN_LASTS_MS,
  })
  const reading = createUploadTurns({ ...ofPerson, inAll: LIMITS.IMPORTS_IN_ALL })

  // A list of thousands takes a tenth of a second, in which no board of this server moves.
  const lists = createKeyedLimit<PersonId>({
    count: LIMITS.LISTS_PER_PERSON,
    withinMs: LIMITS.LISTS_PER_PERSON_MS,
    code: 'asked-too-often',
    logMessage: 'too many lists of one person',
    now: parts.now,
  })

  api.get('/api/boards/:id/initiatives.csv', async (context) => {
    const { board, person } = await visitors.require(cookieOf(context), context.req.param('id'), 'read')
    lists.take(person.id)
    const csv = await rooms.read(board.id, writeBoardCsv)
    return context.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="initiatives.csv"',
    })
  })

  api.get('/api/boards/:id/initiatives/:initiativeId/last-change', async (context) => {
    const { board } = await visitors.require(cookieOf(context), context.req.param('id'), 'read')
    const id = context.req.param('initiativeId')
    const changes = await Promise.all(
      ['initiatives', 'placements'].map((root) => parts.storage.listChangesOf(board.id, `${root}/${id}`)),
    )
    const [last] = changes.flat().sort((one, other) => other.at - one.at)
    if (!last) return context.json({ change: null })
    const person = await parts.storage.findPerson(last.personId)
    return context.json({ change: { personId: last.personId, name: person?.name ?? null, at: last.at } })
  })

  api.post('/api/boards/:id/import', async (context) => {
    const { board, person } = await visitors.require(cookieOf(context), context.req.param('id'), 'import')
    lists.take(person.id)
    const rows = await coming.inTurn(person.id, async (turn) => {
      const bytes = await readBytes(context, LIMITS.IMPORT_BYTES, { turn })
      return reading.inTurn(person.id, () => readAside(bytes))
    })
    // Minutes may have passed: who was removed meanwhile brings nothing in, and a deleted board takes nothing.
    await visitors.require(cookieOf(context), board.id, 'import')
    if (!rows.ok) throw new AppError(rows.error.code, 'upload holds no rows', { details: rows.error.details })
    const { drafts, rejected } = rows.value
    const choice = readChoice(context.req.query('duplicates'))
    if (context.req.query('dryRun') === '1') {
      const duplicates = await rooms.read(board.id, (document) => listDuplicates(document, drafts))
      return context.json({ drafts, rejected, duplicates })
    }
    const given = {
      rows: drafts.map(({ row: _, ...draft }) => draft),
      choices: { key: choice, title: choice },
      createId: () => createId<InitiativeId>(parts.random),
    }
    const counts = { added: 0, updated: 0, skipped: 0 }
    const author = { personId: person.id, now: parts.now(), origin: 'import' as const }
    const { isSaved } = await rooms.apply(board.id, author, (document) => {
      const shortage = findShortage(document, 'initiatives', countMore(document, given))
      if (shortage) {
        const most =
          shortage === 'living'
            ? { atMostInitiatives: LIMITS.INITIATIVES }
            : { atMostWithDeleted: LIMITS.ENTITIES_IN_ALL }
        const details = { ...most, reason: shortageSentence('initiatives', shortage) }
        throw new AppError('too-large', 'more initiatives than a board holds', { details })
      }
      const { step, ...counted } = importInitiatives(document, author, given)
      Object.assign(counts, counted)
      return step
    })
    // Refusing what stands on the board already would have it sent, and brought in, twice.
    return context.json({ ...counts, rejected, saved: isSaved }, isSaved ? 200 : 202)
  })
}

function readChoice(given: string | undefined): z.infer<typeof choiceSchema> {
  const choice = choiceSchema.safeParse(given)
  if (choice.success) return choice.data
  const details = [{ field: 'duplicates', reason: 'This is update, skip or add.' }]
  throw new AppError('invalid-input', 'unknown choice for duplicates', { details })
}

/** The rows whose initiative stands on the board already, with what they have in common and its title there. */
function listDuplicates(
  document: BoardDocument,
  drafts: readonly RowDraft[],
): { row: number; by: string; id: string; title: string }[] {
  const found = findDuplicates(document, drafts)
  return drafts.flatMap(({ row }, at) => {
    const duplicate = found[at]
    return duplicate ? [{ row, ...duplicate }] : []
  })
}
