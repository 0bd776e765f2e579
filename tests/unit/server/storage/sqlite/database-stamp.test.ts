import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DatabaseStamp, STAMP_EVERY_MS } from '@/server/storage/sqlite/database-stamp'
import { FILE_NAME, openDatabase } from '@/server/storage/sqlite/open-database'

let directory: string
let file: string
let copy: string
let database: DatabaseSyncInstance

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'contour-stamp-'))
  file = join(directory, FILE_NAME)
  copy = join(directory, 'copy')
  openDatabase({ directory }).close()
  copyFileSync(file, copy)
  database = openDatabase({ directory })
})
afterEach(() => {
  database.close()
  rmSync(directory, { recursive: true })
})

it('notices that a copy made before was written over the database, until that is back', () => {
  const stamp = new DatabaseStamp(database, file)
  const now = join(directory, 'now')
  copyFileSync(file, now)
  copyFileSync(copy, file)
  expect(() => stamp.require()).toThrow(/contour\.db was overwritten/)
  copyFileSync(now, file)
  stamp.require()
  stamp.close()
})

it('notices a copy that was made while it was in use, too, once it bears another number', () => {
  let now = 1_000
  const stamp = new DatabaseStamp(database, file, () => now)
  copyFileSync(file, copy)
  now += STAMP_EVERY_MS
  stamp.require()
  copyFileSync(copy, file)
  expect(() => stamp.require()).toThrow(/overwritten/)
  stamp.close()
})

it('bears a number once a full disk has room again', () => {
  let now = 1_000
  database.exec('PRAGMA query_only = 1')
  const stamp = new DatabaseStamp(database, file, () => now)
  stamp.require()
  database.exec('PRAGMA query_only = 0')
  now += STAMP_EVERY_MS
  stamp.require()
  copyFileSync(copy, file)
  expect(() => stamp.require()).toThrow(/overwritten/)
  stamp.close()
})

it('minds nobody who opens the database with SQLite as well and brings its log into it', () => {
  const stamp = new DatabaseStamp(database, file)
  database.exec('UPDATE write_check SET count = count + 1; CREATE TABLE more (one INTEGER)')
  const other = new DatabaseSync(file)
  other.exec('INSERT INTO more VALUES (1); PRAGMA wal_checkpoint(TRUNCATE)')
  other.close()
  stamp.require()
  stamp.close()
})

it('waits for its number where somebody who reads keeps the log from coming to the file', () => {
  const reader = new DatabaseSync(file)
  database.exec('UPDATE write_check SET count = count + 1')
  reader.exec('BEGIN; SELECT * FROM write_check')
  database.exec('PRAGMA busy_timeout = 0')
  const stamp = new DatabaseStamp(database, file)
  stamp.require()
  reader.close()
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  stamp.require()
  copyFileSync(copy, file)
  expect(() => stamp.require()).toThrow(/overwritten/)
  stamp.close()
})
