import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { HINTS } from '@/components/workshop/hints/next-hint'

/** A named person in a browser of their own, with everything their pages complained about. */
export interface Person {
  readonly name: string
  readonly page: Page
  readonly context: BrowserContext
  /** Policy violations, uncaught errors and requests to another host; a sound page has none. */
  readonly complaints: readonly string[]
}

export interface BoardLinks {
  readonly facilitator: string
  readonly participant: string
  readonly viewer: string
}

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]> & {
  /** Whether this person is here for the first time and is shown hints; otherwise they have put them away. */
  readonly isNew?: boolean
}

/** Opens a fresh browser context that remembers every complaint of its pages. */
export async function openBrowserOf(
  browser: Browser,
  name: string,
  { isNew = false, ...options }: ContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext(options)
  if (!isNew) await context.addInitScript(putHintsAway, HINTS)
  const page = await context.newPage()
  const complaints: string[] = []
  await context.exposeFunction('reportViolation', (violation: string) => void complaints.push(violation))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { reportViolation } = window as unknown as { reportViolation(violation: string): void }
      reportViolation(`policy violation: ${violatedDirective} ${blockedURI}`)
    })
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    const isOwn =
      ['data:', 'blob:'].includes(url.protocol) || hostOf(page) === '' || url.host === hostOf(page)
    if (!isOwn) complaints.push(`request to ${url.host}`)
  })
  return { name, page, context, complaints }
}

function putHintsAway(hints: readonly string[]): void {
  try {
    window.localStorage.setItem('contour-hints', JSON.stringify(hints))
  } catch {
    // An empty document has nowhere to keep anything.
  }
}

/** Creates a board on the home page, as a facilitator does, and waits until it can be used; answers its path. */
export async function createBoardByHand(person: Person, origin: string, title: string): Promise<string> {
  await person.page.goto(origin)
  await person.page.getByLabel('What is it about?').fill(title)
  await person.page.getByLabel('Your name').fill(person.name)
  await person.page.getByRole('button', { name: 'Create the board' }).click()
  await person.page.waitForURL('**/b/*')
  await waitForBoard(person)
  return new URL(person.page.url()).pathname
}

/** What a board begins with, where that is not what the home page would choose. */
interface NewBoard {
  readonly title: string
  readonly template?: string
  readonly sample?: string
}

/** Creates a board without the home page, and waits until it can be used; answers its path. */
export async function createBoard(person: Person, origin: string, board: string | NewBoard): Promise<string> {
  const asked = typeof board === 'string' ? { title: board } : board
  const made = (await post(person, `${origin}/api/boards`, { ...asked, name: person.name })) as { id: string }
  return openBoard(person, origin, made.id)
}

/** Opens a sample board of one's own, and waits until it can be used. */
export async function openSample(person: Person, origin: string, title: string): Promise<void> {
  await createBoard(person, origin, { title, sample: 'open-source-portfolio' })
}

/** Joins by a link as a person does: says a name and waits until the board can be used. */
export async function joinBoardByHand(person: Person, url: string): Promise<void> {
  await person.page.goto(url)
  await person.page.getByLabel('Your name').fill(person.name)
  // Whoever made the board is on it already.
  await person.page.getByRole('button', { name: /^(Join|Open) the board$/ }).click()
  await waitForBoard(person)
}

/** Joins by a link without its page, and waits until the board can be used. */
export async function joinBoard(person: Person, url: string): Promise<void> {
  const { origin, pathname } = new URL(url)
  const secret = pathname.split('/').at(-1)
  const joined = (await post(person, `${origin}/api/join`, { secret, name: person.name })) as {
    boardId: string
  }
  await openBoard(person, origin, joined.boardId)
}

/** The server ends a quiet connection after some seconds, and a request that takes it just then would fail. */
const ONCE = { connection: 'close' } as const

async function post({ page }: Person, url: string, data: object): Promise<unknown> {
  const answer = await page.request.post(url, { data, headers: { ...ONCE, origin: new URL(url).origin } })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

async function openBoard(person: Person, origin: string, id: string): Promise<string> {
  const path = `/b/${id}`
  await person.page.goto(origin + path)
  await waitForBoard(person)
  return path
}

/** Waits until the canvas is drawn and the board says that everything is saved. */
async function waitForBoard({ page }: Person): Promise<void> {
  await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 })
  await waitUntilSaved(page)
}

/** Nothing waits to be saved; who may change nothing is told so by other words. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-state')).toHaveText(/^(Saved|Looking on)$/)
}

/** The three links of a board, as the share dialog of its facilitator gets them. */
export async function readLinks(person: Person): Promise<BoardLinks> {
  const { origin, pathname } = new URL(person.page.url())
  const answer = await person.page.request.get(`${origin}/api${pathname.replace('/b/', '/boards/')}/links`, {
    headers: ONCE,
  })
  return ((await answer.json()) as { links: BoardLinks }).links
}

function hostOf(page: Page): string {
  try {
    return new URL(page.url()).host
  } catch {
    return ''
  }
}
