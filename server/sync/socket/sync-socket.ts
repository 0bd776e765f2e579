import type { ErrorCode } from '@/lib/errors'

/** What no working client sends: frames that are none, or one of many megabytes. */
export type BrokenFrame = Extract<ErrorCode, 'invalid-document' | 'too-large'>

/** What a socket tells whoever listens to it. */
export interface SyncSocketListener {
  /** One whole message; null for a text message, which no client of ours sends. */
  onMessage(bytes: Uint8Array | null): void
  /** The client sent so many pings and pongs, whatever for: reading them costs as much as reading messages. */
  onControlFrames(count: number): void
  /** One of the last pings was answered, by somebody who read it. */
  onPong(): void
  /** It sent a frame that is none, and is being closed for it. */
  onBroken(code: BrokenFrame): void
  /** The socket is gone. Told once, nothing follows. */
  onClosed(): void
}

/** As much of a WebSocket as a room needs, so that a test can stand in for the network. */
export interface SyncSocket {
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedAmount: number
  /** Bytes read of a message that is not whole yet, a little less where they came together with the message before. */
  readonly unfinishedBytes: number
  /** Starts listening; what came before is told at once, in order. */
  listen(listener: SyncSocketListener): void
  send(frame: Uint8Array): void
  close(code: number, reason: string): void
  /** Ends the socket without a goodbye. */
  terminate(): void
  ping(): void
  /** Stops reading: the sender feels it. Messages already read may still arrive. */
  pause(): void
  resume(): void
  /** Between the two, frames are gathered and leave together. */
  cork(): void
  uncork(): void
}
