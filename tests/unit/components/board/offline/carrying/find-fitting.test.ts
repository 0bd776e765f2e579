import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { findFitting } from '@/components/board/offline/carrying/find-fitting'

/** What inserting a, then b behind it, and then deleting b was written as. */
function written(): { update: Uint8Array }[] {
  const doc = new Y.Doc()
  const changes: { update: Uint8Array }[] = []
  doc.on('update', (update: Uint8Array) => changes.push({ update }))
  const text = doc.getText('title')
  text.insert(0, 'a')
  text.insert(1, 'b')
  text.delete(1, 1)
  return changes
}

test('what builds on something that is missing does not fit, and with it it does; the document stays as it is', () => {
  const [first, second, deletion] = written()
  const doc = new Y.Doc()
  const fitting = (changes: readonly unknown[]) => findFitting(doc, changes as { update: Uint8Array }[])
  expect([fitting([second]), fitting([deletion]), fitting([{}])]).toEqual([[], [], []])
  expect(fitting([second, first, deletion])).toEqual([second, first, deletion])
  expect(doc.getText('title').toJSON()).toBe('')
})

test('one that does not fit keeps no other from fitting', () => {
  const [, orphan] = written()
  const other = written()
  expect(findFitting(new Y.Doc(), [orphan ?? {}, ...other, {}])).toEqual(other)
})

test('what deletes what it wrote itself fits', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(() => {
    doc.getText('title').insert(0, 'ab')
    doc.getText('title').delete(1, 1)
  })
  const changes = [{ update: written()[1]?.update }, { update: updates[0] }]
  expect(findFitting(new Y.Doc(), changes)).toEqual([changes[1]])
})

test('hundreds that build on one that is missing do not have all others read once more for each', () => {
  let reads = 0
  const typed = (): { readonly update: Uint8Array }[] => {
    const doc = new Y.Doc()
    const changes: { readonly update: Uint8Array }[] = []
    doc.on('update', (update: Uint8Array) =>
      changes.push({
        get update() {
          reads++
          return update
        },
      }),
    )
    for (let at = 0; at < 200; at++) doc.getText('title').insert(at, 'a')
    for (let at = 200; at > 0; at--) doc.getText('title').delete(at - 1, 1)
    return changes
  }
  const [whole, [, ...orphans]] = [typed(), typed()]
  expect(findFitting(new Y.Doc(), [...whole, ...orphans])).toEqual(whole)
  expect(reads).toBeLessThan(10 * (whole.length + orphans.length))
})
