import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

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

  it('names a setting that is not valid, and ends with 1', async () => {
    const { code, said } = await run({ PORT: 'many', CONTOUR_DATA_DIR: directory })
    expect(code).toBe(1)
    expect(said).toBe('The setting PORT is not valid: it has to be a whole number from 0 to 65535.')
  })
})

function run(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, said: said.trim() })))
}
