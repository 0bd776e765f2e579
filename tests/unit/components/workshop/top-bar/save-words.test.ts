import { expect, test } from 'vitest'
import type { SaveState } from '@/components/board/board-client'
import { saveWords } from '@/components/workshop/top-bar/save-words'

test.each<[SaveState, string, string]>([
  [{ kind: 'connecting' }, 'Connecting…', 'busy'],
  [{ kind: 'unsynced', changes: 0 }, 'Not synced yet', 'busy'],
  [{ kind: 'unsynced', changes: 2 }, 'Not synced yet, 2 changes kept', 'busy'],
  [{ kind: 'renewing' }, 'Renewing…', 'busy'],
  [{ kind: 'saved' }, 'Saved', 'quiet'],
  [{ kind: 'saving' }, 'Saving…', 'busy'],
  [{ kind: 'offline', changes: 0 }, 'Offline', 'attention'],
  [{ kind: 'offline', changes: 1 }, 'Offline, 1 change kept', 'attention'],
  [{ kind: 'offline', changes: 3 }, 'Offline, 3 changes kept', 'attention'],
  [{ kind: 'cannot-save' }, 'Server cannot save', 'danger'],
  [{ kind: 'closed', code: 'epoch-changed' }, 'Not connected', 'danger'],
])('%o is told as it is', (state, short, tone) => {
  expect(saveWords(state)).toMatchObject({ short, tone })
})

test('a page may be closed where its browser keeps what waits, and only there', () => {
  const state = { kind: 'offline', changes: 1 } as const
  expect(saveWords(state).sentence).toMatch(/Do not close it/)
  expect(saveWords(state, true).sentence).toMatch(/even if you close the page/)
})
