import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { weighContent } from '@/server/sync/document/growth/weigh-content'
import { collectGarbage } from '@/tests/support/held-memory'

const COUNT = 200_000
/** What holds a value on its own. */
const LIST_OF_ONE_BYTES = 168

/** A document as it comes from the disk, with so many of these values. */
function documentOf(make: (at: number) => unknown): Y.Doc {
  const source = new Y.Doc()
  source.getMap('records').set(
    'many',
    Array.from({ length: COUNT }, (_one, at) => make(at)),
  )
  const state = Y.encodeStateAsUpdate(source)
  source.destroy()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

test.each<[string, (at: number) => unknown]>([
  ['objects without fields', () => ({})],
  ['empty lists', () => []],
  ['points of drawings', (at) => ({ x: at * 1.37, y: at / 7, z: 0.5 })],
  ['lists of numbers', (at) => [at / 3, at / 7, at / 11]],
  ['lists of one', () => [0]],
  ['large objects', (at) => ({ a: at, b: at, c: at, d: at, e: at, f: at, g: at, h: at })],
  ['texts', (at) => `some text that nobody else has ${at}`],
])('%s weigh about what they take of the memory', (_what, make) => {
  const before = collectGarbage()
  const doc = documentOf(make)
  const takesBytes = collectGarbage() - before
  const weighsBytes = weighContent(doc)
  expect(weighsBytes / takesBytes).toBeGreaterThan(0.6)
  expect(weighsBytes / takesBytes).toBeLessThan(1.7)
})

test('so do letters that are typed together, and what was deleted weighs nothing', () => {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  text.insert(0, 'x'.repeat(1_000))
  const weighsBytes = weighContent(doc)
  expect(weighsBytes).toBeGreaterThanOrEqual(1_000)
  expect(weighsBytes).toBeLessThanOrEqual(2_000)
  text.delete(0, 1_000)
  doc.getMap('map').set('key', true)
  expect(weighContent(doc)).toBe(LIST_OF_ONE_BYTES)
})
