import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import { expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import type { Line } from '@/server/http/limits/network-lines'
import { boundOpenLines, OpenLines } from '@/server/http/limits/open-lines'

function createLines(bounds: { perNetwork: number; inAll: number }) {
  const lines = new OpenLines(bounds)
  const cut: string[] = []
  const open = (network: string, name: string): Line => {
    const line = { destroy: () => void cut.push(name) }
    lines.add(network, line)
    return line
  }
  const openSocket = (network: string, name: string): void => {
    const line = open(network, name)
    lines.noteSocket(network, line)
  }
  return { lines, cut, open, openSocket }
}

it('[ROOM-18] cuts what one network has too many, and nobody else', () => {
  const { lines, cut, open } = createLines({ perNetwork: 2, inAll: 10 })
  open('10.0.0.1', 'first')
  const second = open('10.0.0.1', 'second')
  open('10.0.0.2', 'other')
  open('10.0.0.1', 'third')
  expect(cut).toEqual(['first'])
  lines.remove('10.0.0.1', second)
  open('10.0.0.1', 'fourth')
  expect(cut).toEqual(['first'])
})

it('[ROOM-18] makes room for a newcomer at the cost of the network with most', () => {
  const { cut, open, openSocket } = createLines({ perNetwork: 10, inAll: 3 })
  for (const name of ['one', 'two', 'three']) openSocket('10.0.0.1', name)
  open('10.0.0.2', 'newcomer')
  expect(cut).toEqual(['three'])
  open('10.0.0.3', 'another')
  expect(cut).toEqual(['three', 'two'])
})

it('counts a line that has ended only once, whoever ended it', () => {
  const { lines, cut, open } = createLines({ perNetwork: 1, inAll: 10 })
  const first = open('10.0.0.1', 'first')
  const second = open('10.0.0.1', 'second')
  lines.remove('10.0.0.1', second)
  lines.remove('10.0.0.1', first)
  lines.remove('10.0.0.1', first)
  open('10.0.0.1', 'third')
  expect(cut).toEqual(['first'])
})

it('[ROOM-18] makes room at the cost of the area with most, in however many networks its lines are', () => {
  const { cut, open, openSocket } = createLines({ perNetwork: 10, inAll: 6 })
  for (const network of ['2001:db8:1:1::', '2001:db8:1:2::', '2001:db8:1:3::', '2001:db8:1:3::'])
    openSocket(network, `mal ${network}`)
  for (const name of ['ada', 'ben', 'cleo']) openSocket('192.0.2.1', name)
  expect(cut).toEqual(['mal 2001:db8:1:3::'])
  open('192.0.2.1', 'dora')
  expect(cut[1]).toBe('dora')
})

it('[ROOM-18] makes room at the cost of whoever asked for a socket and was refused, however they keep the line open', () => {
  const server = new EventEmitter()
  boundOpenLines(server as Server, { isBehindProxy: false })
  const cut: number[] = []
  const open = (at: number): EventEmitter => {
    const parts = { remoteAddress: '10.0.0.1', destroy: () => void cut.push(at) }
    const socket = Object.assign(new EventEmitter(), parts)
    server.emit('connection', socket)
    return socket
  }
  const sockets = Array.from({ length: LIMITS.LINES_PER_ADDRESS }, (_, at) => open(at))
  for (const socket of sockets) server.emit('upgrade', { socket })
  sockets[7]?.emit('finish')
  open(LIMITS.LINES_PER_ADDRESS)
  expect(cut).toEqual([7])
})
