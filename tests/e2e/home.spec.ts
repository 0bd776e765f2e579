import { expect, test, type Page } from '@playwright/test'
import { createBoardByHand, joinBoardByHand, readLinks, type Person } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'
import { PicturePage } from '../support/pages/picture-page'

const server = OwnServer.ofThisFile()

/** Makes boards without opening them; the browser then knows them all. */
async function fillHome({ page, name }: Person, titles: readonly string[]): Promise<void> {
  await page.goto(server.origin)
  await page.evaluate(
    async ([all, said]) => {
      const headers = { 'content-type': 'application/json' }
      for (const title of all) {
        await fetch('/api/boards', { method: 'POST', headers, body: JSON.stringify({ title, name: said }) })
      }
    },
    [titles, name] as const,
  )
  await page.goto(server.origin)
}

const boardsOf = (page: Page) => page.getByRole('region', { name: 'Your boards' }).locator('li a')
const menuOf = (page: Page, title: string) => page.getByRole('button', { name: `More about ${title}` })

test('a newcomer opens the sample board with one press and sees what Contour is for', async ({ browser }) => {
  const { page } = await server.visitor(browser, 'Nora')
  await page.goto(server.origin)
  await expect(page.getByText('None in this browser yet')).toBeVisible()
  await page.getByRole('button', { name: 'Open the sample board' }).click()
  await page.waitForURL('**/b/*')
  await expect.poll(() => page.evaluate(() => window.contourProbe?.cards().length)).toBe(20)
  await expect(page.getByRole('list', { name: 'Cards to place' }).getByRole('listitem')).toHaveCount(12)
  await page.getByRole('button', { name: 'Only you are here' }).click()
  await expect(page.getByText('The others see “Facilitator”.')).toBeVisible()
  await page.getByRole('button', { name: 'Give your name', exact: true }).click()
  const asked = page.getByRole('dialog', { name: 'Give your name' })
  await expect(asked.getByRole('textbox', { name: 'Your name' })).toHaveValue('')
  await asked.getByRole('textbox', { name: 'Your name' }).fill('Nora')
  await page.keyboard.press('Enter')
  await expect(asked).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'This is you, Nora. Change your name' }).click()
  await expect(page.getByRole('dialog', { name: 'Change your name' }).getByRole('textbox')).toHaveValue(
    'Nora',
  )
  await page.keyboard.press('Escape')
  await page.goto(server.origin)
  await expect(boardsOf(page)).toHaveText(['Open-source portfolio (sample)'])
  await expect(page.getByText('12 of 24 placed')).toBeVisible()
  expect(server.output(), 'an operator reads of no library loaded twice').not.toContain('multiple instances')
})

test('a new board starts from the template that was chosen, by keyboard alone', async ({ browser }) => {
  const { page } = await server.visitor(browser, 'Kit')
  await page.goto(server.origin)
  const choices = page.getByRole('group', { name: 'Start from' }).getByRole('radio')
  // Keys alone are quicker than the script of the page.
  await expect(page.getByRole('button', { name: 'Create the board' })).toBeEnabled()
  await choices.first().focus()
  for (let at = 1; at < (await choices.count()); at++) {
    await page.keyboard.press('ArrowDown')
    await expect(choices.nth(at)).toBeChecked()
  }
  await page.keyboard.press('ArrowDown')
  await expect(choices.first()).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Keys only')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Kit')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/b/*')
  await expect(page.getByRole('heading', { name: 'Keys only' })).toBeVisible()
})

test('a facilitator renames and duplicates a board', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  const { page } = fay
  await fillHome(fay, ['Spring'])
  await menuOf(page, 'Spring').click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('dialog').getByLabel('Title').fill('Autumn')
  await page.keyboard.press('Enter')
  await expect(boardsOf(page)).toHaveText(['Autumn'])
  await expect(menuOf(page, 'Autumn'), 'the keyboard is back where it was').toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Title')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(menuOf(page, 'Autumn')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter')
  await expect(page.getByTestId('home-notice')).toContainText('links of its own')
  await expect(boardsOf(page)).toHaveText(['Copy of Autumn', 'Autumn'])
  await expect(menuOf(page, 'Autumn')).toBeFocused()
  await page.getByRole('button', { name: 'Close this message' }).press('Enter')
  await expect(menuOf(page, 'Autumn'), 'nor is it lost with the message').toBeFocused()
})

test('what the server did not do is told by its name, and tried again with one press', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  const { page } = fay
  await fillHome(fay, ['Spring'])
  const busy = { error: { code: 'overloaded', message: 'The server is busy.' } }
  await page.route('**/duplicate', (route) => route.fulfill({ status: 503, json: busy }))
  await menuOf(page, 'Spring').click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  const notice = page.getByTestId('home-notice')
  await expect(notice).toContainText('“Spring” was not duplicated. The server is busy.')
  await page.unroute('**/duplicate')
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(boardsOf(page)).toHaveText(['Copy of Spring', 'Spring'])
})

test('what the server did without its answer arriving is not told as not done, nor done twice', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  const { page } = fay
  await fillHome(fay, ['Spring'])
  const notice = page.getByTestId('home-notice')
  const loseAnswers = async (path: string, method: string) => {
    await page.route(path, async (route) => {
      if (route.request().method() !== method) return route.fallback()
      await route.fetch()
      await route.abort()
    })
  }
  await loseAnswers('**/duplicate', 'POST')
  await menuOf(page, 'Spring').click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(notice).toContainText('look whether “Spring” was duplicated')
  await expect(boardsOf(page)).toHaveText(['Copy of Spring', 'Spring'])
  await expect(notice.getByRole('button', { name: 'Try again' })).toHaveCount(0)

  await loseAnswers('**/api/boards/*', 'DELETE')
  await menuOf(page, 'Copy of Spring').click()
  await page.getByRole('menuitem', { name: 'Delete for everybody' }).click()
  await expect(notice).toContainText('look whether “Copy of Spring” was deleted')
  await expect(boardsOf(page)).toHaveText(['Spring'])
  await page.unroute('**/api/boards/*')
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(notice).toContainText('“Copy of Spring” is deleted for everybody.')
})

test('a new title stands at once before everybody who has the board open, and on the pictures they take', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoardByHand(fay, server.origin, 'Spring')
  await joinBoardByHand(pat, server.origin + (await readLinks(fay)).participant)
  await expect(pat.page).toHaveTitle('Spring · Contour')
  await fay.page.goto(server.origin)
  await menuOf(fay.page, 'Spring').click()
  await fay.page.getByRole('menuitem', { name: 'Rename' }).click()
  await fay.page.getByRole('dialog').getByLabel('Title').fill('Autumn')
  await fay.page.keyboard.press('Enter')
  await expect(pat.page.getByRole('heading', { name: 'Autumn' })).toBeVisible()
  await expect(pat.page).toHaveTitle('Autumn · Contour')
  const picture = new PicturePage(pat.page)
  await picture.open()
  await picture.choose('SVG')
  const { name, content } = await picture.download()
  expect(name).toMatch(/^Autumn/)
  expect(content.toString()).toContain('Autumn')
  expect(content.toString()).not.toContain('Spring')
})

test('facilitators rename a board by its title, by keyboard too, and others only read it', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoardByHand(fay, server.origin, 'Spring')
  await joinBoardByHand(pat, server.origin + (await readLinks(fay)).participant)
  const title = fay.page.getByRole('heading', { level: 1 }).getByRole('button')
  await title.press('Enter')
  await expect(fay.page.getByRole('dialog').getByLabel('Title')).toHaveValue('Spring')
  await expect(fay.page.getByRole('dialog').getByLabel('Title')).toBeFocused()
  await fay.page.keyboard.type('Winter')
  await fay.page.keyboard.press('Enter')
  await expect(title).toHaveText('Winter')
  await expect(title, 'it has the keyboard back').toBeFocused()
  const read = pat.page.getByRole('heading', { level: 1 })
  await expect(read).toHaveText('Winter')
  await expect(read.getByRole('button')).toHaveCount(0)
})

test('whoever deletes boards by keyboard alone goes on from where they were', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  const { page } = fay
  await fillHome(fay, ['Autumn', 'Summer', 'Spring'])
  await expect(boardsOf(page)).toHaveText(['Spring', 'Summer', 'Autumn'])
  const remove = async (title: string) => {
    await menuOf(page, title).press('Enter')
    await page.getByRole('menuitem', { name: 'Delete for everybody' }).press('Enter')
    await expect(menuOf(page, title)).toHaveCount(0)
  }

  await test.step('on the board that stands there then, on the last one at the end', async () => {
    await remove('Summer')
    await expect(menuOf(page, 'Autumn')).toBeFocused()
    await remove('Autumn')
    await expect(menuOf(page, 'Spring')).toBeFocused()
  })

  await test.step('on the heading, where none is left', async () => {
    await remove('Spring')
    await expect(page.getByRole('heading', { name: 'Your boards' })).toBeFocused()
  })

  await test.step('and on the board that comes back, by undo or from the list', async () => {
    await page.getByTestId('home-notice').getByRole('button', { name: 'Undo' }).press('Enter')
    await expect(menuOf(page, 'Spring')).toBeFocused()
    await page.getByText('Recently deleted (2)').press('Enter')
    await page.getByRole('button', { name: 'Bring back Summer' }).press('Enter')
    await expect(menuOf(page, 'Summer')).toBeFocused()
  })
})

test('a deleted board closes for everybody and comes back by undo or from the list', async ({ browser }) => {
  const [fay, pat] = [await server.visitor(browser, 'Fay'), await server.visitor(browser, 'Pat')]
  const path = await createBoardByHand(fay, server.origin, 'Spring')
  await joinBoardByHand(pat, server.origin + (await readLinks(fay)).participant)
  await fay.page.goto(server.origin)

  await test.step('whoever is on it is told at once, and finds no way in', async () => {
    await menuOf(fay.page, 'Spring').click()
    await fay.page.getByRole('menuitem', { name: 'Delete for everybody' }).click()
    await expect(pat.page.getByRole('alertdialog', { name: 'This board was deleted' })).toBeVisible()
    await expect(boardsOf(fay.page)).toHaveCount(0)
    await pat.page.goto(server.origin + path)
    await expect(pat.page.getByRole('heading', { name: 'This board was deleted' })).toBeVisible()
    await pat.page.goto(server.origin)
    await expect(pat.page.getByText('Recently deleted')).toHaveCount(0)
    await pat.page.goto(server.origin + path)
  })

  await test.step('undo brings it back, and it opens where somebody waits for it', async () => {
    await fay.page.getByTestId('home-notice').getByRole('button', { name: 'Undo' }).click()
    await expect(boardsOf(fay.page)).toHaveText(['Spring'])
    await expect(pat.page.getByTestId('save-state')).toHaveText('Saved')
  })

  await test.step('so does the list of deleted boards, and others are on it as before', async () => {
    await menuOf(fay.page, 'Spring').click()
    await fay.page.getByRole('menuitem', { name: 'Delete for everybody' }).click()
    await expect(pat.page.getByRole('alertdialog', { name: 'This board was deleted' })).toBeVisible()
    await fay.page.getByText('Recently deleted (1)').click()
    await expect(fay.page.getByText('30 days left')).toBeVisible()
    await fay.page.getByRole('button', { name: 'Bring back Spring' }).click()
    await expect(boardsOf(fay.page)).toHaveText(['Spring'])
    await expect(pat.page.getByRole('alertdialog')).toHaveCount(0)
    await expect(pat.page.getByTestId('save-state')).toHaveText('Saved')
  })

  await test.step('a participant takes it off their own list and needs the link to come back', async () => {
    await pat.page.goto(server.origin)
    await menuOf(pat.page, 'Spring').press('Enter')
    await expect(pat.page.getByRole('menuitem')).toHaveText(['Take off my list'])
    await expect(pat.page.getByRole('menuitem')).toBeFocused()
    await pat.page.keyboard.press('Enter')
    await pat.page.getByRole('dialog').getByRole('button', { name: 'Take it off' }).click()
    await expect(boardsOf(pat.page)).toHaveCount(0)
    await expect(pat.page.getByRole('heading', { name: 'Your boards' })).toBeFocused()
    await pat.page.goto(server.origin + path)
    await expect(pat.page.getByRole('heading', { name: 'You left this board' })).toBeVisible()
  })
})

test('forty boards, some with endless titles, are searched and fit every screen', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  const long = 'Grundlagenverbesserungsmaßnahmenkatalogsüberarbeitungsvorhaben'.repeat(2).slice(0, 120)
  await fillHome(fay, [long, ...Array.from({ length: 39 }, (_, at) => `Board ${at + 1}`)])
  await expect(boardsOf(fay.page)).toHaveCount(40)
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 820, height: 1180 },
    { width: 390, height: 844 },
  ]) {
    await fay.page.setViewportSize(viewport)
    await expect
      .poll(() => fay.page.evaluate(() => document.documentElement.scrollWidth))
      .toBe(viewport.width)
  }
  await expect(boardsOf(fay.page).filter({ hasText: long })).toHaveCSS('hyphens', 'auto')
  await fay.page.getByLabel('Search your boards').fill('uberarbeitung')
  await expect(boardsOf(fay.page)).toHaveText([long])
  await fay.page.getByLabel('Search your boards').fill('nothing like it')
  await expect(fay.page.getByText('No board is called “nothing like it”')).toBeVisible()
})
