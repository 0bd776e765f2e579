import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentUnit } from '@/lib/board/changes/current-unit'
import { BASE_UNIT, REMOVED, type BoardDocument, type BoardRecord, type Json } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { createRecords, updateRecords } from '@/lib/board/operations/records'
import { revertStep } from '@/lib/board/operations/revert-step'
import { readInitiative, readRecord } from '@/lib/board/read'
import { setUnits } from '@/lib/board/set-units'
import { applyUnits, diffUnits, sameJson, toUnits } from '@/lib/board/units'
import { authorOf, copyOf, initiativeId, seededBoard, syncBoards } from '../support/boards/board-builders'

const SEED = 20_261_127
const [ADA, BO] = [authorOf('ada'), authorOf('bo')]
const ALPHA = initiativeId('alpha')
const PEOPLE = ['ada', 'bo'] as const

const number = fc.integer({ min: -500, max: 500 })
const value: fc.Arbitrary<Json> = fc.oneof(
  number,
  fc.string({ maxLength: 4 }),
  fc.boolean(),
  fc.constant(null),
  fc.array(number, { maxLength: 3 }),
  fc.array(number, { maxLength: 2 }).map((content) => ({ type: 'doc', content })),
)
const names = fc.constantFrom('color', 'text', 'a.b', 'place', 'wh', 'b', 'x')
const nested = fc.dictionary(names, value, { maxKeys: 4, noNullPrototype: true })
const loose = fc.dictionary(fc.constantFrom('opacity', 'isLocked', 'index', 'name', 'w'), value, {
  maxKeys: 4,
})

/** A state of one shape: whether it has a size never changes, everything else may come and go. */
function shapeState(isSized: boolean): fc.Arbitrary<BoardRecord> {
  const size = isSized ? fc.record({ w: number, h: number }) : fc.constant({})
  const place = {
    parentId: fc.constantFrom('page:page', 'shape:frame'),
    x: number,
    y: number,
    rotation: number,
  }
  const fields = fc.record({ place: fc.record(place), size, props: nested, meta: nested, loose })
  return fields.map(({ place: at, size: wh, props, meta, loose: others }) => ({
    ...{ id: 'shape:a', typeName: 'shape', type: 'geo', ...others, ...at },
    ...{ props: { ...props, ...wh }, meta },
  }))
}

const otherState = fc
  .record({ props: nested, meta: nested, loose })
  .map(({ loose: others, ...fields }): BoardRecord => ({
    id: 'asset:a',
    typeName: 'asset',
    ...others,
    ...fields,
  }))

/** Two states of one record. */
const states = fc
  .constantFrom(shapeState(true), shapeState(false), otherState)
  .chain((state) => fc.tuple(state, state))

function recordOn(board: BoardDocument, id: string): BoardRecord | null {
  const map = board.records.get(id)
  return map ? readRecord(map) : null
}

test('the difference of two states leads from the one to the other, and of a state to itself there is none', () => {
  let differing = 0
  fc.assert(
    fc.property(states, ([before, after]) => {
      const changed = diffUnits(before, after)
      expect(applyUnits(before, changed)).toEqual(after)
      expect(applyUnits(after, diffUnits(after, before))).toEqual(before)
      expect(applyUnits(before, toUnits(before))).toEqual(before)
      expect(diffUnits(before, structuredClone(before)).size).toBe(0)
      differing += changed.size
    }),
    { seed: SEED, numRuns: 500 },
  )
  expect(differing).toBeGreaterThan(1_000)
})

test('a record that is written reads as it was given, and writes nothing that did not differ', () => {
  fc.assert(
    fc.property(states, ([before, after]) => {
      const board = seededBoard()
      createRecords(board, ADA, [before])
      expect(recordOn(board, before.id)).toEqual(before)
      const step = updateRecords(board, ADA, [{ before, after }])
      expect(recordOn(board, before.id)).toEqual(after)
      const written = [...(board.records.get(before.id)?.keys() ?? [])].filter((key) => key !== BASE_UNIT)
      const [old, fresh] = [toUnits(before), toUnits(after)]
      const differing = [...new Set([...old.keys(), ...fresh.keys()])].filter(
        (unit) => !sameJson(old.get(unit), fresh.get(unit)),
      )
      expect(written.sort()).toEqual(differing.sort())
      const version = board.doc.store.clients.get(board.doc.clientID)?.length
      updateRecords(board, ADA, [{ before, after }])
      expect(board.doc.store.clients.get(board.doc.clientID)?.length).toBe(version)
      revertStep(board, ADA, step)
      expect(recordOn(board, before.id)).toEqual(before)
    }),
    { seed: SEED, numRuns: 300 },
  )
})

const word = fc.stringMatching(/^[a-z]{1,4}$/)
const words = fc.array(word, { minLength: 1, maxLength: 3 })
/** Plain fields of an initiative, each with what may stand in it. */
const ENTITY_FIELDS = {
  owner: fc.oneof(word, fc.constant(REMOVED)),
  team: fc.oneof(word, fc.constant(REMOVED)),
  externalKey: word,
  effort: fc.integer({ min: 1, max: 99 }),
  tags: fc.oneof(words, fc.constant(REMOVED)),
  links: fc.oneof(words, fc.constant(REMOVED)),
} satisfies Record<string, fc.Arbitrary<Json>>
const entityState = fc.record<Record<string, Json>>(ENTITY_FIELDS, { requiredKeys: [] })

/** What an initiative with these fields reads as; nothing stands where something was removed. */
function withFields(board: BoardDocument, fields: Readonly<Record<string, Json>>): Record<string, unknown> {
  const expected: Record<string, unknown> = { ...readInitiative(board, ALPHA) }
  for (const [field, given] of Object.entries(fields)) {
    if (sameJson(given, REMOVED)) Reflect.deleteProperty(expected, field)
    else expected[field] = given
  }
  return expected
}

test('fields of an entity read as they were written, nothing that did not differ is written, and undone it is as before', () => {
  let written = 0
  fc.assert(
    fc.property(entityState, entityState, (first, second) => {
      const board = seededBoard()
      addInitiatives(board, ADA, [{ id: ALPHA, title: 'Alpha' }])
      setUnits(board, ADA, { root: 'initiatives', id: ALPHA, units: first })
      const [before, expected] = [readInitiative(board, ALPHA), withFields(board, second)]
      const old = new Map(
        Object.keys(second).map((unit) => [
          unit,
          currentUnit(board, { root: 'initiatives', id: ALPHA, unit })?.value,
        ]),
      )
      const step = setUnits(board, ADA, { root: 'initiatives', id: ALPHA, units: second })
      expect(readInitiative(board, ALPHA)).toEqual(expected)
      const differing = Object.keys(second).filter((unit) => !sameJson(old.get(unit), second[unit]))
      expect(step.map((change) => change.kind === 'unit' && change.unit).sort()).toEqual(differing.sort())
      expect(setUnits(board, ADA, { root: 'initiatives', id: ALPHA, units: second })).toEqual([])
      revertStep(board, ADA, step)
      expect(readInitiative(board, ALPHA)).toEqual(before)
      written += step.length
    }),
    { seed: SEED, numRuns: 300 },
  )
  expect(written).toBeGreaterThan(300)
})

const RECORD_FIELDS = {
  place: fc.tuple(number, number).map(([x, y]) => ({ x, y })),
  wh: fc.tuple(number, number).map(([w, h]) => ({ props: { w, h } })),
  opacity: number.map((opacity) => ({ opacity })),
  index: word.map((index) => ({ index })),
  color: word.map((color) => ({ props: { color } })),
  text: word.map((text) => ({ props: { text } })),
  note: word.map((note) => ({ meta: { note } })),
} satisfies Record<string, fc.Arbitrary<object>>

type Change = { readonly props?: object; readonly meta?: object }
type Edit = { readonly field: string; readonly given: unknown; readonly isHeard: boolean }

/** So many changes of fields in any order; after some of them the two hear of each other. */
function editsOf(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Edit[]> {
  const one = Object.entries(fields).map(([field, arbitrary]) =>
    fc.record({ field: fc.constant(field), given: arbitrary, isHeard: fc.boolean() }),
  )
  return fc.array(fc.oneof(...one), { minLength: 3, maxLength: 20 })
}

/** Whose each field is: two never change the same one. */
function ownersOf(fields: object): fc.Arbitrary<Record<string, (typeof PEOPLE)[number]>> {
  return fc.record(
    Object.fromEntries(Object.keys(fields).map((field) => [field, fc.constantFrom(...PEOPLE)])),
  )
}

interface Pair {
  readonly ada: BoardDocument
  readonly bo: BoardDocument
}

function twoPeople(make: (board: BoardDocument) => void): Pair {
  const ada = seededBoard(1)
  make(ada)
  return { ada, bo: copyOf(ada, 2) }
}

const BASE: BoardRecord = {
  ...{ id: 'shape:a', typeName: 'shape', type: 'geo', parentId: 'page:page', x: 0, y: 0, rotation: 0 },
  ...{ index: 'a1', opacity: 1, props: { w: 1, h: 1, color: 'black', text: '' }, meta: {} },
}

function changed(record: BoardRecord, { props, meta, ...others }: Change): BoardRecord {
  const [oldProps, oldMeta] = [record['props'] as object, record['meta'] as object]
  return {
    ...record,
    ...others,
    props: { ...oldProps, ...props },
    meta: { ...oldMeta, ...meta },
  }
}

test('two people who change different parts of one record both keep their changes, in whatever order', () => {
  let concurrent = 0
  fc.assert(
    fc.property(editsOf(RECORD_FIELDS), ownersOf(RECORD_FIELDS), (edits, owners) => {
      const pair = twoPeople((board) => createRecords(board, ADA, [BASE]))
      let expected = BASE
      for (const { field, given, isHeard } of edits) {
        const who = owners[field] ?? 'ada'
        const before = recordOn(pair[who], BASE.id) ?? BASE
        const after = changed(before, given as Change)
        updateRecords(pair[who], authorOf(who), [{ before, after }])
        expected = changed(expected, given as Change)
        if (isHeard) syncBoards(pair.ada, pair.bo)
        else concurrent++
      }
      syncBoards(pair.ada, pair.bo)
      for (const board of [pair.ada, pair.bo]) expect(recordOn(board, BASE.id)).toEqual(expected)
    }),
    { seed: SEED, numRuns: 300 },
  )
  expect(concurrent).toBeGreaterThan(500)
})

test('two people who change different fields of one entity both keep their changes, in whatever order', () => {
  let concurrent = 0
  fc.assert(
    fc.property(editsOf(ENTITY_FIELDS), ownersOf(ENTITY_FIELDS), (edits, owners) => {
      const pair = twoPeople((board) => addInitiatives(board, ADA, [{ id: ALPHA, title: 'Alpha' }]))
      const last: Record<string, Json> = {}
      const start = copyOf(pair.ada, 3)
      for (const { field, given, isHeard } of edits) {
        const author = owners[field] === 'bo' ? BO : ADA
        const board = owners[field] === 'bo' ? pair.bo : pair.ada
        setUnits(board, author, { root: 'initiatives', id: ALPHA, units: { [field]: given as Json } })
        last[field] = given as Json
        if (isHeard) syncBoards(pair.ada, pair.bo)
        else concurrent++
      }
      syncBoards(pair.ada, pair.bo)
      const expected = withFields(start, last)
      for (const board of [pair.ada, pair.bo]) expect(readInitiative(board, ALPHA)).toEqual(expected)
    }),
    { seed: SEED, numRuns: 300 },
  )
  expect(concurrent).toBeGreaterThan(500)
})
