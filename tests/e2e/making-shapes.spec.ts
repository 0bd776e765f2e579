import { expect, test, type Page } from '@playwright/test'
import { SharedBoard } from '../support/servers/shared-board'

const board = SharedBoard.ofThisFile()

async function take(page: Page, tool: string): Promise<void> {
  const shown = page.getByTestId('toolbar').getByRole('button', { name: tool, exact: true })
  if (await shown.isVisible()) return shown.click()
  await page.getByRole('button', { name: /^More tools/ }).click()
  await page.getByRole('menuitem', { name: tool }).click()
}

/** What stands in the document, not only on this screen. */
function typesIn(page: Page): Promise<readonly string[] | undefined> {
  return page.evaluate(() => window.contourProbe?.freeShapes().map(({ type }) => type))
}

/** Draws, with a picture drawn after each step, so that what the tool made so far has every chance to be written. */
async function drag(page: Page, given: { letGo: boolean }): Promise<void> {
  await page.mouse.move(400, 100)
  await page.mouse.down()
  await nextPicture(page)
  for (let step = 1; step <= 6; step++) {
    await page.mouse.move(400 + step * 15, 100 + step * 5)
    await nextPicture(page)
  }
  if (given.letGo) await page.mouse.up()
}

async function nextPicture(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

test('what is drawn with any tool is taken back in one step', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Fay', role: 'facilitator' })
  for (const [tool, type] of [
    ['Arrow', 'arrow'],
    ['Line', 'line'],
    ['Highlighter', 'highlight'],
    ['Draw', 'draw'],
  ] as const) {
    await take(page, tool)
    await drag(page, { letGo: true })
    await expect.poll(() => typesIn(page), tool).toEqual([type])
    await page.keyboard.press('Control+z')
    await expect.poll(() => typesIn(page), tool).toEqual([])
    await expect(page.getByRole('button', { name: 'Undo' }), tool).toBeDisabled()
  }
})

test('Escape while something is made by dragging leaves nothing of it', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Eve', role: 'facilitator' })
  for (const tool of ['Arrow', 'Line', 'Note']) {
    await take(page, tool)
    await drag(page, { letGo: false })
    await expect.poll(() => typesIn(page), tool).toHaveLength(1)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await nextPicture(page)
    await expect.poll(() => typesIn(page), tool).toEqual([])
    await expect(page.getByRole('button', { name: 'Undo' }), tool).toBeDisabled()
  }
})

test('a press with the line tool that drags nothing leaves nothing, and a line that was dragged stays', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Lin', role: 'facilitator' })
  await take(page, 'Line')
  await page.mouse.move(400, 100)
  await page.mouse.down()
  await expect.poll(() => typesIn(page), 'it is kept while it is held').toEqual(['line'])
  await page.mouse.up()
  await expect.poll(() => typesIn(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  await take(page, 'Line')
  await drag(page, { letGo: true })
  await expect.poll(() => typesIn(page)).toEqual(['line'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => typesIn(page)).toEqual([])
})

test('a press with the arrow tool that drags nothing leaves nothing, however long it is held', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Ana', role: 'participant' })
  await page.getByRole('button', { name: 'Arrow', exact: true }).click()
  await page.mouse.move(400, 100)
  await page.mouse.down()
  await expect.poll(() => typesIn(page), 'it is kept while it is held').toEqual(['arrow'])
  await page.mouse.up()
  await expect.poll(() => typesIn(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})
