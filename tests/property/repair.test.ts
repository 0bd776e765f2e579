import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BoardRecord } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { repairRecords } from '@/lib/board/repair/repair'
import { applyUnits } from '@/lib/board/units'
import { LIMITS } from '@/lib/sync/limits'
import { bindingRecord, groupRecord } from '@/tests/support/boards/board-builders'

const SEED = 4_711
const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} }
const CARD = 'shape:card-a-first'
const names = Array.from({ length: 24 }, (_, at) => `shape:${String.fromCharCode(97 + at)}`)
const anyShapeId = fc.constantFrom(...names)
const parent = fc.oneof(anyShapeId, fc.constantFrom('page:page', 'shape:gone', 'page:gone', CARD))
/** As long as an index may be: what is told apart from another one beside it has to become shorter. */
const endless = `a1${'V'.repeat(LIMITS.INDEX_CHARACTERS - 2)}`
const index = fc.constantFrom(
  'a1',
  'a2',
  'a3',
  'a1V',
  'a10',
  'a1001',
  'b00',
  'Zz',
  endless,
  `y${'z'.repeat(140)}`,
)
const farOff = fc.constantFrom(-LIMITS.COORDINATE, LIMITS.COORDINATE)

const shape = fc.record({
  id: anyShapeId,
  parentId: parent,
  index,
  x: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -50, max: 50 }) }, farOff),
  rotation: fc.constantFrom(0, 0.5),
})
const board = fc.record({
  shapes: fc.uniqueArray(shape, { selector: ({ id }) => id, maxLength: 24 }),
  bindings: fc.array(fc.tuple(parent, parent), { maxLength: 6 }),
})

function recordsOf({
  shapes,
  bindings,
}: {
  shapes: { id: string; parentId: string; index: string; x: number; rotation: number }[]
  bindings: [string, string][]
}): Map<string, BoardRecord> {
  const records = [
    PAGE,
    ...shapes.map(({ id, ...fields }) => groupRecord(id, fields)),
    ...bindings.map(([from, to], at) => bindingRecord(`binding:${at}`, from, to)),
  ]
  return new Map(records.map((record) => [record.id, record]))
}

function repaired(
  records: ReadonlyMap<string, BoardRecord>,
  touched: Iterable<string> = records.keys(),
): Map<string, BoardRecord> {
  const next = new Map(records)
  for (const repair of repairRecords({ records, derived: new Set([CARD]), touched })) {
    const record = next.get(repair.id)
    if (repair.kind === 'delete') next.delete(repair.id)
    else if (record) next.set(repair.id, applyUnits(record, [[repair.unit, repair.value]]))
  }
  return next
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** How far below the page a shape hangs; -1 where it hangs on nothing or in a circle. */
function depthOf(records: ReadonlyMap<string, BoardRecord>, record: BoardRecord): number {
  let at: BoardRecord | undefined = record
  for (let depth = 0; depth <= records.size; depth++) {
    const parentId = textOf(at?.['parentId'])
    if (parentId === 'page:page' || parentId === CARD) return depth
    at = records.get(parentId)
    if (!at) return -1
  }
  return -1
}

function expectWhole(records: ReadonlyMap<string, BoardRecord>): void {
  const spots = new Set<string>()
  for (const record of records.values()) {
    expect(checkRecord(record).ok).toBe(true)
    if (record.typeName === 'binding') {
      for (const end of [record['fromId'], record['toId']])
        expect(end === CARD || records.get(textOf(end))?.typeName === 'shape').toBe(true)
    }
    if (record.typeName !== 'shape') continue
    const depth = depthOf(records, record)
    expect(depth).toBeGreaterThanOrEqual(0)
    expect(depth).toBeLessThan(LIMITS.NESTING)
    const spot = `${textOf(record['parentId'])} ${textOf(record['index'])}`
    expect(spots.has(spot)).toBe(false)
    spots.add(spot)
  }
}

it('leaves no orphan, circle, shared index or loose binding, and then has nothing left to do', () => {
  let mended = 0
  fc.assert(
    fc.property(board, (drawn) => {
      const records = recordsOf(drawn)
      const whole = repaired(records)
      mended += repairRecords({ records, derived: new Set([CARD]), touched: records.keys() }).length
      expectWhole(whole)
      expect(repairRecords({ records: whole, derived: new Set([CARD]), touched: whole.keys() })).toEqual([])
    }),
    { seed: SEED, numRuns: 500 },
  )
  expect(mended).toBeGreaterThan(1000)
})

it('mends a whole board from what was touched alone', () => {
  fc.assert(
    fc.property(board, board, fc.array(anyShapeId, { maxLength: 4 }), (before, after, removed) => {
      const records = repaired(recordsOf(before))
      const changed = [...recordsOf({ ...after, bindings: after.bindings.slice(0, 2) })].slice(0, 6)
      for (const [id, record] of changed) records.set(id, record)
      for (const id of removed) records.delete(id)
      expectWhole(repaired(records, [...changed.map(([id]) => id), ...removed]))
    }),
    { seed: SEED, numRuns: 500 },
  )
})

it('answers the same whatever the order of records and of what was touched', () => {
  fc.assert(
    fc.property(board, (drawn) => {
      const records = recordsOf(drawn)
      const turned = new Map([...records].reverse())
      expect(repaired(turned)).toEqual(new Map(repaired(records)))
    }),
    { seed: SEED, numRuns: 200 },
  )
})
