import * as Y from 'yjs'
import type { BoardDocument } from '@/lib/board/layout'
import type { ErrorCode } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import type { ClientIds } from '../client-ids'
import type { GuardSender } from '../guard'
import { TouchedSet } from '../touched'
import { belongsThere } from './content-rules'
import { countJoined } from './count-joined'
import { countMoved } from './count-moved'
import { decodeUpdate, type DecodedUpdate } from './decode-update'
import { countWalked, walksInLeaving } from './walked'
import { joinCollected } from './join-collected'
import { leaveOutGone } from './leave-out-gone'
import { PlaceFinder } from './place'
import { resolveStructs, type ResolvedUpdate } from './resolve-structs'
import { touchDeletes } from './touch-deletes'
import { touchStruct, type Existing } from './touch-structs'

/** `known`: nothing in it is new. `hold`: something it builds on is missing. `moved`: see `countMoved`, `countWalked`, `countJoined`. */
export type Screened =
  { verdict: 'known' } | { verdict: 'hold' } | { verdict: 'end'; code: ErrorCode } | Applicable

interface Applicable {
  readonly verdict: 'apply'
  readonly update: Uint8Array
  readonly touched: TouchedSet
  readonly clients: readonly number[]
  readonly moved: number
}

/** The time of the tick, and which of all that came it is: see `QueuedUpdate`. */
interface Arrival {
  readonly now: number
  readonly number: number | undefined
}

/** More than any record or entity has. */
const MAX_UNITS_OF_ONE_ENTRY = 100

const INVALID: Screened = { verdict: 'end', code: 'invalid-document' }

/** Looks at updates before they are applied. Changes nothing, throws for nothing a client can send. */
export class Screen {
  readonly #doc: Y.Doc
  readonly #existing: Existing
  readonly #clientIds: ClientIds
  readonly places: PlaceFinder

  constructor(board: BoardDocument, clientIds: ClientIds, isProtected: (recordId: string) => boolean) {
    this.#doc = board.doc
    this.#clientIds = clientIds
    this.#existing = { has: (root, id) => board[root].has(id), isProtected }
    this.places = new PlaceFinder(board)
  }

  /** Decides what to do with one update, and names all it touches. */
  look(sent: Uint8Array, sender: GuardSender, { now, number }: Arrival): Screened {
    const joined = leaveOutGone(joinCollected(sent, LIMITS.STRUCTS_PER_UPDATE), this.#doc.store)
    const decoded = decodeUpdate(joined)
    if (decoded === null) return INVALID
    const newIds = this.#idsOfNews(decoded)
    if (newIds.some((client) => !this.#clientIds.isFreeFor(client, sender.personId, number)))
      return { verdict: 'end', code: 'reload-needed' }
    if (this.#clientIds.areTooMany(newIds, sender.personId, now))
      return { verdict: 'end', code: 'opened-too-often' }
    const resolved = resolveStructs(decoded, this.#doc.store, this.places)
    if (resolved === 'missing') return { verdict: 'hold' }
    if (resolved === 'invalid') return INVALID
    if (!resolved.overlaps) return this.#judgeNew(joined, decoded, resolved)
    // Yjs looks at the neighbours and roots even of structs it has, and believes what this copy says of them.
    const update = Y.diffUpdate(joined, Y.encodeStateVector(this.#doc))
    const news = decodeUpdate(update)
    const resolvedNews = news && resolveStructs(news, this.#doc.store, this.places)
    if (!news || !resolvedNews || typeof resolvedNews === 'string') return INVALID
    return this.#judgeNew(update, news, resolvedNews)
  }

  /** Looks at an update that brings nothing the document has: what is looked at is what will be applied. */
  #judgeNew(update: Uint8Array, decoded: DecodedUpdate, resolved: ResolvedUpdate): Screened {
    if (walksInLeaving(resolved, this.#doc)) return { verdict: 'hold' }
    const { store } = this.#doc
    const joined = countJoined(decoded.deletes, resolved, store) / LIMITS.JOINED_PER_MOVED
    const moved = countMoved(resolved, decoded.deletes, store) + countWalked(resolved, this.#doc) + joined
    if (moved > LIMITS.MOVED_PER_UPDATE) return { verdict: 'end', code: 'reload-needed' }
    return this.#touch(update, decoded, { ...resolved, moved })
  }

  #touch(
    update: Uint8Array,
    decoded: DecodedUpdate,
    resolved: ResolvedUpdate & Pick<Applicable, 'moved'>,
  ): Screened {
    const touched = new TouchedSet()
    for (const entry of resolved.structs) {
      if (!belongsThere(entry.struct, entry.place)) return INVALID
      if (!touchStruct(entry, touched, this.#existing)) return INVALID
    }
    const lookup = { store: this.#doc.store, places: this.places, resolved, existing: this.#existing }
    const deletes = touchDeletes(decoded.deletes, touched, lookup)
    if (deletes === 'missing') return { verdict: 'hold' }
    if (deletes === 'invalid') return INVALID
    for (const entry of touched.values()) if (entry.units.size > MAX_UNITS_OF_ONE_ENTRY) return INVALID
    if (resolved.structs.length === 0 && deletes === 'none') return { verdict: 'known' }
    return { verdict: 'apply', update, touched, clients: resolved.clients, moved: resolved.moved }
  }

  /** The client ids under which this update writes something the document does not have. */
  #idsOfNews({ blocks }: DecodedUpdate): number[] {
    return blocks.flatMap(({ client, structs }) => {
      const last = structs.at(-1)
      const isNew = last !== undefined && last.id.clock + last.length > Y.getState(this.#doc.store, client)
      return isNew ? [client] : []
    })
  }
}
