import * as Y from 'yjs'
import type { Role } from '@/lib/access/roles'
import { openBoardDocument, ROOTS, type BoardDocument, type BoardRecord, type Json } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { createRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import type { Author } from '@/lib/board/step'
import type { BoardId, PersonId } from '@/lib/ids'
import { createGuard } from '@/server/sync/guard/create-guard'
import type { Guard, QueuedUpdate, SenderOutcome, TickOutcome } from '@/server/sync/guard/guard'
import { authorOf, geoRecord, initiativeId, NOW, seededBoard } from '@/tests/support/boards/board-builders'

export const BOARD_ID = 'this-board' as BoardId

/** Somebody at a board: a real Yjs document whose own writes are collected, as a provider would send them. */
export interface Visitor {
  readonly board: BoardDocument
  readonly doc: Y.Doc
  readonly author: Author
  readonly sender: { connectionId: number; personId: PersonId; role: Role }
  /** What they wrote and did not send yet. */
  readonly outbox: Uint8Array[]
}

/** A board behind its guard, and everybody who looks at it. */
export class GuardedBoard {
  readonly board: BoardDocument
  readonly guard: Guard
  readonly visitors: Visitor[] = []
  /** Every update that left the server. */
  readonly sent: Uint8Array[] = []
  now = NOW + 1_000
  isFull = false
  /** What its document is said to measure once it is full. */
  bytes = 0

  constructor(prepare: (board: BoardDocument) => void = () => undefined) {
    this.board = seededBoard(1_000)
    prepare(this.board)
    this.guard = createGuard({
      boardId: BOARD_ID,
      board: this.board,
      clientIds: new Map(),
      isFull: () => this.isFull,
      measure: () => this.bytes,
    })
  }

  /** Somebody opens the board and has all of it. */
  join(name: string, role: Role = 'participant', clientId = 2_000 + this.visitors.length): Visitor {
    const doc = new Y.Doc()
    doc.clientID = clientId
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.board.doc), 'server')
    const outbox: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') outbox.push(update)
    })
    const sender = { connectionId: this.visitors.length + 1, personId: name as PersonId, role }
    const visitor = { board: openBoardDocument(doc), doc, author: authorOf(name), sender, outbox }
    this.visitors.push(visitor)
    return visitor
  }

  /** One tick with what these people wrote, in this order; everybody gets what comes out. */
  tick(...visitors: Visitor[]): TickOutcome {
    return this.run(
      visitors.flatMap(({ sender, outbox }) =>
        outbox.splice(0).map((update): QueuedUpdate => ({ sender, kind: 'update', update })),
      ),
    )
  }

  /** One tick with one update made by hand. */
  send(visitor: Visitor, update: Uint8Array, kind: QueuedUpdate['kind'] = 'update'): SenderOutcome {
    return outcomeOf(this.run([{ sender: visitor.sender, kind, update }]), visitor)
  }

  /** One tick with everything somebody has that the server lacks, as their client answers a step1. */
  sendStep2(visitor: Visitor): SenderOutcome {
    visitor.outbox.length = 0
    const update = Y.encodeStateAsUpdate(visitor.doc, Y.encodeStateVector(this.board.doc))
    return this.send(visitor, update, 'step2')
  }

  run(queue: readonly QueuedUpdate[]): TickOutcome {
    this.now += 16
    const outcome = this.guard.runTick(queue, this.now)
    if (outcome.update) {
      this.sent.push(outcome.update)
      for (const { doc } of this.visitors) Y.applyUpdate(doc, outcome.update, 'server')
    }
    return outcome
  }

  /** What the document holds, as plain data. */
  get contents(): unknown {
    return contentsOf(this.board)
  }
}

/** What a copy of the board holds, as plain data. */
export function contentsOf(board: BoardDocument): unknown {
  return Object.fromEntries(ROOTS.map((root) => [root, board[root].toJSON()]))
}

/** The record of this id as it reads, null where there is none. */
export function recordIn(board: BoardDocument, id: string): BoardRecord | null {
  const map = board.records.get(id)
  return map ? readRecord(map) : null
}

export function outcomeOf(outcome: TickOutcome, { sender }: Visitor): SenderOutcome {
  const found = outcome.senders.get(sender.connectionId)
  if (!found) throw new Error(`no outcome for connection ${sender.connectionId}`)
  return found
}

/** A geo shape stamped by its author. */
export function recordBy(name: string, id: string, changes: Record<string, Json> = {}): BoardRecord {
  return geoRecord(id, { meta: { createdBy: name, createdAt: NOW }, ...changes })
}

/** Adds a record by Ada and an initiative by Ada before the guard starts. */
export function furnish(board: BoardDocument): void {
  createRecords(board, authorOf('ada'), [recordBy('ada', 'shape:note')])
  addInitiatives(board, authorOf('ada'), [{ id: initiativeId('alpha'), title: 'Title' }])
}

/** An update made by writing into a copy of somebody's document under another client id. */
export function forge(base: Y.Doc, clientId: number, write: (board: BoardDocument) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
  doc.clientID = clientId
  const before = Y.encodeStateVector(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  write(openBoardDocument(doc))
  return updates.length === 1 && updates[0] ? updates[0] : Y.encodeStateAsUpdate(doc, before)
}
