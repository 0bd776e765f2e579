import { LAYOUT_VERSION } from './layout'
import { SERIALIZED_SCHEMA } from './schema'

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/**
 * Names the form of board documents that this build reads and writes: a page of another form must be loaded afresh. A
 * short hash (FNV-1a) of the layout and of the schema of the canvas.
 */
export const DOCUMENT_VERSION: string = hash(JSON.stringify([LAYOUT_VERSION, SERIALIZED_SCHEMA]))

function hash(text: string): string {
  let value = OFFSET
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), PRIME) >>> 0
  return value.toString(36)
}
