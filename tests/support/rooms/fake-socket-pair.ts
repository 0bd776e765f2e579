import * as decoding from 'lib0/decoding'
import { MESSAGE, readJson, SYNC } from '@/lib/sync/messages'
import type { SyncSocket, SyncSocketListener } from '@/server/sync/socket/sync-socket'

/** What a client got, taken apart. */
export interface HeardMessage {
  readonly type: number
  /** The second number of a sync message. */
  readonly kind: number | null
  /** The update, vector or presence of messages 0 and 1; the count of 100; the value of 101 and 103. */
  readonly content: unknown
  readonly frame: Uint8Array
}

/** Both ends of a socket whose network the test plays: what the server sends piles up in `frames`. */
export class FakeSocketPair implements SyncSocket {
  readonly frames: Uint8Array[] = []
  closed: { code: number; reason: string } | null = null
  isTerminated = false
  isPaused = true
  pings = 0
  /** What the test says the network has not taken yet. */
  bufferedAmount = 0
  /** What the test says has come of a message that is not whole. */
  unfinishedBytes = 0
  /** With it, what is sent counts as not taken. */
  isStalled = false
  #listener: SyncSocketListener | null = null
  #early: (Uint8Array | null)[] = []

  listen(listener: SyncSocketListener): void {
    this.#listener = listener
    this.resume()
  }

  send(frame: Uint8Array): void {
    this.frames.push(frame)
    if (this.isStalled) this.bufferedAmount += frame.length
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason }
  }

  terminate(): void {
    this.isTerminated = true
    this.leave()
  }

  ping(): void {
    this.pings++
  }

  pause(): void {
    this.isPaused = true
  }

  resume(): void {
    this.isPaused = false
    while (!this.isPaused && this.#early.length > 0) this.#listener?.onMessage(this.#early.shift() ?? null)
  }

  cork(): void {
    // Nothing is gathered: a frame is a frame.
  }

  uncork(): void {
    // See cork.
  }

  /** The client says something; while the server does not read, it waits. */
  say(bytes: Uint8Array | null): void {
    if (this.isPaused) this.#early.push(bytes)
    else this.#listener?.onMessage(bytes)
  }

  /** Something the server had read before it stopped reading. */
  slipThrough(bytes: Uint8Array): void {
    this.#listener?.onMessage(bytes)
  }

  /** The client sends a frame that is none. */
  sayBroken(): void {
    this.#listener?.onBroken('invalid-document')
  }

  /** The client's end of the network sends a ping. */
  pingServer(): void {
    this.#listener?.onControlFrames(1)
  }

  /** The client's end of the network answers a ping. */
  pong(): void {
    this.#listener?.onControlFrames(1)
    this.#listener?.onPong()
  }

  /** The client is gone. */
  leave(): void {
    const listener = this.#listener
    this.#listener = null
    listener?.onClosed()
  }

  /** Everything heard since the last call. */
  hear(): HeardMessage[] {
    return this.frames.splice(0).map(takeApart)
  }
}

function takeApart(frame: Uint8Array): HeardMessage {
  const decoder = decoding.createDecoder(frame)
  const type = decoding.readVarUint(decoder)
  if (type === MESSAGE.sync) {
    const kind = decoding.readVarUint(decoder)
    return { type, kind, content: decoding.readVarUint8Array(decoder), frame }
  }
  if (type === MESSAGE.awareness) {
    return { type, kind: null, content: decoding.readVarUint8Array(decoder), frame }
  }
  if (type === MESSAGE.ack) return { type, kind: null, content: decoding.readVarUint(decoder), frame }
  if (type === MESSAGE.lane)
    return { type, kind: null, content: decoding.readTailAsUint8Array(decoder), frame }
  return { type, kind: null, content: readJson(decoder), frame }
}

/** The updates among what was heard: those of step2 and of update messages. */
export function updatesIn(heard: readonly HeardMessage[]): Uint8Array[] {
  return heard
    .filter(({ type, kind }) => type === MESSAGE.sync && kind !== SYNC.step1)
    .map(({ content }) => content as Uint8Array)
}

/** What was said of the storage among what was heard, in order. */
export function storageStatesIn(heard: readonly HeardMessage[]): unknown[] {
  const said = heard.filter(({ type }) => type === MESSAGE.session).map(({ content }) => content)
  return said.flatMap((message) => {
    const { type, state } = message as { type: string; state?: string }
    return type === 'storage' ? [state] : []
  })
}
