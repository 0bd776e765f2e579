import type { SaveState } from '../../board/board-client'
import { count } from '@/lib/text/count'
import { ROLE_WORDS } from '../role-words'

export type SaveTone = 'quiet' | 'looking' | 'busy' | 'attention' | 'danger'

interface SaveWords {
  readonly tone: SaveTone
  /** As short as it stands in the top bar. */
  readonly short: string
  /** The whole sentence, for the tooltip and for those who hear the page. */
  readonly sentence: string
}

/** What a save state means to whom. */
interface SaveReader {
  /** What waits outlives the page. */
  readonly lasts?: boolean
  /** There are changes of theirs to speak of. */
  readonly mayEdit?: boolean
}

/** Says a save state; "Saved" stands for nothing less than safe on the server's disk. */
export function saveWords(state: SaveState, { lasts = false, mayEdit = true }: SaveReader = {}): SaveWords {
  const looking = mayEdit ? null : lookingWords(state)
  if (looking) return looking
  switch (state.kind) {
    case 'connecting':
      return { tone: 'busy', short: 'Connecting…', sentence: 'The board is being fetched.' }
    case 'unreachable':
      return {
        tone: 'attention',
        short: 'No connection',
        sentence: 'The server does not answer. Contour keeps trying; check your connection.',
      }
    case 'unsynced':
      return unsyncedWords(state.changes)
    case 'saved':
      return { tone: 'quiet', short: 'Saved', sentence: 'Everything you did is safe on the server.' }
    case 'saving':
      return { tone: 'busy', short: 'Saving…', sentence: 'Your last change is on its way to the server.' }
    case 'offline':
      return offlineWords(state.changes, lasts)
    case 'cannot-save':
      return {
        tone: 'danger',
        short: 'Server cannot save',
        sentence: 'The server cannot save. Editing is locked until it can; keep this page open.',
      }
    case 'renewing':
      return {
        tone: 'busy',
        short: 'Renewing…',
        sentence: 'The board is being fetched afresh. What you did comes along.',
      }
    case 'closed':
      return {
        tone: 'danger',
        short: 'Closed',
        sentence: 'This page is no longer connected to the board.',
      }
  }
}

/** For who changes nothing; null where they are told the same as everybody, such as of changes made before. */
function lookingWords(state: SaveState): SaveWords | null {
  switch (state.kind) {
    case 'saved':
      return { tone: 'looking', short: 'Looking on', sentence: ROLE_WORDS.viewer.may }
    case 'cannot-save':
      return {
        tone: 'attention',
        short: 'Server cannot save',
        sentence: 'The server cannot save. Nobody can change the board until it can.',
      }
    case 'offline':
      return state.changes > 0
        ? null
        : {
            tone: 'attention',
            short: 'Offline',
            sentence: 'You are offline. You do not see what others change until you are back.',
          }
    default:
      return null
  }
}

/** Without a line, over the copy of an earlier day: it may not be the board any more. */
export function oldCopySentence(changes: number): string {
  const waiting = changes === 0 ? '' : ` ${count(changes, 'change')} ${changes === 1 ? 'waits' : 'wait'}.`
  return `Offline. This is the copy kept in this browser; it may be out of date.${waiting}`
}

function unsyncedWords(changes: number): SaveWords {
  const kept = changes === 0 ? '' : `, ${count(changes, 'change')} kept`
  return {
    tone: 'busy',
    short: `Not synced yet${kept}`,
    sentence: 'This is the copy kept in this browser. It is brought up to date when the server answers.',
  }
}

function offlineWords(changes: number, lasts: boolean): SaveWords {
  if (changes === 0) {
    return {
      tone: 'attention',
      short: 'Offline',
      sentence: 'You are offline. You can go on; Contour keeps trying.',
    }
  }
  const many = count(changes, 'change')
  const kept = `${many} ${changes === 1 ? 'is' : 'are'} kept`
  return {
    tone: 'attention',
    short: `Offline, ${many} kept`,
    sentence: lasts
      ? `Offline. ${kept} in this browser and sent later, even if you close the page.`
      : `Offline. ${kept} in this page and sent when you are back. Do not close it.`,
  }
}
