import { expect, test } from '@playwright/test'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import type { InitiativeId, PersonId } from '@/lib/ids'
import { createBenchBoard, joinAs, type BenchBoard } from '../bench/support/bench-board'
import { connectClient, type SyncClient } from '../support/rooms/sync-client'
import { SeededRandom } from '../support/seeded-random'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'
import { until } from '../support/until'

const DEATHS = 20
const WRITERS = 4
const SEED = 4_711
const LONGEST_LIFE_MS = 900
/** Within what one person may write. */
const BETWEEN_WRITES_MS = 12

let server: ContourServer

test.beforeEach(async () => {
  server = await startContourServer()
})
test.afterEach(() => server.stop())

test('[SAVE-4] killed twenty times while four people write, the server never loses what it acked', async () => {
  test.slow()
  const random = new SeededRandom(SEED)
  let acked = 0
  for (let death = 1; death <= DEATHS; death++) {
    const board = await createBenchBoard(server.origin, 0)
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, (_, at) => enter(board, `Writer ${at}`)),
    )
    const written = writers.map((writer, at) => writeUntilStopped(writer, at))
    const diesAt = Date.now() + random.below(LONGEST_LIFE_MS)
    await until('its time has come', () => Date.now() >= diesAt)
    await server.kill()
    // What the server said before it died may still be on its way.
    await until('all lines are dead', () => writers.every(({ provider }) => !provider.wsconnected))
    const promised = writers.flatMap((writer, at) => written[at]?.stop(writer.acked()) ?? [])
    for (const writer of writers) writer.stop()
    acked += promised.length
    await server.restart()
    const reader = await enter(board, 'Reader')
    const missing = promised.filter((id) => !reader.board.initiatives.has(id))
    expect(missing, `missing after death ${death} of seed ${SEED}`).toEqual([])
    reader.stop()
  }
  expect(acked).toBeGreaterThan(DEATHS * WRITERS)
})

async function enter(board: BenchBoard, name: string): Promise<SyncClient> {
  const cookie = await joinAs(server.origin, board.secret, name)
  const address = `${server.origin.replace('http', 'ws')}/sync`
  const client = connectClient({ server: address, boardId: board.id, cookie, origin: server.origin })
  await client.synced()
  return client
}

/** Adds one initiative after the other; when stopped, answers with those that so many acked messages carried. */
function writeUntilStopped(client: SyncClient, at: number): { stop(acked: number): InitiativeId[] } {
  const written: { readonly id: InitiativeId; readonly message: number }[] = []
  const welcome = client.sessions.find((message) => message.type === 'welcome')
  const personId = (welcome?.type === 'welcome' ? welcome.personId : '') as PersonId
  const write = (): void => {
    if (!client.provider.wsconnected) return
    const id = `written-${at}-${written.length}` as InitiativeId
    addInitiatives(client.board, { personId, now: Date.now(), origin: 'person' }, [{ id, title: id }])
    written.push({ id, message: client.sent() })
  }
  const timer = setInterval(write, BETWEEN_WRITES_MS)
  return {
    stop(acked) {
      clearInterval(timer)
      return written.flatMap(({ id, message }) => (message <= acked ? [id] : []))
    },
  }
}
