import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FilesInPlace } from '@/server/storage/sqlite/files-in-place'

let directory: string
let database: string
let log: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'contour-files-'))
  database = join(directory, 'contour.db')
  log = join(directory, 'contour.db-wal')
  writeFileSync(database, 'boards')
})
afterEach(() => rmSync(directory, { recursive: true }))

it('notices a database that is moved away, until it is back', () => {
  const files = new FilesInPlace(directory)
  files.require()
  renameSync(database, join(directory, 'elsewhere'))
  expect(() => files.require()).toThrow(/removed or replaced/)
  renameSync(join(directory, 'elsewhere'), database)
  files.require()
})

it('notices another file in its place, also where that says the same', () => {
  const files = new FilesInPlace(directory)
  const copy = join(directory, 'copy')
  copyFileSync(database, copy)
  renameSync(copy, database)
  expect(() => files.require()).toThrow(/removed or replaced/)
})

it('takes the log that is made later for the true one, and misses it when it is gone', () => {
  const files = new FilesInPlace(directory)
  files.require()
  writeFileSync(log, 'newest')
  files.require()
  rmSync(log)
  expect(() => files.require()).toThrow(/contour\.db-wal was removed/)
})
