import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import { DocumentSize } from '@/server/sync/document/document-size'
import { FakeClock } from '../../../../support/fake-clock'

function open(storedBytes: number): { doc: Y.Doc; clock: FakeClock; size: DocumentSize } {
  const clock = new FakeClock()
  const doc = new Y.Doc()
  const updates = [new Uint8Array(storedBytes)]
  const loaded = { epoch: 1, snapshot: null, updates, lastSeq: 1, clientIds: new Map() }
  return { doc, clock, size: new DocumentSize({ doc, loaded, clock }) }
}

test('a long log of a small document is not taken for a large document', () => {
  const { size } = open(LIMITS.DOCUMENT_BYTES + 1)
  expect(size.isFull()).toBe(false)
  size.note(LIMITS.DOCUMENT_BYTES)
  size.set(10)
  expect(size.isFull()).toBe(false)
})

test('a document is huge well beyond its limit', () => {
  const { doc, size } = open(0)
  const write = (bytes: number): void => {
    doc.getText('text').insert(0, 'x'.repeat(bytes))
    size.note(bytes + 20)
  }
  write(LIMITS.DOCUMENT_BYTES)
  expect([size.isFull(), size.isHuge()]).toEqual([true, false])
  write(LIMITS.RENEW_AT_ONCE_BYTES - LIMITS.DOCUMENT_BYTES)
  expect(size.isHuge()).toBe(true)
})

test('a document that grew over the limit is full, and no more once it is smaller and was measured again', async () => {
  const { doc, clock, size } = open(0)
  const text = doc.getText('text')
  text.insert(0, 'x'.repeat(LIMITS.DOCUMENT_BYTES))
  size.note(LIMITS.DOCUMENT_BYTES + 20)
  expect(size.isFull()).toBe(true)
  text.delete(0, text.length)
  expect(size.isFull()).toBe(true)
  await clock.advance(LIMITS.DOCUMENT_MEASURED_MS)
  expect(size.isFull()).toBe(false)
})
