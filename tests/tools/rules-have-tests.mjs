// Every numbered rule of the protocol is shown by a test that runs, and every rule a test shows is written down.
// A rule is a line `- **ROOM-1** …`; a test shows it where its title begins with `[ROOM-1]`.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles, REPOSITORY } from './source-files.mjs'
import { rulesShownIn } from './rules-shown.mjs'

const PROTOCOL = 'docs/protocol.md'

/** @param {string} file */
const read = (file) => readFileSync(join(REPOSITORY, file), 'utf8')

/**
 * @param {string} complaint
 * @param {string[]} ids
 */
function complain(complaint, ids) {
  if (ids.length === 0) return
  process.stderr.write(`${complaint}: ${ids.join(', ')}\n`)
  process.exitCode = 1
}

if (existsSync(join(REPOSITORY, PROTOCOL))) {
  const written = new Set([...read(PROTOCOL).matchAll(/^- \*\*([A-Z]+-\d+)\*\*/gm)].map(([, id]) => id))
  const files = listFiles('tests', /\.(test|spec)\.tsx?$/)
  const shown = new Set(files.flatMap((file) => rulesShownIn(file, read(file))))
  complain(
    'Rules without a test that runs and whose title begins with them',
    [...written].filter((id) => !shown.has(id)),
  )
  complain(
    'Tests show rules that are not written down',
    [...shown].filter((id) => !written.has(id)),
  )
  if (written.size === 0) complain('No numbered rule found in', [PROTOCOL])
}
