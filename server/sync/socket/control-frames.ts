import { WebSocket } from 'ws'
import { LIMITS } from '@/lib/sync/limits'

/**
 * The pings and pongs of one socket. One read brings ten thousand of them: those of one turn of the loop are counted
 * together, and of the pings the newest alone is answered, as RFC 6455 section 5.5.3 allows.
 */
export class ControlFrames {
  readonly #webSocket: WebSocket
  readonly #onCount: (count: number) => void
  #count = 0
  #ping: Buffer | null = null

  constructor(webSocket: WebSocket, onCount: (count: number) => void) {
    this.#webSocket = webSocket
    this.#onCount = onCount
    webSocket.on('ping', (payload: Buffer) => {
      this.#ping = payload
      this.#note()
    })
    webSocket.on('pong', () => this.#note())
  }

  #note(): void {
    if (this.#count++ === 0) setImmediate(() => this.#settle())
  }

  #settle(): void {
    const [count, ping] = [this.#count, this.#ping]
    this.#count = 0
    this.#ping = null
    this.#onCount(count)
    const { readyState, bufferedAmount } = this.#webSocket
    // Whoever does not read the answers could pile them up without end.
    const isRead = readyState === WebSocket.OPEN && bufferedAmount <= LIMITS.BUFFERED_LAGGING_BYTES
    if (ping && isRead) this.#webSocket.pong(ping)
  }
}
