import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { openBoardDocument, ROOTS } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { listInstances, readRecord } from '@/lib/board/read'
import { createBoardSchema, SERIALIZED_SCHEMA } from '@/lib/board/schema'
import { FIRST_INSTANCE, seedBoard } from '@/lib/board/seed'
import { NOW, seededBoard } from '@/tests/support/boards/board-builders'

describe('seedBoard', () => {
  it('writes meta, the document, the page and one instance', () => {
    const board = seededBoard()
    expect(board.meta.toJSON()).toEqual({ epoch: 1, layout: 1, schema: SERIALIZED_SCHEMA })
    expect([...board.records.keys()].sort()).toEqual(['document:document', 'page:page'])
    expect(listInstances(board)).toMatchObject([
      {
        id: FIRST_INSTANCE,
        templateId: 'effort-value-curves',
        place: [0, 0],
        createdBy: 'server',
        createdAt: NOW,
      },
    ])
  })

  it('writes only records the board can hold', () => {
    for (const map of seededBoard().records.values()) expect(checkRecord(readRecord(map)).ok).toBe(true)
  })

  it('makes one transaction and no roots beyond the known ones', () => {
    const doc = new Y.Doc()
    let updates = 0
    doc.on('update', () => updates++)
    seedBoard(openBoardDocument(doc), { templateId: 'none', now: NOW, epoch: 3, schema: SERIALIZED_SCHEMA })
    expect(updates).toBe(1)
    expect([...doc.share.keys()].sort()).toEqual([...ROOTS].sort())
    expect(listInstances(openBoardDocument(doc))).toEqual([])
  })
})

describe('createBoardSchema', () => {
  it('knows our shapes and neither embeds nor videos', () => {
    const sequences = Object.keys(createBoardSchema().serialize().sequences)
    expect(sequences).toContain('com.tldraw.shape.note')
    expect(sequences.filter((name) => /embed|shape\.video/.test(name))).toEqual([])
    const plot = {
      ...{
        id: 'shape:plot-first-linear',
        typeName: 'shape',
        type: 'curve-plot',
        parentId: 'page:page',
        index: 'a1',
      },
      ...{ x: 0, y: 0, rotation: 0, isLocked: true, opacity: 1, meta: {} },
      props: { w: 480, h: 360, instanceId: 'first', curveId: 'linear' },
    }
    const { shape } = createBoardSchema().types
    expect(() => shape.validate(plot)).not.toThrow()
    expect(() => shape.validate({ ...plot, type: 'video' })).toThrow()
  })
})
