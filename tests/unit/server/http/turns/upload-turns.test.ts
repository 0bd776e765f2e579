import { afterEach, expect, it, vi } from 'vitest'
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

afterEach(() => vi.useRealTimers())

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

it('[ROOM-18] lets somebody who had no turn yet before those who had one, however many of these wait', async () => {
  network = 'here'
  const turns = createUploadTurns(asking, {
    perPerson: 1,
    inAll: 1,
    waitAtMostMs: 10_000,
    waitingPerPerson: 9,
  })
  const order: string[] = []
  const upload = (person: PersonId): Promise<string> =>
    turns.inTurn(person, async () => {
      order.push(person)
      return toDone()
    })
  await Promise.all([ADA, BEN].map(upload))
  const first = job()
  const done = [turns.inTurn(ADA, first.run), upload(BEN), upload(ADA), upload(CLEO)]
  await until('the first runs', first.isRunning)
  first.end()
  await Promise.all(done)
  expect(order.slice(2)).toEqual([CLEO, BEN, ADA])
})

it('[ROOM-18] lets nobody keep the turns from others with many networks of one area', async () => {
  const turns = createUploadTurns(asking, {
    perPerson: 3,
    inAll: 2,
    waitAtMostMs: 10_000,
    waitingPerPerson: 9,
  })
  const done: Promise<string>[] = []
  const upload = (where: string, person: string): ReturnType<typeof job> => {
    network = where
    const one = job()
    done.push(turns.inTurn(person as PersonId, one.run))
    return one
  }
  const crowd = [1, 2, 3, 4].map((at) => upload(`2001:db8:1:${at}::`, `mal ${at}`))
  const strangers = ['ada', 'ben'].map((person) => upload('192.0.2.1', person))
  await until('two run', () => crowd.filter(({ isRunning }) => isRunning()).length === 2)
  crowd[0]?.end()
  await until('a stranger comes first', () => strangers[0]?.isRunning() === true)
  crowd[1]?.end()
  await until('then one of the crowd', () => crowd[2]?.isRunning() === true)
  expect(strangers[1]?.isRunning()).toBe(false)
  let isOver = false
  const all = Promise.all(done).finally(() => (isOver = true))
  await until('everybody has had a turn', () => {
    for (const { end } of [...crowd, ...strangers]) end()
    return isOver
  })
  expect(await all).toHaveLength(6)
})

it('[ROOM-18] ends the next turn that has lasted where one does not end that was told to', async () => {
  vi.useFakeTimers()
  const turns = createUploadTurns(asking, {
    perPerson: 1,
    inAll: 2,
    waitAtMostMs: 10_000,
    waitingPerPerson: 9,
    lastsMs: 20,
  })
  const told: PersonId[] = []
  const stubborn = (person: PersonId): ReturnType<typeof job> => {
    const one = job()
    const run = (turn: AbortSignal): Promise<string> => {
      turn.addEventListener('abort', () => told.push(person))
      return one.run()
    }
    void turns.inTurn(person, run)
    return one
  }
  const held = [stubborn(ADA), stubborn(BEN)]
  const waits = turns.inTurn(CLEO, toDone)
  await vi.advanceTimersByTimeAsync(20)
  expect(told, 'one for one who waits').toEqual([ADA])
  const alsoWaits = turns.inTurn('dora' as PersonId, toDone)
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([ADA, BEN])
  for (const { end } of held) end()
  expect(await Promise.all([waits, alsoWaits])).toEqual(['done', 'done'])
})

it('refuses whoever waits once that ends in which they wait', async () => {
  const turns = createUploadTurns(asking, {
    perPerson: 1,
    inAll: 1,
    waitAtMostMs: 10_000,
    waitingPerPerson: 9,
  })
  const first = job()
  const done = turns.inTurn(ADA, first.run)
  const outer = new AbortController()
  const waits = turns.inTurn(BEN, toDone, outer.signal)
  outer.abort()
  await expect(waits).rejects.toMatchObject({ code: 'overloaded' })
  await expect(turns.inTurn(BEN, toDone, outer.signal)).rejects.toMatchObject({ code: 'overloaded' })
  first.end()
  await done
  expect(await turns.inTurn(BEN, toDone)).toBe('done')
})
