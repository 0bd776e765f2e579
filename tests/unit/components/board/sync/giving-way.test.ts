import { setImmediate as othersTurn } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { givingWay } from '@/components/board/sync/giving-way'
import { until } from '@/tests/support/until'

afterEach(() => vi.unstubAllGlobals())

class FakeSocket extends EventTarget {
  readonly heard: unknown[] = []
  readonly #hear = givingWay(this as unknown as WebSocket, ({ data }) => {
    this.heard.push(data)
    if (data === 'broken') throw new Error('broken')
  })

  say(data: string): void {
    this.#hear.call(this as unknown as WebSocket, new MessageEvent('message', { data }))
  }
}

test('a message after a calm moment is heard at once', async () => {
  const socket = new FakeSocket()
  socket.say('one')
  expect(socket.heard).toEqual(['one'])
  await othersTurn()
  await othersTurn()
  socket.say('two')
  expect(socket.heard).toEqual(['one', 'two'])
})

test('of many that came while the page was busy each waits until what waits too had its turn, in their order', async () => {
  const socket = new FakeSocket()
  const all = Array.from({ length: 60 }, (_, at) => `${at}`)
  for (const one of all) socket.say(one)
  expect(socket.heard).toEqual(['0'])
  let turns = 0
  await until('all are heard', () => {
    turns++
    return socket.heard.length === all.length
  })
  expect(socket.heard).toEqual(all)
  expect(turns).toBeGreaterThan(1)
})

test('what nobody could read keeps nothing behind it from being heard', async () => {
  const socket = new FakeSocket()
  expect(() => socket.say('broken')).toThrow('broken')
  socket.say('sound')
  await until('the next is heard', () => socket.heard.length === 2)
})

test('what came before the goodbye is heard before it, once', async () => {
  const socket = new FakeSocket()
  socket.addEventListener('close', () => socket.heard.push('goodbye'))
  for (const one of ['one', 'two', 'three']) socket.say(one)
  socket.dispatchEvent(new Event('close'))
  expect(socket.heard).toEqual(['one', 'two', 'three', 'goodbye'])
  await othersTurn()
  await othersTurn()
  expect(socket.heard).toHaveLength(4)
})

test('nor does it where the goodbye has come already', () => {
  const reportError = vi.fn()
  vi.stubGlobal('reportError', reportError)
  const socket = new FakeSocket()
  for (const one of ['one', 'broken', 'sound']) socket.say(one)
  socket.dispatchEvent(new Event('close'))
  expect(socket.heard).toEqual(['one', 'broken', 'sound'])
  expect(reportError).toHaveBeenCalledExactlyOnceWith(new Error('broken'))
})
