import { expect, test, type Locator, type Page } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, waitUntilSaved } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'
import { restartNewer } from '../support/servers/restart-newer'

const server = OwnServer.ofThisFile()
/** As slowly as a title has room for all that is typed until the page is back. */
const BETWEEN_LETTERS_MS = 200
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The epochs of which this browser keeps a copy. */
function epochs(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name)
    return names
      .filter((name) => name.startsWith('contour-document'))
      .map((name) => name.split(' ').at(-1) ?? '')
  })
}

/** Types one letter after the other from when the server is back until the board is renewed; answers with all of them. */
async function typeThroughRenewal(page: Page, path: string, epoch: string): Promise<string> {
  expect(await server.drain()).toBe(0)
  await restartNewer(server, path)
  const isBack = async (): Promise<boolean> =>
    (await epochs(page)).join() === epoch && (await page.getByTestId('save-state').textContent()) === 'Saved'
  let typed = ''
  while (typed.length < LETTERS.length || !(await isBack())) {
    const letter = LETTERS.charAt(typed.length % LETTERS.length)
    await page.keyboard.press(letter, { delay: BETWEEN_LETTERS_MS })
    typed += letter
  }
  return typed
}

test('what somebody types in a title at the moment in which the board is renewed is all there, in order', async ({
  browser,
}) => {
  test.slow()
  const fay = await server.visitor(browser, 'Fay')
  const { page } = fay
  const path = await createBoard(fay, server.origin, 'Typed in')
  const board = new BoardPage(page)
  await board.addInitiatives('Alpha', 'Beta')
  await board.dropFromTray('Beta', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  await waitUntilSaved(page)
  const goesOn = async (field: Locator, epoch: string, title: string): Promise<string> => {
    await page.keyboard.press('Control+Home')
    const typed = await typeThroughRenewal(page, path, epoch)
    await expect(field).toBeFocused()
    await expect(field).toHaveValue(typed + title)
    return typed + title
  }

  // It goes at the same moments, with nobody in it.
  const unsaid = page.getByLabel('Add an initiative')
  await unsaid.fill('Not added yet')
  await board.trayCard('Alpha').dblclick()
  const inList = await goesOn(page.getByTestId('tray').getByLabel('Title'), '2', 'Alpha')
  await page.keyboard.press('Escape')
  await expect(board.trayCard(inList)).toBeVisible()

  const card = await board.card('Beta')
  const grip = await board.toClient({ x: card.x + 60, y: card.y + 30 })
  await page.mouse.dblclick(grip.x, grip.y)
  const onCanvas = await goesOn(page.locator('.tl-canvas').getByLabel('Title'), '3', 'Beta')
  await page.keyboard.press('Escape')
  expect((await board.card(onCanvas)).target).toBe('curve:linear')

  await board.trayCard(inList).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Details' }).click()
  const title = page.getByTestId('inspector').getByLabel('Title')
  await title.click()
  await goesOn(title, '4', inList)
  await expect(unsaid).toHaveValue('Not added yet')
})

test('what somebody types in a note or a text on the canvas at that moment is all there, where their caret was', async ({
  browser,
}) => {
  test.slow()
  const fay = await server.visitor(browser, 'Fay')
  const { page } = fay
  const path = await createBoard(fay, server.origin, 'Written in')
  const written = page.getByTestId('rich-text-area').locator('p')
  for (const [key, kind, epoch] of [
    ['n', 'note', '2'],
    ['t', 'text', '3'],
  ] as const) {
    await page.keyboard.press(key)
    await page.mouse.click(960, 600)
    await page.keyboard.type('Idea')
    await page.keyboard.press('Enter')
    await page.keyboard.type('two')
    await page.keyboard.press('ArrowLeft')
    await waitUntilSaved(page)
    const typed = await typeThroughRenewal(page, path, epoch)
    await expect(written).toHaveText(['Idea', `tw${typed}o`])
    await page.keyboard.type('!')
    await expect(written).toHaveText(['Idea', `tw${typed}!o`])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Delete')
    await expect(page.locator(`[data-shape-type="${kind}"]`)).toHaveCount(0)
  }
})

test('what somebody types at an arrow at that moment is all there', async ({ browser }) => {
  test.slow()
  const fay = await server.visitor(browser, 'Fay')
  const { page } = fay
  const path = await createBoard(fay, server.origin, 'Pointed at')
  await page.keyboard.press('a')
  await page.mouse.move(760, 600)
  await page.mouse.down()
  await page.mouse.move(1_060, 600, { steps: 4 })
  await page.mouse.up()
  await page.mouse.dblclick(910, 600)
  await page.keyboard.type('why')
  await waitUntilSaved(page)
  const typed = await typeThroughRenewal(page, path, '2')
  await page.keyboard.type('!')
  await expect(page.locator('[data-shape-type="arrow"] textarea')).toHaveValue(`why${typed}!`)
})
