import { DatabaseSync } from '@photostructure/sqlite'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '@/server/storage/sqlite/schema/migrate'
import { MIGRATIONS } from '@/server/storage/sqlite/schema/migrations'

const first = { number: 1, name: 'first', sql: 'CREATE TABLE one (id INTEGER)' }
const second = { number: 2, name: 'second', sql: 'CREATE TABLE two (id INTEGER)' }
const broken = {
  number: 2,
  name: 'broken',
  sql: 'CREATE TABLE two (id INTEGER); CREATE TABLE one (id INTEGER)',
}

describe('migrate', () => {
  let database: DatabaseSyncInstance
  const listTables = (): unknown[] =>
    database.prepare(`SELECT name FROM sqlite_schema WHERE name IN ('one', 'two') ORDER BY name`).all()
  const listSteps = (): unknown[] =>
    database.prepare('SELECT number, name FROM migrations ORDER BY number').all()
  beforeEach(() => {
    database = new DatabaseSync(':memory:')
  })

  it('applies each step once, in order, and records it', () => {
    migrate(database, [first])
    migrate(database, [first, second])
    migrate(database, [first, second])
    expect(listTables()).toEqual([{ name: 'one' }, { name: 'two' }])
    expect(listSteps()).toEqual([
      { number: 1, name: 'first' },
      { number: 2, name: 'second' },
    ])
  })

  it('changes nothing if one step fails', () => {
    expect(() => migrate(database, [first, broken])).toThrow('already exists')
    expect(listTables()).toEqual([])
    migrate(database, [first, second])
    expect(listTables()).toEqual([{ name: 'one' }, { name: 'two' }])
  })

  it('refuses a database that knows more steps than the code', () => {
    migrate(database, [first, second])
    expect(() => migrate(database, [first])).toThrow('newer than this Contour: step 2, known 1')
    expect(listSteps()).toHaveLength(2)
  })

  it('knows steps that count up by one from 1', () => {
    expect(MIGRATIONS.map((step) => step.number)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })
})
