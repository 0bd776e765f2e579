import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import { DocumentSize } from '@/server/sync/document/growth/document-size'
import { weighContent } from '@/server/sync/document/growth/weigh-content'
import { growTo } from '@/tests/support/boards/age-board'
import { FakeClock } from '@/tests/support/fake-clock'

function open(storedBytes: number): {
  doc: Y.Doc
  clock: FakeClock
  size: DocumentSize
  others: { isCrowding: (bytes: number) => boolean }
} {
  const clock = new FakeClock()
  const doc = new Y.Doc()
  const loaded = { snapshot: null, updates: [new Uint8Array(storedBytes)] }
  const others = { isCrowding: (_bytes: number): boolean => false }
  const isCrowding = (bytes: number): boolean => others.isCrowding(bytes)
  return { doc, clock, size: new DocumentSize({ doc, loaded, clock, isCrowding }), others }
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

test('a small document is not full for a moment, however much is written in it and deleted again in no time', () => {
  const { doc, size } = open(0)
  doc.getText('text').insert(0, 'x'.repeat(LIMITS.DOCUMENT_BYTES - LIMITS.DOCUMENT_MEASURED_BYTES))
  for (let at = 0; at < 20; at++) {
    size.note(LIMITS.DOCUMENT_MEASURED_BYTES)
    expect([size.isFull(), size.isHuge()]).toEqual([false, false])
  }
})

test('[ACCESS-12] a document of very many structs is full and huge, however few bytes they are, and no more once they are gone', () => {
  const { doc, size } = open(0)
  growTo(doc, LIMITS.DOCUMENT_STRUCTS)
  expect([size.isFull(), size.isHuge()]).toEqual([false, false])
  growTo(doc, LIMITS.DOCUMENT_STRUCTS + 2)
  expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(LIMITS.DOCUMENT_BYTES / 2)
  expect([size.isFull(), size.isHuge()]).toEqual([true, true])
  doc.getMap('history').clear()
  doc.store.clients.clear()
  expect([size.isFull(), size.isHuge()]).toEqual([false, false])
})

test('[ROOM-19] one that takes too much memory beside others is full and huge: by its structs and by what they hold', () => {
  const { doc, size, others } = open(1_000)
  expect(size.memoryBytes).toBe(0)
  doc.getMap('map').set('key', {})
  size.note(1_000)
  const structs = LIMITS.STRUCT_MEMORY_BYTES
  expect(size.memoryBytes).toBe(structs + 1_000 * LIMITS.CONTENT_MEMORY_TIMES)
  size.set(1_000)
  const bytes = structs + weighContent(doc)
  expect(size.memoryBytes).toBe(bytes)
  others.isCrowding = (most) => most >= bytes
  expect([size.isFull(), size.isHuge()]).toEqual([true, true])
  others.isCrowding = (most) => most > bytes
  expect([size.isFull(), size.isHuge()]).toEqual([false, false])
})

test('[ROOM-19] one that took too much memory is measured before it is called full for it, and seldom', async () => {
  const { doc, clock, size, others } = open(0)
  others.isCrowding = (most) => most >= 100_000
  const text = doc.getText('text')
  const write = (): void => {
    text.insert(0, 'x'.repeat(100_000))
    size.note(100_020)
  }
  write()
  text.delete(0, text.length)
  expect([size.isFull(), size.memoryBytes]).toEqual([false, LIMITS.STRUCT_MEMORY_BYTES])
  write()
  text.delete(0, text.length)
  expect(size.isFull()).toBe(true)
  await clock.advance(LIMITS.DOCUMENT_MEASURED_MS)
  expect(size.isFull()).toBe(false)
})

test('[ACCESS-12] one whose few bytes take very much memory is full', () => {
  const { doc, size } = open(0)
  const objects = { length: LIMITS.DOCUMENT_MEMORY_BYTES / 64 }
  const write = (): void => {
    doc.getMap('records').set(
      'many',
      Array.from(objects, () => ({})),
    )
    size.set(Y.encodeStateAsUpdate(doc).length)
  }
  write()
  expect(size.isFull()).toBe(true)
  objects.length /= 2
  write()
  expect(size.isFull()).toBe(false)
})

test('[ACCESS-12] how large it is exactly is found out once, and anew after somebody wrote', () => {
  const { doc, size } = open(0)
  let encoded = 0
  const count = (): void => void encoded++
  const bytesNow = (): number => Y.encodeStateAsUpdate(doc).length
  // Yjs looks at the clients of a document whenever it writes it down.
  const { clients } = doc.store
  Object.defineProperty(doc.store, 'clients', { get: () => (count(), clients) })
  doc.getText('text').insert(0, 'x'.repeat(1_000))
  size.note(5_000)
  encoded = 0
  expect(size.exactBytes()).toBe(bytesNow())
  const once = encoded
  encoded = 0
  expect(size.exactBytes()).toBe(bytesNow())
  expect(encoded).toBeLessThan(once)
  doc.getText('text').insert(0, 'y')
  size.note(30)
  expect(size.exactBytes()).toBe(bytesNow())
})
