import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What these files and folders of a project hold, as a text that changes with any of it; what is not there counts as
 * nothing. Plain JavaScript: it is asked before the server is put together. Rejects where something cannot be read.
 *
 * @param {string} root
 * @param {readonly string[]} names
 * @returns {Promise<string>}
 */
export async function fingerprint(root, names) {
  const hash = createHash('sha256')
  const listed = await Promise.all(names.map((name) => filesBelow(root, name)))
  for (const file of listed.flat()) {
    hash
      .update(file)
      .update('\0')
      .update(await readFile(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} name
 */
async function filesBelow(root, name) {
  const found = await stat(join(root, name)).catch(() => null)
  if (!found?.isDirectory()) return found ? [name] : []
  const entries = await readdir(join(root, name), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length))
    .sort()
}
