import 'server-only'
import type { ErrorCode } from '@/lib/errors'
import type { Result } from '@/lib/result'
import {
  PAGE_READS,
  type BoardPage,
  type BoardRefusal,
  type JoinPage,
  type MyBoards,
  type PageReads,
} from './page-reads'

// The only door through which pages reach the server. `cookie` is the Cookie header of the page's request.

/** What a link opens, or the reason it opens nothing. */
export function findJoinPage(
  cookie: string | undefined,
  secret: string,
): Promise<Result<JoinPage, ErrorCode>> {
  return pageReads().findJoinPage(cookie, secret)
}

/** The board for the person of this cookie, or the reason there is none. */
export function findBoardPage(
  cookie: string | undefined,
  boardId: string,
): Promise<Result<BoardPage, ErrorCode>> {
  return pageReads().findBoardPage(cookie, boardId)
}

/** The same board for somebody who opens it now, which is remembered; or the reason there is none, and for whom. */
export function openBoardPage(
  cookie: string | undefined,
  boardId: string,
): Promise<Result<BoardPage, BoardRefusal>> {
  return pageReads().openBoardPage(cookie, boardId)
}

/** The boards of the person of this cookie: those that stand, and those they may bring back. */
export function listMyBoards(cookie: string | undefined): Promise<MyBoards> {
  return pageReads().listMyBoards(cookie)
}

/** Settings of the operator that pages pass on to the browser. */
export function readPageSettings(): Pick<PageReads, 'hasProbe' | 'canvasLicenseKey'> {
  const { hasProbe, canvasLicenseKey } = pageReads()
  return { hasProbe, canvasLicenseKey }
}

function pageReads(): PageReads {
  const reads = (globalThis as { [PAGE_READS]?: PageReads })[PAGE_READS]
  if (!reads) throw new Error('Pages are served by `npm start` or `npm run dev`, not by Next alone.')
  return reads
}
