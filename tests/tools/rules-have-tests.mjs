// Every numbered rule of the protocol is cited by a test, and every rule a test cites is written down.
// A rule is a line `- **ROOM-1** …`; a test cites it in its title as `[ROOM-1]`.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles, REPOSITORY } from './source-files.mjs'

const PROTOCOL = 'docs/protocol.md'

/**
 * @param {string[]} files
 * @param {RegExp} pattern
 */
function idsIn(files, pattern) {
  const texts = files.map((file) => readFileSync(join(REPOSITORY, file), 'utf8'))
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1])))
}

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
  const written = idsIn([PROTOCOL], /^- \*\*([A-Z]+-\d+)\*\*/gm)
  const cited = idsIn(listFiles('tests', /\.(test|spec)\.tsx?$/), /\[([A-Z]+-\d+)\]/g)
  complain(
    'Rules without a test',
    [...written].filter((id) => !cited.has(id)),
  )
  complain(
    'Tests cite rules that are not written down',
    [...cited].filter((id) => !written.has(id)),
  )
  if (written.size === 0) complain('No numbered rule found in', [PROTOCOL])
}
