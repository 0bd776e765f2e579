import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyAttributed, dropPending, type ChangedTypes } from '@/server/sync/guard/apply'

interface Peer {
  readonly doc: Y.Doc
  readonly updates: Uint8Array[]
}

function copyOf(doc: Y.Doc, clientId: number): Peer {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = clientId
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  return { doc: copy, updates }
}

function namesOf(doc: Y.Doc, changed: ChangedTypes): Record<string, (string | null)[]> {
  const names = [...changed].map(([type, keys]): [string, (string | null)[]] => {
    const root = [...doc.share].find(([, shared]) => shared === (type as unknown))?.[0]
    return [root ?? type._item?.parentSub ?? '', [...keys]]
  })
  return Object.fromEntries(names)
}

/** The properties of Yjs this rests on; a new version of Yjs has to pass here. */
describe('applying with attribution', () => {
  it('names what each update of one transaction changed, deletions included', () => {
    const doc = new Y.Doc()
    const records = doc.getMap<Y.Map<unknown>>('records')
    doc.transact(() => {
      for (const id of ['a', 'b', 'c']) records.set(id, new Y.Map([['b', id]]))
    })
    const [one, other] = [copyOf(doc, 5), copyOf(doc, 9)]
    one.doc.getMap<Y.Map<unknown>>('records').get('a')?.set('x', 1)
    other.doc.getMap<Y.Map<unknown>>('records').get('a')?.set('y', 2)
    other.doc.getMap<Y.Map<unknown>>('records').delete('b')
    const names: Record<string, (string | null)[]>[] = []
    let all: Record<string, (string | null)[]> = {}
    const events: string[][] = []
    records.observeDeep((deep) => {
      events.push(deep.map((event) => [...event.keys.keys()].join()))
    })
    doc.transact((transaction) => {
      for (const update of [...one.updates, ...other.updates]) {
        names.push(namesOf(doc, applyAttributed(transaction, update)))
      }
      all = namesOf(doc, transaction.changed)
    })
    expect(names).toEqual([{ a: ['x'] }, { a: ['y'] }, { records: ['b'] }])
    expect(all).toEqual({ a: ['x', 'y'], records: ['b'] })
    expect(events).toEqual([['b', 'x,y']])
  })

  it('leaves one update and the client id when the transaction ends as local', () => {
    const doc = new Y.Doc()
    doc.getMap('records').set('a', 1)
    const one = copyOf(doc, 5)
    one.doc.getMap('records').set('a', 2)
    const { clientID } = doc
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.transact((transaction) => {
      applyAttributed(transaction, one.updates[0] ?? new Uint8Array())
      doc.getMap('records').set('a', 3)
      expect(transaction.local).toBe(false)
      transaction.local = true
    })
    expect(doc.clientID).toBe(clientID)
    expect(updates).toHaveLength(1)
    Y.applyUpdate(one.doc, updates[0] ?? new Uint8Array())
    expect(one.doc.getMap('records').get('a')).toBe(3)
  })

  it('merges what changed even when Yjs throws', () => {
    const doc = new Y.Doc()
    doc.transact((transaction) => {
      doc.getMap('records').set('a', 1)
      expect(() => applyAttributed(transaction, Uint8Array.of(1, 2, 3))).toThrow()
      expect(namesOf(doc, transaction.changed)).toEqual({ records: ['a'] })
      transaction.local = true
    })
  })

  it('can forget what Yjs keeps for later', () => {
    const doc = new Y.Doc()
    const one = copyOf(doc, 5)
    one.doc.getMap('records').set('a', 1)
    one.doc.getMap('records').set('a', 2)
    Y.applyUpdate(doc, one.updates[1] ?? new Uint8Array())
    expect(dropPending(doc)).toBe(true)
    expect(dropPending(doc)).toBe(false)
    Y.applyUpdate(doc, one.updates[0] ?? new Uint8Array())
    expect(doc.getMap('records').get('a')).toBe(1)
  })
})
