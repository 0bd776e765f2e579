import type { TickOutcome } from '../guard/guard'
import { isEchoNeeded } from './echo'

/** The connection all of a tick came from and that knows its outcome already; null where there is none. */
export function findKnowing(
  { update, senders }: Pick<TickOutcome, 'update' | 'senders'>,
  queue: readonly { readonly connectionId: number; readonly update: Uint8Array }[],
  serverClientId: number,
): number | null {
  const brought = [...senders].flatMap(([connectionId, { taken }]) => (taken > 0 ? [connectionId] : []))
  const [first, ...others] = new Set([...queue.map(({ connectionId }) => connectionId), ...brought])
  if (!update || first === undefined || others.length > 0) return null
  const sent = queue.map((waiting) => waiting.update)
  return isEchoNeeded(update, sent, serverClientId) ? null : first
}
