import { setImmediate as afterOthers } from 'node:timers/promises'
import { writeBoardCsvInPieces } from '@/lib/export/board-csv'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Api } from '../api-type'
import { cookieOf } from '../cookie-of'
import { createKeyedLimit } from '../limits/keyed-limit'
import type { ApiParts } from '../parts'
import { sendBytes } from '../images/send-bytes'
import { createSendingTurns } from '../turns/sending-turns'
import { addImportRoute } from './import'

/** The initiatives of a board as a spreadsheet, out and in, and who changed one last. */
export function addInitiativeRoutes(api: Api, parts: ApiParts): void {
  const { rooms, visitors } = parts
  // Each is work for tenths of a second, and megabytes.
  const lists = createKeyedLimit<PersonId>({
    count: LIMITS.LISTS_PER_PERSON,
    withinMs: LIMITS.LISTS_PER_PERSON_MS,
    code: 'asked-too-often',
    logMessage: 'too many lists of one person',
    now: parts.now,
  })
  const turns = createSendingTurns(parts.asking, {
    atOnce: LIMITS.LISTS_AT_ONCE,
    waitingPerPerson: LIMITS.LISTS_PER_PERSON,
    lastsMs: LIMITS.LIST_TURN_MS,
  })

  api.get('/api/boards/:id/initiatives.csv', async (context) => {
    const { board, person } = await visitors.require(cookieOf(context), context.req.param('id'), 'read')
    lists.take(person.id)
    const { outgoing } = context.env
    return turns.inTurn(outgoing, async () => {
      // Time may have passed: who was removed meanwhile is told nothing.
      await visitors.require(cookieOf(context), board.id, 'read')
      const csv = await joinInTurns(await rooms.read(board.id, writeBoardCsvInPieces))
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="initiatives.csv"',
        'cache-control': 'no-store',
      }
      return sendBytes(outgoing, { bytes: Buffer.from(csv), headers })
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

  addImportRoute(api, parts, { lists, turns })
}

/** Lets everything else of this process come between two pieces. */
async function joinInTurns(pieces: Iterable<string>): Promise<string> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    await afterOthers()
  }
  return text
}
