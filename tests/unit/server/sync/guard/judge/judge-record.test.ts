import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { toAssetId, toAssetPath } from '@/lib/board/initiatives/addresses'
import { keysBetween } from '@/lib/board/fractional-index'
import { REMOVED, type BoardRecord, type Json } from '@/lib/board/layout'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { PAGE_ID } from '@/lib/board/seed'
import { SERVER_PERSON } from '@/lib/board/step'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, imageRecord, NOW } from '@/tests/support/boards/board-builders'
import {
  BOARD_ID,
  contentsOf,
  furnish,
  GuardedBoard,
  outcomeOf,
  recordBy,
  recordIn,
  type Visitor,
} from '../guarded-board'

function setUnit({ board }: Visitor, id: string, unit: string, value: Json): void {
  board.records.get(id)?.set(unit, value)
}

function add({ board, author }: Visitor, ...records: BoardRecord[]): void {
  createRecords(board, author, records)
}

function pictureBy(name: string, id: string, src: string | null): BoardRecord {
  const props = { name: 'a.png', src, w: 1, h: 1, mimeType: 'image/png', isAnimated: false }
  return { id, typeName: 'asset', type: 'image', props, meta: { createdBy: name, createdAt: NOW } }
}

describe('judging canvas records', () => {
  it('takes nothing of another kind under the id of what stands there or was deleted a moment ago', () => {
    const room = new GuardedBoard((board) => {
      furnish(board)
      createRecords(board, authorOf('ada'), [imageRecord('shape:one'), imageRecord('shape:two')])
    })
    const bo = room.join('bo')
    const other = (id: string): Y.Map<unknown> =>
      new Y.Map<unknown>([['b', { ...recordBy('bo', id), type: 'group', props: {} }]])
    bo.board.records.set('shape:one', other('shape:one'))
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'invalid-input' }])
    const { props, meta } = imageRecord('shape:one')
    expect(recordIn(room.board, 'shape:one')).toMatchObject({ type: 'image', props, meta })
    deleteRecords(bo.board, bo.author, ['shape:two'])
    room.tick(bo)
    bo.board.records.set('shape:two', other('shape:two'))
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'invalid-input' }])
    bo.board.records.set('shape:two', new Y.Map<unknown>([['b', imageRecord('shape:two')]]))
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
  })

  it('puts a picture back as one that is not cropped where somebody cuts it in a way nobody can show', () => {
    const room = new GuardedBoard((board) => {
      furnish(board)
      createRecords(board, authorOf('ada'), [imageRecord('shape:picture')])
    })
    const bo = room.join('bo')
    setUnit(bo, 'shape:picture', 'props.crop', 'in half')
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'invalid-input' }])
    expect(recordIn(room.board, 'shape:picture')).toEqual(imageRecord('shape:picture'))
  })

  it('does not take for good what stood there before and was never checked', () => {
    const room = new GuardedBoard((board) => {
      furnish(board)
      board.records.get('shape:note')?.set('opacity', 7)
    })
    const bo = room.join('bo')
    setUnit(bo, 'shape:note', 'place', ['page:page', 5, 5, 0])
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
    setUnit(bo, 'shape:note', 'props.color', 'red')
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'invalid-input' }])
    setUnit(bo, 'shape:note', 'opacity', 1)
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
    setUnit(bo, 'shape:note', 'props.color', 'red')
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
    setUnit(bo, 'shape:note', 'props.color', 'mud')
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'invalid-input' }])
  })

  it.each<[string, string, Json]>([
    ['a value out of range', 'opacity', 7],
    ['a place that is no number', 'place', ['page:page', 'a', 0, 0]],
    ['a place that is none', 'place', 'junk'],
    ['a unit nobody reads', 'props', { w: 5 }],
    ['a prop the shape does not have', 'props.junk', 'x'],
    ['a bad link', 'props.url', 'javascript:alert(1)'],
    ['the removal of what is needed', 'props.color', REMOVED],
    ['the removal of the place', 'place', REMOVED],
  ])('writes back %s, and what came with it', (_what, unit, value) => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    bo.doc.transact(() => {
      setUnit(bo, 'shape:note', unit, value)
      setUnit(bo, 'shape:note', 'isLocked', true)
    })
    const before = recordIn(room.board, 'shape:note')
    const outcome = room.tick(bo)
    expect(outcomeOf(outcome, bo)).toMatchObject({
      taken: 1,
      violations: 1,
      end: null,
      refusals: [{ code: 'invalid-input', record: 'records/shape:note' }],
    })
    expect(outcome.changes).toEqual([])
    expect(recordIn(room.board, 'shape:note')).toEqual(before)
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('lets nobody hide anything in the mark of a removed unit', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    setUnit(bo, 'shape:note', 'meta.box', { removed: 'a whole book' })
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'invalid-input' }])
    expect(room.board.records.get('shape:note')?.get('meta.box')).toEqual(REMOVED)
    setUnit(bo, 'shape:note', 'meta.box', REMOVED)
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
  })

  it.each([REMOVED, 1])('lets nobody give a record parts without end, here %j', (value) => {
    const room = new GuardedBoard(furnish)
    const [bo, own] = [room.join('bo'), (): number => room.board.records.get('shape:note')?.size ?? 0]
    const writeNew = (name: string): unknown => {
      setUnit(bo, 'shape:note', `meta.${name}`, value)
      return outcomeOf(room.tick(bo), bo).refusals
    }
    for (let at = own(); at < LIMITS.RECORD_UNITS; at++) expect(writeNew(`k${at}`)).toEqual([])
    expect(own()).toBe(LIMITS.RECORD_UNITS)
    expect(writeNew('more')).toMatchObject([{ code: 'invalid-input' }])
    expect(own()).toBe(LIMITS.RECORD_UNITS)
    setUnit(bo, 'shape:note', `meta.k${LIMITS.RECORD_UNITS - 1}`, 'changed')
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
  })

  it('[ACCESS-17] keeps the stamp of a record as it is', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    setUnit(bo, 'shape:note', 'meta.createdBy', 'bo')
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 1 })
    expect(recordIn(room.board, 'shape:note')?.['meta']).toEqual({ createdBy: 'ada', createdAt: NOW })
  })

  it('writes back a unit whose key was cleared', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    setUnit(bo, 'shape:note', 'opacity', 0.5)
    room.tick(bo)
    bo.board.records.get('shape:note')?.delete('opacity')
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 1, end: null })
    expect(recordIn(room.board, 'shape:note')).toMatchObject({ opacity: 0.5 })
  })

  it('lets nobody change the page', () => {
    const room = new GuardedBoard(furnish)
    const fay = room.join('fay', 'facilitator')
    setUnit(fay, PAGE_ID, 'name', 'Mine')
    expect(outcomeOf(room.tick(fay), fay).refusals).toEqual([
      { code: 'not-allowed', record: `records/${PAGE_ID}` },
    ])
    expect(recordIn(room.board, PAGE_ID)).toMatchObject({ name: 'Page' })
  })

  it('takes a new record that is not valid away again', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    add(bo, recordBy('bo', 'shape:bad', { opacity: 7 }), recordBy('bo', 'shape:good', { index: 'a5' }))
    add(bo, { ...recordBy('bo', 'shape:named'), id: 'shape:else' })
    bo.board.records.set('shape:other', new Y.Map<unknown>([['b', recordBy('bo', 'shape:liar')]]))
    bo.board.records.set('shape:empty', new Y.Map<unknown>())
    const outcome = outcomeOf(room.tick(bo), bo)
    expect(outcome.refusals.map(({ record }) => record)).toEqual([
      'records/shape:bad',
      'records/shape:other',
      'records/shape:empty',
    ])
    expect([...room.board.records.keys()].filter((id) => id.startsWith('shape:'))).toEqual([
      'shape:note',
      'shape:good',
      'shape:else',
    ])
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('[ACCESS-17] sets a forged or missing author right', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    add(bo, recordBy('ada', 'shape:forged', { index: 'a5' }))
    add(bo, recordBy('bo', 'shape:unsigned', { index: 'a6', meta: {} }))
    add(
      bo,
      recordBy('bo', 'shape:early', { index: 'a7', meta: { createdBy: 'bo', createdAt: room.now * 2 } }),
    )
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({
      violations: 1,
      refusals: [{ code: 'not-allowed', record: 'records/shape:forged' }],
    })
    const metaOf = (id: string): unknown => recordIn(room.board, id)?.['meta']
    expect(metaOf('shape:forged')).toEqual({ createdBy: 'bo', createdAt: NOW })
    expect(metaOf('shape:unsigned')).toEqual({ createdBy: 'bo', createdAt: room.now })
    expect(metaOf('shape:early')).toEqual({ createdBy: 'bo', createdAt: room.now })
  })

  it('[ACCESS-17] lets nobody uncover the author they had forged, not by clearing the right one', () => {
    for (const forged of ['ada', SERVER_PERSON]) {
      const room = new GuardedBoard(furnish)
      const [bo, ada] = [room.join('bo'), room.join('ada')]
      add(bo, recordBy(forged, 'shape:forged', { index: 'a5' }))
      room.tick(bo)
      for (const stamp of ['meta.createdBy', 'meta.createdAt'])
        bo.board.records.get('shape:forged')?.delete(stamp)
      expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 1, end: null })
      expect(recordIn(room.board, 'shape:forged')?.['meta']).toMatchObject({ createdBy: 'bo' })
      deleteRecords(ada.board, ada.author, ['shape:forged'])
      expect(outcomeOf(room.tick(ada), ada)).toMatchObject({ violations: 0, refusals: [], end: null })
      expect(recordIn(room.board, 'shape:forged')).toBeNull()
    }
  })

  it('[ACCESS-17] makes nobody the author of what they delete and make again', () => {
    for (const together of [true, false]) {
      const room = new GuardedBoard(furnish)
      const bo = room.join('bo')
      deleteRecords(bo.board, bo.author, ['shape:note'])
      if (!together) room.tick(bo)
      add(bo, recordBy('bo', 'shape:note'))
      expect(room.sendStep2(bo)).toMatchObject({ violations: 1, end: null })
      expect(recordIn(room.board, 'shape:note')?.['meta']).toEqual({ createdBy: 'ada', createdAt: NOW })
    }
  })

  it('lets whoever undoes a deletion make the record again in the name of its author', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    const record = recordIn(room.board, 'shape:note')
    if (!record) throw new Error('the note is there')
    deleteRecords(bo.board, bo.author, ['shape:note'])
    room.tick(bo)
    expect(recordIn(room.board, 'shape:note')).toBeNull()
    add(bo, record)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 0, refusals: [] })
    expect(recordIn(room.board, 'shape:note')).toEqual(record)
    deleteRecords(bo.board, bo.author, ['shape:note'])
    add(bo, record)
    expect(room.sendStep2(bo)).toMatchObject({ violations: 0, refusals: [], end: null })
    expect(recordIn(room.board, 'shape:note')).toEqual(record)
  })

  it('lets a deletion win over an edit made at the same time', () => {
    for (const order of [0, 1]) {
      const room = new GuardedBoard(furnish)
      const [ada, bo] = [room.join('ada'), room.join('bo')]
      deleteRecords(ada.board, ada.author, ['shape:note'])
      setUnit(bo, 'shape:note', 'opacity', 0.5)
      const outcome = order === 0 ? room.tick(ada, bo) : room.tick(bo, ada)
      expect(outcomeOf(outcome, bo)).toMatchObject({ taken: 1, violations: 0, end: null })
      for (const { board } of [room, ...room.visitors]) expect(board.records.has('shape:note')).toBe(false)
    }
  })

  it('takes back records beyond what a board holds, which is no violation', () => {
    // None of which is drawn: of shapes, no board bears so many.
    const records = Array.from({ length: LIMITS.RECORDS - 3 }, (_, at) =>
      pictureBy('ada', `asset:${at}`, null),
    )
    const room = new GuardedBoard((board) => {
      createRecords(board, authorOf('ada'), records)
    })
    const bo = room.join('bo')
    const [last = '', over = ''] = keysBetween('a1', null, 2)
    add(bo, recordBy('bo', 'shape:last', { index: last }), recordBy('bo', 'shape:over', { index: over }))
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({
      violations: 0,
      refusals: [{ code: 'too-large', record: 'records/shape:over' }],
    })
    expect(room.board.records.has('shape:last')).toBe(true)
    expect(room.board.records.has('shape:over')).toBe(false)
  })

  it('[ACCESS-16] keeps a picture that was uploaded to this board, and none of another', () => {
    const room = new GuardedBoard((board) => {
      createRecords(board, authorOf('ada'), [pictureBy('ada', 'asset:old', '/assets/another-1')])
    })
    const bo = room.join('bo')
    const own = toAssetPath(toAssetId(BOARD_ID, 'image'))
    add(bo, pictureBy('bo', 'asset:own', own), pictureBy('bo', 'asset:none', null))
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 0, refusals: [] })
    add(bo, pictureBy('bo', 'asset:other', '/assets/another-2'))
    setUnit(bo, 'asset:own', 'props.src', '/assets/another-2')
    setUnit(bo, 'asset:old', 'props.name', 'renamed.png')
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([
      { code: 'invalid-input', record: 'records/asset:other' },
      { code: 'invalid-input', record: 'records/asset:own' },
    ])
    expect(recordIn(room.board, 'asset:other')).toBeNull()
    expect(recordIn(room.board, 'asset:own')).toMatchObject({ props: { src: own } })
    expect(recordIn(room.board, 'asset:old')).toMatchObject({ props: { name: 'renamed.png' } })
  })

  it('leaves a record alone that was invalid before, until it becomes valid', () => {
    const room = new GuardedBoard((board) => {
      board.records.set(
        'shape:old',
        new Y.Map<unknown>([['b', recordBy('ada', 'shape:old', { opacity: 7 })]]),
      )
    })
    const bo = room.join('bo')
    setUnit(bo, 'shape:old', 'isLocked', true)
    room.tick(bo)
    expect(recordIn(room.board, 'shape:old')).toMatchObject({ isLocked: false, opacity: 7 })
    setUnit(bo, 'shape:old', 'opacity', 0.5)
    room.tick(bo)
    expect(recordIn(room.board, 'shape:old')).toMatchObject({ opacity: 0.5 })
  })
})
