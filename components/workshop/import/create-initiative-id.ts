import { createId, type InitiativeId } from '@/lib/ids'

/** A fresh id; works on plain http too, where `crypto.randomUUID` is missing. */
export function createInitiativeId(): InitiativeId {
  return createId<InitiativeId>((lengthBytes) => crypto.getRandomValues(new Uint8Array(lengthBytes)))
}
