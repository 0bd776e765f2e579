import { expect, test } from 'vitest'
import { connectionWords } from '@/components/workshop/notices/connection-words'
import { ERRORS } from '@/lib/errors'

test('single saves are not announced', () => {
  expect(connectionWords({ kind: 'saving' }, null)).toBeNull()
  expect(connectionWords({ kind: 'saved' }, null)).toBeNull()
})

test('a lost connection is announced, and its return once', () => {
  const lost = connectionWords({ kind: 'offline', changes: 2 }, null)
  expect(lost).toMatch(/lost/)
  const back = connectionWords({ kind: 'saving' }, lost)
  expect(back).toBe('You are connected again.')
  expect(connectionWords({ kind: 'saved' }, back)).toBe(back)
})

test('a closed board is announced with the sentence of its code', () => {
  expect(connectionWords({ kind: 'closed', code: 'not-allowed' }, null)).toBe(ERRORS['not-allowed'].sentence)
})

test('who changes nothing hears nothing of changes', () => {
  expect(connectionWords({ kind: 'offline', changes: 0 }, null, false)).not.toMatch(/your changes/)
  expect(connectionWords({ kind: 'cannot-save' }, null, false)).toMatch(/Nobody can change the board/)
})

test('a server that does not answer when a board is opened is announced, and the board once it is there', () => {
  const silent = connectionWords({ kind: 'unreachable' }, null)
  expect(silent).toMatch(/does not answer/)
  expect(connectionWords({ kind: 'connecting' }, silent)).toBe(silent)
  const here = connectionWords({ kind: 'saved' }, silent)
  expect(here, 'who never was here is not here again').toBe('You are connected.')
  expect(connectionWords({ kind: 'saving' }, here)).toBe(here)
})
