import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { SYNC } from '@/lib/sync/messages'
import { splitUpdate, toStateFrames } from '@/server/sync/document/state-pieces'
import { SeededRandom } from '../../../../support/seeded-random'

/** A document that several people wrote into across each other, with maps, texts and deletions. */
function tangledDoc(seed: number): Y.Doc {
  const random = new SeededRandom(seed)
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const
  for (let round = 0; round < 300; round++) {
    const doc = random.pick(docs)
    const root = doc.getMap<Y.Map<unknown>>('records')
    const id = `record ${random.below(40)}`
    const entity = root.get(id) ?? root.set(id, new Y.Map([['title', new Y.Text('title')]]))
    const title = entity.get('title')
    if (random.next() < 0.1) root.delete(id)
    else if (title instanceof Y.Text && random.next() < 0.5) title.insert(random.below(title.length), 'abc')
    else if (title instanceof Y.Text && title.length > 2) title.delete(0, 1)
    entity.set('effort', round)
    if (random.next() < 0.3) Y.applyUpdate(random.pick(docs), Y.encodeStateAsUpdate(doc))
  }
  const [first, ...others] = docs
  for (const other of others) Y.applyUpdate(first, Y.encodeStateAsUpdate(other))
  return first
}

function clocksOf(doc: Y.Doc): ReadonlyMap<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

describe('splitUpdate', () => {
  it.each([1, 2, 3, 4])('cuts tangled document %i into pieces that never wait for a later one', (seed) => {
    const doc = tangledDoc(seed)
    const { pieces, rest } = splitUpdate(Y.encodeStateAsUpdate(doc), 200)
    const copy = new Y.Doc()
    for (const piece of pieces) {
      Y.applyUpdate(copy, piece)
      expect(copy.store.pendingStructs).toBeNull()
    }
    Y.applyUpdate(copy, rest)
    expect(pieces.length).toBeGreaterThan(10)
    expect(copy.getMap('records').toJSON()).toEqual(doc.getMap('records').toJSON())
    expect(clocksOf(copy)).toEqual(clocksOf(doc))
    expect(copy.store.pendingDs).toBeNull()
  })

  it('cuts a difference as well as a whole state', () => {
    const doc = tangledDoc(5)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    doc.getMap('more').set('a', 1)
    const { pieces, rest } = splitUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(copy)), 10)
    for (const piece of [...pieces, rest]) Y.applyUpdate(copy, piece)
    expect(copy.getMap('more').get('a')).toBe(1)
  })
})

describe('toStateFrames', () => {
  it('sends a small state as one step2, a large one as updates and a step2', () => {
    const state = Y.encodeStateAsUpdate(tangledDoc(6))
    const kindsOf = (pieceBytes: number): number[] =>
      toStateFrames(state, pieceBytes).map((frame) =>
        decoding.readVarUint(decoding.createDecoder(frame.subarray(1))),
      )
    expect(kindsOf(state.length)).toEqual([SYNC.step2])
    expect(new Set(kindsOf(500).slice(0, -1))).toEqual(new Set([SYNC.update]))
    expect(kindsOf(500).at(-1)).toBe(SYNC.step2)
  })
})
