import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'

const FILE_NAME = 'contour.lock'

/** A folder that no other process may serve from. */
export interface FolderLock {
  release(): void
}

/**
 * Takes the folder for this process, creating it where needed; throws with a sentence where another has it, or where it
 * cannot be made or written in. Two servers on one folder would each write boards as they alone know them. The system
 * gives it back when the process ends, however.
 */
export function lockFolder(directory: string): FolderLock {
  let database: DatabaseSyncInstance | undefined
  try {
    makeFolder(directory)
    database = new DatabaseSync(join(directory, FILE_NAME), { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    database?.close()
    throw new Error(toSentence(directory, cause), { cause })
  }
  const locked = database
  return { release: () => locked.close() }
}

/** Not Node's own way with parents: that one tries for ever where a system takes no folders, as in /proc. */
function makeFolder(directory: string): void {
  if (existsSync(directory)) return
  makeFolder(dirname(directory))
  try {
    mkdirSync(directory)
  } catch (cause) {
    // Another server that starts may have been faster.
    if (!existsSync(directory)) throw cause
  }
}

function toSentence(directory: string, cause: unknown): string {
  const isTaken =
    cause instanceof Error && 'sqliteCodeName' in cause && cause.sqliteCodeName === 'SQLITE_BUSY'
  return isTaken
    ? `Another Contour uses the folder ${directory}. Stop it, or choose another folder with CONTOUR_DATA_DIR.`
    : `It cannot write in the folder ${directory}. Let its user write there, or choose another folder with CONTOUR_DATA_DIR.`
}
