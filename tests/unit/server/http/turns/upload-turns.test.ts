import { expect, it } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { createUploadTurns } from '@/server/http/turns/upload-turns'
import { until } from '@/tests/support/until'

const [ADA, BEN, CLEO] = ['ada', 'ben', 'cleo'] as PersonId[] as [PersonId, PersonId, PersonId]

let network = ''
const asking = { asker: () => ({ network, person: '' }) }

/** Something under way that ends when the test says so. */
function job(): { run: () => Promise<string>; isRunning: () => boolean; end: () => void } {
  let end = (): void => undefined
  let isRunning = false
  const run = async (): Promise<string> => {
    isRunning = true
    await new Promise<void>((resolve) => (end = resolve))
    isRunning = false
    return 'done'
  }
  return { run, isRunning: () => isRunning, end: () => end() }
}

const toDone = (): Promise<string> => Promise.resolve('done')

it('lets a person have so many turns, and everybody together so many', async () => {
  const turns = createUploadTurns(asking, {
    perPerson: 2,
    inAll: 3,
    waitAtMostMs: 10_000,
    waitingPerPerson: 9,
  })
  const jobs = [ADA, ADA, ADA, BEN, CLEO].map((person) => {
    const one = job()
    return { ...one, done: turns.inTurn(person, one.run) }
  })
  const running = (): boolean[] => jobs.map(({ isRunning }) => isRunning())
  await until('three run', () => running().filter(Boolean).length === 3)
  expect(running()).toEqual([true, true, false, true, false])
  jobs[3]?.end()
  await until('the next person is let in', () => running()[4] === true)
  expect(running()[2]).toBe(false)
  jobs[0]?.end()
  await until('the first has a turn again', () => running()[2] === true)
  for (const { end } of jobs) end()
  expect(await Promise.all(jobs.map(({ done }) => done))).toEqual(Array(5).fill('done'))
})

it('refuses whoever waits too long, and gives the turn of one that failed to the next', async () => {
  const turns = createUploadTurns(asking, { perPerson: 1, inAll: 1, waitAtMostMs: 20, waitingPerPerson: 9 })
  const first = job()
  const done = turns.inTurn(ADA, first.run)
  await expect(turns.inTurn(BEN, job().run)).rejects.toMatchObject({ code: 'overloaded' })
  first.end()
  await done
  await expect(turns.inTurn(ADA, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await turns.inTurn(BEN, () => Promise.resolve('mine'))).toBe('mine')
})

it('ends the oldest turn for whoever waits, once it has lasted, and nobody else’s', async () => {
  const turns = createUploadTurns(asking, {
    perPerson: 1,
    inAll: 2,
    waitAtMostMs: 10_000,
    waitingPerPerson: 9,
    lastsMs: 20,
  })
  const ended: PersonId[] = []
  const slow = (person: PersonId): Promise<string> =>
    turns.inTurn(person, async (turn) => {
      await new Promise((resolve) => turn.addEventListener('abort', resolve))
      ended.push(person)
      return 'slow'
    })
  const [ada, ben] = [slow(ADA), slow(BEN)]
  expect(await turns.inTurn(CLEO, () => Promise.resolve('quick'))).toBe('quick')
  expect(ended).toEqual([ADA])
  expect(await ada).toBe('slow')
  expect(await turns.inTurn(ADA, () => Promise.resolve('again')), 'there is space').toBe('again')
  expect(ended).toEqual([ADA])
  void slow(ADA)
  void turns.inTurn(CLEO, () => Promise.resolve('quick'))
  expect(await ben, 'who has had it longest by now').toBe('slow')
})

it('[ROOM-18] lets so many of one person wait, and others beside them', async () => {
  const turns = createUploadTurns(asking, {
    perPerson: 1,
    inAll: 2,
    waitAtMostMs: 10_000,
    waitingPerPerson: 2,
  })
  const first = job()
  const done = [first.run, toDone, toDone].map((run) => turns.inTurn(ADA, run))
  await expect(turns.inTurn(ADA, toDone)).rejects.toMatchObject({ code: 'overloaded' })
  expect(await turns.inTurn(BEN, toDone)).toBe('done')
  first.end()
  expect(await Promise.all(done)).toEqual(['done', 'done', 'done'])
  expect(await turns.inTurn(ADA, toDone), 'nobody waits any more').toBe('done')
})

it('[ROOM-18] lets nobody of one network keep the turns from another, or from a neighbour', async () => {
  const turns = createUploadTurns(asking, {
    perPerson: 3,
    inAll: 4,
    waitAtMostMs: 10_000,
    waitingPerPerson: 9,
  })
  const done: Promise<string>[] = []
  const upload = (where: string, person: PersonId): ReturnType<typeof job> => {
    network = where
    const one = job()
    done.push(turns.inTurn(person, one.run))
    return one
  }
  const crowd = [ADA, ADA, ADA, BEN, ADA, BEN, ADA, BEN].map((person) => upload('here', person))
  const neighbour = upload('here', CLEO)
  const stranger = upload('there', 'dora' as PersonId)
  await until('four run', () => crowd.filter(({ isRunning }) => isRunning()).length === 4)
  crowd[0]?.end()
  await until('the stranger comes first', () => stranger.isRunning())
  crowd[1]?.end()
  await until('then the neighbour', () => neighbour.isRunning())
  expect(crowd.filter(({ isRunning }) => isRunning())).toHaveLength(2)
  let isOver = false
  const all = Promise.all(done).finally(() => (isOver = true))
  await until('everybody has had a turn', () => {
    for (const { end } of [...crowd, neighbour, stranger]) end()
    return isOver
  })
  expect(await all).toHaveLength(10)
})
