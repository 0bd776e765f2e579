import { findDuplicates, type Duplicate } from '@/lib/board/initiatives/duplicates'
import type { BoardDocument } from '@/lib/board/layout'
import { findShortage, shortageSentence, type Shortage } from '@/lib/board/limits/room-for'
import {
  importInitiatives,
  moreOf,
  type DuplicateChoice,
  type DuplicateChoices,
  type ImportCounts,
} from '@/lib/board/operations/import'
import { AppError } from '@/lib/errors'
import { createId, type BoardId, type InitiativeId, type PersonId } from '@/lib/ids'
import type { RowDraft } from '@/lib/import/parse-rows'
import { LIMITS } from '@/lib/sync/limits'
import * as z from '@/lib/zod'
import type { Api, ApiContext } from '../api-type'
import { readBytes } from '../body'
import { cookieOf } from '../cookie-of'
import { readAside } from '../import/read-aside'
import type { KeyedLimit } from '../limits/keyed-limit'
import type { ApiParts } from '../parts'
import { sendBytes } from '../images/send-bytes'
import type { Asking } from '../turns/queue/asking'
import { createImportTurns } from '../turns/import-turns'
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
  const { visitors } = parts
  const readRows = createRowReader(parts.asking, turns)
  const boardTurns = createImportTurns(parts)

  api.post('/api/boards/:id/import', async (context) => {
    const { board, person } = await visitors.require(cookieOf(context), context.req.param('id'), 'import')
    lists.take(person.id)
    return readRows(context, person.id, (read) =>
      boardTurns.inTurn(async () => {
        // Minutes may have passed: who was removed meanwhile brings nothing in, and a deleted board takes nothing.
        await visitors.require(cookieOf(context), board.id, 'import')
        if (!read.ok)
          throw new AppError(read.error.code, 'upload holds no rows', { details: read.error.details })
        const { drafts, rejected } = read.value
        const choice = readChoice(context.req.query('duplicates'))
        if (context.req.query('dryRun') === '1') {
          const duplicates = await preview(parts, board.id, drafts)
          return sendJson(context, { drafts, rejected, duplicates })
        }
        const list = { boardId: board.id, personId: person.id, drafts, choice }
        const { isSaved, counts } = await bringIn(parts, list)
        // Refusing what stands on the board already would have it sent, and brought in, twice.
        return sendJson(context, { ...counts, rejected, saved: isSaved }, isSaved ? 200 : 202)
      }),
    )
  })
}

interface List {
  readonly boardId: BoardId
  readonly personId: PersonId
  readonly drafts: readonly RowDraft[]
  readonly choice: DuplicateChoice
}

async function bringIn(
  { rooms, random, now }: ApiParts,
  { boardId, personId, drafts, choice }: List,
): Promise<{ readonly isSaved: boolean; readonly counts: ImportCounts }> {
  const choices = { key: choice, title: choice }
  const rows = drafts.map(({ row: _, ...draft }) => draft)
  const author = { personId, now: now(), origin: 'import' as const }
  let counts: ImportCounts = { added: 0, updated: 0, unchanged: 0, skipped: 0 }
  const { isSaved } = await rooms.apply(boardId, author, (document) => {
    const found = findDuplicates(document, rows)
    requireRoom(document, found, choices)
    const given = { rows, found, choices, createId: () => createId<InitiativeId>(random) }
    const { step, ...counted } = importInitiatives(document, author, given)
    counts = counted
    return step
  })
  return { isSaved, counts }
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
      // The end of its turn also ends its waiting and being read: it is one that others wait for.
      return turns.inTurn(context.env.outgoing, async () =>
        answer(await reading.inTurn(personId, () => readAside(bytes, { turn }), turn)),
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

function requireRoom(
  document: BoardDocument,
  found: readonly (Duplicate | null)[],
  choices: DuplicateChoices,
): void {
  const shortage = findShortage(document, 'initiatives', moreOf(document, found, choices))
  if (!shortage) return
  const details = { ...mostOf(shortage), reason: shortageSentence('initiatives', shortage) }
  throw new AppError('too-large', 'more initiatives than a board holds', { details })
}

function mostOf(shortage: Shortage): Record<string, number> {
  return shortage === 'living'
    ? { atMostInitiatives: LIMITS.INITIATIVES }
    : { atMostWithDeleted: LIMITS.ENTITIES_IN_ALL }
}

interface FoundRow extends Duplicate {
  readonly row: number
}

/** The rows whose initiative stands on the board already, with what they have in common and its title there. */
function preview({ rooms }: ApiParts, boardId: BoardId, drafts: readonly RowDraft[]): Promise<FoundRow[]> {
  return rooms.read(boardId, (document) => {
    const found = findDuplicates(document, drafts)
    return drafts.flatMap(({ row }, at) => {
      const duplicate = found[at]
      return duplicate ? [{ row, ...duplicate }] : []
    })
  })
}
