import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** What stands before the payload of a client's ping or pong: kind, length and mask. */
const CONTROL_HEAD_BYTES = 6

/**
 * Counts what was read of a message that is not whole yet. `ws` does not say: what one read brought behind the end of
 * a message, 64 KB at most, is not counted.
 */
export class UnfinishedBytes {
  readonly #transport: Duplex | undefined
  /** So much of what was read belongs to nothing that is still to come. */
  #settled: number

  /** To be made before others listen to the socket, so that they find the count as it is. */
  constructor(webSocket: WebSocket, transport: Duplex | undefined) {
    this.#transport = transport
    this.#settled = this.#read
    webSocket.on('message', () => (this.#settled = this.#read))
    webSocket.on('ping', (payload) => this.#settleControlFrame(payload))
    webSocket.on('pong', (payload) => this.#settleControlFrame(payload))
  }

  get count(): number {
    return this.#read - this.#settled
  }

  /** It may stand between the parts of a message, which it does not bring on. */
  #settleControlFrame(payload: Buffer): void {
    this.#settled = Math.min(this.#read, this.#settled + CONTROL_HEAD_BYTES + payload.length)
  }

  get #read(): number {
    return this.#transport instanceof Socket ? this.#transport.bytesRead : 0
  }
}
