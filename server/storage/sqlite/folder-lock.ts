import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'

const FILE_NAME = 'contour.lock'

/** A folder that no other process may serve from. */
export interface FolderLock {
  release(): void
}

/**
 * Takes the folder for this process, creating it where needed; throws with a sentence where another has it. Two servers
 * on one folder would each write boards as they alone know them. The system gives it back when the process ends, however.
 */
export function lockFolder(directory: string): FolderLock {
  mkdirSync(directory, { recursive: true })
  const database = new DatabaseSync(join(directory, FILE_NAME), { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    const sentence = `Another Contour uses the folder ${directory}. Stop it, or choose another folder with CONTOUR_DATA_DIR.`
    throw new Error(sentence, { cause })
  }
  return { release: () => database.close() }
}
