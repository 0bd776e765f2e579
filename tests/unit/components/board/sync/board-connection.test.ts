import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, expect, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { ACK_PATIENCE_MS, BoardConnection, OPEN_PATIENCE_MS } from '@/components/board/sync/board-connection'
import { DOCUMENT_VERSION } from '@/lib/board/document/document-version'
import { CLOSE_CODES } from '@/lib/sync/close-codes'
import { LIMITS } from '@/lib/sync/limits'
import { MESSAGE, SYNC, encodeAck, encodeSync, type Refusal, type SessionMessage } from '@/lib/sync/messages'
import { readPresence } from '@/server/sync/movement/presence-frames'
import { until } from '@/tests/support/until'
import { FakeBoardClock } from '../support/fake-board-clock'
import { FakeSocket } from '../support/fake-socket'

let connection: BoardConnection
const sessions: SessionMessage[] = []
const refusals: Refusal[] = []
let clock: FakeBoardClock
let doc: Y.Doc

function connect(): FakeSocket {
  FakeSocket.made = []
  clock = new FakeBoardClock()
  doc = new Y.Doc()
  connection = new BoardConnection({
    doc,
    boardId: 'board-1',
    epoch: 3,
    socketUrl: 'ws://server/sync',
    clock,
    random: (length) => new Uint8Array(length),
    WebSocketClass: FakeSocket as unknown as typeof WebSocket,
    messages: {
      session: (message) => sessions.push(message),
      lane: () => undefined,
      refused: (refusal) => refusals.push(refusal),
    },
    onOpened: () => undefined,
  })
  connection.start()
  connection.start()
  return lastSocket()
}

function lastSocket(): FakeSocket {
  const socket = FakeSocket.made.at(-1)
  if (!socket) throw new Error('No socket was made.')
  return socket
}

function clientsIn(frame: Uint8Array): number[] {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return readPresence(decoding.readVarUint8Array(decoder), () => true).map(({ clientId }) => clientId)
}

function state(): string {
  return connection.saves.state.get().kind
}

afterEach(() => connection.stop())

test('it asks for the private messages and names its epoch and the form of documents it knows', () => {
  const socket = connect()
  expect(FakeSocket.made).toHaveLength(1)
  const url = new URL(socket.url)
  expect(url.pathname).toBe('/sync/board-1')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    caps: 'ack,session,lane,refusal',
    epoch: '3',
    version: DOCUMENT_VERSION,
  })
})

test('saved is said only when every frame of this connection is acked', () => {
  const socket = connect()
  const server = new Y.Doc()
  server.getMap('meta').set('epoch', 3)
  socket.open()
  expect(state()).toBe('connecting')
  socket.synchronise(server)
  expect(state()).toBe('saved')
  doc.getMap('records').set('a', 1)
  expect(state()).toBe('saving')
  socket.say(encodeAck(1))
  expect(state()).toBe('saved')
})

test('changes made offline are saved by the step2 that carries them', async () => {
  const server = new Y.Doc()
  connect().open()
  lastSocket().synchronise(server)
  lastSocket().close(1012)
  doc.getMap('records').set('a', 1)
  doc.getMap('records').set('b', 1)
  expect(connection.saves.state.get()).toEqual({ kind: 'offline', changes: 2 })
  await until('it connects again', () => FakeSocket.made.length === 2)
  lastSocket().open()
  lastSocket().say(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(server)))
  expect(state()).toBe('saving')
  lastSocket().say(encodeSync(SYNC.step1, Y.encodeStateVector(server)))
  expect(state()).toBe('saving')
  lastSocket().say(encodeAck(1))
  expect(state()).toBe('saved')
})

test('a server that does not ack is asked, and then left for a new connection', async () => {
  const socket = connect()
  socket.open()
  socket.synchronise(new Y.Doc())
  doc.getMap('records').set('a', 1)
  const sentBefore = socket.sent.length
  await clock.advance(ACK_PATIENCE_MS)
  expect(socket.sent.slice(sentBefore).map(([type, kind]) => [type, kind])).toEqual([
    [MESSAGE.sync, SYNC.step1],
  ])
  await clock.advance(ACK_PATIENCE_MS)
  expect(socket.readyState).toBe(3)
  await clock.advance(1_000)
  expect(FakeSocket.made).toHaveLength(2)
})

test('a frame still on its way out is waited for', async () => {
  const socket = connect()
  socket.open()
  socket.synchronise(new Y.Doc())
  doc.getMap('records').set('a', 1)
  socket.bufferedAmount = 1_000_000
  await clock.advance(4 * ACK_PATIENCE_MS)
  expect(socket.readyState).toBe(1)
})

test('a permanent close code ends it with its reason, and nothing tries again', () => {
  const socket = connect()
  socket.open()
  socket.close(CLOSE_CODES.reload)
  expect(connection.saves.state.get()).toEqual({ kind: 'closed', code: 'reload-needed' })
  connection.probe()
  expect(FakeSocket.made).toHaveLength(1)
})

test('presence sent after a reconnection is newer than the farewell others heard', () => {
  const socket = connect()
  connection.awareness.setLocalState({ idle: false })
  socket.open()
  const clockOf = (): number => connection.awareness.meta.get(doc.clientID)?.clock ?? -1
  const before = clockOf()
  socket.close(1012)
  expect(clockOf()).toBeGreaterThan(before)
})

test('only the own presence is told: on connecting, on every change and on leaving, never what others say', () => {
  const socket = connect()
  connection.awareness.setLocalState({ idle: false })
  socket.open()
  const other = new Awareness(new Y.Doc())
  other.setLocalState({ idle: true })
  const hearOther = (): void => socket.say(presenceOf(other))
  hearOther()
  connection.awareness.setLocalState({ idle: true })
  other.setLocalState(null)
  hearOther()
  connection.awareness.setLocalState(null)
  const told = socket.sent.filter(([type]) => type === MESSAGE.awareness)
  expect(told.map((frame) => clientsIn(frame))).toEqual([[doc.clientID], [doc.clientID], [doc.clientID]])
  expect(connection.awareness.getStates().has(other.clientID)).toBe(false)
  other.destroy()
})

/** What a server says of somebody who is present. */
function presenceOf(other: Awareness): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(other, [other.clientID]))
  })
}

test('somebody who said nothing new meanwhile is seen again on the next connection', async () => {
  const other = new Awareness(new Y.Doc())
  other.setLocalState({ idle: true })
  const sees = (): boolean => connection.awareness.getStates().has(other.clientID)
  const socket = connect()
  socket.open()
  socket.say(presenceOf(other))
  expect(sees()).toBe(true)
  socket.close(1012)
  expect(sees()).toBe(false)
  await until('it connects again', () => FakeSocket.made.length === 2)
  lastSocket().open()
  lastSocket().say(presenceOf(other))
  expect(sees()).toBe(true)
  other.destroy()
})

test('private messages reach their readers, and unreadable ones are passed over', () => {
  const socket = connect()
  socket.open()
  const json = (type: number, value: unknown): Uint8Array =>
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, type)
      encoding.writeVarString(encoder, JSON.stringify(value))
    })
  socket.say(json(MESSAGE.session, { type: 'role', role: 'viewer' }))
  socket.say(json(MESSAGE.session, { type: 'from the future' }))
  socket.say(json(MESSAGE.refusal, { code: 'not-allowed', record: 'records/shape:a' }))
  expect(sessions).toEqual([{ type: 'role', role: 'viewer' }])
  expect(refusals).toEqual([{ code: 'not-allowed', record: 'records/shape:a' }])
})

test('a page that writes under another id by now leaves, and comes again, like any', async () => {
  connect().open()
  doc.clientID++
  connection.probe()
  connection.awareness.setLocalState({ idle: false })
  await clock.advance(5_000)
  lastSocket().open()
  const told = lastSocket().sent.filter((frame) => frame[0] === MESSAGE.awareness)
  expect(FakeSocket.made).toHaveLength(2)
  expect(told.flatMap(clientsIn)).toContain(connection.awareness.clientID)
  doc.clientID++
  expect(() => connection.stop()).not.toThrow()
})

test('a document that is being renewed is not asked for again by a page that somebody looks at', () => {
  connect().close()
  connection.saves.renewing()
  connection.probe()
  expect(FakeSocket.made).toHaveLength(1)
})

test('a server that turns a newcomer away does answer, and a line that ends does not', () => {
  connect().onclose?.({ code: CLOSE_CODES.overloaded, reason: 'overloaded' })
  expect(state()).toBe('connecting')
  connection.stop()
  connect().onclose?.({ code: CLOSE_CODES.overloaded, reason: 'no line' })
  expect(state()).toBe('unreachable')
})

test('a probe that hears nothing makes a new connection', async () => {
  const socket = connect()
  socket.open()
  connection.probe()
  const last = socket.sent.at(-1) ?? new Uint8Array()
  expect(decoding.readVarUint(decoding.createDecoder(last))).toBe(MESSAGE.sync)
  await clock.advance(5_000)
  expect(FakeSocket.made).toHaveLength(2)
})

test('a socket that never opens is given up for another', async () => {
  const socket = connect()
  await clock.advance(OPEN_PATIENCE_MS)
  expect(socket.readyState).toBe(3)
  await clock.advance(1_000)
  expect(FakeSocket.made).toHaveLength(2)
  lastSocket().open()
  await clock.advance(OPEN_PATIENCE_MS)
  expect(lastSocket().readyState).toBe(1)
})

test('a probe waits only a little longer for a socket that does not open, however often it is asked for', async () => {
  const socket = connect()
  connection.probe()
  await clock.advance(2_000)
  connection.probe()
  await clock.advance(1_000)
  expect(socket.readyState).toBe(3)
  await clock.advance(1_000)
  expect(FakeSocket.made).toHaveLength(2)
})

test('a line that is lost is a brief gap until everything has come again', async () => {
  const server = new Y.Doc()
  connect().open()
  expect(connection.gap.isOpen.get()).toBe(false)
  lastSocket().synchronise(server)
  lastSocket().close(1012)
  expect(connection.gap.isOpen.get()).toBe(true)
  await until('it connects again', () => FakeSocket.made.length === 2)
  lastSocket().open()
  expect(connection.gap.isOpen.get()).toBe(true)
  lastSocket().synchronise(server)
  expect([connection.gap.isOpen.get(), state()]).toEqual([false, 'saved'])
})

test('a line on which the server has fallen silent is asked about, and then left for a new connection', async () => {
  const socket = connect()
  socket.open()
  socket.synchronise(new Y.Doc())
  const sentBefore = socket.sent.length
  await clock.advance(LIMITS.HEARTBEAT_MS)
  expect(socket.sent.slice(sentBefore).filter(([type]) => type === MESSAGE.sync)).toEqual([])
  await clock.advance(LIMITS.HEARTBEAT_MS)
  expect(socket.readyState).toBe(3)
  await clock.advance(1_000)
  expect(FakeSocket.made).toHaveLength(2)
})
