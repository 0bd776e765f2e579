import { expect, test } from 'vitest'
import { AppError } from '@/lib/errors'
import { OperationQueue } from '@/server/sync/document/queues/operation-queue'
import { authorOf } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')

test('runs what waits once, the oldest first, and whoever runs it answers', async () => {
  const queue = new OperationQueue()
  const answers = [queue.push(ADA, () => []), queue.push(ADA, () => [])]
  expect(queue.length).toBe(2)
  let ran = 0
  queue.runEach(({ resolve }) => resolve({ step: [], isSaved: ran++ === 0 }))
  expect((await Promise.all(answers)).map(({ isSaved }) => isSaved)).toEqual([true, false])
  queue.runEach(() => ran++)
  expect([queue.length, ran]).toEqual([0, 2])
})

test('rejects the one that fails in hand, and keeps those behind it to be refused', async () => {
  const queue = new OperationQueue()
  const [failing, behind] = [queue.push(ADA, () => []), queue.push(ADA, () => [])]
  const fault = new Error('a fault of ours')
  const run = (): void => {
    throw fault
  }
  expect(() => queue.runEach(run)).toThrow(fault)
  await expect(failing).rejects.toBe(fault)
  expect(queue.length).toBe(1)
  queue.refuse(new AppError('restarting', 'over'))
  await expect(behind).rejects.toMatchObject({ code: 'restarting' })
})

test('refuses what waits, and nothing that ran before', async () => {
  const queue = new OperationQueue()
  const ran = queue.push(ADA, () => [])
  let answer = (): void => undefined
  queue.runEach(({ resolve }) => (answer = () => resolve({ step: [], isSaved: true })))
  const waiting = queue.push(ADA, () => [])
  queue.refuse(new AppError('restarting', 'over'))
  answer()
  await expect(waiting).rejects.toMatchObject({ code: 'restarting' })
  expect((await ran).isSaved).toBe(true)
})
