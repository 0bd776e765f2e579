import { expect, test, type Locator } from '@playwright/test'
import { createBoard } from '../support/pages/people'
import { PicturePage } from '../support/pages/picture-page'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

test('whoever chose the colours of the screen sees what is chosen and pressed, and which colours there are', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay', { forcedColors: 'active' })
  const { page } = fay
  await createBoard(fay, server.origin, 'In colours of my own')
  const tools = page.getByTestId('toolbar')
  await tools.getByRole('button', { name: 'Note' }).click()
  const [pressed, other] = [
    await colorsOf(tools.getByRole('button', { name: 'Note' })),
    await colorsOf(tools.getByRole('button', { name: 'Draw' })),
  ]
  expect(pressed.background).not.toBe(other.background)
  expect(pressed.words).not.toBe(other.words)
  const swatches = await page.getByTestId('look').locator('button:has(span) span').all()
  const fills = await Promise.all(swatches.map(async (one) => (await colorsOf(one)).background))
  expect(new Set(fills).size, 'colours to choose among').toBeGreaterThan(4)

  const picture = new PicturePage(page)
  await page.keyboard.press('Escape')
  await picture.open()
  const of = (name: string) => colorsOf(picture.dialog.getByRole('radio', { name }))
  expect((await of('PNG')).background).not.toBe((await of('SVG')).background)
})

function colorsOf(one: Locator): Promise<{ background: string; words: string }> {
  return one.evaluate((element) => {
    const { backgroundColor, color } = getComputedStyle(element)
    return { background: backgroundColor, words: color }
  })
}
