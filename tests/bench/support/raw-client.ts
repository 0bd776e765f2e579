import type { Socket } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { countsTowardsAck, encodeSync, MESSAGE, readJson, SYNC } from '@/lib/sync/messages'
import { floodOf, pour } from './flood-of'
import type { Wire } from './wire'

interface RawClientOptions {
  readonly wire: Wire
  /**
   * What of the document it takes in. Observers keep up with it; the others only write once they have it, and cost the
   * process little; `nothing` only counts what comes.
   */
  readonly takes: 'everything' | 'until-synced' | 'nothing'
  /** What this person has and the server may lack, sent where the server asks for it. */
  readonly brings?: (personId: string, doc: Y.Doc) => void
  /** Hears what is neither the document nor an ack. */
  readonly onOther?: (type: number, decoder: decoding.Decoder) => void
  /** Hears everything as it came, once it was taken in. */
  readonly onMessage?: (bytes: Buffer) => void
  /** Takes nothing off the line from the moment it is open. */
  readonly stalls?: boolean
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
  /** How many frames came in that no client could read. */
  unreadable = 0
  /** How many counted messages are safe, by what the server says. */
  acked = 0
  readonly #socket: WebSocket
  readonly #options: RawClientOptions
  #line: Socket | null = null
  #personId = ''
  #presenceClock = 0
  #brings: RawClientOptions['brings']
  readonly #sentAt: number[] = []

  constructor(options: RawClientOptions) {
    const { wire } = options
    this.#options = options
    this.#brings = options.brings
    this.board = openBoardDocument(this.doc)
    this.#socket = new WebSocket(wire.url, { headers: wire.headers, perMessageDeflate: false })
    this.#socket.on('upgrade', (response) => (this.#line = response.socket))
    this.#socket.on('error', () => (this.closedWith ??= 0))
    this.#socket.on('close', (code) => (this.closedWith = code))
    this.#socket.on('open', () => {
      for (const frame of wire.greetings) this.#socket.send(frame)
      this.send(encodeSync(SYNC.step1, Y.encodeStateVector(this.doc)))
      if (options.stalls) this.#socket.pause()
    })
    this.#socket.on('message', (data) => {
      this.arrivedAt = performance.now()
      try {
        this.#read(data as Uint8Array)
      } catch {
        this.unreadable++
      }
      options.onMessage?.(data as Buffer)
    })
    this.doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from !== this) this.send(encodeSync(SYNC.update, update))
    })
  }

  /** Everything that came in so far, framing included. */
  get receivedBytes(): number {
    return this.#line?.bytesRead ?? 0
  }

  /** How many messages that count were sent. */
  get sent(): number {
    return this.#sentAt.length
  }

  send(frame: Uint8Array): void {
    if (countsTowardsAck(frame)) this.#sentAt.push(performance.now())
    this.sendBytes(this.#options.wire.wrap(frame))
  }

  /** Sends a frame that is none, dressed like one. */
  sendBroken(frame: Uint8Array): void {
    this.sendBytes(this.#options.wire.wrap(frame))
  }

  /** Sends bytes as they are. */
  sendBytes(bytes: Uint8Array): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(bytes)
  }

  /** Sends the same small message so many times in one go. */
  flood(frame: Uint8Array, times: number): void {
    this.putOnLine(floodOf('binary', this.#options.wire.wrap(frame), times))
  }

  /** Puts frames on the line that are framed and masked already. */
  putOnLine(frames: Buffer): void {
    if (this.#socket.readyState === WebSocket.OPEN && this.#line) pour(frames, this.#line)
  }

  /** Says where this person is and what they have in hand, as the page does. */
  showPresence(state: object): void {
    this.sendPresence(this.doc.clientID, ++this.#presenceClock, JSON.stringify(state))
  }

  /** Says this of a client id, whosever it is. */
  sendPresence(clientId: number, clock: number, json: string): void {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    })
    this.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.awareness)
        encoding.writeVarUint8Array(encoder, update)
      }),
    )
  }

  /** Takes nothing off the line until `resume`; the line stays open. */
  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  stop(): void {
    this.#socket.terminate()
    this.doc.destroy()
  }

  #read(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(this.#options.wire.unwrap(bytes))
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.ack) return this.#hearAck(decoding.readVarUint(decoder))
    if (type === MESSAGE.session) return this.#hearSession(decoder)
    if (type !== MESSAGE.sync) return this.#options.onOther?.(type, decoder)
    const kind = decoding.readVarUint(decoder)
    if (kind === SYNC.step1) return this.#answer()
    this.#take(decoder)
    if (kind === SYNC.step2) this.isSynced = true
  }

  #take(decoder: decoding.Decoder): void {
    const { takes } = this.#options
    const isWanted = takes === 'everything' || (takes === 'until-synced' && !this.isSynced)
    if (isWanted) Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this)
  }

  /** Brings, once, what the server asked for; an empty answer is none. */
  #answer(): void {
    const brings = this.#brings
    this.#brings = undefined
    if (!brings) return
    const before = Y.encodeStateVector(this.doc)
    this.doc.transact(() => brings(this.#personId, this.doc), this)
    this.send(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(this.doc, before)))
  }

  #hearSession(decoder: decoding.Decoder): void {
    const message = readJson(decoder) as { readonly personId?: string }
    this.#personId = message.personId ?? this.#personId
  }

  #hearAck(count: number): void {
    for (; this.acked < count; this.acked++) {
      this.ackMs.push(this.arrivedAt - (this.#sentAt[this.acked] ?? this.arrivedAt))
    }
  }
}
