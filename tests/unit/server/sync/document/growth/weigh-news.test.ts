import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { weighNews } from '@/server/sync/document/growth/weigh-news'
import { LIMITS } from '@/lib/sync/limits'

const RANGES = 3_000

test('what a board has lost already is no news to it', () => {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  text.insert(0, 'ab'.repeat(RANGES))
  const before = new Y.Doc()
  Y.applyUpdate(before, Y.encodeStateAsUpdate(doc))
  doc.transact(() => {
    for (let at = 0; at < RANGES; at++) text.delete(at, 1)
  })
  const step2 = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))
  expect([weighNews(step2, { doc }), weighNews(step2, { doc: before })]).toEqual([
    0,
    RANGES * LIMITS.DELETED_RANGE_WORK_BYTES,
  ])
})
