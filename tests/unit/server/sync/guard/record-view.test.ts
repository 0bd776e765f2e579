import { expect, it } from 'vitest'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { RecordView } from '@/server/sync/guard/record-view'
import { authorOf, NOW, seededBoard } from '@/tests/support/boards/board-builders'
import { recordBy } from './guarded-board'

it('remembers of what was deleted who made it and where it stood, and nothing that it held', () => {
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
      ...{ id: 'shape:a', typeName: 'shape', parentId: 'page:page', x: 3, y: 4, rotation: 1 },
      meta: { createdBy: 'ada', createdAt: NOW },
    },
  ])
})
