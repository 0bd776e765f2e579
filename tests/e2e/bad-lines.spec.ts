import { expect, test, type Page } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { CutLine } from '../support/servers/cut-line'
import { OwnServer } from '../support/servers/own-server'
import { createBoard, joinBoard, readLinks, waitUntilSaved, type Person } from '../support/pages/people'

const server = OwnServer.ofThisFile()
let fay: Person
let pat: Person
let line: CutLine

test.beforeEach(async ({ browser }) => {
  fay = await server.visitor(browser, 'Fay')
  pat = await server.visitor(browser, 'Pat')
  await createBoard(fay, server.origin, 'Bad lines')
  line = await CutLine.of(pat)
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
})

/** Everything these places have said since then, each change once. */
async function listenTo(
  page: Page,
  ...testIds: readonly string[]
): Promise<() => Promise<readonly string[]>> {
  await page.evaluate((ids) => {
    const heard: string[] = []
    const listen = (): void => {
      for (const id of ids) {
        const words = document.querySelector(`[data-testid="${id}"]`)?.textContent ?? ''
        if (words !== '' && !heard.includes(words)) heard.push(words)
      }
    }
    new MutationObserver(listen).observe(document.body, {
      ...{ subtree: true, childList: true, characterData: true },
    })
    Object.assign(window, { heard })
  }, testIds)
  return () => page.evaluate(() => (window as unknown as { heard: readonly string[] }).heard)
}

function people(page: Page) {
  return page.getByRole('button', { name: /here$|^Who is here/ })
}

test('a line that is gone for a moment changes no word and nobody seems to leave', async ({ browser }) => {
  const board = new BoardPage(pat.page)
  await board.addInitiatives('Before')
  await waitUntilSaved(pat.page)
  const quin = await server.visitor(browser, 'Quin')
  await joinBoard(quin, server.origin + (await readLinks(fay)).viewer)
  await expect(people(pat.page)).toHaveAccessibleName('3 people here')
  const heard = await listenTo(pat.page, 'save-state', 'connection-banner', 'announcements')

  line.interrupt()
  await board.addInitiatives('In between')
  await expect(new BoardPage(fay.page).trayCard('In between')).toBeVisible()
  await waitUntilSaved(pat.page)
  await expect(people(pat.page)).toHaveAccessibleName('3 people here')
  for (const words of await heard()) expect(words).toMatch(/^(Saved|Saving…|Quin joined\.)$/)
})

test('who is here is not known without a line, and nobody is said to have left', async () => {
  const heard = await listenTo(pat.page, 'announcements')
  line.cut()
  await expect(pat.page.getByTestId('save-state')).toHaveText('Offline')
  await expect(people(pat.page)).toHaveAccessibleName('Offline: no telling who is here')
  line.isCut = false
  await waitUntilSaved(pat.page)
  await expect(people(pat.page)).toHaveAccessibleName('2 people here')
  await expect.poll(heard).toContain('You are connected again.')
  expect((await heard()).filter((words) => /left|joined/.test(words))).toEqual([])
})

test('a page that somebody looks at again tries at once to connect', async () => {
  await pat.page.close()
  await pat.context.addInitScript(() => {
    const Plain = window.WebSocket
    class Counted extends Plain {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols)
        Object.assign(window, { attempts: attempts() + 1 })
      }
    }
    const attempts = (): number => (window as unknown as { attempts?: number }).attempts ?? 0
    window.WebSocket = Counted
  })
  const page = await pat.context.newPage()
  line.cut()
  await page.goto(fay.page.url())
  await expect(page.getByTestId('save-state')).toHaveText('Offline')
  const attemptsOnLook = (): Promise<number> =>
    page.evaluate(() => {
      const attempts = (): number => (window as unknown as { attempts: number }).attempts
      const before = attempts()
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      return attempts() - before
    })
  await expect.poll(attemptsOnLook).toBe(1)
})

test('a board that was never here and a server that does not answer it are told as that', async ({
  browser,
}) => {
  const quin = await server.visitor(browser, 'Quin')
  const quinsLine = await CutLine.of(quin)
  quinsLine.cut()
  const { page } = quin
  await page.goto(server.origin + (await readLinks(fay)).participant)
  await page.getByLabel('Your name').fill('Quin')
  await page.getByRole('button', { name: 'Join the board' }).click()
  await expect(page.getByTestId('save-state')).toHaveText('No connection')
  await expect(page.getByTestId('connection-banner')).toContainText('The server does not answer.')
  await expect(page.getByText('No connection'), 'it is said once').toBeHidden()
  quinsLine.isCut = false
  await waitUntilSaved(page)
  await expect(page.getByTestId('connection-banner')).toBeHidden()
})

test('a hand is seen moving by others where its computer sets its clock back by an hour', async () => {
  const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]
  await fayBoard.addInitiatives('Carried')
  await expect(patBoard.trayCard('Carried')).toBeVisible()
  const at = await fayBoard.pointOnPlot('linear', { x: 0.3, y: 0.5 })
  await fayBoard.carryFromTray('Carried', at)
  const ghostX = (): Promise<number | undefined> =>
    pat.page.evaluate(() => window.contourProbe?.ghosts()[0]?.x)
  await expect.poll(ghostX).toBeDefined()
  await fay.page.evaluate(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() - 3_600_000
  })
  const before = (await ghostX()) ?? 0
  await fay.page.mouse.move(at.x + 60, at.y, { steps: 4 })
  await fay.page.mouse.move(at.x + 120, at.y, { steps: 4 })
  await expect.poll(async () => ((await ghostX()) ?? 0) - before).toBeGreaterThan(60)
  await fay.page.mouse.up()
})
