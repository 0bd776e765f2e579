import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BASE_UNIT, type BoardDocument } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import { moveInstance } from '@/lib/board/operations/instances'
import { editText } from '@/lib/board/operations/texts'
import { readInitiative, readInstance } from '@/lib/board/read'
import { FIRST_INSTANCE, PAGE_ID } from '@/lib/board/seed'
import { initiativeId } from '@/tests/support/boards/board-builders'
import { forge, furnish, GuardedBoard, outcomeOf, recordBy } from '../guarded-board'
import { anyValue, rawUpdate } from '../raw-update'

const alpha = initiativeId('alpha')
const EVIL = 666

function fieldsOf(board: BoardDocument): Y.Map<unknown> {
  const fields = board.initiatives.get(alpha)
  if (!fields) throw new Error('alpha is there')
  return fields
}

function noteOf(board: BoardDocument): Y.Map<unknown> {
  const note = board.records.get('shape:note')
  if (!note) throw new Error('the note is there')
  return note
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)]
}

/** Sends what Eve writes into her own copy, under her own client id, and expects the connection to end with this. */
function expectRefused(write: (board: BoardDocument) => void, code = 'invalid-document'): void {
  const room = new GuardedBoard(furnish)
  const eve = room.join('eve')
  const before = Y.encodeStateAsUpdate(room.board.doc)
  const outcome = room.send(eve, forge(room.board.doc, EVIL, write))
  expect(outcome).toMatchObject({ end: code, taken: 0 })
  expect(Y.encodeStateAsUpdate(room.board.doc)).toEqual(before)
  expect(room.sent).toEqual([])
}

describe('screening before applying', () => {
  it('lets smuggled pending structs borrow no authority of a facilitator', () => {
    const room = new GuardedBoard(furnish)
    const fay = room.join('fay', 'facilitator', 50)
    const eve = room.join('eve')
    const predicted = forge(fay.doc, 50, (board) => board.instances.get('first')?.set('place', [1, 1]))
    const foreseen = new Y.Doc()
    for (const update of [Y.encodeStateAsUpdate(fay.doc), predicted]) Y.applyUpdate(foreseen, update)
    const smuggled = forge(foreseen, EVIL, (board) => board.instances.get('first')?.set('place', [666, 666]))

    expect(room.send(eve, smuggled)).toMatchObject({ taken: 0, needsStep1: true, end: null })
    expect(room.board.doc.store.pendingStructs).toBeNull()
    moveInstance(fay.board, fay.author, { id: FIRST_INSTANCE, place: [42, 42] })
    expect(outcomeOf(room.tick(fay), fay)).toMatchObject({ taken: 1, violations: 0 })
    expect(readInstance(room.board, FIRST_INSTANCE)?.place).toEqual([42, 42])
    expect(room.send(eve, smuggled, 'step2')).toMatchObject({ violations: 1, taken: 2 })
    for (const { board } of [room, ...room.visitors]) {
      expect(readInstance(board, FIRST_INSTANCE)?.place).toEqual([42, 42])
    }
  })

  it('lets nobody delete what somebody else has not written yet', () => {
    const room = new GuardedBoard(furnish)
    const fay = room.join('fay', 'facilitator', 50)
    const eve = room.join('eve')
    expect(room.send(eve, rawUpdate([], [{ client: 50, clock: 0, len: 9 }]))).toMatchObject({
      needsStep1: true,
    })
    moveInstance(fay.board, fay.author, { id: FIRST_INSTANCE, place: [42, 42] })
    room.tick(fay)
    expect(room.board.doc.store.pendingDs).toBeNull()
    expect(readInstance(room.board, FIRST_INSTANCE)?.place).toEqual([42, 42])
  })

  it('[ROOM-15] takes no value of a key that names a right neighbour, for which all that stood there would be searched', () => {
    const room = new GuardedBoard(furnish)
    const eve = room.join('eve')
    const held = [noteOf(room.board)._map.get('b'), room.board.records._map.get('shape:note')]
    for (const item of held) {
      if (!item) throw new Error('the note is there')
      const structs = [{ rightOrigin: item.id, content: anyValue(1) }]
      const outcome = room.send(eve, rawUpdate([{ client: EVIL, clock: 0, structs }]))
      expect(outcome).toMatchObject({ end: 'invalid-document', taken: 0 })
    }
  })

  it('never lets an unknown root enter, not even its name', () => {
    const room = new GuardedBoard(furnish)
    const eve = room.join('eve')
    const roots = [...room.board.doc.share.keys()]
    const outcome = room.send(
      eve,
      forge(room.board.doc, EVIL, ({ doc }) => doc.getMap('junk').set('a', 1)),
    )
    expect(outcome.end).toBe('invalid-document')
    expect([...room.board.doc.share.keys()]).toEqual(roots)
  })

  it('does not believe what a copy of a known struct says of its root and neighbours', () => {
    const room = new GuardedBoard(furnish)
    const eve = room.join('eve', 'participant', EVIL)
    createRecords(eve.board, eve.author, [recordBy('eve', 'shape:eve', { index: 'a2' })])
    room.tick(eve)
    const roots = [...room.board.doc.share.keys()]
    const note = room.board.records._map.get('shape:note')?.id
    if (!note) throw new Error('the note is there')
    const clock = Y.getState(room.board.doc.store, EVIL)
    const filler = { parent: note, key: 'isLocked', content: anyValue(true) }
    // The first struct is known by its clock; only the last one is new.
    const known = Array.from({ length: clock - 1 }, () => filler)
    for (const forged of [{ parent: 'junk', key: 'a' }, { origin: Y.createID(50, 3) }]) {
      const content = new Y.ContentType(new Y.Map())
      const structs = [
        { ...forged, content },
        ...known,
        { ...filler, key: 'opacity', content: anyValue(0.5) },
      ]
      expect(room.send(eve, rawUpdate([{ client: EVIL, clock: 0, structs }])).end).toBeNull()
    }
    expect([...room.board.doc.share.keys()]).toEqual(roots)
    expect(room.board.doc.store.pendingStructs).toBeNull()
    expect(noteOf(room.board).get('opacity')).toBe(0.5)
    expect(noteOf(room.board).has('isLocked')).toBe(false)
  })

  it('refuses client ids of other people, of the server and beyond 32 bits', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada', 'participant', 50)
    createRecords(ada.board, ada.author, [recordBy('ada', 'shape:ada', { index: 'a2' })])
    room.tick(ada)
    const write = (board: BoardDocument): unknown => noteOf(board).set('opacity', 0.5)
    const endOf = (clientId: number): unknown =>
      room.send(room.join('eve'), forge(room.board.doc, clientId, write)).end
    expect(endOf(50)).toBe('reload-needed')
    expect(endOf(room.board.doc.clientID)).toBe('reload-needed')
    expect(endOf(2 ** 53 - 2)).toBe('invalid-document')
    expect(noteOf(room.board).has('opacity')).toBe(false)
  })

  it('keeps a client id reserved for whoever is present under it', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada', 'participant', 50)
    room.guard.reserve(50, ada.sender.personId)
    const write = (board: BoardDocument): unknown => noteOf(board).set('opacity', 0.5)
    expect(room.send(room.join('eve'), forge(room.board.doc, 50, write)).end).toBe('reload-needed')
    write(ada.board)
    expect(room.tick(ada).clientIds).toEqual([{ clientId: 50, personId: 'ada' }])
  })

  it.each<[string, (board: BoardDocument) => void]>([
    ['a subdocument', (board) => noteOf(board).set('props.url', new Y.Doc())],
    ['a map in a unit', (board) => noteOf(board).set('props.url', new Y.Map())],
    ['an array in a unit', (board) => noteOf(board).set('props.url', new Y.Array())],
    ['a text in a record', (board) => noteOf(board).set('props.url', new Y.Text('a'))],
    ['bytes in a unit', (board) => noteOf(board).set('props.url', Uint8Array.of(1))],
    ['a value nested too deep', (board) => noteOf(board).set('props.url', nested(70))],
    ['a number too large for JSON', (board) => noteOf(board).set('props.url', 2n)],
    ['an XML text as a title', (board) => fieldsOf(board).set('title', new Y.XmlText())],
    [
      'formatting in a title',
      (board) => (fieldsOf(board).get('title') as Y.Text).format(0, 2, { bold: true }),
    ],
    ['something embedded in a title', (board) => (fieldsOf(board).get('title') as Y.Text).insertEmbed(0, {})],
    ['an attribute of a title', (board) => (fieldsOf(board).get('title') as Y.Text).setAttribute('a', 1)],
    ['a plain value as an entity', (board) => board.initiatives.set('new', 1 as unknown as Y.Map<unknown>)],
    ['an array as a record', (board) => board.records.set('new', new Y.Array() as unknown as Y.Map<unknown>)],
    ['a map as a placement', (board) => (board.placements as Y.Map<unknown>).set('a/b', new Y.Map())],
    ['an id with odd characters', (board) => board.initiatives.set('a b', new Y.Map())],
    ['a unit named after a prototype', (board) => noteOf(board).set('props.__proto__', 1)],
    [
      'more units than a record has',
      (board) => {
        for (let at = 0; at < 101; at++) noteOf(board).set(`props.${at}`, at)
      },
    ],
  ])('refuses %s', (_what, write) => {
    expectRefused(({ doc, ...board }) => doc.transact(() => write({ doc, ...board })))
  })

  it.each<[string, (board: BoardDocument) => void]>([
    ['deleting an initiative', (board) => board.initiatives.delete(alpha)],
    ['replacing an initiative', (board) => board.initiatives.set(alpha, new Y.Map())],
    ['deleting a title', (board) => fieldsOf(board).delete('title')],
    ['replacing a title', (board) => fieldsOf(board).set('title', new Y.Text('mine'))],
    ['replacing a title by a value', (board) => fieldsOf(board).set('title', 'mine')],
    ['deleting the base of a record', (board) => noteOf(board).delete(BASE_UNIT)],
    [
      'replacing the base of a record',
      (board) => noteOf(board).set(BASE_UNIT, recordBy('eve', 'shape:note')),
    ],
    ['deleting the page', (board) => board.records.delete(PAGE_ID)],
    ['replacing the page', (board) => board.records.set(PAGE_ID, new Y.Map())],
    ['writing meta', (board) => board.meta.set('epoch', 9)],
    ['adding to meta', (board) => board.meta.set('more', 9)],
    ['deleting from meta', (board) => board.meta.delete('schema')],
  ])('refuses %s', (_what, write) => {
    expectRefused(write)
  })

  it('keeps the letters typed while somebody tries to delete the initiative', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    const eve = room.join('eve')
    eve.board.initiatives.delete(alpha)
    editText(bo.board, bo.author, {
      root: 'initiatives',
      id: alpha,
      field: 'title',
      at: 5,
      remove: 0,
      insert: ' typed',
    })
    const outcome = room.tick(eve, bo)
    expect(outcomeOf(outcome, eve)).toMatchObject({ end: 'invalid-document' })
    expect(outcomeOf(outcome, bo)).toMatchObject({ taken: 1, end: null })
    expect(readInitiative(room.board, alpha)?.title).toBe('Title typed')
  })

  it('refuses structs that wait for each other', () => {
    const room = new GuardedBoard(furnish)
    const [one, other] = [Y.createID(EVIL, 0), Y.createID(EVIL + 1, 0)]
    const knot = rawUpdate([
      { client: EVIL + 1, clock: 0, structs: [{ origin: one, content: anyValue(1) }] },
      { client: EVIL, clock: 0, structs: [{ origin: other, content: anyValue(1) }] },
    ])
    expect(room.send(room.join('eve'), knot).end).toBe('invalid-document')
    const self = rawUpdate([{ client: EVIL, clock: 0, structs: [{ origin: one, content: anyValue(1) }] }])
    expect(room.send(room.join('eve'), self).end).toBe('invalid-document')
  })

  it('refuses replacing the page without saying that it is deleted', () => {
    const room = new GuardedBoard(furnish)
    const page = room.board.records._map.get(PAGE_ID)?.id
    if (!page) throw new Error('the page is there')
    for (const content of [new Y.ContentType(new Y.Map()), new Y.ContentDeleted(1)]) {
      const over = rawUpdate([{ client: EVIL, clock: 0, structs: [{ origin: page, content }] }])
      expect(room.send(room.join('eve'), over).end).toBe('invalid-document')
    }
    expect(room.board.records.has(PAGE_ID)).toBe(true)
  })

  it('refuses replacing a title or a base without saying that it is deleted', () => {
    const room = new GuardedBoard(furnish)
    const title = fieldsOf(room.board)._map.get('title')?.id
    const base = noteOf(room.board)._map.get(BASE_UNIT)?.id
    if (!title || !base) throw new Error('both are there')
    for (const struct of [
      { origin: title, content: new Y.ContentType(new Y.Text()) },
      { origin: title, content: new Y.ContentDeleted(1) },
      { origin: base, content: anyValue(recordBy('eve', 'shape:note')) },
      { origin: base, content: new Y.ContentDeleted(1) },
    ]) {
      const over = rawUpdate([{ client: EVIL, clock: 0, structs: [struct] }])
      expect(room.send(room.join('eve'), over).end).toBe('invalid-document')
    }
    expect(readInitiative(room.board, alpha)?.title).toBe('Title')
  })

  it('refuses a struct between two places', () => {
    const room = new GuardedBoard(furnish)
    const page = room.board.records._map.get(PAGE_ID)?.id
    const note = room.board.records._map.get('shape:note')?.id
    if (!page || !note) throw new Error('both are there')
    const struct = { origin: note, rightOrigin: page, content: new Y.ContentType(new Y.Map()) }
    const between = rawUpdate([{ client: EVIL, clock: 0, structs: [struct] }])
    expect(room.send(room.join('eve'), between).end).toBe('invalid-document')
  })
})
