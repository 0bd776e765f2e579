import { findDuplicates } from '@/lib/board/duplicates'
import type { BoardDocument } from '@/lib/board/layout'
import { findShortage, shortageSentence, type Shortage } from '@/lib/board/limits/room-for'
import { countMore, importInitiatives, type Import } from '@/lib/board/operations/import'
import { AppError } from '@/lib/errors'
import { createId, type InitiativeId, type PersonId } from '@/lib/ids'
import type { RowDraft } from '@/lib/import/parse-rows'
import { LIMITS } from '@/lib/sync/limits'
import * as z from '@/lib/zod'
import type { Api, ApiContext } from '../api-type'
import { readBytes } from '../body'
import { cookieOf } from '../cookie-of'
import { readAside } from '../import/read-aside'
import type { KeyedLimit } from '../limits/keyed-limit'
import type { ApiParts } from '../parts'
import { sendBytes } from '../send-bytes'
import type { Asking } from '../turns/asking'
import type { SendingTurns } from '../turns/sending-turns'
import { createUploadTurns } from '../turns/upload-turns'

/** What happens to rows whose initiative stands on the board already. */
const choiceSchema = z.enum(['update', 'skip', 'add']).default('update')

type RowsRead = Awaited<ReturnType<typeof readAside>>

interface ListLimits {
  readonly lists: KeyedLimit<PersonId>
  readonly turns: SendingTurns
}

/** A spreadsheet as initiatives of a board: what would come in, and bringing it in, within the limits of all lists. */
export function addImportRoute(api: Api, parts: ApiParts, { lists, turns }: ListLimits): void {
  const { rooms, visitors } = parts
  const readRows = createRowReader(parts.asking, turns)

  api.post('/api/boards/:id/import', async (context) => {
    const { board, person } = await visitors.require(cookieOf(context), context.req.param('id'), 'import')
    lists.take(person.id)
    return readRows(context, person.id, async (rows) => {
      // Minutes may have passed: who was removed meanwhile brings nothing in, and a deleted board takes nothing.
      await visitors.require(cookieOf(context), board.id, 'import')
      if (!rows.ok)
        throw new AppError(rows.error.code, 'upload holds no rows', { details: rows.error.details })
      const { drafts, rejected } = rows.value
      const choice = readChoice(context.req.query('duplicates'))
      if (context.req.query('dryRun') === '1') {
        const duplicates = await rooms.read(board.id, (document) => listDuplicates(document, drafts))
        return sendJson(context, { drafts, rejected, duplicates })
      }
      const given = {
        rows: drafts.map(({ row: _, ...draft }) => draft),
        choices: { key: choice, title: choice },
        createId: () => createId<InitiativeId>(parts.random),
      }
      const counts = { added: 0, updated: 0, unchanged: 0, skipped: 0 }
      const author = { personId: person.id, now: parts.now(), origin: 'import' as const }
      const { isSaved } = await rooms.apply(board.id, author, (document) => {
        requireRoom(document, given)
        const { step, ...counted } = importInitiatives(document, author, given)
        Object.assign(counts, counted)
        return step
      })
      // Refusing what stands on the board already would have it sent, and brought in, twice.
      return sendJson(context, { ...counts, rejected, saved: isSaved }, isSaved ? 200 : 202)
    })
  })
}

/** Lists come in, and are read, in turns of their own: those that come slowly keep none waiting that have come. */
function createRowReader(asking: Asking, turns: SendingTurns) {
  const ofPerson = {
    perPerson: LIMITS.IMPORTS_PER_PERSON,
    waitAtMostMs: LIMITS.TURN_AT_MOST_MS,
    waitingPerPerson: LIMITS.TURNS_WAITING_PER_PERSON,
  }
  const coming = createUploadTurns(asking, {
    ...ofPerson,
    inAll: LIMITS.UPLOADS_IN_ALL,
    lastsMs: LIMITS.TURN_LASTS_MS,
  })
  const reading = createUploadTurns(asking, { ...ofPerson, inAll: LIMITS.IMPORTS_IN_ALL })
  return (context: ApiContext, personId: PersonId, answer: (rows: RowsRead) => Promise<Response>) =>
    coming.inTurn(personId, async (turn) => {
      const bytes = await readBytes(context, LIMITS.IMPORT_BYTES, { turn })
      // Until its answer can leave, a list waits as the bytes that came: read, it is several times as large.
      return turns.inTurn(context.env.outgoing, async () =>
        answer(await reading.inTurn(personId, () => readAside(bytes))),
      )
    })
}

/** What is said of every row may be megabytes. */
function sendJson({ env: { outgoing } }: ApiContext, content: object, status = 200): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  return sendBytes(outgoing, { bytes: Buffer.from(JSON.stringify(content)), headers, status })
}

function readChoice(given: string | undefined): z.infer<typeof choiceSchema> {
  const choice = choiceSchema.safeParse(given)
  if (choice.success) return choice.data
  const details = [{ field: 'duplicates', reason: 'This is update, skip or add.' }]
  throw new AppError('invalid-input', 'unknown choice for duplicates', { details })
}

function requireRoom(document: BoardDocument, given: Pick<Import, 'rows' | 'choices'>): void {
  const shortage = findShortage(document, 'initiatives', countMore(document, given))
  if (!shortage) return
  const details = { ...mostOf(shortage), reason: shortageSentence('initiatives', shortage) }
  throw new AppError('too-large', 'more initiatives than a board holds', { details })
}

function mostOf(shortage: Shortage): Record<string, number> {
  return shortage === 'living'
    ? { atMostInitiatives: LIMITS.INITIATIVES }
    : { atMostWithDeleted: LIMITS.ENTITIES_IN_ALL }
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
