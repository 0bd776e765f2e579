import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { weighNews } from '@/server/sync/document/growth/weigh-news'
import { LIMITS } from '@/lib/sync/limits'

const RANGES = 3_000

/** A document with so many gaps in a text, what it was before, and what a page says that knows all of it. */
function withGaps(count: number): { doc: Y.Doc; before: Y.Doc; step2: Uint8Array } {
  const [doc, before] = [new Y.Doc(), new Y.Doc()]
  const text = doc.getText('text')
  text.insert(0, 'ab'.repeat(count))
  Y.applyUpdate(before, Y.encodeStateAsUpdate(doc))
  doc.transact(() => {
    for (let at = 0; at < count; at++) text.delete(at, 1)
  })
  return { doc, before, step2: Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)) }
}

test('what a board has lost already is no news to it', () => {
  const { doc, before, step2 } = withGaps(RANGES)
  expect([weighNews(step2, { doc }), weighNews(step2, { doc: before })]).toEqual([
    0,
    RANGES * LIMITS.DELETED_RANGE_WORK_BYTES,
  ])
})

test('what is very much is not looked through', () => {
  const doc = new Y.Doc()
  const updateOf = (count: number): Uint8Array =>
    encoding.encode((encoder) => {
      for (const number of [0, 1, doc.clientID, count]) encoding.writeVarUint(encoder, number)
      for (let at = 0; at < count; at++)
        for (const number of [2 * at, 1]) encoding.writeVarUint(encoder, number)
    })
  doc.getText('text').insert(0, 'gone'.repeat(40_000))
  doc.getText('text').delete(0, 160_000)
  expect([30_000, 50_000].map((count) => weighNews(updateOf(count), { doc }))).toEqual([
    0,
    50_000 * LIMITS.DELETED_RANGE_WORK_BYTES,
  ])
})
