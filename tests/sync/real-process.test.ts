import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBenchBoard, type BenchBoard } from '../bench/support/bench-board'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'
import { until } from '../support/until'

const THROW_ON_SIGNAL = pathToFileURL('tests/support/servers/throw-on-signal.mjs').href

let server: ContourServer
let board: BenchBoard

beforeAll(async () => {
  server = await startContourServer({ NODE_OPTIONS: `--import=${THROW_ON_SIGNAL}` })
  board = await createBenchBoard(server.origin, 1)
}, 260_000)
afterAll(() => server.stop())

function eventsIn(output: string, event: string): Record<string, unknown>[] {
  const lines = output.split('\n').filter((line) => line.includes(`"event":"${event}"`))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

async function readPage(path: string, cookie = ''): Promise<string> {
  const answer = await fetch(`${server.origin}${path}`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  return answer.text()
}

describe('the real process', () => {
  it('serves its pages without a word of complaint, the board with its title in its frame', async () => {
    expect(await readPage('/')).toContain('Open the sample board')
    expect(await readPage(`/join/${board.secret}`)).toContain('Bench')
    const page = await readPage(`/b/${board.id}`, board.cookie)
    // The frame of the page is there before any script runs.
    expect(/<h1[^>]*>([^<]*)/.exec(page)?.[1]).toBe('Bench')
    expect(/role="status" aria-label="([^"]*)"/.exec(page)?.[1]).toBe('The board is being opened')
    expect(server.complaints()).toBe('')
  })

  it('[ROOM-12] names what nobody caught in its log, although the page host listens too, and goes on', async () => {
    expect((await fetch(server.origin)).status).toBe(200)
    server.signal('SIGUSR2')
    const logged = (event: string): boolean => eventsIn(server.output(), event).length > 0
    await until('the exception is logged', () => logged('process.uncaught-exception'))
    await until('the rejection is logged', () => logged('process.unhandled-rejection'))
    const [exception] = eventsIn(server.output(), 'process.uncaught-exception')
    expect(exception?.['cause']).toMatchObject({ message: 'an exception of the test' })
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
  })
})
