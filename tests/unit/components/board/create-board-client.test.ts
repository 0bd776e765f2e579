import { WebSocket } from 'ws'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { createBoardClient } from '@/components/board/create-board-client'
import { createMemoryOfflineStorage } from '@/components/board/offline/storage/memory-offline-storage'
import type { OfflineStorage } from '@/components/board/offline/storage/offline-storage'
import type { Clock } from '@/components/board/sync/clock'
import type { Role } from '@/lib/access/roles'
import type { InitiativeId, PersonId } from '@/lib/ids'
import { BOARD } from '@/tests/support/boards/stored-board'
import { startSyncServer, type SyncServer } from '@/tests/support/rooms/sync-server'
import { SeededRandom } from '@/tests/support/seeded-random'
import { until } from '@/tests/support/until'

const PICTURE_MS = 16

/** No timer of a page runs that is gone. */
let isPageGone = false

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(() => {
      if (!isPageGone) run()
    }, ms)
    return () => clearTimeout(timer)
  },
  frame: (run) => clock.after(PICTURE_MS, run),
}

let server: SyncServer
const opened: BoardClient[] = []
let sockets: WebSocket[] = []
let offline: OfflineStorage

beforeEach(async () => {
  isPageGone = false
  offline = createMemoryOfflineStorage()
  server = await startSyncServer()
})
afterEach(async () => {
  for (const client of opened.splice(0)) client.stop()
  sockets = []
  vi.unstubAllGlobals()
  await server.stop()
})

/** A browser's socket: it carries the cookie by itself. */
function socketOf(name: string, role: Role): typeof globalThis.WebSocket {
  class CookieSocket extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols, { headers: { cookie: `${name}/${role}` } })
      sockets.push(this)
    }
  }
  return CookieSocket as unknown as typeof globalThis.WebSocket
}

async function open(name: string, role: Role = 'participant', epoch = 1): Promise<BoardClient> {
  const random = new SeededRandom(name.length)
  const client = createBoardClient({
    boardId: BOARD,
    title: 'Board',
    me: { personId: `person-${name}` as PersonId, name, role, colorSlot: 0 },
    epoch,
    origin: 'http://not.used',
    socketUrl: server.url,
    now: () => Date.now(),
    random: (length) => random.bytes(length),
    clock,
    WebSocketClass: socketOf(name, role),
    offline,
  })
  opened.push(client)
  client.start()
  await until(`${name} is there`, () => client.ready.get() || client.saveState.get().kind === 'closed')
  return client
}

function idOf(text: string): InitiativeId {
  return text as InitiativeId
}

test('what one adds the other sees, and saved is said once it is on the disk', async () => {
  const [ada, bo] = [await open('Ada'), await open('Bo')]
  expect(ada.saveState.get()).toEqual({ kind: 'saved' })
  ada.commands.addInitiatives([{ id: idOf('ship'), title: 'Ship' }])
  expect(ada.saveState.get()).toEqual({ kind: 'saving' })
  await until('it is saved', () => ada.saveState.get().kind === 'saved')
  await until('Bo sees it', () => bo.view.initiative(idOf('ship')).get()?.title === 'Ship')
  expect(bo.view.unplaced.get()).toEqual(['ship'])
  ada.undo.undo()
  await until('Bo sees it go', () => bo.view.initiatives.get().length === 0)
})

test('a cut line shows how many changes wait, and they are saved when it is back', async () => {
  const ada = await open('Ada')
  for (const socket of sockets) socket.terminate()
  await until('the line is noticed', () => ada.saveState.get().kind === 'offline')
  ada.commands.addInitiatives([{ id: idOf('ship'), title: 'Ship' }])
  ada.commands.addInitiatives([{ id: idOf('sell'), title: 'Sell' }])
  expect(ada.saveState.get()).toEqual({ kind: 'offline', changes: 2 })
  await until('both are saved', () => ada.saveState.get().kind === 'saved')
  const bo = await open('Bo')
  expect([...bo.view.initiatives.get()].sort()).toEqual(['sell', 'ship'])
  expect(ada.undo.canUndo.get()).toBe(true)
})

test('of a line that is back at once nobody is told', async () => {
  const ada = await open('Ada')
  for (const socket of sockets) socket.terminate()
  await until('the line is noticed', () => ada.saveState.get().kind === 'offline')
  expect(ada.toldState.get()).toEqual({ kind: 'saved' })
  ada.commands.addInitiatives([{ id: idOf('ship'), title: 'Ship' }])
  expect(ada.toldState.get()).toEqual({ kind: 'saving' })
  await until('it is saved', () => ada.saveState.get().kind === 'saved')
  expect(ada.toldState.get()).toEqual({ kind: 'saved' })
})

test('the board is called what its facilitators call it at this moment', async () => {
  const ada = await open('Ada')
  expect(ada.title.get()).toBe('Board')
  server.rooms.retitle(BOARD, 'Autumn')
  await until('Ada is told', () => ada.title.get() === 'Autumn')
})

test('a hand is seen by others, with its name, and nothing of it enters the document', async () => {
  const [ada, bo] = [await open('Ada'), await open('Bo')]
  await until('they know of each other', () => bo.presence.people.get().length === 2)
  let writes = 0
  bo.board.doc.on('update', () => writes++)
  ada.lane.begin('tray', [{ id: 'ship', x: 1, y: 2 }])
  ada.lane.moveBy(10, 20)
  await until('Bo sees the hand', () => bo.lane.remote.get()[0]?.records[0]?.x === 11)
  expect(bo.lane.heldBy('ship')).toBe('Ada')
  ada.stop()
  await until('the hold is gone with its person', () => bo.lane.heldBy('ship') === null)
  expect(writes).toBe(0)
})

test('while the server cannot save, editing is locked and nothing is lost', async () => {
  const ada = await open('Ada')
  server.storage.isFull = true
  ada.commands.addInitiatives([{ id: idOf('ship'), title: 'Ship' }])
  await until('it is told', () => ada.saveState.get().kind === 'cannot-save')
  expect(ada.canEdit.get()).toBe(false)
  server.storage.isFull = false
  await until('it is saved after all', () => ada.saveState.get().kind === 'saved', 15_000)
  expect(ada.canEdit.get()).toBe(true)
})

test('a viewer sees and cannot edit', async () => {
  const viewer = await open('Vera', 'viewer')
  expect(viewer.canEdit.get()).toBe(false)
  expect(viewer.commands.addInitiatives([{ id: idOf('ship'), title: 'Ship' }])).toEqual([])
  expect(viewer.notice.get()?.tone).toBe('attention')
  expect(viewer.saveState.get()).toEqual({ kind: 'saved' })
})

test('another epoch ends it with the reason', async () => {
  const ada = await open('Ada', 'participant', 9)
  expect(ada.saveState.get()).toEqual({ kind: 'closed', code: 'epoch-changed' })
  expect(ada.canEdit.get()).toBe(false)
})

test('what the page still does when it hears that it goes is written down, whoever hears of that first', async () => {
  const page = new EventTarget()
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', { visibilityState: 'hidden' })
  const ada = await open('Ada')
  for (const socket of sockets) socket.terminate()
  await until('the line is noticed', () => ada.saveState.get().kind === 'offline')
  isPageGone = true
  page.dispatchEvent(new Event('pagehide'))
  // Between two who hear the same event a browser does all that waits for promises.
  await new Promise<void>((resolve) => setImmediate(resolve))
  ada.commands.addInitiatives([{ id: idOf('ship'), title: 'Ship' }])
  page.dispatchEvent(new Event('visibilitychange'))
  const owner = { personId: ada.me.get().personId, boardId: BOARD }
  await until('it is written down', async () => (await offline.read(owner)).changes.length === 1)
})
