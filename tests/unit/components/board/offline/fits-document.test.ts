import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { fitsDocument } from '@/components/board/offline/fits-document'

test('what builds on something that is missing does not fit, and with it it does; the document stays as it is', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('title')
  text.insert(0, 'a')
  text.insert(1, 'b')
  text.delete(1, 1)
  const [first, second, deletion] = updates as [Uint8Array, Uint8Array, Uint8Array]
  const other = new Y.Doc()
  expect(fitsDocument(other, [second])).toBe(false)
  expect(fitsDocument(other, [deletion])).toBe(false)
  expect(fitsDocument(other, [second, first, deletion])).toBe(true)
  expect(other.getText('title').toJSON()).toBe('')
})
