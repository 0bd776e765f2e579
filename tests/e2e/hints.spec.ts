import { expect, test, type Page } from '@playwright/test'
import { BoardPage } from '../support/board-page'
import { startContourServer, type ContourServer } from '../support/contour-server'
import { createBoard, joinBoard, openBrowserOf, readLinks } from '../support/people'

let server: ContourServer

test.beforeAll(async () => {
  server = await startContourServer()
})
test.afterAll(() => server.stop())

const hintOf = (page: Page) => page.getByTestId('hint')

test('who is new gets three short hints, each at its moment, and never again once put away', async ({
  browser,
}) => {
  const fay = await openBrowserOf(browser, 'Fay', { isNew: true })
  const { page } = fay
  const board = new BoardPage(page)
  const path = await createBoard(fay, server.origin, 'First steps')

  await test.step('an empty board says by itself what to do; with a card in the list comes the first', async () => {
    await expect(hintOf(page)).toBeHidden()
    await board.addInitiatives('One')
    await expect(hintOf(page)).toContainText('Drag a card onto the board')
  })

  await test.step('the first is learned by doing, and the second comes up', async () => {
    await board.dropFromTray('One', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
    await expect(hintOf(page)).toContainText('Slide it along')
    await hintOf(page).getByRole('button', { name: 'Got it' }).click()
    await expect(hintOf(page)).toBeHidden()
  })

  await test.step('when others come, the third', async () => {
    const pat = await openBrowserOf(browser, 'Pat')
    await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
    await expect(hintOf(page)).toContainText('See what others see')
    await hintOf(page).getByRole('button', { name: 'Got it' }).press('Enter')
    await expect(hintOf(page)).toBeHidden()
    expect(pat.complaints).toEqual([])
    await pat.context.close()
  })

  await test.step('none of them comes back', async () => {
    await page.goto(server.origin + path)
    await board.addInitiatives('Two')
    await expect(hintOf(page)).toBeHidden()
  })
  expect(fay.complaints).toEqual([])
  await fay.context.close()
})

test('who wants no hints puts all of them away at once, and somebody with a link to look is told of following alone', async ({
  browser,
}) => {
  const fay = await openBrowserOf(browser, 'Fay', { isNew: true })
  await createBoard(fay, server.origin, 'No hints')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('One')
  await hintOf(fay.page).getByRole('button', { name: 'No more hints' }).click()
  await board.dropFromTray('One', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  await expect(hintOf(fay.page)).toBeHidden()

  const vic = await openBrowserOf(browser, 'Vic', { isNew: true })
  await joinBoard(vic, server.origin + (await readLinks(fay)).viewer)
  await expect(hintOf(vic.page)).toContainText('See what others see')
  for (const { complaints, context } of [fay, vic]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})
