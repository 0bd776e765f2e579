import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@playwright/test'
import { PORTFOLIO_24 } from '../support/boards/portfolio'
import { BoardPage, TRAY_LIST } from '../support/pages/board-page'
import { createBoardByHand, joinBoardByHand, readLinks, waitUntilSaved } from '../support/pages/people'
import { PicturePage, pngSize } from '../support/pages/picture-page'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

test('four people fill the curves of one board together and all see the same', async ({ browser }) => {
  test.slow()
  const [fay, pat, kim, vic] = await server.visitors(browser, 'Fay', 'Pat', 'Kim', 'Vic')
  await createBoardByHand(fay, server.origin, 'Spring planning')
  const links = await readLinks(fay)
  await joinBoardByHand(pat, server.origin + links.participant)
  await joinBoardByHand(kim, server.origin + links.participant)
  await joinBoardByHand(vic, server.origin + links.viewer)
  const [fayBoard, patBoard, kimBoard, vicBoard] = [fay, pat, kim, vic].map(
    ({ page }) => new BoardPage(page),
  ) as [BoardPage, BoardPage, BoardPage, BoardPage]

  await test.step('the facilitator imports 24 initiatives and everybody has them in the tray', async () => {
    await fayBoard.importCsv('portfolio.csv', PORTFOLIO_24)
    for (const { page } of server.people) {
      await expect(page.getByRole('list', { name: TRAY_LIST }).getByRole('listitem')).toHaveCount(24)
    }
  })

  await test.step('two participants place cards, and each sees the other move while they move', async () => {
    await patBoard.carryFromTray('Memory QoS', await patBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
    await expect
      .poll(() => kim.page.evaluate(() => window.contourProbe?.ghosts().map(({ title }) => title)))
      .toEqual(['Memory QoS'])
    await pat.page.mouse.up()
    await kimBoard.dropFromTray(
      'Kustomize Function Catalog',
      await kimBoard.pointOnPlot('quick-taper', { x: 0.6, y: 0.6 }),
    )
    for (const board of [fayBoard, patBoard, kimBoard, vicBoard]) {
      expect((await board.card('Memory QoS')).target).toBe('curve:linear')
      expect((await board.card('Kustomize Function Catalog')).target).toBe('curve:quick-taper')
    }
  })

  await test.step('a card carried across the canvas moves for the others before it is let go', async () => {
    const before = await kimBoard.card('Memory QoS')
    await patBoard.carryCard('Memory QoS', { x: 60, y: -40 })
    await expect.poll(async () => (await kimBoard.card('Memory QoS')).x).toBeGreaterThan(before.x + 20)
    await pat.page.mouse.up()
    for (const board of [kimBoard, vicBoard]) {
      const hasLanded = async (): Promise<boolean> => {
        const landed = await patBoard.card('Memory QoS')
        const isPlacedAnew = landed.position !== before.position
        return isPlacedAnew && isDeepStrictEqual(await board.card('Memory QoS'), landed)
      }
      await expect.poll(hasLanded, 'the card stands for others where it was let go').toBe(true)
    }
  })

  await test.step('a viewer sees everything and can change nothing', async () => {
    const before = await vicBoard.card('Memory QoS')
    await vicBoard.moveCard('Memory QoS', { x: 80, y: 40 })
    expect(await vicBoard.card('Memory QoS')).toEqual(before)
    await expect(vic.page.getByRole('button', { name: 'Note' })).toHaveCount(0)
  })

  await test.step('undo takes back my own step and leaves what others did since', async () => {
    await waitUntilSaved(pat.page)
    await patBoard.addInitiatives('Pat adds this')
    await expect(kimBoard.trayCard('Pat adds this')).toBeVisible()
    await kimBoard.addInitiatives('Kim adds that')
    await expect(patBoard.trayCard('Kim adds that')).toBeVisible()
    await pat.page.getByRole('button', { name: 'Undo what you did' }).click()
    await expect(kimBoard.trayCard('Pat adds this')).toHaveCount(0)
    await expect(kimBoard.trayCard('Kim adds that')).toBeVisible()
    await pat.page.getByRole('button', { name: 'Redo' }).click()
    await expect(kimBoard.trayCard('Pat adds this')).toBeVisible()
  })

  await test.step('Escape puts a card back and keeps what another typed into it meanwhile', async () => {
    const before = await patBoard.card('Kustomize Function Catalog')
    await patBoard.carryCard('Kustomize Function Catalog', { x: 120, y: 60 })
    const at = await kimBoard.toClient({ x: before.x + 60, y: before.y + 30 })
    await kim.page.mouse.move(at.x, at.y)
    await pat.page.keyboard.press('Escape')
    await pat.page.mouse.up()
    await expect.poll(async () => (await patBoard.card('Kustomize Function Catalog')).x).toBe(before.x)
    await expect.poll(async () => (await kimBoard.card('Kustomize Function Catalog')).x).toBe(before.x)
    expect((await kimBoard.card('Kustomize Function Catalog')).position).toBe(before.position)
  })

  await test.step('titles are typed in place, together', async () => {
    const card = await kimBoard.card('Kustomize Function Catalog')
    const at = await kimBoard.toClient({ x: card.x + 60, y: card.y + 30 })
    await kim.page.mouse.dblclick(at.x, at.y)
    await expect(kim.page.getByRole('textbox', { name: 'Title' })).toBeFocused()
    await kim.page.keyboard.press('End')
    await kim.page.keyboard.type(' for all')
    await kim.page.keyboard.press('Enter')
    await patBoard.card('Kustomize Function Catalog for all')
    await kim.page.keyboard.press('Escape')
  })

  await test.step('the board is saved as a picture', async () => {
    const picture = new PicturePage(fay.page)
    await picture.open()
    const promised = await picture.promised()
    const { content } = await picture.download()
    expect(content.subarray(1, 4).toString()).toBe('PNG')
    expect(pngSize(content)).toEqual(promised)
    expect(promised.w).toBeGreaterThan(3_000)
  })

  await test.step('a reload shows the same board', async () => {
    await waitUntilSaved(pat.page)
    const before = await patBoard.card('Memory QoS')
    await pat.page.reload()
    await expect.poll(() => patBoard.card('Memory QoS')).toEqual(before)
  })
})
