import { expect, test } from 'vitest'
import { writerOf } from '@/components/canvas/rules/one-writer'
import type { RemotePresence } from '@/components/board/presence'

const NOTE = 'shape:note'

function other(part: Partial<RemotePresence>): RemotePresence {
  const user = { personId: 'bo', name: 'Bo', colorSlot: 1, role: 'participant' } as const
  return { clientId: 9, user, editing: `records/${NOTE}`, idle: false, ...part }
}

test('a note has the writer who is in it', () => {
  expect(writerOf([other({})], 'ada', NOTE)).toBe('Bo')
  expect(writerOf([other({ editing: 'records/shape:another' })], 'ada', NOTE)).toBeNull()
  expect(writerOf([other({ editing: null })], 'ada', NOTE)).toBeNull()
})

test('who has not been seen for a while keeps nobody out, nor does one’s own other page', () => {
  expect(writerOf([other({ idle: true })], 'ada', NOTE)).toBeNull()
  expect(writerOf([other({})], 'bo', NOTE)).toBeNull()
})
