import { expect, test } from 'vitest'
import { AppError } from '@/lib/errors'
import { OperationQueue } from '@/server/sync/document/operation-queue'
import { authorOf } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')

test('gives out what waits once, the oldest first, and whoever takes it answers', async () => {
  const queue = new OperationQueue()
  const answers = [queue.push(ADA, () => []), queue.push(ADA, () => [])]
  expect(queue.length).toBe(2)
  const taken = queue.takeAll()
  taken.forEach(({ resolve }, at) => resolve({ step: [], isSaved: at === 0 }))
  expect((await Promise.all(answers)).map(({ isSaved }) => isSaved)).toEqual([true, false])
  expect([queue.length, queue.takeAll()]).toEqual([0, []])
})

test('refuses what waits, and nothing that was taken before', async () => {
  const queue = new OperationQueue()
  const taken = queue.push(ADA, () => [])
  const [operation] = queue.takeAll()
  const waiting = queue.push(ADA, () => [])
  queue.refuse(new AppError('restarting', 'over'))
  operation?.resolve({ step: [], isSaved: true })
  await expect(waiting).rejects.toMatchObject({ code: 'restarting' })
  expect((await taken).isSaved).toBe(true)
})
