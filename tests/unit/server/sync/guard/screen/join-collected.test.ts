import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { joinCollected } from '@/server/sync/guard/screen/join-collected'

const COUNT = 5_000

/** So many collected structs of these lengths in turn, with the deletion of what comes after them. */
function collected(lengths: readonly number[], count = COUNT): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, count, 77, 3]) encoding.writeVarUint(encoder, number)
    for (let at = 0; at < count; at++) {
      encoding.writeUint8(encoder, 0)
      encoding.writeVarUint(encoder, lengths[at % lengths.length] ?? 1)
    }
    for (const number of [1, 77, 1, 3, 4]) encoding.writeVarUint(encoder, number)
  })
}

describe('collected structs side by side', () => {
  it('become one as long as all of them, and what is deleted stays deleted', () => {
    const joined = joinCollected(collected([1, 300]), LIMITS.STRUCTS_PER_UPDATE)
    const { structs, ds } = Y.decodeUpdate(joined)
    expect(structs.map(({ id, length }) => [id.client, id.clock, length])).toEqual([[77, 3, 2_500 * 301]])
    expect(ds).toEqual(Y.decodeUpdate(collected([1, 300])).ds)
  })

  it('leave a document of several people as it is, with everything in between', () => {
    const doc = new Y.Doc()
    for (let person = 1; person <= 400; person++) {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      copy.clientID = person
      const map = copy.getMap<Y.Map<unknown>>('records')
      map.set(`gone ${person}`, new Y.Map([['b', { a: 1 }]]))
      map.set(`here ${person}`, new Y.Map([['text', new Y.Text('words')]]))
      map.delete(`gone ${person - 1}`)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy))
    }
    const state = Y.encodeStateAsUpdate(doc)
    const again = new Y.Doc()
    Y.applyUpdate(again, joinCollected(state, LIMITS.STRUCTS_PER_UPDATE))
    expect(again.getMap('records').toJSON()).toEqual(doc.getMap('records').toJSON())
    expect(again.store.pendingStructs).toBeNull()
    expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVector(doc))
  })

  it.each<[string, Uint8Array]>([
    ['a small update', collected([1], 10)],
    ['more than anybody has', collected([1], LIMITS.STRUCTS_PER_UPDATE + 1)],
    ['empty ones', collected([1, 0])],
    ['a cut-off update', collected([1]).subarray(0, 9_000)],
    ['bytes that are no update', new Uint8Array(5_000).fill(255)],
  ])('are left as they came in %s', (_what, update) => {
    expect(joinCollected(update, LIMITS.STRUCTS_PER_UPDATE)).toBe(update)
  })
})
