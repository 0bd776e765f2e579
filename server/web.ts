import 'server-only'
import { cookies, headers } from 'next/headers'
import type { ErrorCode } from '@/lib/errors'
import type { Result } from '@/lib/result'
import { PAGE_READS, type BoardEntry, type BoardPage, type JoinPage, type PageReads } from './page-reads'

// The only door through which pages reach the server.

const THEME_COOKIE = 'contour-theme'

/** What a link opens, or null where it opens nothing. */
export function findJoinPage(secret: string): Promise<JoinPage | null> {
  return pageReads().findJoinPage(secret)
}

/** The board for the person of this request, or the reason there is none. */
export async function findBoardPage(boardId: string): Promise<Result<BoardPage, ErrorCode>> {
  return pageReads().findBoardPage(await cookieHeader(), boardId)
}

/** The boards the person of this request has joined, latest first. */
export async function listMyBoards(): Promise<readonly BoardEntry[]> {
  return pageReads().listMyBoards(await cookieHeader())
}

/** The theme this browser chose; null: follow the system. */
export async function readTheme(): Promise<'light' | 'dark' | null> {
  const theme = (await cookies()).get(THEME_COOKIE)?.value
  return theme === 'light' || theme === 'dark' ? theme : null
}

/** Settings of the operator that pages pass on to the browser. */
export function readPageSettings(): Pick<PageReads, 'hasProbe' | 'canvasLicenseKey'> {
  const { hasProbe, canvasLicenseKey } = pageReads()
  return { hasProbe, canvasLicenseKey }
}

async function cookieHeader(): Promise<string | undefined> {
  return (await headers()).get('cookie') ?? undefined
}

function pageReads(): PageReads {
  const reads = (globalThis as { [PAGE_READS]?: PageReads })[PAGE_READS]
  if (!reads) throw new Error('Pages are served by `npm start` or `npm run dev`, not by Next alone.')
  return reads
}
