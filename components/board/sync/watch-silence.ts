import type { WebsocketProvider } from 'y-websocket'
import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from './clock'

const LOOKS = 3
/** In so many looks the server has spoken, unless the line is dead. */
const LOOK_EVERY_MS = (LIMITS.HEARTBEAT_MS + 2_000) / LOOKS

/**
 * Notices a line on which nothing comes any more, sooner than the provider does: whoever only looks on sends nothing
 * that would miss its answer. Answers with the undo.
 */
export function watchSilence(
  provider: WebsocketProvider,
  clock: Pick<Clock, 'after'>,
  onSilent: () => void,
): () => void {
  let heardLast = 0
  let silentLooks = 0
  const look = (): void => {
    const { wsconnected, wsLastMessageReceived, ws } = provider
    // What is still on its way out keeps every question waiting.
    const isSilent = wsconnected && wsLastMessageReceived === heardLast && ws?.bufferedAmount === 0
    silentLooks = isSilent ? silentLooks + 1 : 0
    heardLast = wsLastMessageReceived
    callOff = clock.after(LOOK_EVERY_MS, look)
    if (silentLooks >= LOOKS) onSilent()
  }
  let callOff = clock.after(LOOK_EVERY_MS, look)
  return () => callOff()
}
