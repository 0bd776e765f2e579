import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, joinBoard, readLinks } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

test('a press on the canvas is the canvas’s also where all words of the page are selected, and what others remove goes', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoard(fay, server.origin, 'Words')
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  const [fays, pats] = [new BoardPage(fay.page), new BoardPage(pat.page)]
  await fays.addInitiatives('Removed')
  await fays.dropFromTray('Removed', await fays.pointOnPlot('linear', { x: 0.5, y: 0.9 }))
  await pats.card('Removed')

  await fay.page.evaluate(() => getSelection()?.selectAllChildren(document.body))
  const words = await fay.page.locator('.tl-canvas').getByText('How does value come').boundingBox()
  const { x, y } = words ?? { x: 0, y: 0 }
  await fays.carry({ x: x + 30, y: y + 6 }, { x: x + 200, y: y + 90 })
  await fay.page.mouse.up()
  await expect.poll(() => fay.page.evaluate(() => window.contourProbe?.toolPath())).toBe('select.idle')

  const card = await pats.card('Removed')
  const at = await pats.toClient({ x: card.x + 60, y: card.y + 30 })
  await pat.page.mouse.click(at.x, at.y)
  await pat.page.keyboard.press('Delete')
  await expect(fay.page.locator('.tl-shape[data-shape-type="card"]')).toHaveCount(0)
})
