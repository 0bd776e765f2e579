import { ERRORS, type ErrorCode } from '@/lib/errors'

const TITLES: Partial<Record<ErrorCode, string>> = {
  'no-such-board': 'No board at this address',
  'board-deleted': 'This board was deleted',
  'link-expired': 'This link has expired',
  'not-signed-in': 'You need an invitation',
  'not-allowed': 'You need an invitation',
  removed: 'You were removed from this board',
  'left-board': 'You left this board',
}

/** What a page says where a board is refused; its text goes on from the title, and does not say it again. */
export function refusedPage(code: ErrorCode): { readonly title: string; readonly text: string } {
  const title = TITLES[code] ?? 'This board could not be opened'
  const { sentence } = ERRORS[code]
  return { title, text: sentence.startsWith(`${title}. `) ? sentence.slice(title.length + 2) : sentence }
}
