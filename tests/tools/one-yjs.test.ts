import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from './run-command.mjs'
import { listSources, REPOSITORY } from './source-files.mjs'

// Two copies of yjs break its constructor checks: documents then look whole and lose edits.
const COMPLAINT = 'Yjs was already imported'
const LIMIT_MS = 60_000

const lock = JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, unknown>
}

/** Our modules that bring yjs into the server process, without those that start something when loaded. */
function modulesWithYjs(): string[] {
  return listSources()
    .filter((file) => /^(lib|server)\//.test(file))
    .filter((file) => !/^server\/(main|web)\.ts$|-worker\.ts$/.test(file))
    .filter((file) => /from '(yjs|y-protocols|lib0)['/]/.test(readFileSync(join(REPOSITORY, file), 'utf8')))
}

function probe(...loaded: string[]) {
  return runCommand(`node --import tsx tests/tools/yjs-probe.mjs ${loaded.join(' ')}`)
}

describe('yjs', () => {
  it.each(['yjs', 'y-protocols', 'lib0'])('is installed once with its companions: %s', (name) => {
    const copies = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`))
    expect(copies).toEqual([`node_modules/${name}`])
  })

  it(
    'is loaded once by the server modules and y-websocket together',
    async () => {
      const { code, output } = await probe(...modulesWithYjs())
      expect(output).not.toContain(COMPLAINT)
      expect({ code, output: output.trim() }).toEqual({ code: 0, output: 'true' })
    },
    LIMIT_MS,
  )

  it(
    'complains of a second copy, so that the test above can see one',
    async () => {
      expect((await probe('--second-copy')).output).toContain(COMPLAINT)
    },
    LIMIT_MS,
  )
})
