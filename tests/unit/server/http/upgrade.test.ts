import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { BoardStorage } from '@/server/storage/board-storage'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { cookieFrom, startHttpHarness } from '@/tests/support/rooms/http-harness'
import { until } from '@/tests/support/until'
import { connectClient } from '@/tests/support/rooms/sync-client'

it('a door is empty once everybody who was told to leave has said goodbye', async () => {
  const server = await startHttpHarness()
  const created = await server.post('/api/boards', { title: 'Goodbyes', name: 'Fay' })
  const { id } = (await created.json()) as { id: string }
  const headers = { ...cookieFrom(created), origin: server.origin }
  const enter = async (): Promise<WebSocket> => {
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${id}`, { headers })
    await once(socket, 'message')
    return socket
  }
  const [polite, mute] = [await enter(), await enter()]
  mute.pause()
  const codes: number[] = []
  polite.once('close', (code) => codes.push(code))
  mute.once('close', (code) => codes.push(code))
  await server.parts.rooms.stop()
  let isEmpty = false
  const emptied = server.door.emptied().then(() => (isEmpty = true))
  await until('one has said goodbye', () => codes.length === 1)
  expect(isEmpty).toBe(false)
  mute.resume()
  await emptied
  await until('both were told why', () => codes.length === 2)
  expect(codes).toEqual([1012, 1012])
  await server.stop()
})

it('a door is emptied also of somebody who answers the goodbye with what is no message', async () => {
  const server = await startHttpHarness()
  const created = await server.post('/api/boards', { title: 'Goodbyes', name: 'Fay' })
  const { id } = (await created.json()) as { id: string }
  const headers = { ...cookieFrom(created), origin: server.origin }
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${id}`, { headers })
  const upgraded = once(socket, 'upgrade') as Promise<[IncomingMessage]>
  const [[{ socket: line }]] = await Promise.all([upgraded, once(socket, 'message')])
  socket.pause()
  await server.parts.rooms.stop()
  const emptied = server.door.emptied()
  line.write(Uint8Array.of(0xff, 0xff, 0xff, 0xff))
  await expect(emptied).resolves.toBeUndefined()
  await server.stop()
})

it('a connect asks the storage once who comes, and once what happened while the board was loaded', async () => {
  const asked: string[] = []
  const storage = createMemoryBoardStorage()
  const counted = Object.entries(storage).map(([name, call]) => [
    name,
    (...given: never[]) => {
      asked.push(name)
      return (call as (...given: never[]) => unknown)(...given)
    },
  ])
  const server = await startHttpHarness({ storage: Object.fromEntries(counted) as BoardStorage })
  const created = await server.post('/api/boards', { title: 'Counted', name: 'Fay' })
  const { id } = (await created.json()) as { id: string }
  const headers = { ...cookieFrom(created), origin: server.origin }
  asked.length = 0
  const read = (): readonly string[] => asked.filter((name) => /^(find|list|load|last)/.test(name))
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${id}`, { headers })
  await once(socket, 'message')
  await until('it has been looked at again', () => read().length >= 3)
  socket.terminate()
  await server.stop()
  expect(read()).toEqual(['findVisit', 'load', 'findVisit'])
})

it('a board that is renamed while it is loaded is called by its new title', async () => {
  const storage = createMemoryBoardStorage()
  const server = await startHttpHarness({
    storage: {
      ...storage,
      load: async (boardId) => {
        await storage.renameBoard(boardId, 'Autumn')
        return storage.load(boardId)
      },
    },
  })
  const created = await server.post('/api/boards', { title: 'Spring', name: 'Fay' })
  const { id } = (await created.json()) as { id: string }
  const address = `${server.origin.replace('http', 'ws')}/sync`
  const page = connectClient({
    ...{ server: address, boardId: id, origin: server.origin, cookie: cookieFrom(created).cookie },
  })
  const told = (): unknown[] => page.sessions.flatMap((message) => ('title' in message ? message.title : []))
  await until('the page knows both', () => told().length === 2)
  page.stop()
  await server.stop()
  expect(told()).toEqual(['Spring', 'Autumn'])
})
