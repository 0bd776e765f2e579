import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { startRooms } from '../support/room-harness'

describe('floods of what is small', () => {
  it('[ROOM-11] pings are counted like messages: whoever never stops is read more slowly, then cut off', async () => {
    const harness = await startRooms()
    const ada = await harness.join('Ada')
    const flood = (): void => {
      for (let sent = 0; sent <= 2 * LIMITS.FRAMES_PER_SECOND; sent++) ada.socket.pingServer()
    }
    flood()
    expect(ada.socket.isPaused).toBe(true)
    await harness.clock.advance(1_000)
    expect([ada.socket.isPaused, ada.socket.closed]).toEqual([false, null])
    for (let second = 0; second < 60 && !ada.socket.closed; second++) {
      flood()
      await harness.clock.advance(1_000)
    }
    expect(ada.socket.closed?.code).toBe(1013)
  })
})
