import { randomBytes } from 'node:crypto'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import { ERRORS } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import { ControlFrames } from './control-frames'
import type { BrokenFrame, SyncSocket, SyncSocketListener } from './sync-socket'
import { UnfinishedBytes } from './unfinished-bytes'

/** With which `ws` ends a socket for a frame that is none, and what we call that. */
const BROKEN: Readonly<Record<number, BrokenFrame>> = {
  1002: 'invalid-document',
  1007: 'invalid-document',
  1009: 'too-large',
}
const PING_BYTES = 8
/**
 * Whoever was refused and does not say goodbye could fill memory with a message that never ends, and with half a minute
 * for it, which is what `ws` gives. Its types do not know this setting.
 */
const GOODBYE = { closeTimeout: LIMITS.GOODBYE_MS }
/**
 * Of one message that is not whole yet: each piece costs some 400 bytes of memory, however short it is. A browser cuts
 * its messages into parts of 128 KB, and the slowest lines bring some 500 bytes at once.
 */
const PIECES = { maxBufferedChunks: 16_384, maxFragments: 1_024 }
/** On a slow line the answer to a ping may come after the next one was sent. */
const PINGS_REMEMBERED = 2

/** A y-websocket client takes what `ws` says of a broken frame for transient and retries for ever. */
class SyncWebSocket extends WebSocket {
  /** What its close code says broke; also where it is the client's own, which `ws` sends back. */
  saidToBreak: BrokenFrame | null = null

  override close(code?: number, reason?: string | Buffer): void {
    const broken = BROKEN[code ?? 0]
    if (broken === undefined) return super.close(code, reason)
    this.saidToBreak = broken
    super.close(ERRORS[broken].closeCode, broken)
  }
}

/** Makes the WebSocket server for board sockets, to be given upgrades. It listens nowhere itself. */
export function createSocketServer(): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.FRAME_BYTES,
    ...PIECES,
    perMessageDeflate: false,
    clientTracking: true,
    autoPong: false,
    ...GOODBYE,
    WebSocket: SyncWebSocket,
  })
}

/**
 * Wraps a `ws` socket and pauses it until somebody listens, so that nothing is lost while a room loads.
 * `transport` is the stream below it; with it, frames of one tick leave in one system call.
 */
export function toSyncSocket(webSocket: WebSocket, transport?: Duplex): SyncSocket {
  let listener: SyncSocketListener | null = null
  let isClosing = false
  let brokenFor: BrokenFrame | null = null
  let pings: readonly Buffer[] = []
  const early: (Uint8Array | null)[] = []
  const unfinished = new UnfinishedBytes(webSocket, transport)
  webSocket.pause()
  webSocket.on('message', (data: RawData, isBinary: boolean) => {
    const bytes = isBinary ? toBytes(data) : null
    if (listener) listener.onMessage(bytes)
    else if (!isClosing) early.push(bytes)
  })
  new ControlFrames(webSocket, (count) => listener?.onControlFrames(count))
  webSocket.on('pong', (payload: Buffer) => {
    const answered = pings.findIndex((ping) => ping.equals(payload))
    if (answered < 0) return
    pings = pings.slice(answered + 1)
    listener?.onPong()
  })
  webSocket.on('close', () => listener?.onClosed())
  const tellWhatBroke = (): void => {
    if (brokenFor) listener?.onBroken(brokenFor)
  }
  webSocket.on('error', () => {
    if (webSocket instanceof SyncWebSocket) brokenFor = webSocket.saidToBreak
    tellWhatBroke()
    // `ws` would go on reading what is too large, only to throw it away, which holds up everybody else; its own resume
    // comes first.
    process.nextTick(() => transport?.pause())
  })
  return {
    get bufferedAmount() {
      return webSocket.bufferedAmount
    },
    get unfinishedBytes() {
      return unfinished.count
    },
    listen(next) {
      listener = next
      for (const bytes of early.splice(0)) next.onMessage(bytes)
      tellWhatBroke()
      if (webSocket.readyState === WebSocket.CLOSED) next.onClosed()
      else webSocket.resume()
    },
    send: (frame) => webSocket.send(frame),
    close(code, reason) {
      early.length = 0
      webSocket.close(code, reason)
      if (!isClosing) passOverGoodbye(webSocket, transport)
      isClosing = true
    },
    terminate: () => webSocket.terminate(),
    ping() {
      // Not to be guessed: only who reads can answer.
      const payload = randomBytes(PING_BYTES)
      pings = [...pings, payload].slice(-PINGS_REMEMBERED)
      webSocket.ping(payload)
    },
    pause: () => webSocket.pause(),
    resume: () => webSocket.resume(),
    cork: () => transport?.cork(),
    uncork: () => transport?.uncork(),
  }
}

/**
 * Whoever is refused has nothing more to say: what comes all the same would be kept until the line is gone, and taking
 * thousands of pings apart would hold everybody up. Our end is closed at once; when they close theirs, the line is gone.
 */
function passOverGoodbye(webSocket: WebSocket, transport: Duplex | undefined): void {
  if (!(transport instanceof Socket)) return
  const before = transport.bytesRead
  transport.removeAllListeners('data')
  transport.on('data', () => {
    if (transport.bytesRead - before > LIMITS.GOODBYE_BYTES) webSocket.pause()
  })
  // `ws` would take apart what is left in its buffer once the line is gone.
  transport.prependOnceListener('close', () => void transport.read())
  transport.end()
}

function toBytes(data: RawData): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  const buffer = Array.isArray(data) ? Buffer.concat(data) : data
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}
