import type { SyncSocket, SyncSocketListener } from '@/server/sync/socket/sync-socket'
import type { SeededRandom } from '../seeded-random'

export const LONGEST_DELAY_MS = 80
/** How late an end may notice that the line is dead. */
const NOTICED_LATEST_MS = 3_000
const LOST_LINE = 1006

/** What the browser's end of a line hears. */
export interface BrowserEnd {
  onOpen(): void
  onMessage(frame: Uint8Array): void
  onClosed(code: number): void
}

/**
 * One connection through a network that delays every message by chance but keeps each direction in order, and that may
 * break without a word: each end then notices at its own time, and what was under way arrives or does not.
 */
export class LossyLine {
  readonly server: SyncSocket
  readonly #random: SeededRandom
  readonly #browser: BrowserEnd
  #toServerAt = 0
  #toBrowserAt = 0
  #isCut = false
  #loses = false
  #isServerOpen = true
  #isBrowserOpen = true
  #isPaused = true
  #listener: SyncSocketListener | null = null
  #early: Uint8Array[] = []

  constructor(random: SeededRandom, browser: BrowserEnd) {
    this.#random = random
    this.#browser = browser
    this.server = this.#createServerEnd()
  }

  /** Calls the server after a while; null where none listens. */
  dial(answer: () => ((socket: SyncSocket) => void) | null): void {
    this.#toServer(() => {
      const accept = answer()
      if (!accept) return this.#toBrowser(() => this.#closeBrowser(LOST_LINE))
      this.#toBrowser(() => this.#browser.onOpen())
      accept(this.server)
    })
  }

  /** The browser says something. */
  say(frame: Uint8Array): void {
    if (!this.#isCut && this.#isBrowserOpen) this.#toServer(() => this.#arrive(frame))
  }

  /** The browser hangs up. */
  hangUp(code: number): void {
    this.#toServer(() => this.#closeServer())
    this.#toBrowser(() => this.#closeBrowser(code))
  }

  /** The network breaks. With `atOnce` the server's end is gone in the same moment, as when its process dies. */
  cut(atOnce = false): void {
    if (this.#isCut) return
    this.#isCut = true
    this.#loses = this.#random.below(2) === 0
    if (atOnce) this.#isServerOpen = false
    else setTimeout(() => this.#closeServer(), this.#random.below(NOTICED_LATEST_MS))
    setTimeout(() => this.#closeBrowser(LOST_LINE), this.#random.below(NOTICED_LATEST_MS))
  }

  #createServerEnd(): SyncSocket {
    return {
      bufferedAmount: 0,
      unfinishedBytes: 0,
      listen: (listener) => {
        this.#listener = listener
        this.server.resume()
      },
      send: (frame) => {
        const copy = frame.slice()
        if (!this.#isCut) this.#toBrowser(() => this.#isBrowserOpen && this.#browser.onMessage(copy))
      },
      close: (code) => {
        if (!this.#isCut) this.#toBrowser(() => this.#closeBrowser(code))
        this.#toServer(() => this.#closeServer())
      },
      terminate: () => this.#closeServer(),
      ping: () => {
        if (!this.#isCut) this.#toBrowser(() => this.#toServer(() => this.#listener?.onPong()))
      },
      pause: () => void (this.#isPaused = true),
      resume: () => {
        this.#isPaused = false
        while (!this.#isPaused && this.#early.length > 0) this.#hand(this.#early.shift())
      },
      cork: () => undefined,
      uncork: () => undefined,
    }
  }

  #arrive(frame: Uint8Array): void {
    if (this.#isPaused) this.#early.push(frame)
    else this.#hand(frame)
  }

  #hand(frame: Uint8Array | undefined): void {
    if (this.#isServerOpen && frame) this.#listener?.onMessage(frame)
  }

  #closeServer(): void {
    if (!this.#isServerOpen) return
    this.#isServerOpen = false
    this.#listener?.onClosed()
  }

  #closeBrowser(code: number): void {
    if (!this.#isBrowserOpen) return
    this.#isBrowserOpen = false
    this.#browser.onClosed(code)
  }

  #toServer(run: () => void): void {
    this.#toServerAt = this.#later(this.#toServerAt, run)
  }

  #toBrowser(run: () => void): void {
    this.#toBrowserAt = this.#later(this.#toBrowserAt, run)
  }

  #later(notBefore: number, run: () => void): number {
    const at = Math.max(notBefore, Date.now() + this.#random.below(LONGEST_DELAY_MS))
    setTimeout(() => {
      if (!(this.#isCut && this.#loses)) run()
    }, at - Date.now())
    return at
  }
}
