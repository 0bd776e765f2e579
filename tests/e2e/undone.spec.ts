import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { MapPage } from '../support/pages/map-page'
import type { Person } from '../support/pages/people'
import {
  addByMenu,
  editTemplates,
  frames,
  goToTemplate,
  isInView,
  waitUntilStill,
} from '../support/pages/template-page'
import { SharedBoard, lookOf } from '../support/servers/shared-board'

const board = SharedBoard.ofEachTest()

const noticeOf = ({ page }: Person) => page.getByTestId('notice')

test('what is undone where nobody looks is told, and shown to whoever asks; the view stays', async ({
  browser,
}) => {
  const fay = await board.arrive(browser, { name: 'Fay', role: 'facilitator' })
  const { page } = fay
  const seen = new BoardPage(page)
  await addByMenu(page, 'Team map')
  await page.getByRole('button', { name: 'Close this message' }).click()
  await goToTemplate(page, 'Effort and value')
  const before = await seen.card('Memory QoS')
  await seen.moveCard('Memory QoS', { x: -60, y: 20 })
  await expect.poll(async () => (await seen.card('Memory QoS')).x).not.toBe(before.x)
  const moved = await seen.card('Memory QoS')

  await test.step('in sight, nothing has to be said', async () => {
    await page.keyboard.press('Control+z')
    await expect.poll(() => seen.card('Memory QoS')).toEqual(before)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => seen.card('Memory QoS')).toEqual(moved)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    await expect(noticeOf(fay)).toBeEmpty()
  })

  await test.step('out of sight, it is told', async () => {
    await goToTemplate(page, 'Team map')
    const look = await lookOf(page)
    await page.keyboard.press('Control+z')
    await expect(noticeOf(fay)).toContainText('Undone: moved “Memory QoS” on “Effort and value”.')
    await expect(noticeOf(fay), 'those who hear the page are told').toHaveRole('status')
    expect(await seen.card('Memory QoS')).toEqual(before)
    await waitUntilStill(page)
    expect(await lookOf(page)).toEqual(look)
    await page.keyboard.press('Control+Shift+z')
    await expect(noticeOf(fay)).toContainText('Redone: moved “Memory QoS” on “Effort and value”.')
  })

  await test.step('and shown', async () => {
    await noticeOf(fay).getByRole('button', { name: 'Show' }).click()
    await expect(noticeOf(fay)).toBeEmpty()
    await expect.poll(() => page.evaluate(() => window.contourProbe?.selected())).toEqual([before.id])
    await waitUntilStill(page)
    const [frame] = await frames(page)
    if (!frame) throw new Error('The template is there.')
    expect(await isInView(page, { ...frame, ...moved.pin, w: 0, h: 0 })).toBe(true)
  })

  await test.step('what is said of one step does not stand beside the next', async () => {
    await goToTemplate(page, 'Team map')
    await page.keyboard.press('Control+z')
    await expect(noticeOf(fay)).toContainText('Undone')
    await goToTemplate(page, 'Effort and value')
    await page.keyboard.press('Control+Shift+z')
    await expect(noticeOf(fay)).toBeEmpty()
  })
})

test('what is deleted is told to those who hear, Tab goes on beside it, and undo selects it again', async ({
  browser,
}) => {
  const fay = await board.arrive(browser, { name: 'Fay', role: 'facilitator' })
  const { page } = fay
  const heard = page.getByTestId('undone')
  const selected = () => page.evaluate(() => window.contourProbe?.selected() ?? [])
  await addByMenu(page, 'Team map')
  await page.getByRole('button', { name: 'Close this message' }).click()
  await goToTemplate(page, 'Team map')
  const map = new MapPage(page)
  await map.addTeam('Alpha')
  await map.addTeam('Beta')
  const [alpha, beta] = [await map.team('Alpha'), await map.team('Beta')]
  await map.select('Beta')
  await page.keyboard.press('Delete')
  await expect(heard).toHaveText('Deleted the team “Beta”.')
  expect(await selected()).toEqual([])
  await page.keyboard.press('Shift+Tab')
  await expect.poll(selected).toEqual([alpha.id])
  await page.keyboard.press('Control+z')
  await expect(heard).toHaveText('Undone: deleted the team “Beta”.')
  await expect.poll(selected).toEqual([beta.id])

  await test.step('a card is selected once', async () => {
    await goToTemplate(page, 'Effort and value')
    const seen = new BoardPage(page)
    const card = await seen.card('Memory QoS')
    const at = await seen.toClient({ x: card.x + 60, y: card.y + 12 })
    await page.mouse.click(at.x, at.y)
    await expect.poll(selected).toEqual([card.id])
    await page.keyboard.press('Delete')
    await expect.poll(selected).toEqual([])
    await page.keyboard.press('Control+z')
    await expect.poll(selected).not.toEqual([])
    expect(await selected()).toEqual([card.id])
  })

  await test.step('where the button has taken back the last step, the canvas has the keyboard', async () => {
    const undo = page.getByRole('button', { name: 'Undo what you did' })
    await undo.focus()
    while (await undo.isEnabled()) await page.keyboard.press('Enter')
    await expect(page.locator('.tl-container')).toBeFocused()
  })
})

test('Show goes to a template with the keyboard', async ({ browser }) => {
  const fay = await board.arrive(browser, { name: 'Fay', role: 'facilitator' })
  const { page } = fay
  await addByMenu(page, 'Team map')
  await goToTemplate(page, 'Effort and value')
  await page.keyboard.press('Control+z')
  await expect(noticeOf(fay)).toContainText('Undone: added the template “Team map”.')
  await page.keyboard.press('Control+Shift+z')
  await expect(noticeOf(fay)).toContainText('Redone: added the template “Team map”.')
  await noticeOf(fay).getByRole('button', { name: 'Show' }).click()
  await expect(page.locator('.tl-container')).toBeFocused()
  const [, map] = await frames(page)
  await expect.poll(() => isInView(page, map)).toBe(true)
})

test('what is undone behind a folded tray is told, and the tray opens where it is', async ({ browser }) => {
  const fay = await board.arrive(browser, { name: 'Fay', role: 'facilitator' })
  const { page } = fay
  const seen = new BoardPage(page)
  await seen.addInitiatives('Lantern')
  await page.getByRole('button', { name: 'Fold this list' }).click()
  await page.locator('.tl-container').focus()
  await page.keyboard.press('Control+z')
  await expect(noticeOf(fay)).toContainText('Undone: added “Lantern”.')
  await expect(noticeOf(fay).getByRole('button', { name: 'Show' }), 'nothing is left to show').toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expect(noticeOf(fay)).toContainText('Redone: added “Lantern”.')
  await noticeOf(fay).getByRole('button', { name: 'Show' }).click()
  await expect(seen.trayCard('Lantern')).toBeFocused()
})

test('a question about a template that somebody removes ends, and stays away where they take that back', async ({
  browser,
}) => {
  const fay = await board.arrive(browser, { name: 'Fay', role: 'facilitator' })
  const flo = await board.arrive(browser, { name: 'Flo', role: 'facilitator' })
  for (const { page } of [fay, flo]) await editTemplates(page)
  await fay.page.getByRole('button', { name: 'Rename Effort and value' }).click()
  const question = fay.page.getByRole('dialog', { name: 'Rename the template' })
  await expect(question).toBeVisible()
  await flo.page.getByRole('button', { name: 'Remove Effort and value' }).click()
  await flo.page.getByRole('button', { name: 'Remove the template' }).click()
  await expect(question).toHaveCount(0)
  await expect(fay.page.locator('.tl-container')).toBeFocused()
  await flo.page.getByRole('button', { name: 'Undo what you did' }).click()
  await expect(fay.page.getByRole('button', { name: 'Rename Effort and value' })).toBeVisible()
  await expect(question).toHaveCount(0)
})
