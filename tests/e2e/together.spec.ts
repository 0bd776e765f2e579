import { expect, test, type Browser } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { standBetween } from '../support/pages/injected-role'
import { createBoard, joinBoard, readLinks, waitUntilSaved, type Person } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

test('two people type in one title while a third takes the card away: no letter is lost', async ({
  browser,
}) => {
  const [fay, pat, kim] = await openBoard(browser, 'Fay', 'Pat', 'Kim')
  const [fayBoard, patBoard, kimBoard] = [fay, pat, kim].map(({ page }) => new BoardPage(page)) as Boards
  await fayBoard.addInitiatives('Middle')
  await fayBoard.dropFromTray('Middle', await fayBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  await patBoard.card('Middle')
  await kimBoard.card('Middle')

  await openTitle(fayBoard, 'Middle')
  await openTitle(patBoard, 'Middle')
  await fay.page.keyboard.press('Home')
  await pat.page.keyboard.press('End')
  await Promise.all([fay.page.keyboard.type('One two '), pat.page.keyboard.type(' three four')])
  const both = 'One two Middle three four'
  for (const board of [fayBoard, patBoard, kimBoard]) await board.card(both)

  await test.step('the third takes the card off the curve', async () => {
    const card = await kimBoard.card(both)
    const at = await kimBoard.toClient({ x: card.x + 60, y: card.y + 30 })
    await kim.page.mouse.click(at.x, at.y)
    const typing = pat.page.keyboard.type(' and not done', { delay: 40 })
    await kim.page.keyboard.press('Delete')
    await typing
    await expect(kimBoard.trayCard(both)).toBeVisible()
    await expect(pat.page.getByTestId('notice')).toContainText('Its title is kept as you wrote it.')
    // Their hands were still writing: what came too late must not have become commands of the canvas.
    for (const { page } of [fay, pat]) {
      await expect.poll(() => page.evaluate(() => window.contourProbe?.toolPath())).toBe('select.idle')
      expect(await page.evaluate(() => window.contourProbe?.freeShapes())).toEqual([])
    }
  })

  await test.step('and deletes it, and takes that back: every letter is there', async () => {
    await kimBoard.trayCard(both).focus()
    await kim.page.keyboard.press('Delete')
    await expect(fayBoard.trayCard(both)).toHaveCount(0)
    await kim.page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click()
    for (const board of [fayBoard, patBoard, kimBoard]) await expect(board.trayCard(both)).toBeVisible()
  })
  await test.step('and in the tray, too, late letters are no commands', async () => {
    await patBoard.trayCard(both).dblclick()
    await expect(pat.page.getByRole('textbox', { name: 'Title' })).toBeFocused()
    await kimBoard.trayCard(both).focus()
    const typing = pat.page.keyboard.type('not now, not then', { delay: 60 })
    await kim.page.keyboard.press('Delete')
    await typing
    await expect(pat.page.getByRole('textbox', { name: 'Title' })).toHaveCount(0)
    expect(await pat.page.evaluate(() => window.contourProbe?.toolPath())).toBe('select.idle')
  })
  await Promise.all([fay, pat, kim].map(({ page }) => waitUntilSaved(page)))
})

test('who loses the right to edit in the middle of a drag has the card taken from the hand', async ({
  browser,
}) => {
  const [fay] = await openBoard(browser, 'Fay')
  const pat = await server.visitor(browser, 'Pat')
  const role = await standBetween(pat.page)
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]
  await fayBoard.addInitiatives('Carried', 'From the tray')
  await fayBoard.dropFromTray('Carried', await fayBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  const before = await patBoard.card('Carried')

  await patBoard.carryCard('Carried', { x: 90, y: 60 })
  await expect.poll(async () => (await fayBoard.card('Carried')).x).not.toBe(before.x)
  role.say('viewer')
  await expect(pat.page.getByRole('button', { name: 'Note' })).toHaveCount(0)
  await pat.page.mouse.move(700, 500, { steps: 4 })
  await pat.page.mouse.up()
  for (const board of [patBoard, fayBoard]) await expect.poll(() => board.card('Carried')).toEqual(before)
  await expect(pat.page.getByTestId('save-state')).toHaveText('Looking on')

  role.say('participant')
  await expect(pat.page.getByRole('button', { name: 'Note' })).toBeVisible()
  await patBoard.carryFromTray('From the tray', await patBoard.pointOnPlot('quick-taper', { x: 0.5, y: 0.5 }))
  await expect.poll(() => ghosts(fayBoard)).toEqual(['From the tray'])
  role.say('viewer')
  await expect(pat.page.getByRole('button', { name: 'Note' })).toHaveCount(0)
  await pat.page.mouse.up()
  await expect.poll(() => ghosts(fayBoard)).toEqual([])
  await expect(fayBoard.trayCard('From the tray')).toBeVisible()
  expect(await patBoard.cards()).toHaveLength(1)
})

test('one person in two tabs is one person: each tab takes back its own, and others see one of them', async ({
  browser,
}) => {
  const [fay, kim] = await openBoard(browser, 'Fay', 'Kim')
  const path = new URL(fay.page.url()).pathname
  const second = await fay.context.newPage()
  await second.goto(server.origin + path)
  await waitUntilSaved(second)
  const [one, two, kimBoard] = [new BoardPage(fay.page), new BoardPage(second), new BoardPage(kim.page)]

  await one.addInitiatives('Made in the first tab')
  await two.addInitiatives('Made in the second tab')
  await expect(one.trayCard('Made in the second tab')).toBeVisible()
  await fay.page.getByRole('button', { name: 'Undo what you did' }).click()
  await expect(kimBoard.trayCard('Made in the first tab')).toHaveCount(0)
  await expect(kimBoard.trayCard('Made in the second tab')).toBeVisible()
  await expect(fay.page.getByRole('button', { name: 'Undo what you did' })).toBeDisabled()
  await second.getByRole('button', { name: 'Undo what you did' }).click()
  await expect(kimBoard.trayCard('Made in the second tab')).toHaveCount(0)

  for (const page of [fay.page, second, kim.page])
    await expect(page.getByRole('button', { name: '2 people here' })).toBeVisible()
  await fay.page.bringToFront()
  await fay.page.mouse.move(600, 400, { steps: 3 })
  await expect(cursorsOf(kim, 'Fay')).toHaveCount(1)
  await second.bringToFront()
  // What a browser tells a tab that is left by the keyboard; the browser of these tests takes every tab for seen.
  await fay.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(cursorsOf(kim, 'Fay')).toHaveCount(0)
  await second.mouse.move(700, 450, { steps: 3 })
  await expect(cursorsOf(kim, 'Fay')).toHaveCount(1)
})

type Boards = [BoardPage, BoardPage, BoardPage]

/** A board of the first, which the others have joined as participants. */
async function openBoard<const Names extends readonly string[]>(
  browser: Browser,
  ...names: Names
): Promise<{ [Index in keyof Names]: Person }> {
  const opened = await server.visitors(browser, ...names)
  const [first, ...others] = opened
  if (!first) throw new Error('A board needs somebody.')
  await createBoard(first, server.origin, 'Together')
  const { participant } = await readLinks(first)
  for (const other of others) await joinBoard(other, server.origin + participant)
  return opened
}

async function openTitle(board: BoardPage, title: string): Promise<void> {
  const card = await board.card(title)
  const at = await board.toClient({ x: card.x + 60, y: card.y + 30 })
  await board.page.mouse.dblclick(at.x, at.y)
  await expect(board.page.getByRole('textbox', { name: 'Title' })).toBeFocused()
}

function ghosts(board: BoardPage): Promise<string[] | undefined> {
  return board.page.evaluate(() => window.contourProbe?.ghosts().map(({ title }) => title))
}

function cursorsOf(viewer: Person, name: string) {
  return viewer.page.locator('[class*="_cursor"] span').filter({ hasText: name }).filter({ visible: true })
}
