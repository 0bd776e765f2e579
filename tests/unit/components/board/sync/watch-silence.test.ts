import { expect, test } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import { watchSilence } from '@/components/board/sync/watch-silence'
import { LIMITS } from '@/lib/sync/limits'
import { FakeBoardClock } from '../support/fake-board-clock'

function watched(): {
  clock: FakeBoardClock
  line: { wsconnected: boolean; wsLastMessageReceived: number; ws: { bufferedAmount: number } }
  silences: () => number
  stop: () => void
} {
  const clock = new FakeBoardClock()
  const line = { wsconnected: true, wsLastMessageReceived: 1, ws: { bufferedAmount: 0 } }
  let silences = 0
  const stop = watchSilence(line as unknown as WebsocketProvider, clock, () => silences++)
  return { clock, line, silences: () => silences, stop }
}

test('a server that speaks as often as it does is never called silent', async () => {
  const { clock, line, silences, stop } = watched()
  for (let beat = 0; beat < 20; beat++) {
    line.wsLastMessageReceived++
    await clock.advance(LIMITS.HEARTBEAT_MS)
  }
  expect(silences()).toBe(0)
  stop()
  expect(clock.waiting).toBe(0)
})

test('one that has not spoken for longer is', async () => {
  const { clock, silences } = watched()
  await clock.advance(2 * LIMITS.HEARTBEAT_MS)
  expect(silences()).toBeGreaterThan(0)
})

test('nobody waits for an answer on a line that is gone, or still busy with a large message', async () => {
  const { clock, line, silences } = watched()
  line.ws.bufferedAmount = 1_000
  await clock.advance(4 * LIMITS.HEARTBEAT_MS)
  line.ws.bufferedAmount = 0
  line.wsconnected = false
  await clock.advance(4 * LIMITS.HEARTBEAT_MS)
  expect(silences()).toBe(0)
})
