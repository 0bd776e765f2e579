import { transact } from '@tldraw/state'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { writeSyncStep1 } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { DOCUMENT_VERSION } from '@/lib/board/document/document-version'
import type { ErrorCode } from '@/lib/errors'
import type { RandomBytes } from '@/lib/ids'
import { CAPS, MESSAGE } from '@/lib/sync/messages'
import { createAckedSocket } from './acked-socket'
import { BriefGap } from './brief-gap'
import type { Clock } from './clock'
import { closedBecause, saidByServer } from './closed-because'
import { keepPresent } from '../presence/keep-present'
import { bindPrivateMessages, type PrivateMessages } from './private-messages'
import { SaveTracker } from './save-tracker'
import { tellOwnPresence } from '../presence/tell-own-presence'
import { touchedKeys } from './touched-keys'
import { watchSilence } from './watch-silence'

const MAX_BACKOFF_MS = 10_000
const FIRST_BACKOFF_MS = 100
/** A frame the server has not vouched for after this long is asked about, and after twice this long sent anew. */
export const ACK_PATIENCE_MS = 5_000

/** A socket that is not open by then was asked for on a line that swallows everything: browsers wait for minutes. */
export const OPEN_PATIENCE_MS = 10_000

const PROBE_PATIENCE_MS = 3_000

export interface ConnectionParts {
  readonly doc: Y.Doc
  readonly boardId: string
  readonly epoch: number
  /** Without the board, as `ws://host/sync`. */
  readonly socketUrl: string
  readonly clock: Clock
  readonly random: RandomBytes
  readonly WebSocketClass: typeof WebSocket
  readonly messages: Omit<PrivateMessages, 'acked'>
  /** A connection is open again; whoever was telling something must tell it anew. */
  onOpened(): void
  /** Names a change of this page, when it is made. */
  noteChange?(transaction: Y.Transaction, touched: ReadonlySet<string>, update: Uint8Array): string
  /** The whole state has come. */
  onSynced?(): void
  /** The server will not have this page back; without this, it is shown as closed. */
  onClosed?(code: ErrorCode): void
}

/** The connection of one board document to the server: synchronises, reconnects, and knows what is saved. */
export class BoardConnection {
  readonly awareness: Awareness
  readonly saves = new SaveTracker()
  readonly gap: BriefGap
  private readonly parts: ConnectionParts
  private provider: WebsocketProvider | null = null
  private stopped = false
  /** What was last said of this page: with an id that changed, the provider forgets that it is ours. */
  private ownPresence: ReturnType<Awareness['getLocalState']> = null
  private callOffPatience: (() => void) | null = null
  private callOffReconnect: (() => void) | null = null
  private callOffOpening: (() => void) | null = null
  private callOffProbe: (() => void) | null = null
  private callOffPresence: (() => void) | null = null
  private callOffWatch: (() => void) | null = null
  private readonly callOffRenewal: () => void

  constructor(parts: ConnectionParts) {
    this.parts = parts
    this.awareness = new Awareness(parts.doc)
    this.awareness.on('update', () => (this.ownPresence = this.awareness.getLocalState() ?? this.ownPresence))
    this.callOffRenewal = keepPresent(this.awareness, parts.clock)
    this.gap = new BriefGap(parts.clock)
  }

  /** Connects, and keeps connecting until stopped or refused for good. */
  start(): void {
    if (this.provider || this.stopped) return
    // Ours first: the tracker must know of a change before the provider sends it.
    this.parts.doc.on('update', this.handleUpdate)
    this.provider = this.createProvider()
    this.provider.connect()
  }

  /** Ends the connection for good; others see this person leave. */
  stop(): void {
    if (this.stopped) return
    this.stopped = true
    this.callOffPatience?.()
    this.callOffReconnect?.()
    this.callOffOpening?.()
    this.callOffProbe?.()
    this.callOffPresence?.()
    this.callOffWatch?.()
    this.callOffRenewal()
    this.parts.doc.off('update', this.handleUpdate)
    this.nameForGoodbye()
    this.provider?.destroy()
    this.provider = null
    this.gap.stop()
    this.awareness.destroy()
  }

  /** Sends a frame outside the document; one that finds no open connection is lost. */
  send(frame: Uint8Array): void {
    const socket = this.provider?.wsconnected ? this.provider.ws : null
    if (socket?.readyState === socket?.OPEN) socket?.send(frame as Uint8Array<ArrayBuffer>)
  }

  /**
   * The network came or went, or somebody looks at the page again: finds out whether the connection lives, or the one
   * that is being made will, and makes a new one where it does not.
   */
  probe(): void {
    const provider = this.provider
    const { kind } = this.saves.state.get()
    if (!provider || kind === 'closed') return
    // What is renewed without a socket is given up: the server would only say so again.
    if (provider.ws === null) return kind === 'renewing' ? undefined : provider.connect()
    const { ws, wsLastMessageReceived: heardLast } = provider
    this.askServer()
    this.callOffProbe ??= this.parts.clock.after(PROBE_PATIENCE_MS, () => {
      this.callOffProbe = null
      if (provider.ws === ws && provider.wsLastMessageReceived === heardLast) this.reconnect()
    })
  }

  private createProvider(): WebsocketProvider {
    const { parts, saves } = this
    const Socket = createAckedSocket(parts.WebSocketClass, {
      socketMade: () => saves.socketMade(),
      frameSent: (kind, counts) => {
        saves.frameSent(kind, counts)
        this.awaitAck()
      },
    })
    const provider = new WebsocketProvider(parts.socketUrl, parts.boardId, parts.doc, {
      connect: false,
      awareness: this.awareness,
      params: { caps: CAPS.join(','), epoch: String(parts.epoch), version: DOCUMENT_VERSION },
      WebSocketPolyfill: Socket,
      maxBackoffTime: MAX_BACKOFF_MS,
      // Tabs would exchange updates around the server's role checks.
      disableBc: true,
    })
    this.callOffPresence = tellOwnPresence(provider, (frame) => this.send(frame))
    this.callOffWatch = watchSilence(provider, parts.clock, () => this.probe())
    bindPrivateMessages(provider.messageHandlers, {
      ...parts.messages,
      acked: (frames) => this.handleAck(frames),
    })
    provider.on('status', ({ status }) => this.handleStatus(provider, status))
    provider.on('sync', (isSynced) => {
      this.showConnection(provider)
      if (isSynced) parts.onSynced?.()
    })
    provider.on('connection-close', (closing) => {
      this.callOffOpening?.()
      saves.connectFailed({ isAnswered: closing !== null && saidByServer(closing) !== null })
      this.spreadReconnects(provider)
    })
    provider.on('closed', (closing) => {
      this.callOffReconnect?.()
      const code = closedBecause(closing)
      if (parts.onClosed) parts.onClosed(code)
      else saves.closed(code)
    })
    return provider
  }

  private readonly handleUpdate = (
    update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ) => {
    if (!transaction.local) return
    const touched = touchedKeys(transaction)
    this.saves.localChange(touched, this.parts.noteChange?.(transaction, touched, update))
  }

  private handleStatus(
    provider: WebsocketProvider,
    status: 'connected' | 'disconnected' | 'connecting',
  ): void {
    this.showConnection(provider)
    this.callOffOpening?.()
    if (status === 'connecting') this.awaitOpening()
    const { awareness } = this
    if (status === 'connected') {
      // The provider tells of the id the document writes under, which may be another by now.
      if (awareness.clientID !== awareness.doc.clientID) awareness.setLocalState(awareness.getLocalState())
      this.parts.onOpened()
    }
    if (status !== 'disconnected') return
    // Others saw this client leave at this clock; the state sent on reconnecting needs a higher one to be believed.
    awareness.setLocalState(awareness.getLocalState() ?? this.ownPresence)
    this.forgetOthers()
    this.nameForGoodbye()
    this.callOffPatience?.()
    this.callOffPatience = null
  }

  /** What the server says of others on the next connection may have the clocks known by now, and must be believed. */
  private forgetOthers(): void {
    const { meta, clientID } = this.awareness
    for (const id of [...meta.keys()]) if (id !== clientID) meta.delete(id)
  }

  /** Yjs changes the id it writes under where somebody else wrote under it; the provider says goodbye for that one. */
  private nameForGoodbye(): void {
    const { meta, doc } = this.awareness
    if (!meta.has(doc.clientID)) meta.set(doc.clientID, { clock: 0, lastUpdated: 0 })
  }

  private awaitOpening(): void {
    this.callOffOpening = this.parts.clock.after(OPEN_PATIENCE_MS, () => this.reconnect())
  }

  private showConnection(provider: WebsocketProvider): void {
    const [connected, synced] = [provider.wsconnected, provider.synced]
    transact(() => {
      this.gap.line(connected && synced)
      this.saves.connection({ connected, synced })
    })
  }

  private handleAck(frames: number): void {
    this.saves.acked(frames)
    this.callOffPatience?.()
    this.callOffPatience = null
    if (this.saves.unackedFrames > 0) this.awaitAck()
  }

  private awaitAck(asked = false): void {
    if (this.callOffPatience && !asked) return
    this.callOffPatience = this.parts.clock.after(ACK_PATIENCE_MS, () => {
      this.callOffPatience = null
      const socket = this.provider?.ws
      if (!socket || this.saves.unackedFrames === 0 || this.saves.state.get().kind === 'cannot-save') return
      // A large frame on a slow line is still on its way out.
      const isSending = socket.bufferedAmount > 0
      if (isSending) return this.awaitAck()
      if (asked) return this.reconnect()
      this.askServer()
      this.awaitAck(true)
    })
  }

  private askServer(): void {
    this.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync)
        writeSyncStep1(encoder, this.parts.doc)
      }),
    )
  }

  private reconnect(): void {
    const provider = this.provider
    if (!provider) return
    this.nameForGoodbye()
    provider.disconnect()
    this.callOffReconnect?.()
    this.callOffReconnect = this.parts.clock.after(this.jitter(1_000), () => provider.connect())
  }

  /** The provider's own backoff has no jitter: after a restart everybody would come back at the same moment. */
  private spreadReconnects(provider: WebsocketProvider): void {
    const planned = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (provider.wsUnsuccessfulReconnects + 1))
    provider.maxBackoffTime = this.jitter(planned)
  }

  /** Between half of these milliseconds and all of them. */
  private jitter(ms: number): number {
    return ms / 2 + (ms / 2) * ((this.parts.random(1)[0] ?? 0) / 255)
  }
}
