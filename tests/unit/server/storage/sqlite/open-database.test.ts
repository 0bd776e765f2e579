import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '@/server/storage/sqlite/open-database'

describe('openDatabase', () => {
  let parent: string
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'contour-open-'))
  })
  afterEach(() => rmSync(parent, { recursive: true }))

  it('creates the directory and waits for the disk at every commit', () => {
    const database = openDatabase({ directory: join(parent, 'made', 'on', 'the', 'way') })
    const read = (pragma: string): unknown =>
      Object.values(database.prepare(`PRAGMA ${pragma}`).get() as object)[0]
    expect(read('journal_mode')).toBe('wal')
    const full = 2
    expect(read('synchronous')).toBe(full)
    expect(read('foreign_keys')).toBe(1)
    expect(read('busy_timeout')).toBe(5_000)
    database.close()
  })

  it('takes a directory name with spaces, percent signs and question marks literally', () => {
    const directory = join(parent, 'Ärger 100%20?mode=memory')
    const database = openDatabase({ directory })
    expect(database.location()).toBe(join(directory, 'contour.db'))
    database.close()
  })
})
