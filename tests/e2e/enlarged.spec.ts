import { expect, test, type Locator, type Page } from '@playwright/test'
import { PORTFOLIO_24 } from '../support/boards/portfolio'
import { findAxeFaults } from '../support/pages/axe'
import { BoardPage } from '../support/pages/board-page'
import { createBoard } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

/** What is left of a laptop's window that is enlarged to 200 %. */
const ENLARGED = { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 }

const server = OwnServer.ofThisFile()

test('in a window enlarged to 200 % there is a board to see, and dialogs have room for what they ask', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay', ENLARGED)
  const { page } = fay
  await createBoard(fay, server.origin, 'Enlarged')
  await expect(page.getByRole('button', { name: 'Show the cards' })).toBeVisible()
  const canvas = await page.getByTestId('canvas-area').boundingBox()
  expect(canvas?.height, 'of the board').toBeGreaterThan(180)

  const dialog = page.getByRole('dialog')
  await test.step('a picture', async () => {
    await choose(page, /Picture/)
    await expect(dialog.getByRole('radio', { name: 'The whole board' })).toBeInViewport({ ratio: 1 })
    await expectInside(dialog.getByRole('button', { name: 'Download' }), dialog)
    await page.keyboard.press('Escape')
  })

  await test.step('the rows of a list', async () => {
    await page.getByRole('button', { name: 'Show the cards' }).click()
    await new BoardPage(page).chooseCsv('list.csv', PORTFOLIO_24)
    await expect(dialog.getByRole('cell', { name: 'Memory QoS' })).toBeInViewport({ ratio: 1 })
    await expectInside(dialog.getByRole('button', { name: 'Import 24 rows' }), dialog)
    await page.keyboard.press('Escape')
  })

  await test.step('the keys', async () => {
    await choose(page, 'Keyboard shortcuts')
    await expect(dialog.getByText('Find a card or team')).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
  })

  await test.step('a code for the room', async () => {
    await choose(page, 'Share the board')
    await dialog.getByRole('button', { name: 'Show the QR code of the participant link' }).click()
    const code = page.getByRole('img', { name: /^QR code/ })
    await expect(code).toBeInViewport({ ratio: 1 })
    expect((await code.boundingBox())?.height).toBeGreaterThan(200)
    expect(await findAxeFaults(page)).toEqual([])
  })
})

async function choose(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function expectInside(one: Locator, other: Locator): Promise<void> {
  await expect(async () => {
    const [inner, outer] = [await one.boundingBox(), await other.boundingBox()]
    expect((inner?.y ?? Infinity) + (inner?.height ?? 0)).toBeLessThanOrEqual(
      (outer?.y ?? 0) + (outer?.height ?? 0),
    )
  }).toPass()
}
