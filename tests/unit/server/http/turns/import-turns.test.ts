import { expect, it } from 'vitest'
import { createImportTurns } from '@/server/http/turns/import-turns'
import { until } from '@/tests/support/until'

function createTurns() {
  let [asker, nowMs] = [{ network: 'here', person: 'mal' }, 0]
  const rests: { readonly ms: number; readonly end: () => void }[] = []
  const rest = (ms: number): Promise<void> => new Promise((resolve) => rests.push({ ms, end: resolve }))
  const turns = createImportTurns({ asking: { asker: () => asker }, rest, now: () => nowMs })
  const begun: string[] = []
  /** Takes so long. */
  const bringIn = (network: string, person: string, ms: number): Promise<string> => {
    asker = { network, person }
    return turns.inTurn(() => {
      begun.push(person)
      nowMs += ms
      return ms < 0 ? Promise.reject(new Error('broken')) : Promise.resolve(person)
    })
  }
  return { bringIn, begun, rests }
}

it('[ROOM-18] brings in one list after the other, in turns, and rests as long as each took', async () => {
  const { bringIn, begun, rests } = createTurns()
  const [first, second, other] = [
    bringIn('here', 'mal', 300),
    bringIn('here', 'max', 20),
    bringIn('there', 'ada', 40),
  ]
  expect(await first, 'is answered before the rest').toBe('mal')
  await until('it rests', () => rests.length === 1)
  expect([begun, rests[0]?.ms]).toEqual([['mal'], 300])
  rests[0]?.end()
  await until('the next has been', () => rests.length === 2)
  rests[1]?.end()
  await until('all have been', () => rests.length === 3)
  expect(await Promise.all([second, other])).toEqual(['max', 'ada'])
  expect(rests.map(({ ms }) => ms)).toEqual([300, 20, 40])
})

it('gives the turn on where one fails', async () => {
  const { bringIn, rests } = createTurns()
  const broken = bringIn('here', 'mal', -1)
  const next = bringIn('here', 'max', 1)
  await expect(broken).rejects.toThrow('broken')
  await until('it rests', () => rests.length === 1)
  rests[0]?.end()
  expect(await next).toBe('max')
})
