import type { SaveState } from '../../board/board-client'
import { count } from '../count'

export type SaveTone = 'quiet' | 'busy' | 'attention' | 'danger'

interface SaveWords {
  readonly tone: SaveTone
  /** As short as it stands in the top bar. */
  readonly short: string
  /** The whole sentence, for the tooltip and for those who hear the page. */
  readonly sentence: string
}

/**
 * Says a save state; "Saved" stands for nothing less than safe on the server's disk. `lasts`: what waits outlives the
 * page.
 */
export function saveWords(state: SaveState, lasts = false): SaveWords {
  switch (state.kind) {
    case 'connecting':
      return { tone: 'busy', short: 'Connecting…', sentence: 'The board is being opened.' }
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
        sentence:
          'The server cannot save at the moment. Editing is locked until it can; keep this page open.',
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
        short: 'Not connected',
        sentence: 'This page is no longer connected to the board.',
      }
  }
}

function unsyncedWords(changes: number): SaveWords {
  const kept = changes === 0 ? '' : `, ${count(changes, 'change')} kept`
  return {
    tone: 'busy',
    short: `Not synced yet${kept}`,
    sentence:
      'This is the copy kept in this browser. It is brought up to date as soon as the server answers.',
  }
}

function offlineWords(changes: number, lasts: boolean): SaveWords {
  if (changes === 0) {
    return {
      tone: 'attention',
      short: 'Offline',
      sentence: 'You are offline. You can go on; it is tried again.',
    }
  }
  const many = count(changes, 'change')
  const kept = `${many} ${changes === 1 ? 'is' : 'are'} kept`
  return {
    tone: 'attention',
    short: `Offline, ${many} kept`,
    sentence: lasts
      ? `You are offline. ${kept} in this browser and sent when you are back, even if you close the page.`
      : `You are offline. ${kept} in this page and sent when you are back. Do not close it.`,
  }
}
