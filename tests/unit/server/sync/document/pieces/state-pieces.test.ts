import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { runAtOnce } from '@/lib/run-at-once'
import { SYNC } from '@/lib/sync/messages'
import {
  splitDocument,
  splitUpdate,
  toDocumentFrames,
  toStateFrames,
} from '@/server/sync/document/pieces/state-pieces'
import { SeededRandom } from '@/tests/support/seeded-random'

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

/** The same content, and as much of it deleted. */
function expectSame(copy: Y.Doc, doc: Y.Doc): void {
  expect(copy.getMap('records').toJSON()).toEqual(doc.getMap('records').toJSON())
  expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc))).toBe(true)
  expect(copy.store.pendingDs).toBeNull()
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

describe('splitDocument', () => {
  it.each([1, 2, 3, 4])('cuts tangled document %i, never written as one update, in the same way', (seed) => {
    const doc = tangledDoc(seed)
    const { pieces, rest } = runAtOnce(splitDocument(doc, Y.encodeStateVector(new Y.Doc()), 200))
    const copy = new Y.Doc()
    for (const piece of pieces) {
      Y.applyUpdate(copy, piece)
      expect(copy.store.pendingStructs).toBeNull()
    }
    Y.applyUpdate(copy, rest)
    expect(pieces.length).toBeGreaterThan(10)
    expectSame(copy, doc)
  })

  it.each([5, 6, 7, 8])('cuts what a reader of document %i lacks, from the middle of a struct on', (seed) => {
    const [doc, copy] = [tangledDoc(seed), new Y.Doc()]
    const text = doc.getText('text')
    text.insert(0, 'half')
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    text.insert(4, ' and half')
    doc.getMap<Y.Map<unknown>>('records').forEach((record) => record.set('effort', 'late'))
    const before = Y.encodeStateVector(copy)
    const { pieces, rest } = runAtOnce(splitDocument(doc, before, 50))
    for (const piece of pieces) {
      Y.applyUpdate(copy, piece)
      expect(copy.store.pendingStructs).toBeNull()
    }
    Y.applyUpdate(copy, rest)
    expect(pieces.length).toBeGreaterThan(1)
    expect(copy.getText('text').toJSON()).toBe('half and half')
    expectSame(copy, doc)
  })

  it('gives nothing to a reader who has it all', () => {
    const doc = tangledDoc(9)
    expect(runAtOnce(splitDocument(doc, Y.encodeStateVector(doc), 200)).pieces).toEqual([])
  })
})

describe('toDocumentFrames', () => {
  it('sends a small state as one step2, the same that Yjs would', () => {
    const doc = tangledDoc(6)
    const vector = Y.encodeStateVector(new Y.Doc())
    const whole = Y.encodeStateAsUpdate(doc)
    expect(runAtOnce(toDocumentFrames(doc, vector, whole.length))).toEqual(toStateFrames(whole, whole.length))
    expect(runAtOnce(toDocumentFrames(doc, vector, 500)).length).toBeGreaterThan(3)
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
