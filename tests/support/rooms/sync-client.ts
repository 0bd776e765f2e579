import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { decodeLaneRelay, type LaneFrame } from '@/lib/sync/lane-frames'
import {
  CAPS,
  countsTowardsAck,
  MESSAGE,
  readJson,
  type Refusal,
  type SessionMessage,
} from '@/lib/sync/messages'
import { until } from '../until'

/** What a client may be told to do differently. */
export interface SyncClientOptions {
  /** `ws://host:port/sync`. */
  readonly server: string
  readonly boardId: string
  readonly cookie: string
  readonly origin?: string
  /** Without caps, this is a plain y-websocket client that knows nothing of Contour. */
  readonly isPlain?: boolean
  readonly params?: Record<string, string>
  readonly doc?: Y.Doc
}

/** An unmodified y-websocket provider with a document, and what the server told it in private messages. */
export interface SyncClient {
  readonly provider: WebsocketProvider
  readonly board: BoardDocument
  readonly sessions: SessionMessage[]
  readonly refusals: Refusal[]
  readonly gestures: { senderClientId: number; frame: LaneFrame }[]
  /** The last count of safe messages. */
  acked(): number
  /** The counted messages sent on the present socket. */
  sent(): number
  /** The code of a close that ended this client for good. */
  closedWith(): number | null
  synced(): Promise<void>
  /** Until everything sent on the present socket is safe on disk. */
  saved(): Promise<void>
  /** Sends raw bytes past the provider. */
  sendRaw(frame: Uint8Array | string): void
  /** Cuts the line without a goodbye; the provider finds out and connects again by itself. */
  cutLine(): void
  stop(): void
}

interface Counts {
  acked: number
  sent: number
  closedWith: number | null
  socket: WebSocket | null
  sendUncounted: ((frame: Uint8Array | string) => void) | null
}

export function connectClient(options: SyncClientOptions): SyncClient {
  const doc = options.doc ?? new Y.Doc()
  const counts: Counts = { acked: 0, sent: 0, closedWith: null, socket: null, sendUncounted: null }
  const params = { ...(options.isPlain ? {} : { caps: CAPS.join(',') }), ...options.params }
  const provider = new WebsocketProvider(options.server, options.boardId, doc, {
    WebSocketPolyfill: toPolyfill(options, counts),
    disableBc: true,
    params,
  })
  provider.on('closed', ({ code }) => (counts.closedWith = code))
  const heard = hearPrivateMessages(provider, counts)
  return {
    provider,
    board: openBoardDocument(doc),
    ...heard,
    acked: () => counts.acked,
    sent: () => counts.sent,
    closedWith: () => counts.closedWith,
    synced: () => until('the client is synced', () => provider.synced),
    saved: () => until('all that was sent is safe', () => counts.sent > 0 && counts.acked >= counts.sent),
    sendRaw: (frame) => counts.sendUncounted?.(frame),
    cutLine: () => counts.socket?.terminate(),
    stop: () => {
      provider.destroy()
      provider.awareness.destroy()
    },
  }
}

function hearPrivateMessages(
  provider: WebsocketProvider,
  counts: Counts,
): Pick<SyncClient, 'sessions' | 'refusals' | 'gestures'> {
  const heard: Pick<SyncClient, 'sessions' | 'refusals' | 'gestures'> = {
    sessions: [],
    refusals: [],
    gestures: [],
  }
  const handle = (type: number, read: (decoder: decoding.Decoder) => void): void => {
    provider.messageHandlers[type] = (_encoder, decoder) => read(decoder)
  }
  handle(MESSAGE.ack, (decoder) => (counts.acked = decoding.readVarUint(decoder)))
  handle(MESSAGE.session, (decoder) => heard.sessions.push(readJson(decoder) as SessionMessage))
  handle(MESSAGE.refusal, (decoder) => heard.refusals.push(readJson(decoder) as Refusal))
  handle(MESSAGE.lane, (decoder) => heard.gestures.push(...decodeLaneRelay(decoder)))
  return heard
}

/** A WebSocket that carries a cookie, as a browser's does by itself, and counts what is sent on it. */
function toPolyfill({ cookie, origin }: SyncClientOptions, counts: Counts): typeof globalThis.WebSocket {
  class CookieSocket extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols, { headers: { cookie, ...(origin === undefined ? {} : { origin }) } })
      const sendUncounted = (frame: Uint8Array | string): void => super.send(frame)
      Object.assign(counts, { acked: 0, sent: 0, socket: this, sendUncounted })
    }

    override send(data: Uint8Array | string): void {
      if (typeof data !== 'string' && countsTowardsAck(data)) counts.sent++
      super.send(data)
    }
  }
  return CookieSocket as unknown as typeof globalThis.WebSocket
}
