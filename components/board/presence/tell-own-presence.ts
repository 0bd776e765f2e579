import * as encoding from 'lib0/encoding'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'
import { MESSAGE } from '@/lib/sync/messages'

interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

/**
 * Lets a provider tell the server of this client alone. By itself it sends back everything it hears of others, which
 * in a full room is most of what a page would send. Answers with the undo.
 */
export function tellOwnPresence(provider: WebsocketProvider, send: (frame: Uint8Array) => void): () => void {
  const { awareness } = provider
  const handle = ({ added, updated, removed }: AwarenessChange): void => {
    const own = awareness.clientID
    if (![added, updated, removed].some((changed) => changed.includes(own))) return
    send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.awareness)
        encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [own]))
      }),
    )
  }
  awareness.off('update', provider._awarenessUpdateHandler)
  awareness.on('update', handle)
  return () => awareness.off('update', handle)
}
