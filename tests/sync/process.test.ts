import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PRESTART, START } from '../support/servers/start-command'

const AS_OLD_NODE = pathToFileURL('tests/support/servers/as-old-node.mjs').href

describe('the process', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'contour-process-'))
  })
  afterEach(() => rm(directory, { recursive: true, force: true }))

  it('says in a sentence that its port is in use, and ends with 1', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, resolve))
    const { port } = other.address() as AddressInfo
    const { code, said } = await run({ PORT: String(port), CONTOUR_DATA_DIR: directory })
    other.close()
    expect(code).toBe(1)
    expect(said).toBe(
      `Port ${port} is in use. Stop what runs there, or choose another with PORT=${port + 1}.`,
    )
  })

  it('says at once that its folder cannot be written in, and what to do, and ends with 1', async () => {
    const file = join(directory, 'file')
    await writeFile(file, '')
    const { code, said } = await run({ PORT: '0', CONTOUR_DATA_DIR: file })
    expect(code).toBe(1)
    expect(said).toBe(
      `Contour could not start. It cannot write in the folder ${file}. Let its user write there, or choose another folder with CONTOUR_DATA_DIR.`,
    )
  })

  it('names a setting that is not valid, and ends with 1', async () => {
    const { code, said } = await run({ PORT: 'many', CONTOUR_DATA_DIR: directory })
    expect(code).toBe(1)
    expect(said).toBe('The setting PORT is not valid: it has to be a whole number from 0 to 65535.')
  })

  it('is started by the service of the manual as it is by npm', () => {
    const manual = readFileSync('docs/operating.md', 'utf8')
    expect(manual).toContain(`\nExecStart=/usr/bin/node ${START.join(' ')}\n`)
  })

  it.each([
    ['started by npm', PRESTART],
    ['started by a service', START],
  ])('says in a sentence that its Node is too old, and ends with 1, %s', async (_, command) => {
    const asOldNode = { NODE_OPTIONS: `--import=${AS_OLD_NODE}`, CONTOUR_DATA_DIR: directory }
    const { code, said } = await run(asOldNode, command)
    expect(code).toBe(1)
    expect(said).toBe(
      'Contour needs Node 20.19.0 or newer, and this is Node 18.20.8. Install a newer Node, then start again.',
    )
  })
})

function run(
  settings: Record<string, string>,
  command = START,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, said: said.trim() })))
}
