import { expect, test } from 'vitest'
import type { SaveState } from '@/components/board/board-client'
import { isInTouch } from '@/components/board/sync/is-in-touch'

test.each<[SaveState, boolean]>([
  [{ kind: 'saved' }, true],
  [{ kind: 'saving' }, true],
  [{ kind: 'cannot-save' }, true],
  [{ kind: 'offline', changes: 1 }, false],
  [{ kind: 'connecting' }, false],
  [{ kind: 'unsynced', changes: 0 }, false],
  [{ kind: 'closed', code: 'removed' }, false],
])('%o: in touch %s', (state, expected) => {
  expect(isInTouch(state)).toBe(expected)
})
