import { atom, type Atom } from '@tldraw/state'
import { afterEach, expect, test } from 'vitest'
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Me } from '@/components/board/board-client'
import {
  IDLE_AFTER_MS,
  createPresence,
  type ConnectedPresence,
} from '@/components/board/presence/create-presence'
import type { PersonId } from '@/lib/ids'
import { parsePresenceState } from '@/server/sync/movement/presence-state'
import { FakeBoardClock } from '../support/fake-board-clock'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function open(name = 'ada'): {
  presence: ConnectedPresence
  awareness: Awareness
  me: Atom<Me>
  clock: FakeBoardClock
  isBriefGap: Atom<boolean>
  updates: () => number
} {
  const clock = new FakeBoardClock()
  const awareness = new Awareness(new Y.Doc())
  const me = atom<Me>('me', { personId: name as PersonId, name, role: 'participant', colorSlot: 1 })
  const isBriefGap = atom('brief gap', false)
  const presence = createPresence({ awareness, me, clock, isBriefGap })
  let updates = 0
  awareness.on('update', () => updates++)
  stops.push(
    () => presence.stop(),
    () => awareness.destroy(),
  )
  return { presence, awareness, me, clock, isBriefGap, updates: () => updates }
}

/** What one tells, as the other hears it. */
function tell(from: Awareness, to: Awareness): void {
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'remote')
}

test('a moving pointer is told twelve times a second, its last place always', async () => {
  const { presence, awareness, clock, updates } = open()
  await clock.advance(1_000)
  const before = updates()
  for (let x = 0; x <= 100; x++) {
    presence.set({ cursor: { x, y: 0 } })
    await clock.advance(10)
  }
  await clock.advance(200)
  expect(updates() - before).toBeLessThanOrEqual(14)
  expect(awareness.getLocalState()).toMatchObject({ cursor: { x: 100, y: 0 }, user: { name: 'ada' } })
})

test('a new name or role of my own is told at once, the same one not again, and none by a page that left', () => {
  const { presence, awareness, me, updates } = open()
  me.update((old) => ({ ...old, name: 'Ada Lovelace' }))
  expect(awareness.getLocalState()).toMatchObject({ user: { name: 'Ada Lovelace', role: 'participant' } })
  expect(presence.people.get()[0]?.name).toBe('Ada Lovelace')
  me.update((old) => ({ ...old, role: 'viewer' }))
  expect(awareness.getLocalState()).toMatchObject({ user: { role: 'viewer' } })
  const before = updates()
  me.update((old) => ({ ...old }))
  expect(updates()).toBe(before)
  presence.leave()
  me.update((old) => ({ ...old, name: 'Ada' }))
  expect(awareness.getLocalState()).toBeNull()
  presence.comeBack()
  expect(awareness.getLocalState()).toMatchObject({ user: { name: 'Ada' } })
})

test('everything else is told at once, and what is the same is not told again', () => {
  const { presence, awareness, updates } = open()
  presence.set({ selection: ['shape:a'] })
  expect(awareness.getLocalState()).toMatchObject({ selection: ['shape:a'] })
  const before = updates()
  presence.set({ selection: ['shape:a'] })
  expect(updates()).toBe(before)
})

test('who does nothing for two minutes is idle until the next sign of life', async () => {
  const { presence, awareness, clock } = open()
  await clock.advance(IDLE_AFTER_MS - 1)
  expect(awareness.getLocalState()).toMatchObject({ idle: false })
  await clock.advance(1)
  expect(awareness.getLocalState()).toMatchObject({ idle: true })
  presence.touch()
  expect(awareness.getLocalState()).toMatchObject({ idle: false })
})

test('a person with two tabs is two pointers and one person, and I come first', () => {
  const mine = open('zoe')
  for (const other of [open('bo'), open('bo'), open('zoe')]) tell(other.awareness, mine.awareness)
  expect(mine.presence.others.get()).toHaveLength(3)
  expect(mine.presence.people.get().map(({ name }) => name)).toEqual(['zoe', 'bo'])
})

test('people come by name, and those with a number by that', () => {
  const mine = open('zoe')
  for (const name of ['Guest 10', 'Guest 6', 'ada']) tell(open(name).awareness, mine.awareness)
  expect(mine.presence.people.get().map(({ name }) => name)).toEqual(['zoe', 'ada', 'Guest 6', 'Guest 10'])
})

test('presence that is none is passed over', () => {
  const mine = open()
  const other = open('bo')
  other.awareness.setLocalState({ user: { name: 5 }, cursor: 'here' })
  tell(other.awareness, mine.awareness)
  expect(mine.presence.others.get()).toEqual([])
})

test('a page that is left takes its presence away, and one that comes back has it', () => {
  const { presence, awareness } = open()
  presence.set({ selection: ['shape:a'] })
  presence.leave()
  expect(awareness.getLocalState()).toBeNull()
  presence.set({ cursor: { x: 1, y: 1 } })
  expect(awareness.getLocalState()).toBeNull()
  presence.comeBack()
  expect(awareness.getLocalState()).toMatchObject({ selection: ['shape:a'] })
})

test('a pointer that moves changes neither who is here nor who is away', async () => {
  const mine = open('zoe')
  const [bo, second] = [open('bo'), open('bo')]
  for (const other of [bo, second]) tell(other.awareness, mine.awareness)
  const people = mine.presence.people.get()
  const away = mine.presence.away.get()
  bo.presence.set({ cursor: { x: 1, y: 2 } })
  await bo.clock.advance(100)
  tell(bo.awareness, mine.awareness)
  expect(mine.presence.others.get().some(({ cursor }) => cursor?.x === 1)).toBe(true)
  expect(mine.presence.people.get()).toBe(people)
  expect(mine.presence.away.get()).toBe(away)
})

test('who rests in every tab is away, who is busy in one of them is not', async () => {
  const mine = open('zoe')
  const [bo, second] = [open('bo'), open('bo')]
  await bo.clock.advance(IDLE_AFTER_MS)
  for (const other of [bo, second]) tell(other.awareness, mine.awareness)
  expect(mine.presence.away.get()).toEqual([])
  await second.clock.advance(IDLE_AFTER_MS)
  tell(second.awareness, mine.awareness)
  expect(mine.presence.away.get()).toEqual(['bo'])
})

test('while the line is gone for a moment the others stay, and go when it does not come back', () => {
  const [ada, bo] = [open('ada'), open('bo')]
  tell(bo.awareness, ada.awareness)
  const names = (): string[] => ada.presence.people.get().map(({ name }) => name)
  expect(names()).toEqual(['ada', 'bo'])
  ada.isBriefGap.set(true)
  removeAwarenessStates(ada.awareness, [bo.awareness.clientID], 'line')
  expect(names()).toEqual(['ada', 'bo'])
  ada.isBriefGap.set(false)
  expect(names()).toEqual(['ada'])
})

test('whatever lies on the board, what is told of me is what the server takes', async () => {
  const { presence, awareness, clock } = open()
  const taken = () => parsePresenceState(JSON.stringify(awareness.getLocalState()))
  presence.set({
    cursor: { x: 10_000_180.4, y: -1e9 },
    camera: { x: 1e7 + 0.4, y: -2e7, w: 25_600, h: 14_400 },
  })
  await clock.advance(100)
  expect(taken()).toMatchObject({
    cursor: { x: 10_000_000, y: -10_000_000 },
    camera: { x: 10_000_000, y: -10_000_000, w: 25_600, h: 14_400 },
  })
  const longest = (letter: string): string[] =>
    Array.from({ length: 30 }, (_, at) => `shape:${letter.repeat(150)}${at}`)
  for (const letter of ['a', '\u4e00', '\u0001', '\ud800']) {
    presence.set({ selection: longest(letter), editing: `records/${longest(letter)[0] ?? ''}` })
    expect(taken()?.selection?.length, JSON.stringify(letter)).toBeGreaterThan(1)
  }
  const cards = Array.from({ length: 20 }, (_, at) => `shape:card-${'i'.repeat(22)}-${'t'.repeat(20)}${at}`)
  presence.set({ selection: cards })
  expect(taken()?.selection).toEqual(cards)
})
