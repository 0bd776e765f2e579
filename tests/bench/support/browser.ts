import { chromium, type Browser, type Page } from '@playwright/test'
import { BROWSER_FLAGS } from '../../e2e/support/find-browser'
import { joinAs, type BenchBoard } from './bench-board'

const OPEN_AT_MOST_MS = 60_000
/** The compiler of the bench wraps named functions in a call that a page does not know. */
const KNOW_THE_COMPILER = 'globalThis.__name ??= (given) => given'

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...BROWSER_FLAGS] })
}

/** An empty page of a person who has joined; no page of the board was loaded in it. */
export async function openPageOf(
  browser: Browser,
  origin: string,
  joined: { cookie: string },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  await context.addInitScript(KNOW_THE_COMPILER)
  const [name = '', value = ''] = joined.cookie.split('=')
  await context.addCookies([{ name, value, url: origin }])
  return context.newPage()
}

/** A page of a new participant, with the board open and so many cards on it. */
export async function openBoardAs(
  browser: Browser,
  at: { origin: string; board: BenchBoard; cards: number },
  name: string,
): Promise<Page> {
  const cookie = await joinAs(at.origin, at.board.secret, name)
  const page = await openPageOf(browser, at.origin, { cookie })
  await page.goto(`${at.origin}/b/${at.board.id}`)
  await page.waitForFunction((count) => window.contourProbe?.cards().length === count, at.cards, {
    timeout: OPEN_AT_MOST_MS,
  })
  // Cards may lie where the first view does not reach.
  await page.getByRole('button', { name: 'Show the whole board' }).click()
  return page
}
