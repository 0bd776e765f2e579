import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { PIXELS_OF_IMAGES } from '@/server/storage/sqlite/calls/asset-calls'
import { migrate } from '@/server/storage/sqlite/schema/migrate'
import { MIGRATIONS } from '@/server/storage/sqlite/schema/migrations'

test('the fourth keeps, of all who changed an initiative or its place, who did so last, for each board', () => {
  const database = new DatabaseSync(':memory:')
  migrate(
    database,
    MIGRATIONS.filter(({ number }) => number < 4),
  )
  database.exec(`
    INSERT INTO boards (id, title, epoch, created_at) VALUES ('one', 'One', 1, 1), ('two', 'Two', 1, 1);
    INSERT INTO changes (board_id, record, person_id, at, seq) VALUES
      ('one', 'initiatives/a', 'ada', 30, 3),
      ('one', 'initiatives/a', 'ben', 20, 4),
      ('one', 'initiatives/a', 'cleo', 30, 2),
      ('one', 'placements/a/i', 'ben', 10, 1),
      ('one', 'records/shape:a', 'ada', 50, 5),
      ('two', 'initiatives/a', 'ben', 5, 1);
  `)
  migrate(database, MIGRATIONS)
  expect(database.prepare('SELECT * FROM changes ORDER BY board_id, record').all()).toEqual([
    { board_id: 'one', record: 'initiatives/a', person_id: 'ada', at: 30, seq: 3 },
    { board_id: 'one', record: 'placements/a/i', person_id: 'ben', at: 10, seq: 1 },
    { board_id: 'two', record: 'initiatives/a', person_id: 'ben', at: 5, seq: 1 },
  ])
})

test('the fifth finds the images of a board without looking through those of all others', () => {
  const database = new DatabaseSync(':memory:')
  migrate(database, MIGRATIONS)
  const plan = database.prepare('EXPLAIN QUERY PLAN DELETE FROM assets WHERE board_id = ?').all('one')
  expect(JSON.stringify(plan)).toMatch(/SEARCH .* INDEX assets_of_board/)
})

test('the sixth adds up the pixels of a board’s images without reading the images', () => {
  const database = new DatabaseSync(':memory:')
  migrate(
    database,
    MIGRATIONS.filter(({ number }) => number < 6),
  )
  database.exec(`
    INSERT INTO boards (id, title, epoch, created_at) VALUES ('one', 'One', 1, 1);
    INSERT INTO assets (id, board_id, type, bytes, created_at) VALUES ('old', 'one', 'image/png', x'07', 1);
  `)
  migrate(database, MIGRATIONS)
  database.exec(`INSERT INTO assets VALUES ('new', 'one', 'image/png', x'07', 2, 40)`)
  expect(database.prepare(PIXELS_OF_IMAGES).get('one', 'other')).toEqual({ pixels: 40 })
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${PIXELS_OF_IMAGES}`).all('one', 'other')
  expect(JSON.stringify(plan)).toMatch(/COVERING INDEX assets_of_board/)
})
