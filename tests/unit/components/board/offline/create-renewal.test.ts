import { expect, test } from 'vitest'
import { createRenewal } from '@/components/board/offline/create-renewal'
import type { ErrorCode } from '@/lib/errors'
import type { FoundDocument } from '@/components/board/client/find-document'
import { err, ok, type Result } from '@/lib/result'
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

test('a page that is left asks no more and hears no late answer, and one that comes back asks again', async () => {
  const clock = new FakeBoardClock()
  const answers: ((answer: Result<FoundDocument, ErrorCode>) => void)[] = []
  const found: unknown[] = []
  const find = () => new Promise<Result<FoundDocument, ErrorCode>>((resolve) => answers.push(resolve))
  const renewal = createRenewal({ clock, find, onFound: (one) => found.push(one) })
  renewal.begin(() => undefined)
  renewal.stop()
  answers[0]?.(ok(FOUND))
  renewal.begin(() => undefined)
  answers[1]?.(err('overloaded'))
  await clock.advance(1)
  renewal.stop()
  await clock.advance(60_000)
  expect([found, answers.length]).toEqual([[], 2])
  renewal.begin(() => undefined)
  answers[2]?.(ok(FOUND))
  await clock.advance(1)
  expect(found).toEqual([FOUND])
})

test.each([
  ['for a while', 60_000],
  ['but not for as long as a clock is set back', -3_600_000],
])('a document that is given up again and again is left to a person, %s', async (_how, passedMs) => {
  const clock = new FakeBoardClock()
  const renewal = createRenewal({ clock, find: () => Promise.resolve(ok(FOUND)), onFound: () => undefined })
  for (let time = 0; time < 3; time++) {
    expect(renewal.mayBegin()).toBe(true)
    renewal.begin(() => undefined)
  }
  expect(renewal.mayBegin()).toBe(false)
  await clock.advance(passedMs)
  expect(renewal.mayBegin()).toBe(true)
})
