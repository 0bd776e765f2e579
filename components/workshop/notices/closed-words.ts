import type { ErrorCode } from '@/lib/errors'

interface ClosedWords {
  readonly title: string
  readonly remedy: 'reload' | 'home'
}

const NO_WAY_BACK: Partial<Record<ErrorCode, string>> = {
  'not-signed-in': 'You are not on this board',
  'not-allowed': 'You may not do that here',
  removed: 'You were removed from this board',
  'left-board': 'You left this board',
  'link-unknown': 'This link is no longer valid',
  'no-such-board': 'This board is gone',
  'board-deleted': 'This board was deleted',
  'not-found': 'This board is gone',
  'server-too-old': 'This board needs a newer Contour',
}

const RENEWED: Partial<Record<ErrorCode, string>> = {
  'epoch-changed': 'Reload to go on',
  'client-too-old': 'Reload to go on',
  'too-large': 'That was too large for the board',
}

/** How many things this page holds that the server may not. */
export function unsavedSentence(amount: number): string {
  return amount === 1
    ? 'One thing you changed last may not be saved.'
    : `${amount} things you changed last may not be saved.`
}

/** How many things this browser keeps for the page that is loaded next. */
export function alongSentence(amount: number): string {
  return amount === 1
    ? 'One thing you changed last is kept in this browser and comes along.'
    : `${amount} things you changed last are kept in this browser and come along.`
}

/** What the button says that leaves the page; `atRisk` is how many changes would be lost by it. */
export function leaveWords(remedy: ClosedWords['remedy'], atRisk: number): string {
  const without = { reload: 'Reload without', home: 'To your boards without' }[remedy]
  if (atRisk > 0) return `${without} ${atRisk === 1 ? 'it' : 'them'}`
  return remedy === 'reload' ? 'Reload the page' : 'To your boards'
}

/** What stands above the sentence when a board is closed to this page, and which button helps. */
export function closedWords(code: ErrorCode): ClosedWords {
  const gone = NO_WAY_BACK[code]
  if (gone) return { title: gone, remedy: 'home' }
  return { title: RENEWED[code] ?? 'This page lost touch with the board', remedy: 'reload' }
}
