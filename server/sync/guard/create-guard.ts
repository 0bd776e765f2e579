import * as Y from 'yjs'
import { can } from '@/lib/access/roles'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { isEmptyUpdate } from '@/lib/sync/messages'
import type { StoredChange } from '../../storage/board-storage'
import { ClientIds } from './client-ids'
import type { Guard, GuardOptions, QueuedUpdate, SenderOutcome, TickOutcome } from './guard'
import { IdAllowance } from './id-allowance'
import { Inbox, type Attempt } from './inbox'
import { EntityCounts } from './limits/entity-counts'
import { Findings } from './judge/findings'
import { FullBoard } from './limits/full-board'
import { overwrittenBeyond } from './limits/overwritten'
import type { TickContext } from './judge/judge-context'
import { repairBoard } from './repair/repair-board'
import { RecordView } from './record-view'
import { Screen, type Screened } from './screen/screen'
import { takeUpdate } from './take-update'
import type { TouchedSet } from './touched'

/** Stands a guard before a board document. The document must be complete, seeded or loaded, before this. */
export function createGuard(options: GuardOptions): Guard {
  return new BoardGuard(options)
}

/** What one connection has waiting in one tick. */
interface Turn {
  readonly sender: QueuedUpdate['sender']
  readonly inbox: Inbox
  readonly findings: Findings
  gotStep2: boolean
}

/** What the updates of one tick have in common. */
interface Running {
  readonly transaction: Y.Transaction
  readonly tick: TickContext
  readonly changes: Map<string, StoredChange>
  readonly moved: Map<PersonId, number>
  readonly overwritten: Map<PersonId, number>
}

class BoardGuard implements Guard {
  readonly #boardId: GuardOptions['boardId']
  readonly #board: GuardOptions['board']
  readonly #isFull: () => boolean
  readonly #measure: () => number
  readonly #clientIds: ClientIds
  readonly #records: RecordView
  readonly #screen: Screen
  readonly #inboxes = new Map<number, Inbox>()
  readonly #people = new Map<number, PersonId>()
  /** Since it became full, else null. */
  #full: FullBoard | null = null

  constructor(options: GuardOptions) {
    const { boardId, board, clientIds, idsLeft, records, isFull = () => false, measure } = options
    this.#boardId = boardId
    this.#board = board
    this.#isFull = isFull
    this.#measure = measure ?? (() => Y.encodeStateAsUpdate(board.doc).length)
    this.#clientIds = new ClientIds({
      board,
      known: clientIds,
      idsLeft: idsLeft ?? new IdAllowance(),
    })
    this.#records = new RecordView(board, records)
    this.#screen = new Screen(board, this.#clientIds, (id) => this.#records.isProtected(id))
  }

  runTick(queue: readonly QueuedUpdate[], now: number): TickOutcome {
    if (queue.length === 0)
      return { update: null, changes: [], clientIds: [], senders: new Map(), moved: new Map() }
    const turns = new Map<number, Turn>()
    const changes = new Map<string, StoredChange>()
    const moved = new Map<PersonId, number>()
    const overwritten = new Map<PersonId, number>()
    const update = this.#collect((transaction) => {
      const tick = this.#beginTick(now)
      const running = { transaction, tick, changes, moved, overwritten }
      for (const queued of queue) {
        const turn = this.#turnOf(queued, turns)
        if (isEmptyUpdate(queued.update) || turn.inbox.end !== null) continue
        turn.gotStep2 ||= queued.kind === 'step2'
        turn.inbox.receive(queued, this.#attemptOf(turn, running, queued.number))
      }
      for (const turn of turns.values()) turn.inbox.tryHeld(this.#attemptOf(turn, running))
      repairBoard(this.#board, this.#records, tick.repair)
    })
    const senders = new Map<number, SenderOutcome>()
    for (const [connectionId, turn] of turns) senders.set(connectionId, this.#toOutcome(turn, now))
    const clientIds = update === null ? [] : this.#clientIds.takeBound()
    return { update, changes: [...changes.values()], clientIds, senders, moved }
  }

  overdue(now: number): readonly number[] {
    return [...this.#inboxes].flatMap(([connectionId, inbox]) => (inbox.isOverdue(now) ? [connectionId] : []))
  }

  waitAfresh(now: number): void {
    for (const inbox of this.#inboxes.values()) inbox.waitAfresh(now)
  }

  forget(connectionId: number): void {
    this.#inboxes.delete(connectionId)
    this.#people.delete(connectionId)
  }

  reserve(clientId: number, personId: PersonId, after?: number): void {
    this.#clientIds.reserve(clientId, personId, after)
  }

  #beginTick(now: number): TickContext {
    const counts = new EntityCounts(this.#board)
    return {
      boardId: this.#boardId,
      board: this.#board,
      records: this.#records,
      clientIds: this.#clientIds,
      counts,
      full: this.#fullNow(),
      now,
      repair: new Set(),
    }
  }

  /** Measuring takes long, and is done once whenever a board becomes full. */
  #fullNow(): FullBoard | null {
    if (!this.#isFull()) this.#full = null
    else this.#full ??= new FullBoard(this.#measure())
    return this.#full
  }

  /** Runs all of a tick as one transaction and answers with the one update it leaves, null where there is none. */
  #collect(run: (transaction: Y.Transaction) => void): Uint8Array | null {
    const { doc } = this.#board
    let collected: Uint8Array | null = null
    const keep = (update: Uint8Array): void => {
      collected = update
    }
    doc.on('update', keep)
    try {
      this.#records.whilePaused(() =>
        doc.transact((transaction) => {
          run(transaction)
          // Applying marks the transaction as remote; Yjs then takes the server's own writes for an impostor's and
          // gives the document another client id.
          transaction.local = true
        }),
      )
    } finally {
      doc.off('update', keep)
    }
    return collected
  }

  #turnOf({ sender }: QueuedUpdate, turns: Map<number, Turn>): Turn {
    const known = turns.get(sender.connectionId)
    if (known) return known
    const inbox = this.#inboxes.get(sender.connectionId) ?? new Inbox()
    this.#inboxes.set(sender.connectionId, inbox)
    this.#people.set(sender.connectionId, sender.personId)
    const turn: Turn = { sender, inbox, findings: new Findings(), gotStep2: false }
    turns.set(sender.connectionId, turn)
    return turn
  }

  #toOutcome({ sender, inbox, findings, gotStep2 }: Turn, now: number): SenderOutcome {
    const taken = inbox.countTaken()
    const needsStep1 = inbox.checkHeld(now, gotStep2, () => this.#heldBytesOf(sender.personId))
    const { refusals, violations, forgiven, putBackBytes } = findings
    return { taken, refusals, violations, forgiven, putBackBytes, needsStep1, end: inbox.end }
  }

  #heldBytesOf(personId: PersonId): number {
    let bytes = 0
    for (const [connectionId, inbox] of this.#inboxes)
      if (this.#people.get(connectionId) === personId) bytes += inbox.heldBytes
    return bytes
  }

  #overwrittenBeyond(touched: TouchedSet, bytes: number): number {
    return overwrittenBeyond({ board: this.#board, records: this.#records.all }, touched, bytes)
  }

  #attemptOf(turn: Turn, running: Running, number?: number): Attempt {
    const attempt = this.#attempt(turn, running, number)
    return (update) => turn.findings.asOne(() => attempt(update))
  }

  #attempt(
    { sender, inbox, findings }: Turn,
    { transaction, tick, changes, moved, overwritten }: Running,
    number?: number,
  ): Attempt {
    return (update) => {
      const screened = this.#screen.look(update, sender, { now: tick.now, number })
      if (screened.verdict === 'known') return 'taken'
      if (screened.verdict === 'end') inbox.end = screened.code
      if (screened.verdict === 'end' || !can(sender.role, 'edit')) return refuseAll(screened, findings)
      if (screened.verdict === 'hold') return 'hold'
      const alreadyMoved = moved.get(sender.personId) ?? 0
      const movedInAll = alreadyMoved + screened.moved
      // Each may cut little, and all that was held comes in one tick: it is the tick that everybody waits for.
      const overwrites =
        (overwritten.get(sender.personId) ?? 0) + this.#overwrittenBeyond(screened.touched, update.length)
      const isTooMuch = overwrites > LIMITS.OVERWRITTEN_BYTES
      if (isTooMuch || (alreadyMoved > 0 && movedInAll > LIMITS.MOVED_PER_UPDATE)) {
        inbox.end = 'reload-needed'
        return refuseAll(screened, findings)
      }
      const { changed, isBroken } = takeUpdate(screened, {
        transaction,
        tick,
        sender,
        findings,
        places: this.#screen.places,
      })
      if (isBroken) inbox.end = 'reload-needed'
      overwritten.set(sender.personId, overwrites)
      moved.set(sender.personId, movedInAll + findings.takePassed() * LIMITS.MOVED_PER_TEXT_ITEM)
      for (const record of changed) {
        changes.set(`${record} ${sender.personId}`, { record, personId: sender.personId, at: tick.now })
      }
      return 'taken'
    }
  }
}

function refuseAll(screened: Screened, findings: Findings): 'refused' {
  findings.addViolation()
  if (screened.verdict !== 'apply') return 'refused'
  for (const { key } of screened.touched.values()) findings.refuse(key, 'not-allowed')
  return 'refused'
}
