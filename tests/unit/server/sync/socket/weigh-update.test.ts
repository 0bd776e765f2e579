import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { weighUpdate } from '@/server/sync/socket/weigh-update'
import { SeededRandom } from '@/tests/support/seeded-random'

const { STRUCT_WORK_BYTES, DELETED_RANGE_WORK_BYTES, HELD_OBJECT_WORK_BYTES } = LIMITS

/** The same, by the objects that Yjs builds of it. */
function weighByYjs(update: Uint8Array): number {
  const { structs, ds } = Y.decodeUpdate(update)
  const ranges = [...ds.clients.values()].reduce((sum, of) => sum + of.length, 0)
  const held = structs.reduce((sum, struct) => sum + countHeld(valuesOf(struct)), 0)
  return (
    structs.length * STRUCT_WORK_BYTES + ranges * DELETED_RANGE_WORK_BYTES + held * HELD_OBJECT_WORK_BYTES
  )
}

/** What a struct holds as values; a document within holds its options so. */
function valuesOf(struct: Y.Item | Y.GC | { readonly content?: never }): readonly unknown[] {
  const { content } = struct as Partial<Y.Item>
  if (content instanceof Y.ContentAny) return content.arr
  return content instanceof Y.ContentDoc ? [content.opts] : []
}

/** The lists and objects among these values, at any depth. */
function countHeld(values: readonly unknown[]): number {
  const inner = values.filter((value) => typeof value === 'object' && value !== null)
  return inner.reduce((sum: number, value) => sum + 1 + countHeld(Object.values(value)), 0)
}

const VALUES = [
  0,
  -7,
  3.5,
  1e300,
  123n,
  true,
  false,
  null,
  undefined,
  'ä',
  [1, ['x']],
  { a: { b: [null] } },
] as const

describe('weighing an update', () => {
  it('counts structs and deleted ranges of every kind as Yjs does', () => {
    const random = new SeededRandom(3)
    for (let round = 0; round < 50; round++) {
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      for (let step = 0; step < 40; step++) change(doc, random)
      for (const update of [...updates, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates)])
        expect(weighUpdate(update)).toBe(weighByYjs(update))
    }
  })

  it.each([
    ['lists', [117, 1], []],
    ['lists that go on behind', [117, 3, 126], [120]],
    ['objects', [118, 1, 1, 97], []],
    ['objects that go on behind', [118, 3, 1, 97, 126, 1, 98], [1, 99, 120]],
  ])('counts %s within each other however deep they are', (_what, before, behind) => {
    for (const depth of [1, 3_000, 10_000, 100_000]) {
      const times = (level: readonly number[]): number[] => Array.from({ length: depth }, () => level).flat()
      const value = [...times(before), 126, ...times(behind)]
      const update = Uint8Array.from([1, 1, 5, 0, 40, 1, 1, 109, 1, 97, 1, ...value, 0])
      expect(weighUpdate(update)).toBe(STRUCT_WORK_BYTES + depth * HELD_OBJECT_WORK_BYTES)
    }
  })

  it('says 0 of what is no update, whatever the bytes', () => {
    const random = new SeededRandom(4)
    expect(weighUpdate(new Uint8Array())).toBe(0)
    for (let round = 0; round < 5_000; round++)
      expect(weighUpdate(random.bytes(random.below(40)))).toBeGreaterThanOrEqual(0)
    const deep = Uint8Array.from({ length: 200_000 }, (_, at) => (at % 2 === 0 ? 117 : 1))
    expect(weighUpdate(Uint8Array.from([1, 1, 5, 0, 40, 1, 1, 109, 1, 97, 1, ...deep]))).toBe(0)
  })
})

function change(doc: Y.Doc, random: SeededRandom): void {
  const [map, text, list] = [doc.getMap<unknown>('map'), doc.getText('text'), doc.getArray<unknown>('list')]
  const types = [new Y.Map(), new Y.Text('x'), new Y.XmlElement('p'), new Y.Doc()] as const
  const changes: readonly [() => unknown, ...(() => unknown)[]] = [
    () => map.set(random.pick(['a', 'b']), random.pick<unknown>(VALUES)),
    () => map.set('type', random.pick<unknown>(types)),
    () => map.delete('a'),
    () => text.insert(random.below(text.length + 1), 'äb', { bold: true }),
    () => text.delete(0, Math.min(1, text.length)),
    () => text.insertEmbed(0, { image: 'x' }),
    () => list.push([[random.pick<unknown>(VALUES)], new Uint8Array([1, 2])]),
    () => list.delete(0, Math.min(1, list.length)),
  ]
  const run = random.pick(changes)
  doc.transact(() => run())
}
