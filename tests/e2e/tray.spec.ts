import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/board-page'
import { SharedBoard } from '../support/shared-board'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let board: SharedBoard

test.beforeAll(async ({ browser }) => {
  board = await SharedBoard.start(browser)
})
test.afterEach(() => board.leave())
test.afterAll(() => board.server.stop())

test('on a phone a tap on a card offers its places, whole on the screen', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Pho', role: 'participant', options: PHONE })
  const canvas = new BoardPage(page)
  await canvas.addInitiatives('Tapped')
  await canvas.trayCard('Tapped').tap()
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  await menu.getByRole('menuitem', { name: 'Steady' }).tap()
  await expect(menu.getByRole('menuitem', { name: 'In the middle' })).toBeVisible()
  const box = await menu.boundingBox()
  expect([box && box.x >= 0, box && box.x + box.width <= 390, box && box.y >= 0], 'whole').toEqual([
    true,
    true,
    true,
  ])
  await menu.getByRole('menuitem', { name: 'In the middle' }).tap()
  await expect.poll(async () => (await canvas.card('Tapped')).position).toBeCloseTo(0.5)
})
