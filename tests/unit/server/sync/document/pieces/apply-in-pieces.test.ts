import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { applyInPieces, PIECE_AT_MOST_BYTES } from '@/server/sync/document/pieces/apply-in-pieces'
import { runAtOnce } from '@/lib/run-at-once'
import { SeededRandom } from '@/tests/support/seeded-random'

function newDocs(count: number): Y.Doc[] {
  return Array.from({ length: count }, (_one, at) => Object.assign(new Y.Doc(), { clientID: 10 * (at + 1) }))
}

/** What several people wrote across each other, with maps, texts and deletions, as one update of several pieces. */
function tangledUpdate(seed: number, docs = newDocs(4)): Uint8Array {
  const random = new SeededRandom(seed)
  docs[0]?.getMap('meta').set('long', 'x'.repeat(PIECE_AT_MOST_BYTES))
  for (let round = 0; round < 60; round++) {
    const doc = docs[random.below(docs.length)] as Y.Doc
    doc.transact(() => {
      for (let step = 0; step < 120; step++) {
        const root = doc.getMap<Y.Map<unknown>>(random.next() < 0.5 ? 'records' : 'initiatives')
        const id = `record ${random.below(20)}`
        const entity = root.get(id) ?? root.set(id, new Y.Map([['title', new Y.Text('title')]]))
        const title = entity.get('title')
        if (random.next() < 0.02) root.delete(id)
        else if (title instanceof Y.Text && random.next() < 0.6)
          title.insert(random.below(title.length), 'abc')
        else if (title instanceof Y.Text && title.length > 2) title.delete(random.below(title.length - 1), 1)
        entity.set('place', [`page:${round}`, random.next(), { far: random.below(9) }])
      }
    })
    const other = docs[random.below(docs.length)] as Y.Doc
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)))
  }
  const [first, ...others] = docs as [Y.Doc, ...Y.Doc[]]
  for (const other of others) Y.applyUpdate(first, Y.encodeStateAsUpdate(other))
  return Y.encodeStateAsUpdate(first)
}

/** How many pieces it came in. */
function applyCounting(doc: Y.Doc, update: Uint8Array): number {
  const steps = applyInPieces(doc, update)
  let pieces = 1
  while (!steps.next().done) pieces++
  return pieces
}

describe('an update applied in pieces', () => {
  it.each([1, 2, 3, 4])('[ROOM-20] leaves what Yjs leaves of it at once (%i)', (seed) => {
    const update = tangledUpdate(seed)
    expect(update.length).toBeGreaterThan(PIECE_AT_MOST_BYTES)
    const [whole, pieced] = [new Y.Doc(), new Y.Doc()]
    Y.applyUpdate(whole, update)
    expect(applyCounting(pieced, update)).toBeGreaterThan(5)
    expect(Y.encodeStateAsUpdate(pieced)).toEqual(Y.encodeStateAsUpdate(whole))
    expectSameContent(pieced, whole)
    expect(structsOf(pieced)).toEqual(structsOf(whole))
  })

  it('[ROOM-20] adds to a document that has some of it what it lacks', () => {
    const docs = newDocs(2)
    const before = tangledUpdate(5, docs)
    const after = tangledUpdate(6, docs)
    const [whole, pieced] = [new Y.Doc(), new Y.Doc()]
    for (const update of [before, after, before]) {
      Y.applyUpdate(whole, update)
      expect(applyCounting(pieced, update)).toBeGreaterThan(5)
      expect(Y.equalSnapshots(Y.snapshot(pieced), Y.snapshot(whole))).toBe(true)
      expectSameContent(pieced, whole)
    }
  })

  it('is left to Yjs where something it builds on is missing: a later one may bring that', () => {
    const docs = newDocs(2)
    const before = tangledUpdate(7, docs)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, before)
    const all = tangledUpdate(8, docs)
    const rest = Y.diffUpdate(all, Y.encodeStateVector(copy))
    const pieced = new Y.Doc()
    runAtOnce(applyInPieces(pieced, rest))
    expect(pieced.store.pendingStructs).not.toBeNull()
    runAtOnce(applyInPieces(pieced, before))
    expect([pieced.store.pendingStructs, pieced.store.pendingDs]).toEqual([null, null])
    expect(pieced.getMap('records').toJSON()).toEqual(docs[0]?.getMap('records').toJSON())
  })

  it('fails as Yjs does where it is none', () => {
    const torn = tangledUpdate(9)
    torn.fill(0xff, 1_000)
    expect(() => runAtOnce(applyInPieces(new Y.Doc(), torn))).toThrow()
  })
})

function expectSameContent(one: Y.Doc, other: Y.Doc): void {
  for (const root of ['meta', 'records', 'initiatives'])
    expect(one.getMap(root).toJSON()).toEqual(other.getMap(root).toJSON())
}

function structsOf({ store }: Y.Doc): Record<number, number> {
  return Object.fromEntries([...store.clients].map(([client, structs]) => [client, structs.length]))
}
