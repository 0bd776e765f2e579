import type { TLStore } from '@tldraw/tlschema'

/**
 * Hands what the store has collected to its listeners at once, instead of with the next picture. Adding a listener
 * does that, so that the new one starts from the present; there is no other public way.
 */
export function flushHistory(store: TLStore): void {
  store.listen(() => undefined)()
}
