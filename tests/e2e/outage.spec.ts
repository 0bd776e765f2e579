import { expect, test } from '@playwright/test'
import { LIMITS } from '@/lib/sync/limits'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, joinBoard, readLinks, waitUntilSaved, type Person } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

/** The one colour of what is to be pressed first, by daylight. */
const ACCENT = 'rgb(15, 118, 110)'
const server = OwnServer.ofEachTest()

test('work goes on without a network and arrives when it is back', async ({ browser }) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoard(fay, server.origin, 'Offline')
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]

  await pat.context.setOffline(true)
  await patBoard.addInitiatives('Written on the train')
  await expect(pat.page.getByTestId('save-state')).toHaveText(/Offline, 1 change/)
  await expect.poll(() => asksBeforeLeaving(pat)).toBe(true)
  expect(await asksBeforeLeaving(fay)).toBe(false)
  await fayBoard.addInitiatives('Written in the office')
  await pat.context.setOffline(false)

  await expect(fayBoard.trayCard('Written on the train')).toBeVisible({ timeout: 30_000 })
  await expect(patBoard.trayCard('Written in the office')).toBeVisible()
  await waitUntilSaved(pat.page)
})

/** So long the server may take to notice that a line is dead, as the browser says nothing when it is offline. */
const GONE_WITHIN_MS = LIMITS.PING_MS * (LIMITS.PINGS_UNANSWERED + 1) + 15_000

test('somebody removed while they were offline is told so, with what was not saved, and nothing of it lands', async ({
  browser,
}) => {
  test.slow()
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoard(fay, server.origin, 'Without Pat')
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]

  await pat.context.setOffline(true)
  await patBoard.addInitiatives('Written on the train', 'Written in the tunnel')
  await expect(pat.page.getByTestId('save-state')).toHaveText(/Offline, 2 changes/)
  await fay.page.getByRole('button', { name: /are here$|people here$/ }).click()
  const absent = fay.page.getByRole('list', { name: 'Not here now' })
  await absent.getByRole('button', { name: 'More about Pat' }).click({ timeout: GONE_WITHIN_MS })
  await fay.page.getByRole('menuitem', { name: 'Remove from the board' }).click()
  await fay.page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(fay.page.getByText('Pat was removed from the board.')).toBeVisible()
  await fay.page.keyboard.press('Escape')
  await pat.context.setOffline(false)

  const closed = pat.page.getByRole('alertdialog', { name: 'You were removed from this board' })
  await expect(closed).toContainText('A facilitator took you off this board.', { timeout: 30_000 })
  await expect(closed).toContainText('2 things you changed last may not be saved.')
  await expect(closed.getByLabel('unsaved changes', { exact: true })).toHaveValue(
    /Written on the train[^]*Written in the tunnel/,
  )
  await pat.page.screenshot({ path: 'test-results/screens/removed-offline.png' })
  await test.step('nothing but the panel can be reached, and copying comes before leaving', async () => {
    await expect(closed).toBeFocused()
    await expect(pat.page.getByRole('main')).toHaveCount(0)
    await expect(pat.page.getByRole('button', { name: 'Export' })).toHaveCount(0)
    await pat.page.keyboard.press('Escape')
    const [copy, leave] = [closed.getByRole('button', { name: /^Copy/ }), closed.getByRole('link')]
    await expect(copy).toHaveCSS('background-color', ACCENT)
    await expect(leave).toHaveText('To your boards without them')
    await expect(leave).not.toHaveCSS('background-color', ACCENT)
    await pat.page.keyboard.press('Tab')
    await expect(closed.getByLabel('unsaved changes', { exact: true })).toBeFocused()
    await pat.page.keyboard.press('Tab')
    await expect(copy).toBeFocused()
    await copy.press('Enter')
    await expect(leave).toHaveText('To your boards')
    await expect(leave).toHaveCSS('background-color', ACCENT)
    await leave.press('Tab')
    await expect(closed.getByLabel('unsaved changes', { exact: true })).toBeFocused()
  })
  await fayBoard.addInitiatives('Written in the office')
  await waitUntilSaved(fay.page)
  await fay.page.reload()
  await expect(fayBoard.trayCard('Written in the office')).toBeVisible()
  await expect(fay.page.getByTestId('tray-count')).toHaveText('1')

  await pat.page.reload()
  await expect(pat.page.getByRole('heading', { name: 'You were removed from this board' })).toBeVisible()
})

test('a server killed at once comes back with everything it called saved', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Crash')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('First', 'Second', 'Third')
  await board.dropFromTray('Second', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  await board.card('Second')
  await waitUntilSaved(fay.page)

  await server.kill()
  await expect(fay.page.getByTestId('save-state')).toHaveText(/Offline/)
  await board.addInitiatives('While it was down')
  await server.restart()
  await waitUntilSaved(fay.page)

  await fay.page.reload()
  await expect(board.trayCard('First')).toBeVisible()
  await expect(board.trayCard('While it was down')).toBeVisible()
  expect((await board.card('Second')).target).toBe('curve:linear')
})

test('a server asked to stop ends in order and loses nothing', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Drain')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('Kept')
  expect(await server.drain()).toBe(0)
  await server.restart()
  await fay.page.reload()
  await expect(board.trayCard('Kept')).toBeVisible()
})

/** Whether the browser would ask before this page is left. */
function asksBeforeLeaving({ page }: Person): Promise<boolean> {
  return page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
}
