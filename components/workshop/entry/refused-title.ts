import type { ErrorCode } from '@/lib/errors'

const TITLES: Partial<Record<ErrorCode, string>> = {
  'no-such-board': 'No board at this address',
  'board-deleted': 'This board was deleted',
  'link-expired': 'This link has expired',
  'not-signed-in': 'You need an invitation',
  'not-allowed': 'You need an invitation',
  removed: 'You were removed from this board',
  'left-board': 'You left this board',
}

/** What stands above the sentence when a board page is refused. */
export function refusedTitle(code: ErrorCode): string {
  return TITLES[code] ?? 'This board could not be opened'
}
