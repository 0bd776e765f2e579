import { fnvHash } from '../../fnv-hash'
import { LAYOUT_VERSION } from '../layout'
import { SERIALIZED_SCHEMA } from '../schema'

/**
 * Names the form of board documents that this build reads and writes: a page of another form must be loaded afresh. A
 * short hash of the layout and of the schema of the canvas.
 */
export const DOCUMENT_VERSION: string = fnvHash(JSON.stringify([LAYOUT_VERSION, SERIALIZED_SCHEMA])).toString(
  36,
)
