import { createServer, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { answerInTurn } from '@/server/http/turns/line-turns'
import { until } from '@/tests/support/until'

let server: Server
let lines: Socket[]
let asked: number
let begun: { path: string; response: ServerResponse }[]

const open = (...paths: string[]): Socket => {
  const line = connect((server.address() as AddressInfo).port, '127.0.0.1')
  lines.push(line)
  line.on('error', () => undefined)
  line.setEncoding('latin1')
  line.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: here\r\n\r\n`).join(''))
  return line
}
const paths = (): string[] => begun.map(({ path }) => path)

beforeEach(async () => {
  ;[lines, asked, begun] = [[], 0, []]
  server = createServer((request, response) => {
    asked++
    answerInTurn(request, response, () => begun.push({ path: request.url ?? '', response }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  for (const line of lines) line.destroy()
  server.close()
})

it('[ROOM-18] answers what one line asks for one after the other, and keeps no other line waiting', async () => {
  let heard = ''
  open('/a', '/b', '/c').on('data', (text) => (heard += String(text)))
  await until('all is read', () => asked === 3)
  open('/other')
  await until('the other line is answered', () => paths().includes('/other'))
  expect(paths()).toEqual(['/a', '/other'])
  begun[0]?.response.end('first')
  await until('the next begins', () => paths().includes('/b'))
  expect(paths()).toEqual(['/a', '/other', '/b'])
  begun[2]?.response.end('second')
  await until('the last begins', () => paths().includes('/c'))
  begun[3]?.response.end('third')
  await until('all answers come', () => heard.includes('third'))
  expect(heard.match(/first|second|third/g)).toEqual(['first', 'second', 'third'])
})

it('[ROOM-18] cuts a line that asks for far too much at once, and begins none of it any more', async () => {
  const line = open(...Array.from({ length: LIMITS.REQUESTS_WAITING_PER_LINE + 2 }, (_one, at) => `/${at}`))
  await until('it is cut', () => line.closed)
  open('/other')
  await until('the other line is answered', () => paths().includes('/other'))
  expect(paths()).toEqual(['/0', '/other'])
})

it('begins nothing for a line that is gone, and answers one that asks again later', async () => {
  const line = open('/a', '/b')
  await until('all is read', () => asked === 2)
  line.destroy()
  await until('it is gone', () => begun[0]?.response.destroyed === true)
  const other = open('/c')
  await until('the other line is answered', () => paths().includes('/c'))
  begun[1]?.response.end('done')
  await new Promise((resolve) => other.once('data', resolve))
  other.write('GET /d HTTP/1.1\r\nhost: here\r\n\r\n')
  await until('it is answered again', () => paths().includes('/d'))
  expect(paths()).toEqual(['/a', '/c', '/d'])
})
