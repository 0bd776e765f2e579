import { LAYOUT_VERSION, type BoardDocument } from '../layout'
import { BOARD_SCHEMA } from '../schema'

/** A canvas store as it is kept, with the schema it was written by. */
export type Snapshot = Parameters<typeof BOARD_SCHEMA.migrateStoreSnapshot>[0]

/** How a document stands to this version: `older` has to be migrated, `newer` cannot be read. */
export function compareToVersion(board: BoardDocument): 'older' | 'same' | 'newer' {
  const layout = board.meta.get('layout')
  if (typeof layout === 'number' && layout > LAYOUT_VERSION) return 'newer'
  const schema = schemaOf(board)
  if (schema === null) return 'same'
  const steps = BOARD_SCHEMA.getMigrationsSince(schema)
  if (!steps.ok) return 'newer'
  const isOld = steps.value.length > 0 || (typeof layout === 'number' && layout < LAYOUT_VERSION)
  return isOld ? 'older' : 'same'
}

/** The schema a document was written by; null where it names none. */
export function schemaOf(board: BoardDocument): Snapshot['schema'] | null {
  const schema: unknown = board.meta.get('schema')
  const isSchema = typeof schema === 'object' && schema !== null && 'schemaVersion' in schema
  return isSchema ? (schema as Snapshot['schema']) : null
}
