import { expect, test } from 'vitest'
import type { SaveState } from '@/components/board/board-client'
import { oldCopySentence, saveWords } from '@/components/workshop/top-bar/save-words'

/** How many characters two lines of a banner hold on the narrowest phone. */
const TWO_LINES = 92

test.each<[SaveState, string, string]>([
  [{ kind: 'connecting' }, 'Connecting…', 'busy'],
  [{ kind: 'unreachable' }, 'No connection', 'attention'],
  [{ kind: 'unsynced', changes: 0 }, 'Not synced yet', 'busy'],
  [{ kind: 'unsynced', changes: 2 }, 'Not synced yet, 2 changes kept', 'busy'],
  [{ kind: 'renewing' }, 'Renewing…', 'busy'],
  [{ kind: 'saved' }, 'Saved', 'quiet'],
  [{ kind: 'saving' }, 'Saving…', 'busy'],
  [{ kind: 'offline', changes: 0 }, 'Offline', 'attention'],
  [{ kind: 'offline', changes: 1 }, 'Offline, 1 change kept', 'attention'],
  [{ kind: 'offline', changes: 3 }, 'Offline, 3 changes kept', 'attention'],
  [{ kind: 'cannot-save' }, 'Server cannot save', 'danger'],
  [{ kind: 'closed', code: 'epoch-changed' }, 'Closed', 'danger'],
])('%o is told as it is', (state, short, tone) => {
  expect(saveWords(state)).toMatchObject({ short, tone })
})

test('a page may be closed where its browser keeps what waits, and only there', () => {
  const state = { kind: 'offline', changes: 1 } as const
  expect(saveWords(state).sentence).toMatch(/Do not close it/)
  expect(saveWords(state, { lasts: true }).sentence).toMatch(/even if you close the page/)
})

test.each<[SaveState, string, string]>([
  [{ kind: 'saved' }, 'Looking on', 'looking'],
  [{ kind: 'offline', changes: 0 }, 'Offline', 'attention'],
  [{ kind: 'cannot-save' }, 'Server cannot save', 'attention'],
])('%o says nothing of changes to who cannot make any', (state, short, tone) => {
  const words = saveWords(state, { mayEdit: false })
  expect(words).toMatchObject({ short, tone })
  expect(words.sentence).not.toMatch(/safe|You can go on|Editing/)
})

test('who lost the right to change something still hears of the changes made before', () => {
  const state = { kind: 'offline', changes: 2 } as const
  expect(saveWords(state, { mayEdit: false })).toEqual(saveWords(state))
  expect(saveWords({ kind: 'saving' }, { mayEdit: false }).short).toBe('Saving…')
})

test('what stands over the board takes no more than two lines on a phone, where the heading begins below', () => {
  const states: SaveState[] = [
    { kind: 'unreachable' },
    { kind: 'offline', changes: 0 },
    { kind: 'offline', changes: 120 },
    { kind: 'unsynced', changes: 120 },
    { kind: 'cannot-save' },
    { kind: 'renewing' },
  ]
  const readers = [{ lasts: true }, { lasts: false }, { mayEdit: false }]
  const sentences = states.flatMap((state) => readers.map((reader) => saveWords(state, reader).sentence))
  for (const sentence of [...sentences, oldCopySentence(0), oldCopySentence(120)])
    expect(sentence.length, sentence).toBeLessThanOrEqual(TWO_LINES)
})
