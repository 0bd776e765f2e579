import { atom } from '@tldraw/state'
import type { Editor, TLShapeId } from 'tldraw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { BoardClient, Me, Notice } from '@/components/board/board-client'
import { createTeller } from '@/components/board/client/create-teller'
import { createPresence, IDLE_AFTER_MS } from '@/components/board/presence/create-presence'
import { keepOneWriter } from '@/components/canvas/rules/one-writer'
import type { Role } from '@/lib/access/roles'
import type { PersonId } from '@/lib/ids'
import { FakeBoardClock } from '../../board/support/fake-board-clock'

const NOTE = 'shape:note' as TLShapeId

/** A person at a canvas with one note; `clientId` is the number the document and the others know them by. */
function sitDown(name: string, clientId: number, role: Role = 'participant') {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const awareness = new Awareness(doc)
  const me = atom<Me>('me', { personId: name as PersonId, name, role, colorSlot: 1 })
  const presence = createPresence({ awareness, me, clock })
  const notice = atom<Notice | null>('notice', null)
  const open = atom<TLShapeId | null>('open text', null)
  const selected = atom<readonly TLShapeId[]>('selected', [])
  const editor = {
    isDisposed: false,
    getEditingShapeId: () => open.get(),
    getShape: (id: TLShapeId) => ({ id, type: 'note' }),
    complete: () => open.set(null),
    selectNone: () => selected.set([]),
  } as unknown as Editor
  const client = { me, presence, notice, tell: createTeller(notice) } as unknown as BoardClient
  const stopRule = keepOneWriter(editor, client)
  return {
    doc,
    awareness,
    presence,
    notice,
    selected,
    isIn: () => open.get() === NOTE,
    open: () => {
      selected.set([NOTE])
      open.set(NOTE)
    },
    close: () => open.set(null),
    stop: () => {
      stopRule()
      presence.stop()
      awareness.destroy()
    },
  }
}

type Person = ReturnType<typeof sitDown>

let clock: FakeBoardClock
let ada: Person
let bo: Person
beforeEach(() => {
  clock = new FakeBoardClock()
  ada = sitDown('Ada', 4)
  bo = sitDown('Bo', 9)
})
afterEach(() => {
  ada.stop()
  bo.stop()
})

/** What both have told arrives at the other, and both have answered it. */
async function hearEachOther(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    const told = [ada, bo].map(({ awareness }) => encodeAwarenessUpdate(awareness, [awareness.clientID]))
    const [fromAda, fromBo] = told
    if (fromBo) applyAwarenessUpdate(ada.awareness, fromBo, 'remote')
    if (fromAda) applyAwarenessUpdate(bo.awareness, fromAda, 'remote')
    await Promise.resolve()
  }
}

test.each(['Ada', 'Bo'])('a note that %s writes in lets nobody else in, and they are told', async (first) => {
  const [writer, other] = first === 'Ada' ? [ada, bo] : [bo, ada]
  writer.open()
  await hearEachOther()
  other.open()
  await hearEachOther()
  expect([writer.isIn(), other.isIn()]).toEqual([true, false])
  expect(other.notice.get()?.sentence).toBe(`${first} is writing here. It is yours as soon as they stop.`)
  expect(writer.notice.get()).toBeNull()

  writer.close()
  await hearEachOther()
  other.open()
  await hearEachOther()
  expect(other.isIn()).toBe(true)
})

test('of two who open a note at the same moment exactly one stays: the one whose letters the board keeps', async () => {
  ada.open()
  bo.open()
  ada.doc.getMap('note').set('text', 'Adas letters')
  bo.doc.getMap('note').set('text', 'Bos letters')
  await hearEachOther()
  expect([ada.isIn(), bo.isIn()]).toEqual([false, true])
  expect(ada.notice.get()?.sentence).toContain('Bo is writing here.')
  expect(bo.notice.get()).toBeNull()

  Y.applyUpdate(ada.doc, Y.encodeStateAsUpdate(bo.doc))
  Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ada.doc))
  for (const { doc } of [ada, bo]) expect(doc.getMap('note').get('text')).toBe('Bos letters')
})

test('whoever may only look on keeps nobody out of a note, whatever they say', async () => {
  bo.stop()
  bo = sitDown('Bo', 9, 'viewer')
  bo.presence.set({ editing: `records/${NOTE}` })
  await hearEachOther()
  ada.open()
  await hearEachOther()
  expect(ada.isIn()).toBe(true)
  expect(ada.notice.get()).toBeNull()
})

test('a writer who rests stays in as long as nobody else wants to write', async () => {
  bo.open()
  await clock.advance(IDLE_AFTER_MS)
  await hearEachOther()
  expect(bo.isIn()).toBe(true)
})

test('a writer who rests gives way to whoever comes, has nothing selected, and is told when they are back', async () => {
  bo.open()
  await hearEachOther()
  await clock.advance(IDLE_AFTER_MS)
  ada.presence.set({})
  await hearEachOther()
  ada.open()
  await hearEachOther()
  expect([ada.isIn(), bo.isIn()]).toEqual([true, false])
  expect(bo.selected.get()).toEqual([])
  expect(bo.presence.isIdle.get()).toBe(true)
  expect(bo.notice.get()).toBeNull()

  bo.presence.set({ cursor: { x: 1, y: 1 } })
  await hearEachOther()
  expect(bo.notice.get()?.sentence).toContain('Ada is writing here.')
  bo.open()
  await hearEachOther()
  expect([ada.isIn(), bo.isIn()]).toEqual([true, false])
})

test('where a resting writer comes back at the moment another comes, exactly one stays', async () => {
  ada.open()
  await hearEachOther()
  await clock.advance(IDLE_AFTER_MS)
  bo.presence.set({})
  await hearEachOther()
  ada.presence.set({})
  bo.open()
  await hearEachOther()
  expect([ada.isIn(), bo.isIn()]).toEqual([false, true])
})

test('one’s own other page keeps nobody out', async () => {
  bo.stop()
  bo = sitDown('Ada', 9)
  ada.open()
  await hearEachOther()
  bo.open()
  await hearEachOther()
  expect([ada.isIn(), bo.isIn()]).toEqual([true, true])
})
