import { once } from 'node:events'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { cookieFrom, startHttpHarness } from '../../../support/http-harness'
import { until } from '../../../support/until'

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
