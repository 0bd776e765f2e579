import { expect, test } from 'vitest'
import type { SaveState } from '@/components/board/board-client'
import { saveWords } from '@/components/workshop/top-bar/save-words'

test.each<[SaveState, string, string]>([
  [{ kind: 'connecting' }, 'Connecting…', 'busy'],
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
