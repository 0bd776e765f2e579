import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { LIMITS } from '@/lib/sync/limits'
import type { BrokenFrame, SyncSocket } from '@/server/sync/socket/sync-socket'
import { createSocketServer, toSyncSocket } from '@/server/sync/socket/ws-socket'
import { until } from '@/tests/support/until'

describe('a socket of the network', () => {
  let server: Server
  let client: WebSocket
  let ours: SyncSocket
  let transport: Duplex
  let line: Socket
  let pongs: number
  let messages: number
  let controlFrames: number
  let broken: BrokenFrame[]

  beforeEach(async () => {
    pongs = messages = controlFrames = 0
    broken = []
    const sockets = createSocketServer()
    server = createServer()
    const opened = new Promise<void>((resolve) => {
      server.on('upgrade', (request, socket, head) =>
        sockets.handleUpgrade(request, socket, head, (webSocket) => {
          transport = socket
          ours = toSyncSocket(webSocket, socket)
          ours.listen({
            onMessage: () => messages++,
            onControlFrames: (count) => (controlFrames += count),
            onPong: () => pongs++,
            onBroken: (code) => broken.push(code),
            onClosed: () => undefined,
          })
          resolve()
        }),
      )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { autoPong: false })
    client.on('upgrade', (response) => (line = response.socket))
    await Promise.all([opened, new Promise((resolve) => client.once('open', resolve))])
  })
  afterEach(async () => {
    client.terminate()
    ours.terminate()
    await new Promise((resolve) => server.close(resolve))
  })

  it('[ROOM-5] what is too large is not even read, and its sender is told so', async () => {
    const closed = new Promise((resolve) => client.once('close', resolve))
    client.send(new Uint8Array(3 * LIMITS.FRAME_BYTES))
    expect(await closed).toBe(4413)
    expect((transport as Socket).bytesRead).toBeLessThan(LIMITS.UPDATE_BYTES)
    expect(broken).toEqual(['too-large'])
  })

  it.each([
    ['text of letters that are none', [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]],
    ['a frame of no kind', [0x83, 0x80, 0, 0, 0, 0]],
    ['a frame that says it is pressed', [0xc2, 0x80, 0, 0, 0, 0]],
    ['a frame without a mask', [0x82, 0x01, 0]],
    ['a ping in parts', [0x09, 0x80, 0, 0, 0, 0]],
    ['a rest without a beginning', [0x80, 0x80, 0, 0, 0, 0]],
  ])('[ROOM-5] %s ends its sender for good, and whoever listens hears what it was', async (_what, bytes) => {
    const closed = once(client, 'close')
    line.write(Uint8Array.from(bytes))
    const [code, reason] = (await closed) as [number, Buffer]
    expect([code, reason.toString(), broken]).toEqual([4422, 'invalid-document', ['invalid-document']])
  })

  it('[ROOM-5] a goodbye of its own with the code of a broken frame is none', async () => {
    const closed = once(client, 'close')
    client.close(1009)
    await closed
    ours.listen({
      onMessage: () => undefined,
      onControlFrames: () => undefined,
      onPong: () => undefined,
      onBroken: (code) => broken.push(code),
      onClosed: () => undefined,
    })
    expect(broken).toEqual([])
  })

  it('[ROOM-7] takes only an answer to its own last pings for a sign that somebody reads', async () => {
    const heard: Buffer[] = []
    client.on('ping', (payload: Buffer) => heard.push(payload))
    for (let at = 0; at < 3; at++) ours.ping()
    await until('the pings came', () => heard.length === 3)
    client.pong()
    client.pong(heard[0])
    client.pong(Buffer.alloc(heard[0]?.length ?? 0))
    client.send(new Uint8Array([1]))
    await until('the message came', () => messages === 1)
    expect(pongs).toBe(0)
    for (const payload of [heard[1], heard[2], heard[2]]) client.pong(payload)
    client.send(new Uint8Array([1]))
    await until('the second message came', () => messages === 2)
    expect(pongs).toBe(2)
  })

  it('[ROOM-11] tells of every ping and pong, whatever for', async () => {
    client.ping()
    client.pong()
    client.ping(Buffer.alloc(125))
    client.send(new Uint8Array([1]))
    await until('all of them came', () => messages === 1 && controlFrames === 3)
    expect(pongs).toBe(0)
  })

  it('[ROOM-11] answers the newest of the pings that come at once, and counts all of them', async () => {
    const answers: Buffer[] = []
    client.on('pong', (payload: Buffer) => answers.push(payload))
    for (let at = 0; at < 2_000; at++) client.ping(Buffer.from(`${at}`))
    await until('the newest was answered', () => answers.at(-1)?.toString() === '1999')
    expect(controlFrames).toBe(2_000)
    expect(answers.length).toBeLessThan(100)
  })

  it('[ROOM-5] goes away soon after it was closed, whatever the other end says or leaves unsaid', async () => {
    client.pause()
    ours.close(4404, 'no-such-board')
    await until('the line is gone', () => transport.destroyed)
  })

  it('[ROOM-16] reads hardly more than a goodbye of somebody it was closed for', async () => {
    client.pause()
    ours.close(4401, 'not-signed-in')
    ours.resume()
    client.send(new Uint8Array(LIMITS.FRAME_BYTES / 2))
    await until('the line is gone', () => transport.destroyed)
    const { bytesRead } = transport as Socket
    expect(bytesRead).toBeGreaterThan(LIMITS.GOODBYE_BYTES)
    expect(bytesRead).toBeLessThan(4 * LIMITS.GOODBYE_BYTES)
  })

  it('[ROOM-16] takes nothing apart that comes after it was closed, and lets go of the line with the other end', async () => {
    client.pause()
    ours.close(4401, 'not-signed-in')
    ours.resume()
    const before = (transport as Socket).bytesRead
    for (let at = 0; at < 100; at++) line.write(Uint8Array.of(0x89, 0x80, 0, 0, 0, 0))
    await until('it has come', () => (transport as Socket).bytesRead === before + 600)
    expect([controlFrames, transport.writableEnded]).toEqual([0, true])
    line.end()
    await until('the line is gone', () => transport.destroyed)
  })

  it('[ROOM-16] takes nothing apart either of what is left when the line of somebody it was closed for ends', async () => {
    client.pause()
    ours.close(4401, 'not-signed-in')
    ours.resume()
    // So long that what the system hands over at once, and what is left of it, begins with a whole one.
    const ping = Uint8Array.of(0x89, 0x82, 0, 0, 0, 0, 0, 0)
    line.write(Buffer.concat(Array<Uint8Array>(30_000).fill(ping)))
    await until('the line is gone', () => transport.destroyed)
    await new Promise((resolve) => setImmediate(resolve))
    expect(controlFrames).toBe(0)
  })

  it('says how much has come of a message that is not whole, whatever pings come between its parts', async () => {
    const send = async (bytes: number, isLast: boolean): Promise<number> => {
      client.send(new Uint8Array(bytes), { fin: isLast })
      const before = controlFrames
      client.ping(Buffer.alloc(125))
      line.uncork()
      await until('the ping after it came', () => controlFrames === before + 1)
      return ours.unfinishedBytes
    }
    // Before each part stands its head, which is longer for a longer part.
    const heads = [6, 14, 8] as const
    const inAll = [1 + heads[0], 70_001 + heads[0] + heads[1], 70_201 + heads[0] + heads[1] + heads[2]]
    expect([await send(1, false), await send(70_000, false), await send(200, false)]).toEqual(inAll)
    expect([await send(1, true), messages]).toEqual([0, 1])
    line.cork()
    expect([await send(1, true), messages]).toEqual([0, 2])
    line.write(Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0, 0x80, 0, 0, 1, 2, 3, 4, 5]))
    await until('the beginning of a frame came', () => ours.unfinishedBytes === 15)
  })

  it('answers pings, but none of somebody who does not read the answers', async () => {
    let answers = 0
    client.on('pong', () => answers++)
    client.ping()
    await until('the answer came', () => answers === 1)
    transport.cork()
    while (ours.bufferedAmount <= LIMITS.BUFFERED_LAGGING_BYTES) ours.send(new Uint8Array(64 * 1024))
    const held = ours.bufferedAmount
    for (let at = 0; at < 100; at++) client.ping(Buffer.alloc(125))
    client.send(new Uint8Array([1]))
    await until('the message came', () => messages === 1)
    expect(ours.bufferedAmount).toBe(held)
  })
})
