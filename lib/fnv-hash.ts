const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/** A hash of 32 bits (FNV-1a) that is the same everywhere; another start gives another hash. */
export function fnvHash(text: string, start = OFFSET): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME) >>> 0
  return hash
}
