import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '@/lib/board/layout'
import { repairRecords, type Repair } from '@/lib/board/repair/repair'
import { LIMITS } from '@/lib/sync/limits'
import { arrowRecord, bindingRecord, geoRecord, groupRecord } from '@/tests/support/boards/board-builders'

const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} }

function repair(
  records: readonly BoardRecord[],
  options: { touched?: string[]; derived?: string[]; removed?: BoardRecord[] } = {},
): Repair[] {
  const map = new Map([PAGE, ...records].map((record) => [record.id, record]))
  const removed = new Map((options.removed ?? []).map((record) => [record.id, record]))
  return repairRecords({
    records: map,
    derived: new Set(options.derived),
    touched: options.touched ?? map.keys(),
    removed: (id) => removed.get(id) ?? null,
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

describe('repairRecords', () => {
  it('leaves a whole board alone', () => {
    const records = [
      groupRecord('shape:g'),
      geoRecord('shape:a', { parentId: 'shape:g' }),
      geoRecord('shape:b', { index: 'a2' }),
    ]
    expect(repair(records)).toEqual([])
  })

  it('puts a shape whose parent is missing on the page, on top', () => {
    const repairs = repair([
      geoRecord('shape:a', { parentId: 'shape:gone', x: 5, y: 6 }),
      geoRecord('shape:b', { index: 'a7' }),
    ])
    expect(repairs[0]).toEqual({ kind: 'unit', id: 'shape:a', unit: 'place', value: ['page:page', 5, 6, 0] })
    expect(repairs[1]).toMatchObject({ kind: 'unit', id: 'shape:a', unit: 'index' })
    const index = repairs[1]?.kind === 'unit' ? repairs[1].value : ''
    expect(textOf(index) > 'a7').toBe(true)
  })

  it('keeps the page position of a child whose turned group was removed', () => {
    const group = groupRecord('shape:g', { x: 100, y: 50, rotation: Math.PI / 2 })
    const child = geoRecord('shape:a', { parentId: 'shape:g', x: 10, y: 0, rotation: 0.1 })
    const [place] = repair([child], { touched: ['shape:g'], removed: [group] })
    const value = place?.kind === 'unit' ? (place.value as [string, number, number, number]) : []
    expect(value[0]).toBe('page:page')
    expect(value[1]).toBeCloseTo(100, 6)
    expect(value[2]).toBeCloseTo(60, 6)
    expect(value[3]).toBeCloseTo(Math.PI / 2 + 0.1, 6)
  })

  it('lets a shape hang on a derived one', () => {
    expect(
      repair([geoRecord('shape:a', { parentId: 'shape:frame-first' })], { derived: ['shape:frame-first'] }),
    ).toEqual([])
  })

  it('puts what stood off every board on its edge', () => {
    const groups = ['a', 'b', 'c'].map((name, at) =>
      groupRecord(`shape:${name}`, {
        parentId: at === 0 ? 'page:page' : 'shape:a',
        x: 9_000_000,
        y: -9_000_000,
      }),
    )
    const leaf = geoRecord('shape:leaf', { parentId: 'shape:b', x: 9_000_000 })
    const [place] = repair([leaf], { touched: ['shape:b'], removed: groups })
    const edge = LIMITS.COORDINATE
    expect(place).toMatchObject({ id: 'shape:leaf', value: ['page:page', edge, -edge, 0] })
  })

  it('cuts a circle at its greatest id, wherever the walk begins', () => {
    const circle = ['a', 'b', 'c'].map((name, at, names) =>
      groupRecord(`shape:${name}`, { parentId: `shape:${names[(at + 1) % 3]}` }),
    )
    for (const touched of [['shape:a'], ['shape:b'], ['shape:c', 'shape:a']]) {
      const places = repair(circle, { touched }).filter((one) => one.kind === 'unit' && one.unit === 'place')
      expect(places).toEqual([{ kind: 'unit', id: 'shape:c', unit: 'place', value: ['page:page', 0, 0, 0] }])
    }
  })

  it('cuts a shape that hangs on itself', () => {
    const places = repair([groupRecord('shape:a', { parentId: 'shape:a' })]).filter(
      (one) => one.kind === 'unit' && one.unit === 'place',
    )
    expect(places).toHaveLength(1)
  })

  it('gives siblings with one index keys of their own, in the order of their ids', () => {
    const records = ['c', 'a', 'b'].map((name) => geoRecord(`shape:${name}`))
    const repairs = repair([...records, geoRecord('shape:z', { index: 'a1V' })])
    expect(repairs.map(({ id }) => id)).toEqual(['shape:b', 'shape:c'])
    const [b, c] = repairs.map((one) => (one.kind === 'unit' ? textOf(one.value) : ''))
    expect(['a1', b, c, 'a1V'].every((key, at, keys) => at === 0 || (keys[at - 1] ?? '') < (key ?? ''))).toBe(
      true,
    )
  })

  it.each([
    ['right under another', 'a1', 'a10'],
    ['right above another', 'a10', 'a1'],
    ['where another is', 'a1', 'a1'],
  ])('makes room for a shape that is put %s, on its parent alone', (_where, index, others) => {
    const [shape, other] = [geoRecord('shape:a', { index }), geoRecord('shape:b', { index: others })]
    const far = geoRecord('shape:far', { index: 'a5' })
    const touched = ['shape:a']
    expect(repair([shape, other, far], { touched })).toHaveLength(1)
    const elsewhere = [groupRecord('shape:g', { index: 'a3' }), { ...other, parentId: 'shape:g' }]
    expect(repair([shape, far, ...elsewhere], { touched })).toEqual([])
  })

  it('lets siblings of different parents share an index', () => {
    expect(repair([groupRecord('shape:g'), geoRecord('shape:a', { parentId: 'shape:g' })])).toEqual([])
  })

  it('deletes a binding with a missing end, and keeps one to a card', () => {
    const arrow = arrowRecord('shape:arrow')
    const card = 'shape:card-a-first'
    const bindings = [
      bindingRecord('binding:1', arrow.id, card),
      bindingRecord('binding:2', arrow.id, 'shape:gone'),
    ]
    expect(repair([arrow, ...bindings], { derived: [card] })).toEqual([{ kind: 'delete', id: 'binding:2' }])
  })

  it('deletes a binding to a group, whose size the canvas looks for in the arrow, and that of the arrow in the group', () => {
    const records = [
      groupRecord('shape:g'),
      arrowRecord('shape:inside', { parentId: 'shape:g' }),
      geoRecord('shape:beside', { index: 'a2', parentId: 'shape:g' }),
      arrowRecord('shape:outside', { index: 'a3' }),
      bindingRecord('binding:itself', 'shape:inside', 'shape:g'),
      bindingRecord('binding:group', 'shape:outside', 'shape:g'),
      bindingRecord('binding:sound', 'shape:inside', 'shape:beside'),
    ]
    expect(repair(records).map(({ id }) => id)).toEqual(['binding:itself', 'binding:group'])
  })

  it('deletes a binding that would make the canvas move an arrow for ever: to an arrow, from what is none', () => {
    const records = [
      arrowRecord('shape:a'),
      arrowRecord('shape:b', { index: 'a2' }),
      geoRecord('shape:g', { index: 'a3' }),
    ]
    const bindings = [
      bindingRecord('binding:itself', 'shape:a', 'shape:a'),
      bindingRecord('binding:other', 'shape:a', 'shape:b'),
      bindingRecord('binding:box', 'shape:g', 'shape:b'),
      bindingRecord('binding:sound', 'shape:a', 'shape:g'),
    ]
    expect(repair([...records, ...bindings]).map(({ id }) => id)).toEqual([
      'binding:itself',
      'binding:other',
      'binding:box',
    ])
  })

  it('takes a shape off an arrow, which nothing can hang on', () => {
    const child = geoRecord('shape:child', { parentId: 'shape:arrow', x: 3, y: 4 })
    expect(repair([arrowRecord('shape:arrow', { x: 10, y: 20 }), child])[0]).toEqual({
      kind: 'unit',
      id: 'shape:child',
      unit: 'place',
      value: ['page:page', 13, 24, 0],
    })
  })

  it('deletes the bindings of a shape that was removed', () => {
    const arrow = arrowRecord('shape:arrow')
    const binding = bindingRecord('binding:1', arrow.id, 'shape:a')
    expect(repair([arrow, binding], { touched: ['shape:a'] })).toEqual([{ kind: 'delete', id: 'binding:1' }])
  })

  it('looks only around what was touched', () => {
    const orphan = geoRecord('shape:a', { parentId: 'shape:gone' })
    expect(repair([orphan, groupRecord('shape:b')], { touched: ['shape:b'] })).toEqual([])
    expect(repair([orphan], { touched: ['page:page'] })).toEqual([])
  })

  it('takes a chain of groups apart that is nested too deep', () => {
    const names = Array.from(
      { length: LIMITS.NESTING + 4 },
      (_, at) => `shape:${String(at).padStart(3, '0')}`,
    )
    const chain = names.map((id, at) => groupRecord(id, { parentId: names[at - 1] ?? 'page:page' }))
    const places = repair(chain, { touched: [names.at(-1) ?? ''] }).filter(
      (one) => one.kind === 'unit' && one.unit === 'place',
    )
    expect(places.map(({ id }) => id)).toEqual([names[LIMITS.NESTING]])
  })

  it.each<[string, (at: number, count: number) => string]>([
    ['in a row', (at) => (at === 0 ? 'page:page' : nameOf(at - 1))],
    ['in a circle', (at, count) => nameOf((at + 1) % count)],
    [
      'at the end of a row, one beside the other',
      (at, count) => (at === 0 ? 'page:page' : nameOf(Math.min(at, count / 2) - 1)),
    ],
  ])('[ROOM-15] looks a few times at each of thousands that hang on each other %s', (_how, parentOf) => {
    const count = 64 * LIMITS.NESTING
    const shapes = Array.from({ length: count }, (_, at) =>
      groupRecord(nameOf(at), { parentId: parentOf(at, count), index: `a${at + 10_000}V` }),
    )
    const records = new CountedMap([PAGE, ...shapes].map((record) => [record.id, record]))
    const repairs = repairRecords({ records, derived: new Set(), touched: [...records.keys()] })
    expect(repairs.length).toBeGreaterThan(count / LIMITS.NESTING / 2)
    expect(records.looks).toBeLessThan(20 * count)
  })
})

const nameOf = (at: number): string => `shape:${at + 10_000}`

class CountedMap extends Map<string, BoardRecord> {
  looks = 0

  override get(id: string): BoardRecord | undefined {
    this.looks++
    return super.get(id)
  }
}
