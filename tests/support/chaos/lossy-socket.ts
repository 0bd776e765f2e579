import type { SyncSocket } from '@/server/sync/socket/sync-socket'
import type { SeededRandom } from '../seeded-random'
import { LossyLine } from './lossy-line'

interface Exchange {
  readonly random: SeededRandom
  /** How the server takes a call to this address at this moment; null while none listens. */
  answer(address: URL): ((socket: SyncSocket) => void) | null
  onDialled(line: LossyLine): void
}

/** Makes the WebSocket class of one browser on that network: as much of it as y-websocket uses. */
export function createLossySocket(exchange: Exchange): typeof WebSocket {
  class LossySocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly OPEN = 1
    readyState = 0
    bufferedAmount = 0
    binaryType = 'arraybuffer'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null
    readonly #line: LossyLine

    constructor(url: string | URL) {
      this.#line = new LossyLine(exchange.random, {
        onOpen: () => {
          if (this.readyState !== LossySocket.CONNECTING) return
          this.readyState = LossySocket.OPEN
          this.onopen?.()
        },
        onMessage: (frame) => this.onmessage?.({ data: frame.slice().buffer }),
        onClosed: (code) => {
          this.readyState = LossySocket.CLOSED
          this.onclose?.({ code, reason: '' })
        },
      })
      exchange.onDialled(this.#line)
      this.#line.dial(() => exchange.answer(new URL(url)))
    }

    send(data: Uint8Array): void {
      if (this.readyState === LossySocket.OPEN) this.#line.say(data.slice())
    }

    close(code = 1000): void {
      if (this.readyState >= LossySocket.CLOSING) return
      this.readyState = LossySocket.CLOSING
      this.#line.hangUp(code)
    }
  }
  return LossySocket as unknown as typeof WebSocket
}
