import { expect, it } from 'vitest'
import type { BoardRecord } from '@/lib/board/layout'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { runAtOnce } from '@/lib/run-at-once'
import { LIMITS } from '@/lib/sync/limits'
import { readRecords, RecordView } from '@/server/sync/guard/record-view'
import { authorOf, NOW, seededBoard } from '@/tests/support/boards/board-builders'
import { recordBy } from './guarded-board'

it('remembers of what was deleted who made it, of what kind it was and where it stood, and nothing that it held', () => {
  const board = seededBoard()
  const view = new RecordView(board)
  const many = Array.from({ length: 1_000 }, () => ({}))
  const meta = { createdBy: 'ada', createdAt: NOW, many }
  createRecords(board, authorOf('ada'), [recordBy('ada', 'shape:a', { x: 3, y: 4, rotation: 1, meta })])
  expect(view.all.get('shape:a')?.['meta']).toEqual(meta)
  deleteRecords(board, authorOf('ada'), ['shape:a'])
  expect([view.all.has('shape:a'), view.departed('shape:a')]).toEqual([
    false,
    {
      ...{ id: 'shape:a', typeName: 'shape', type: 'geo', parentId: 'page:page', x: 3, y: 4, rotation: 1 },
      meta: { createdBy: 'ada', createdAt: NOW },
    },
  ])
})

it('remembers who made each of as many shapes as a board holds, and of what is bound to them, deleted at once', () => {
  const board = seededBoard()
  const view = new RecordView(board)
  const ids = Array.from({ length: LIMITS.SHAPES_ON_CANVAS }, (_, at) => [
    `shape:${at}`,
    `binding:${at}`,
  ]).flat()
  createRecords(
    board,
    authorOf('ada'),
    ids.map((id) => recordBy('ada', id)),
  )
  deleteRecords(board, authorOf('bob'), ids)
  const authors = ids.map(
    (id) => (view.departed(id)?.['meta'] as { createdBy: string } | undefined)?.createdBy,
  )
  expect(new Set(authors)).toEqual(new Set(['ada']))
})

it('[ROOM-20] works out what records take to be drawn as they are read, in pieces, not all of them at once', () => {
  const board = seededBoard()
  const heavy = Array.from({ length: 11 }, (_, at) => {
    const record = recordBy('ada', `shape:${at}`)
    const props = { ...(record['props'] as object), dash: 'dotted', w: 5_000, h: 4_900, scale: 0.01 }
    return { ...record, props }
  })
  createRecords(board, authorOf('ada'), heavy.slice(1))
  const records = runAtOnce(readRecords(board))
  for (const record of records.values()) Object.assign(record, { props: {} })
  expect(new RecordView(board, records).isTooMuchToDraw(heavy[0] as BoardRecord)).toBe(true)
})
