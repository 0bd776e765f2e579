/**
 * Takes, from the connections that are gone, those of which nothing waits for its turn any more. What waits of others
 * keeps nobody.
 */
export function takeSettled(
  departed: number[],
  queue: readonly { readonly connectionId: number }[],
): readonly number[] {
  if (departed.length === 0) return []
  const waiting = new Set(queue.map(({ connectionId }) => connectionId))
  const all = departed.splice(0)
  departed.push(...all.filter((connectionId) => waiting.has(connectionId)))
  return all.filter((connectionId) => !waiting.has(connectionId))
}
