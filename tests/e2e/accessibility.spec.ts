import { expect, test, type Locator } from '@playwright/test'
import { findAxeFaults } from '../support/axe'
import { BoardPage } from '../support/board-page'
import { startContourServer, type ContourServer } from '../support/contour-server'
import { openBrowserOf, readLinks, waitUntilSaved, type Person } from '../support/people'

let server: ContourServer

test.beforeAll(async () => {
  server = await startContourServer()
})
test.afterAll(() => server.stop())

test('axe finds a button that says nothing', async ({ browser }) => {
  const { page, context } = await openBrowserOf(browser, 'Eve', { reducedMotion: 'reduce' })
  await page.goto(server.origin)
  await expect(page.getByRole('button', { name: 'Create the board' })).toBeVisible()
  await page.evaluate(() => {
    const button = document.createElement('button')
    button.style.padding = '20px'
    document.body.append(button)
  })
  expect(await findAxeFaults(page)).toEqual([expect.stringContaining('button-name')])
  await context.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any page or dialog in ${colorScheme}`, async ({ browser }) => {
    test.slow()
    const fay = await openBrowserOf(browser, 'Fay', { colorScheme, reducedMotion: 'reduce' })
    const { page } = fay
    const board = new BoardPage(page)

    await test.step('the home page of a newcomer', async () => {
      await page.goto(server.origin)
      await expect(page.getByRole('button', { name: 'Create the board' })).toBeVisible()
      expect(await findAxeFaults(page)).toEqual([])
    })

    await test.step('the board with its tray', async () => {
      await page.getByRole('button', { name: 'Open the sample board' }).click()
      await page.waitForURL('**/b/*')
      await waitUntilSaved(page)
      await expect(page.locator('.tl-canvas')).toBeVisible()
      expect(await findAxeFaults(page)).toEqual([])
    })

    await test.step('the details of a card', async () => {
      const [card] = await board.cards()
      if (!card) throw new Error('The sample board has no card.')
      const at = await board.toClient({ x: card.x + 40, y: card.y + 20 })
      await page.mouse.click(at.x, at.y)
      await page.getByRole('button', { name: 'Details', exact: true }).click()
      await expect(page.getByTestId('inspector')).toBeVisible()
      expect(await findAxeFaults(page)).toEqual([])
      await page.getByRole('button', { name: 'Close the details' }).click()
    })

    await test.step('what opens from the top bar', async () => {
      await expectSound(fay, page.getByRole('button', { name: 'Share' }))
      await expectSound(fay, page.getByRole('button', { name: /here$/ }))
      await expectSound(fay, page.getByRole('button', { name: 'Export', exact: true }))
    })

    await test.step('the import, before and after it has rows to look at', async () => {
      await board.chooseCsv('list.csv', 'key,title,effort\nA,One,3\nB,,2\nA,Two,many\n')
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await findAxeFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
    })

    await test.step('the export of a picture', async () => {
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('menuitem', { name: /Picture/ }).click()
      await expect(page.getByTestId('picture-size')).not.toBeEmpty()
      expect(await findAxeFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
    })

    const joinPath = (await readLinks(fay)).participant

    await test.step('the home page of somebody with boards', async () => {
      await page.goto(server.origin)
      await expectSound(fay, page.getByRole('button', { name: /^More about/ }))
    })

    await test.step('the page on which one joins, and the one of a link that leads nowhere', async () => {
      const guest = await openBrowserOf(browser, 'Pat', { colorScheme })
      await guest.page.goto(server.origin + joinPath)
      await expect(guest.page.getByRole('button', { name: 'Join the board' })).toBeVisible()
      expect(await findAxeFaults(guest.page)).toEqual([])
      await guest.page.goto(`${server.origin + joinPath}x`)
      await expect(guest.page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await findAxeFaults(guest.page)).toEqual([])
      await guest.context.close()
    })
    expect(fay.complaints).toEqual([])
    await fay.context.close()
  })
}

/** Opens what a button opens, looks, and closes it again. */
async function expectSound({ page }: Person, opener: Locator): Promise<void> {
  await opener.click()
  await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toBeVisible()
  expect(await findAxeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toBeHidden()
}
