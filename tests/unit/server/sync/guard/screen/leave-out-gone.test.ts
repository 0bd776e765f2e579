import * as encoding from 'lib0/encoding'
import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { leaveOutGone } from '@/server/sync/guard/screen/leave-out-gone'
import { seedFor } from '../../../../../support/seed-for'

const COUNT = 3_000
const CLIENT = 77

type Range = readonly [clock: number, length: number]

const everySecond: readonly Range[] = Array.from({ length: COUNT }, (_, at) => [2 * at, 1])

/** An update that brings nothing, or one collected struct, and deletes these ranges of each client. */
function deleting(clients: readonly (readonly [number, readonly Range[]])[], collected = 0): Uint8Array {
  return encoding.encode((encoder) => {
    const structs = collected > 0 ? [1, 1, CLIENT, 0, 0, collected] : [0]
    for (const number of structs) encoding.writeVarUint(encoder, number)
    encoding.writeVarUint(encoder, clients.length)
    for (const [client, ranges] of clients) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, length)
      }
    }
  })
}

/** A text of which this client wrote so many letters and took away those from one place to another. */
function written(letters: number, from: number, to: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = CLIENT
  const text = doc.getText('text')
  text.insert(0, 'x'.repeat(letters))
  text.delete(from, to - from)
  return doc
}

const rangesIn = (update: Uint8Array): number[][] =>
  [...Y.decodeUpdate(update).ds.clients.values()].flat().map(({ clock, len }) => [clock, len])

describe('deleted ranges of what is gone', () => {
  it('are left out where it comes as collected with them', () => {
    const update = deleting([[CLIENT, everySecond]], 2 * COUNT)
    const left = leaveOutGone(update, new Y.Doc().store)
    expect(rangesIn(left)).toEqual([])
    expect(Y.decodeUpdate(left).structs).toEqual(Y.decodeUpdate(update).structs)
  })

  it('are left out where the document lost it before, and those of what is there stay', () => {
    const { store } = written(2 * COUNT + 10, 0, 2 * COUNT)
    const alive: Range = [2 * COUNT + 2, 3]
    const halfAlive: Range = [2 * COUNT - 1, 2]
    const unknown: Range = [2 * COUNT + 20, 1]
    const update = deleting([[CLIENT, [...everySecond.slice(0, -1), halfAlive, alive, unknown]]])
    expect(rangesIn(leaveOutGone(update, store))).toEqual([halfAlive, alive, unknown])
  })

  it('stay where the document still has what the update brings as collected', () => {
    const there = written(COUNT, 0, 0)
    const update = deleting([[CLIENT, everySecond]], 2 * COUNT)
    const left = rangesIn(leaveOutGone(update, there.store))
    expect(left).toEqual(everySecond.filter(([clock]) => clock < COUNT))
  })

  it.each<[string, Uint8Array]>([
    ['a small update', deleting([[CLIENT, everySecond.slice(0, 100)]])],
    [
      'an update that deletes only what is there',
      deleting([[CLIENT, everySecond.map(([at]) => [at + 3 * COUNT, 1])]]),
    ],
    ['ranges that are not in order', deleting([[CLIENT, [...everySecond, [0, 1]]]])],
    ['an empty range', deleting([[CLIENT, [...everySecond, [2 * COUNT, 0]]]])],
    [
      'a client listed twice',
      deleting([
        [CLIENT, everySecond],
        [CLIENT, everySecond],
      ]),
    ],
    ['a cut-off update', deleting([[CLIENT, everySecond]]).subarray(0, 5_000)],
    ['bytes that follow it', Uint8Array.from([...deleting([[CLIENT, everySecond]]), 0])],
    ['bytes that are no update', new Uint8Array(5_000).fill(255)],
  ])('are left as they came in %s', (_what, update) => {
    const { store } = written(6 * COUNT, 0, 3 * COUNT)
    expect(leaveOutGone(update, store)).toBe(update)
  })

  it('are left as they came where they are more than anybody sends', () => {
    const ranges = Array.from({ length: LIMITS.DELETED_RANGES_PER_UPDATE + 1 }, (_, at): Range => [at, 1])
    const update = deleting([[CLIENT, ranges]])
    expect(leaveOutGone(update, written(ranges.length, 0, ranges.length).store)).toBe(update)
  })

  it('make no difference to a document, whoever deleted what in whichever order', () => {
    const person = fc.record({
      writes: fc.array(fc.tuple(fc.nat(9_000), fc.integer({ min: 1, max: 90 })), {
        minLength: 150,
        maxLength: 200,
      }),
      deletes: fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 2 })), {
        minLength: 2_000,
        maxLength: 2_100,
      }),
    })
    let leftOut = 0
    const options = { seed: seedFor(20_261_130), numRuns: 5, endOnFailure: true }
    fc.assert(
      fc.property(person, person, fc.nat(1_999), (one, other, hasAlready) => {
        const [client, server] = [new Y.Doc(), new Y.Doc()]
        ;[client.clientID, server.clientID] = [1, 2]
        for (const [doc, { writes }] of [
          [client, one],
          [server, other],
        ] as const)
          for (const [at, letters] of writes) write(doc, at, letters)
        meet(client, server)
        one.deletes.forEach(([at, length], index) => {
          remove(client, at, length)
          if (index === hasAlready) Y.applyUpdate(server, Y.encodeStateAsUpdate(client))
        })
        for (const [at, length] of other.deletes.slice(0, 50)) remove(server, at, length)
        const update = Y.encodeStateAsUpdate(client, Y.encodeStateVector(server))
        const slim = leaveOutGone(update, server.store)
        if (slim !== update) leftOut++
        const [whole, less] = [copyOf(server), copyOf(server)]
        Y.applyUpdate(whole, update)
        Y.applyUpdate(less, slim)
        expect(less.getText('text').toDelta()).toEqual(whole.getText('text').toDelta())
        expect(Y.encodeStateAsUpdate(less)).toEqual(Y.encodeStateAsUpdate(whole))
      }),
      options,
    )
    expect(leftOut).toBeGreaterThan(0)
  })
})

function write(doc: Y.Doc, at: number, letters: number): void {
  const text = doc.getText('text')
  text.insert(Math.min(at, text.length), 'y'.repeat(letters))
}

function remove(doc: Y.Doc, at: number, letters: number): void {
  const text = doc.getText('text')
  const from = text.length === 0 ? 0 : at % text.length
  text.delete(from, Math.min(letters, text.length - from))
}

function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  copy.clientID = 3
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
