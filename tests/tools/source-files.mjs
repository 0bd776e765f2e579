import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, as an absolute path with a trailing separator. */
export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))

/** The five folders that hold code; each says where its code runs. */
export const TOP_FOLDERS = ['app', 'components', 'lib', 'server', 'tests']

// What a build or a run leaves behind, and the packages: never files of the product.
const LEFT_OUT = new Set([
  'node_modules',
  '.git',
  '.next',
  '.cache',
  'data',
  'test-results',
  'playwright-report',
])

/**
 * Lists the files below a folder of the repository as sorted paths with forward slashes, relative to the
 * repository. A folder that does not exist holds nothing.
 * @param {string} folder
 * @param {RegExp} named which file names to keep
 * @returns {string[]}
 */
export function listFiles(folder, named = /./) {
  const start = join(REPOSITORY, folder)
  if (!existsSync(start)) return []
  const found = []
  const waiting = [start]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name)
      if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) waiting.push(path)
      if (entry.isFile() && named.test(entry.name))
        found.push(relative(REPOSITORY, path).split(sep).join('/'))
    }
  }
  return found.sort()
}

/**
 * Lists every TypeScript and JavaScript source file of the five folders, without declaration files.
 * @returns {string[]}
 */
export function listSources() {
  return TOP_FOLDERS.flatMap((folder) => listFiles(folder, /(?<!\.d)\.(ts|tsx|mjs|cjs)$/))
}
