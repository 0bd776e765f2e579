import { expect, test } from 'vitest'
import { createRenewal } from '@/components/board/offline/create-renewal'
import type { ErrorCode } from '@/lib/errors'
import { err, ok } from '@/lib/result'
import { FakeBoardClock } from '../support/fake-board-clock'

const FOUND = { epoch: 2, role: 'participant' } as const

test('it asks until the server answers', async () => {
  const clock = new FakeBoardClock()
  const answers = [err<ErrorCode>('overloaded'), err<ErrorCode>('restarting'), ok(FOUND)]
  const found: unknown[] = []
  const find = () => Promise.resolve(answers.shift() ?? ok(FOUND))
  createRenewal({ clock, find, onFound: (one) => found.push(one) }).begin(() => undefined)
  await clock.advance(400)
  expect(found).toEqual([])
  await clock.advance(2_000)
  expect([found, answers]).toEqual([[FOUND], []])
})

test('a board that is gone is told', async () => {
  const clock = new FakeBoardClock()
  const refused: ErrorCode[] = []
  const find = () => Promise.resolve(err<ErrorCode>('board-deleted'))
  createRenewal({ clock, find, onFound: () => undefined }).begin((code) => refused.push(code))
  await clock.advance(1)
  expect(refused).toEqual(['board-deleted'])
})

test('a document that is given up again and again is left to a person, for a while', async () => {
  const clock = new FakeBoardClock()
  const renewal = createRenewal({ clock, find: () => Promise.resolve(ok(FOUND)), onFound: () => undefined })
  for (let time = 0; time < 3; time++) {
    expect(renewal.mayBegin()).toBe(true)
    renewal.begin(() => undefined)
  }
  expect(renewal.mayBegin()).toBe(false)
  await clock.advance(60_000)
  expect(renewal.mayBegin()).toBe(true)
})
