import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { isEchoNeeded } from '@/server/sync/document/echo'

const SERVER = 7

/** What each of these changes to a document of this client id leaves as an update, and all of them together. */
function write(clientId: number, ...changes: ((root: Y.Map<unknown>) => void)[]): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const change of changes) change(doc.getMap('root'))
  return updates
}

describe('isEchoNeeded', () => {
  it('says no where the outcome is what was sent, in one message or several', () => {
    const sent = write(
      1,
      (root) => root.set('a', 1),
      (root) => root.set('b', 2),
    )
    const [first = new Uint8Array()] = sent
    expect(isEchoNeeded(first, [first], SERVER)).toBe(false)
    expect(isEchoNeeded(Y.mergeUpdates(sent), sent, SERVER)).toBe(false)
  })

  it('says yes where the server wrote something itself', () => {
    const [sent = new Uint8Array()] = write(1, (root) => root.set('a', 1))
    const [answer = new Uint8Array()] = write(SERVER, (root) => root.set('a', 0))
    expect(isEchoNeeded(Y.mergeUpdates([sent, answer]), [sent], SERVER)).toBe(true)
  })

  it('says yes where anything was deleted that the one message does not account for', () => {
    const sent = write(
      1,
      (root) => root.set('a', 1),
      (root) => root.delete('a'),
    )
    const [first = new Uint8Array(), second = new Uint8Array()] = sent
    expect(isEchoNeeded(Y.mergeUpdates(sent), [first], SERVER)).toBe(true)
    expect(isEchoNeeded(second, [second], SERVER)).toBe(false)
  })
})
