import type { Socket } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { CAPS, countsTowardsAck, encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'

interface RawClientOptions {
  readonly origin: string
  readonly boardId: string
  readonly cookie: string
  /** Whether it keeps up with the document; the others only write once they have it, and cost the process little. */
  readonly isObserver: boolean
}

/** A person on the wire: speaks the protocol, draws nothing. */
export class RawClient {
  readonly board: BoardDocument
  readonly doc = new Y.Doc()
  readonly ackMs: number[] = []
  /** When the message that is being read came in. */
  arrivedAt = 0
  isSynced = false
  closedWith: number | null = null
  private readonly socket: WebSocket
  private line: Socket | null = null
  private readonly sentAt: number[] = []
  private acked = 0
  private presenceClock = 0

  constructor({ origin, boardId, cookie, isObserver }: RawClientOptions) {
    this.board = openBoardDocument(this.doc)
    const url = `${origin.replace('http', 'ws')}/sync/${boardId}?caps=${CAPS.join(',')}`
    this.socket = new WebSocket(url, { headers: { cookie, origin }, perMessageDeflate: false })
    this.socket.on('upgrade', (response) => (this.line = response.socket))
    this.socket.on('error', () => (this.closedWith ??= 0))
    this.socket.on('close', (code) => (this.closedWith = code))
    this.socket.on('open', () => this.send(encodeSync(SYNC.step1, Y.encodeStateVector(this.doc))))
    this.socket.on('message', (data) => this.read(data as Uint8Array, isObserver))
    this.doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from !== this) this.send(encodeSync(SYNC.update, update))
    })
  }

  /** Everything that came in so far, framing included. */
  get receivedBytes(): number {
    return this.line?.bytesRead ?? 0
  }

  send(frame: Uint8Array): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    if (countsTowardsAck(frame)) this.sentAt.push(performance.now())
    this.socket.send(frame)
  }

  /** Says where this person is and what they have in hand, as the page does. */
  showPresence(state: object): void {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, this.doc.clientID)
      encoding.writeVarUint(encoder, ++this.presenceClock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    })
    this.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.awareness)
        encoding.writeVarUint8Array(encoder, update)
      }),
    )
  }

  stop(): void {
    this.socket.terminate()
    this.doc.destroy()
  }

  private read(bytes: Uint8Array, isObserver: boolean): void {
    this.arrivedAt = performance.now()
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.ack) return this.hearAck(decoding.readVarUint(decoder))
    if (type !== MESSAGE.sync) return
    const kind = decoding.readVarUint(decoder)
    if (kind === SYNC.step1) return
    if (isObserver || !this.isSynced) Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this)
    if (kind === SYNC.step2) this.isSynced = true
  }

  private hearAck(count: number): void {
    for (; this.acked < count; this.acked++) {
      this.ackMs.push(this.arrivedAt - (this.sentAt[this.acked] ?? this.arrivedAt))
    }
  }
}
