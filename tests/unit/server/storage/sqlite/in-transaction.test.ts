import { DatabaseSync } from '@photostructure/sqlite'
import { expect, it } from 'vitest'
import { inTransaction } from '@/server/storage/sqlite/in-transaction'

it('writes everything or nothing, and leaves no transaction open', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE numbers (number INTEGER PRIMARY KEY)')
  const insert = database.prepare('INSERT INTO numbers VALUES (?)')
  expect(inTransaction(database, () => insert.run(1).changes)).toBe(1)
  const clash = (): void => {
    insert.run(2)
    insert.run(1)
  }
  expect(() => inTransaction(database, clash)).toThrow('UNIQUE')
  expect(database.isTransaction).toBe(false)
  expect(database.prepare('SELECT number FROM numbers').all()).toEqual([{ number: 1 }])
})
