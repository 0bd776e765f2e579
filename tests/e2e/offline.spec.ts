import { expect, test, type Page } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, joinBoard, readLinks, waitUntilSaved, type Person } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'
import { restartNewer } from '../support/servers/restart-newer'
import { CutLine } from '../support/servers/cut-line'

const server = OwnServer.ofThisFile()

function saveState(page: Page) {
  return page.getByTestId('save-state')
}

/** The databases of this browser that hold copies of documents. */
function copies(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name)
    return names.filter((name) => name.startsWith('contour-document'))
  })
}

/** How many changes this browser keeps, whoever made them. */
function keptChanges(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('contour-offline')
      request.onsuccess = () => resolve(request.result)
    })
    const request = database.transaction('changes').objectStore('changes').count()
    const count = await new Promise<number>((resolve) => (request.onsuccess = () => resolve(request.result)))
    database.close()
    return count
  })
}

/** Where a facilitator changes what this person may do on a board. */
async function memberAddress({ context }: Person, path: string): Promise<string> {
  const cookie = (await context.cookies()).find(({ name }) => name === 'contour_person')
  const personId = cookie?.value.split('.')[0] ?? ''
  return `${server.origin}/api${path.replace('/b/', '/boards/')}/members/${personId}`
}

test('[OFFLINE-1] what was done without a line in a tab that was closed is there at once, marked, and merges', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoard(fay, server.origin, 'Closed tab')
  const line = await CutLine.of(pat)
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  const address = pat.page.url()
  const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]
  await patBoard.addInitiatives('Known before')
  await waitUntilSaved(pat.page)

  line.cut()
  await expect(saveState(pat.page)).toHaveText('Offline')
  await patBoard.addInitiatives('Written on the train')
  await patBoard.dropFromTray(
    'Written on the train',
    await patBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 }),
  )
  await expect(saveState(pat.page)).toHaveText(/Offline, 2 changes kept/)
  await expect.poll(() => keptChanges(pat.page)).toBe(2)
  await pat.page.close({ runBeforeUnload: false })
  await fayBoard.addInitiatives('Written in the office')

  const page = await pat.context.newPage()
  await page.goto(address)
  const again = new BoardPage(page)
  await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 })
  await expect(again.trayCard('Known before')).toBeVisible()
  expect((await again.card('Written on the train')).target).toBe('curve:linear')
  await expect(saveState(page)).toHaveText(/Offline, 2 changes kept/)
  await expect(page.getByTestId('connection-banner')).toContainText('it may be out of date')
  await again.addInitiatives('Written after that')

  line.isCut = false
  await waitUntilSaved(page)
  await expect(again.trayCard('Written in the office')).toBeVisible()
  expect((await fayBoard.card('Written on the train')).target).toBe('curve:linear')
  await expect(fayBoard.trayCard('Written after that')).toBeVisible()
  await expect.poll(() => keptChanges(page)).toBe(0)
})

test('[EPOCH-3] a server that comes back newer takes what an open page and a closed one had not saved', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  const path = await createBoard(fay, server.origin, 'Newer')
  const line = await CutLine.of(pat)
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  const address = pat.page.url()
  await new BoardPage(fay.page).addInitiatives('Saved before')
  await waitUntilSaved(fay.page)
  line.cut()
  await expect(saveState(pat.page)).toHaveText('Offline')
  await new BoardPage(pat.page).addInitiatives('From a closed tab')
  await expect.poll(() => keptChanges(pat.page)).toBe(1)
  await pat.page.close({ runBeforeUnload: false })

  expect(await server.drain()).toBe(0)
  await expect(saveState(fay.page)).toHaveText('Offline')
  await new BoardPage(fay.page).addInitiatives('From an open tab')
  await restartNewer(server, path)
  line.isCut = false

  const [fayBoard, page] = [new BoardPage(fay.page), await pat.context.newPage()]
  await page.goto(address)
  const patBoard = new BoardPage(page)
  for (const board of [fayBoard, patBoard]) {
    for (const title of ['Saved before', 'From a closed tab', 'From an open tab'])
      await expect(board.trayCard(title)).toBeVisible({ timeout: 40_000 })
  }
  await waitUntilSaved(fay.page)
  await waitUntilSaved(page)
  await expect.poll(() => keptChanges(page)).toBe(0)
  await expect.poll(async () => (await copies(page)).map((name) => name.split(' ').at(-1))).toEqual(['2'])
})

test('what somebody is typing when a board is renewed stays under their hands', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  const path = await createBoard(fay, server.origin, 'Typed in')
  const [board, { page }] = [new BoardPage(fay.page), fay]
  const field = page.getByLabel('Add an initiative', { exact: true })
  await field.fill('Half a ti')
  expect(await server.drain()).toBe(0)
  await restartNewer(server, path)
  await expect.poll(async () => (await copies(page)).map((name) => name.split(' ').at(-1))).toEqual(['2'])
  await waitUntilSaved(page)
  await expect(field).toHaveValue('Half a ti')
  await expect(field).toBeFocused()
  await page.keyboard.type('tle')
  await page.keyboard.press('Enter')
  await expect(board.trayCard('Half a title')).toBeVisible()

  await board.trayCard('Half a title').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Details' }).click()
  const title = page.getByTestId('inspector').getByLabel('Title')
  await title.click()
  await title.press('Home')
  await page.keyboard.type('More than ')
  await waitUntilSaved(page)
  expect(await server.drain()).toBe(0)
  await restartNewer(server, path)
  await expect.poll(async () => (await copies(page)).map((name) => name.split(' ').at(-1))).toEqual(['3'])
  await waitUntilSaved(page)
  await expect(title).toBeFocused()
  await page.keyboard.type('only ')
  await expect(title).toHaveValue('More than only Half a title')
})

test('[OFFLINE-4] a person who was taken off a board keeps nothing of it in their browser', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  const path = await createBoard(fay, server.origin, 'Taken off')
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  await new BoardPage(pat.page).addInitiatives('Known before')
  await waitUntilSaved(pat.page)
  await expect.poll(() => copies(pat.page)).toHaveLength(1)
  await pat.page.goto('about:blank')

  await fay.page.request.delete(await memberAddress(pat, path))
  await pat.page.goto(server.origin + path)
  await expect(pat.page.getByRole('heading', { name: 'You were removed from this board' })).toBeVisible()
  await expect.poll(() => copies(pat.page)).toEqual([])
})

test('[OFFLINE-5] what somebody did without a line who may only look on by then is given to them in words', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  const path = await createBoard(fay, server.origin, 'Looks on')
  const line = await CutLine.of(pat)
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  line.cut()
  await expect(saveState(pat.page)).toHaveText('Offline')
  await new BoardPage(pat.page).addInitiatives('Too late')
  await fay.page.request.patch(await memberAddress(pat, path), { data: { role: 'viewer' } })
  line.isCut = false

  const banner = pat.page.getByText('One thing you did was not taken by the board')
  await expect(banner).toBeVisible({ timeout: 40_000 })
  await waitUntilSaved(pat.page)
  await expect(new BoardPage(pat.page).trayCard('Too late')).toBeHidden()
  await pat.page.reload()
  await pat.page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(pat.page.getByLabel('refused changes', { exact: true })).toHaveValue(/Initiative: Too late/)
  await pat.page.getByRole('button', { name: 'Put it away' }).click()
  await expect(banner).toBeHidden()
  await expect(pat.page.locator('.tl-container')).toBeFocused()
})
