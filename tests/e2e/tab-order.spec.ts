import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { addByMenu, frames, goToTemplate, isInView, waitUntilStill } from '../support/pages/template-page'
import { SharedBoard, lookOf } from '../support/servers/shared-board'

const board = SharedBoard.ofThisFile()

test('after Page Down, Tab goes on from the template that was gone to', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Fay', role: 'facilitator' })
  const seen = new BoardPage(page)
  await addByMenu(page, 'Team map')
  await goToTemplate(page, 'Team map')
  const onMap = ['Add Informer Metrics', 'DRA Extended Resource']
  const [curves, map] = await frames(page)
  for (const [at, title] of onMap.entries()) {
    const from = await seen.toClient({ x: (map?.x ?? 0) + 400 + 300 * at, y: (map?.y ?? 0) + 300 })
    await seen.dropFromTray(title, from)
    await seen.card(title)
  }
  await page.keyboard.press('Escape')
  const cards = new Map((await seen.cards()).map(({ id, title }) => [id, title]))
  const selected = async () => {
    const ids = (await page.evaluate(() => window.contourProbe?.selected())) ?? []
    return ids.map((id) => cards.get(id))
  }

  const thereAndBack = async () => {
    await page.keyboard.press('PageUp')
    await expect.poll(() => isInView(page, curves)).toBe(true)
    await page.keyboard.press('PageDown')
    await expect.poll(() => isInView(page, map)).toBe(true)
  }

  await test.step('from what was selected elsewhere', async () => {
    await goToTemplate(page, 'Effort and value')
    const card = await seen.card('Memory QoS')
    const grip = await seen.toClient({ x: card.x + 60, y: card.y + 30 })
    await page.mouse.click(grip.x, grip.y)
    await expect.poll(selected).toEqual(['Memory QoS'])
    await page.keyboard.press('PageDown')
    await expect.poll(() => isInView(page, map)).toBe(true)
    await waitUntilStill(page)
    const look = await lookOf(page)
    await page.keyboard.press('Tab')
    await expect.poll(selected).toEqual([onMap[0]])
    await page.keyboard.press('Tab')
    await expect.poll(selected).toEqual([onMap[1]])
    expect(await lookOf(page)).toEqual(look)
  })

  await test.step('from nothing', async () => {
    await page.keyboard.press('Escape')
    await expect.poll(selected).toEqual([])
    await thereAndBack()
    await page.keyboard.press('Tab')
    await expect.poll(selected).toEqual([onMap[0]])
  })

  await test.step('and backwards to the last one', async () => {
    await thereAndBack()
    await page.keyboard.press('Shift+Tab')
    await expect.poll(selected).toEqual([onMap[1]])
  })
})
