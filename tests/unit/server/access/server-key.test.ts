import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadServerKey } from '@/server/access/server-key'

describe('the key of an installation', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'contour-key-'))
  })

  it('is made once, for its owner alone, and leaves nothing else behind', async () => {
    const first = await loadServerKey(join(directory, 'data'))
    const second = await loadServerKey(join(directory, 'data'))
    expect(second.verify('cookie', 'ada', first.sign('cookie', 'ada'))).toBe(true)
    expect(await readdir(join(directory, 'data'))).toEqual(['server.key'])
    expect((await stat(join(directory, 'data', 'server.key'))).mode & 0o777).toBe(0o600)
  })

  it('is made where a process died that was making it', async () => {
    await writeFile(join(directory, 'server.key.new'), new Uint8Array(3))
    const made = await loadServerKey(directory)
    const read = await loadServerKey(directory)
    expect(read.verify('link', 'ada', made.sign('link', 'ada'))).toBe(true)
    expect(await readdir(directory)).toEqual(['server.key'])
  })

  it.each([0, 31])('is refused where only %i bytes of it are there', async (lengthBytes) => {
    await writeFile(join(directory, 'server.key'), new Uint8Array(lengthBytes))
    await expect(loadServerKey(directory)).rejects.toThrow('server.key is damaged')
  })
})
