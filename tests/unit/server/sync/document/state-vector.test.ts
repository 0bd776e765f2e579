import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { knownPart, vectorBefore } from '@/server/sync/document/state-vector'

describe('vectorBefore', () => {
  it('is the state vector the document had before its last updates, also of people who came new', () => {
    const doc = new Y.Doc()
    const newcomer = new Y.Doc()
    doc.getText('text').insert(0, 'before')
    const before = Y.encodeStateVector(doc)
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getText('text').insert(0, 'first ')
    newcomer.getText('other').insert(0, 'hello')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(newcomer))
    doc.getText('text').delete(0, 2)
    const clocks = Y.decodeStateVector(vectorBefore(doc, updates))
    expect(clocks.get(doc.clientID)).toBe(Y.decodeStateVector(before).get(doc.clientID))
    expect(clocks.get(newcomer.clientID)).toBe(0)
    expect(vectorBefore(doc, [])).toEqual(Y.encodeStateVector(doc))
  })
})

describe('knownPart', () => {
  it('is the same for all copies that lack the same, whatever else they have', () => {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, 'hello')
    const newcomer = new Y.Doc()
    expect(knownPart(doc, Y.encodeStateVector(newcomer))).toEqual(Uint8Array.of(0))
    newcomer.getText('text').insert(0, 'mine')
    expect(knownPart(doc, Y.encodeStateVector(newcomer))).toEqual(Uint8Array.of(0))
    Y.applyUpdate(newcomer, Y.encodeStateAsUpdate(doc))
    expect(knownPart(doc, Y.encodeStateVector(newcomer))).toEqual(Y.encodeStateVector(doc))
    const ahead = new Y.Doc()
    ahead.clientID = doc.clientID
    ahead.getText('text').insert(0, 'hello and more')
    expect(knownPart(doc, Y.encodeStateVector(ahead))).toEqual(Y.encodeStateVector(doc))
  })
})
