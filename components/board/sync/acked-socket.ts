import { MESSAGE, SYNC, countsTowardsAck } from '@/lib/sync/messages'
import { givingWay } from './giving-way'

/** What a connection wants to know about the frames it sends. */
export interface SentFrames {
  /** A new socket was made: counting begins at nought. */
  socketMade(): void
  /** An update or step2 left; `counts` says whether the server will count it in its ack. */
  frameSent(kind: 'step2' | 'update', counts: boolean): void
}

/**
 * Makes the socket class for a y-websocket provider: a plain WebSocket that tells which document frames were sent.
 * The provider says neither when it sends nor how often, and "saved" needs both.
 */
export function createAckedSocket(Base: typeof WebSocket, sent: SentFrames): typeof WebSocket {
  return class AckedSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      sent.socketMade()
    }

    override set onmessage(hear: WebSocket['onmessage']) {
      super.onmessage = hear && givingWay(this, hear)
    }

    override get onmessage(): WebSocket['onmessage'] {
      return super.onmessage
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      // A closing socket swallows frames silently: what it was given is not sent.
      if (this.readyState === Base.OPEN && data instanceof Uint8Array) report(data, sent)
    }
  }
}

function report(frame: Uint8Array, sent: SentFrames): void {
  if (frame[0] !== MESSAGE.sync) return
  if (frame[1] === SYNC.step2) sent.frameSent('step2', countsTowardsAck(frame))
  if (frame[1] === SYNC.update) sent.frameSent('update', countsTowardsAck(frame))
}
