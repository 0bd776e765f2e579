import { expect, test } from 'vitest'
import type { BoardId } from '@/lib/ids'
import { MESSAGE } from '@/lib/sync/messages'
import { Connection } from '@/server/sync/connection'
import { ClaimedIds } from '@/server/sync/movement/claimed-ids'
import { Movement } from '@/server/sync/movement/movement'
import { encodePresence } from '@/server/sync/movement/presence-frames'
import { Allowance } from '@/server/sync/socket/allowance'
import { FakeClock } from '@/tests/support/fake-clock'
import { createQuietLog } from '@/tests/support/quiet-log'
import { FakeSocketPair } from '@/tests/support/rooms/fake-socket-pair'
import { toPerson } from '@/tests/support/rooms/room-harness'

/** A connection whose presence is heard by a board that fails when it is to keep a client id. */
function connectToFaulty(): {
  socket: FakeSocketPair
  log: ReturnType<typeof createQuietLog>
  offences(): number
} {
  const [clock, log, socket] = [new FakeClock(), createQuietLog(), new FakeSocketPair()]
  const reserve = (): void => {
    throw new Error('a fault of ours')
  }
  const document = { ownerOf: () => undefined, reserve }
  const movement = new Movement(clock, document, new ClaimedIds().of('board-1' as BoardId))
  let offences = 0
  const nothing = (): void => undefined
  const connection = new Connection({
    ...{ id: 1, socket, person: toPerson('Ada'), caps: new Set(), clock, log },
    ofPerson: () => new Allowance(clock.now()),
    listener: {
      waitMsFor: () => 0,
      ...{ onStep1: nothing, onUpdate: nothing, onPresenceQuery: nothing, onLane: nothing },
      ...{ onDrained: nothing, onClosed: nothing, onOffence: () => void offences++ },
      onPresence: (from, update) => movement.hearPresence(from, update),
    },
  })
  connection.start()
  return { socket, log, offences: () => offences }
}

test('a fault of ours in hearing presence is logged, and is no offence of whoever sent it', () => {
  const { socket, log, offences } = connectToFaulty()
  socket.say(encodePresence([{ clientId: 10, clock: 1, json: '{}' }]))
  expect([log.events.includes('socket.failed'), socket.closed?.code, offences()]).toEqual([true, 1013, 0])
})

test('what is no presence is an offence, and nothing to log as a fault', () => {
  const { socket, log, offences } = connectToFaulty()
  socket.say(new Uint8Array([MESSAGE.awareness, 2, 9, 9]))
  expect([log.events.includes('socket.failed'), socket.closed?.code, offences()]).toEqual([false, 4422, 1])
})
