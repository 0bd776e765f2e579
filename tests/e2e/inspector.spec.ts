import { expect, test, type Locator } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, joinBoard, readLinks, type Person } from '../support/pages/people'
import { waitUntilStill } from '../support/pages/template-page'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

const panelOf = ({ page }: Person): Locator => page.getByTestId('inspector')

test('two people fill the details of one initiative together, and a viewer reads along', async ({
  browser,
}) => {
  test.slow()
  const [fay, pat, vic] = await server.visitors(browser, 'Fay', 'Pat', 'Vic')
  await createBoard(fay, server.origin, 'Details')
  const links = await readLinks(fay)
  await joinBoard(pat, server.origin + links.participant)
  await joinBoard(vic, server.origin + links.viewer)
  const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]
  await fayBoard.addInitiatives('Faster search', 'Login')
  await fayBoard.dropFromTray('Faster search', await fayBoard.pointOnPlot('sigmoid', { x: 0.5, y: 0.52 }))

  await test.step('Enter on a card opens its details, and nothing on the board moves', async () => {
    await fayBoard.card('Faster search')
    await waitUntilStill(fay.page)
    const before = await fayBoard.toClient(await fayBoard.card('Faster search'))
    await fay.page.keyboard.press('Escape')
    await press(fayBoard, 'Faster search')
    await fay.page.keyboard.press('Enter')
    await expect(panelOf(fay)).toBeFocused()
    await expect(panelOf(fay)).toContainText(/Spent \d+\s%/)
    await waitUntilStill(fay.page)
    expect(await fayBoard.toClient(await fayBoard.card('Faster search'))).toEqual(before)
  })

  await test.step('the tray opens the same panel from its menu', async () => {
    await patBoard.trayCard('Login').hover()
    await pat.page.getByRole('button', { name: 'More about Login' }).click()
    await pat.page.getByRole('menuitem', { name: 'Details' }).click()
    await expect(panelOf(pat).getByLabel('Title')).toHaveValue('Login')
    await expect(panelOf(pat)).toContainText('Nowhere yet')
    await expect(panelOf(pat)).toBeFocused()
    await pat.page.keyboard.press('Escape')
    await expect(panelOf(pat)).toHaveCount(0)
    await expect(patBoard.trayCard('Login')).toBeFocused()
  })

  await test.step('title and summary are typed together, letter by letter', async () => {
    await press(patBoard, 'Faster search')
    await pat.page.getByRole('button', { name: /^Details of “/ }).click()
    await panelOf(fay).getByLabel('Summary').click()
    await fay.page.keyboard.type('Ours')
    await expect(panelOf(pat).getByLabel('Summary')).toHaveValue('Ours')
    await panelOf(pat).getByLabel('Summary').click()
    await pat.page.keyboard.press('End')
    await pat.page.keyboard.type(' and theirs')
    await expect(panelOf(fay).getByLabel('Summary')).toHaveValue('Ours and theirs')
    await panelOf(fay).getByLabel('Title').fill('Fastest search')
    await expect(panelOf(pat).getByLabel('Title')).toHaveValue('Fastest search')
    await patBoard.card('Fastest search')
  })

  await test.step('team, effort, tags and links are there for everybody, and undo takes back one', async () => {
    await panelOf(fay).getByLabel('Team').fill('Core')
    await fay.page.keyboard.press('Enter')
    await panelOf(fay).getByLabel('Effort in person-weeks').fill('much')
    await fay.page.keyboard.press('Enter')
    await expect(panelOf(fay)).toContainText('Write a number')
    await panelOf(fay).getByLabel('Effort in person-weeks').fill('2,5')
    await fay.page.keyboard.press('Enter')
    await panelOf(fay).getByLabel('Add a tag').fill('urgent, q3')
    await fay.page.keyboard.press('Enter')
    await panelOf(fay).getByLabel('Paste an address').fill('javascript:alert(1)')
    await fay.page.keyboard.press('Enter')
    await expect(panelOf(fay)).toContainText('Write a web or mail address')
    await panelOf(fay).getByLabel('Paste an address').fill('example.org/why')
    await fay.page.keyboard.press('Enter')
    await expect(panelOf(pat).getByLabel('Team')).toHaveValue('Core')
    await expect(panelOf(pat).getByLabel('Effort in person-weeks')).toHaveValue('2.5')
    await expect(panelOf(pat).getByRole('group', { name: 'Tags' }).getByRole('listitem')).toHaveCount(2)
    const link = panelOf(pat).getByRole('link', { name: 'example.org/why' })
    await expect(link).toHaveAttribute('href', 'https://example.org/why')
    await expect(link).toHaveAttribute('rel', /noopener/)
    await fay.page.getByRole('button', { name: 'Undo what you did' }).click()
    await expect(link).toHaveCount(0)
  })

  await test.step('it says who changed it last', async () => {
    await expect(fay.page.getByTestId('last-change')).toHaveText('Changed by you, just now')
    await expect(pat.page.getByTestId('last-change')).toHaveText('Changed by Fay, just now')
  })

  await test.step('a viewer reads everything and can change nothing', async () => {
    await press(new BoardPage(vic.page), 'Fastest search')
    await vic.page.keyboard.press('Enter')
    await expect(panelOf(vic)).toContainText('Ours and theirs')
    await expect(panelOf(vic)).toContainText('Core')
    await expect(panelOf(vic).locator('input, textarea')).toHaveCount(0)
  })

  await test.step('a finger takes it off the curve and deletes it, and both can be undone', async () => {
    await panelOf(fay).getByRole('button', { name: 'Back to the tray' }).click()
    await expect(fayBoard.trayCard('Fastest search')).toBeVisible()
    await fay.page.getByRole('button', { name: 'Undo what you did' }).click()
    await expect(panelOf(fay)).toContainText(/Spent \d+\s%/)
    await panelOf(fay).getByRole('button', { name: 'Delete initiative' }).click()
    await expect(panelOf(fay)).toHaveCount(0)
    await fay.page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click()
    await press(fayBoard, 'Fastest search')
    await fay.page.keyboard.press('Enter')
    await expect(panelOf(vic).getByRole('button', { name: 'Delete initiative' })).toHaveCount(0)
  })

  await test.step('Escape closes it and gives the keyboard back to the board', async () => {
    await panelOf(fay).focus()
    await fay.page.keyboard.press('Escape')
    await expect(panelOf(fay)).toHaveCount(0)
    await expect
      .poll(() => fay.page.evaluate(() => document.activeElement?.className))
      .toContain('tl-container')
  })
})

test('details that needed the view to make room give it back as it was, and as near', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Looked at')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('At the right')
  await board.dropFromTray('At the right', await board.pointOnPlot('linear', { x: 0.7, y: 0.3 }))
  const view = (): Promise<unknown> =>
    fay.page.evaluate(() => {
      const corners = [
        { x: 0, y: 0 },
        { x: 1_000, y: 1_000 },
      ].map((point) => window.contourProbe?.pageToClient(point))
      return corners.map((corner) => [Math.round(corner?.x ?? NaN), Math.round(corner?.y ?? NaN)])
    })
  await press(board, 'At the right')
  await waitUntilStill(fay.page)
  const before = await view()
  await fay.page.keyboard.press('Enter')
  await expect(panelOf(fay)).toBeVisible()
  await expect.poll(view).not.toEqual(before)
  await waitUntilStill(fay.page)
  await fay.page.keyboard.press('Escape')
  await expect(panelOf(fay)).toHaveCount(0)
  await waitUntilStill(fay.page)
  expect(await view()).toEqual(before)
})

test('team and tags are set for several at once, in one step', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Several')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('One', 'Two')
  await board.dropFromTray('One', await board.pointOnPlot('linear', { x: 0.3, y: 0.7 }))
  await board.dropFromTray('Two', await board.pointOnPlot('sigmoid', { x: 0.5, y: 0.52 }))
  await press(board, 'One')
  await press(board, 'Two', { shift: true })
  await fay.page.keyboard.press('Enter')
  await expect(panelOf(fay)).toContainText('2 initiatives')
  await panelOf(fay).getByLabel('Team').fill('Core')
  await fay.page.keyboard.press('Enter')
  await panelOf(fay).getByLabel('Add a tag').fill('q3')
  await fay.page.keyboard.press('Enter')
  await expect(panelOf(fay).getByRole('group', { name: 'Tags' }).getByRole('listitem')).toHaveCount(1)
  await fay.page.getByRole('button', { name: 'Undo what you did' }).click()
  await expect(panelOf(fay).getByRole('group', { name: 'Tags' }).getByRole('listitem')).toHaveCount(0)
  await press(board, 'Two')
  await expect(panelOf(fay).getByLabel('Title')).toHaveValue('Two')
  await expect(panelOf(fay).getByLabel('Team')).toHaveValue('Core')
})

test('what is being typed in a field as the page is left is set all the same', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Left while typing')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('One')
  const openDetails = async (): Promise<void> => {
    await board.trayCard('One').hover()
    await fay.page.getByRole('button', { name: 'More about One' }).click()
    await fay.page.getByRole('menuitem', { name: 'Details' }).click()
  }
  await openDetails()
  await panelOf(fay).getByLabel('Owner').fill('Ada')
  await fay.page.reload()
  await openDetails()
  await expect(panelOf(fay).getByLabel('Owner')).toHaveValue('Ada')
})

test('what others set and take away meanwhile takes nothing from who types, and none of their letters is a command', async ({
  browser,
}) => {
  test.slow()
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoard(fay, server.origin, 'Meanwhile')
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  const [fayBoard, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]
  const { keyboard } = fay.page
  const team = panelOf(fay).getByLabel('Team')
  const titles = async () => (await fayBoard.cards()).map(({ title }) => title).sort()
  const takeOffAsPat = async (title: string) => {
    await press(patBoard, title)
    await pat.page.keyboard.press('Delete')
    await expect.poll(titles).not.toContain(title)
  }
  const cards = { One: 'linear', Two: 'sigmoid', Three: 'j-curve' }
  for (const [title, curve] of Object.entries(cards)) {
    await fayBoard.addInitiatives(title)
    await fayBoard.dropFromTray(title, await fayBoard.pointOnPlot(curve, { x: 0.5, y: 0.5 }))
  }

  await test.step('one of several is taken off, and what is typed for the others stays', async () => {
    for (const title of Object.keys(cards)) await press(fayBoard, title, { shift: title !== 'One' })
    await keyboard.press('Enter')
    await team.click()
    await keyboard.type('Co')
    await takeOffAsPat('Three')
    await expect(panelOf(fay)).toContainText('2 initiatives')
    await keyboard.type('re')
    await expect(team).toHaveValue('Core')
  })

  await test.step('of two one goes: the letters that come late pick no tool, and the details have the keyboard', async () => {
    await takeOffAsPat('Two')
    await keyboard.type('n')
    await keyboard.press('Backspace')
    await expect(panelOf(fay)).toBeFocused()
    await expect(fay.page.getByRole('button', { name: 'Select and move' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    expect(await titles()).toEqual(['One'])
  })

  await test.step('a name typed back to what it was leaves what somebody set in between', async () => {
    await team.click()
    await keyboard.type('Red')
    await keyboard.press('Enter')
    await keyboard.type('d')
    await press(patBoard, 'One')
    await pat.page.keyboard.press('Enter')
    await expect(panelOf(pat).getByLabel('Team')).toHaveValue('Red')
    await panelOf(pat).getByLabel('Team').fill('Blue')
    await pat.page.keyboard.press('Enter')
    await expect(panelOf(fay)).toContainText('Changed by Pat')
    await keyboard.press('Backspace')
    await expect(team).toHaveValue('Red')
    await keyboard.press('Tab')
    await expect(team).toHaveValue('Blue')
  })

  await test.step('a tag taken away by the keys leaves them to the next, the last one to the details', async () => {
    await panelOf(fay).getByLabel('Add a tag').fill('first, second')
    await keyboard.press('Enter')
    await panelOf(fay).getByRole('button', { name: 'Remove first' }).press('Enter')
    await expect(panelOf(fay).getByRole('button', { name: 'Remove second' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(panelOf(fay).getByRole('button', { name: 'Remove second' })).toHaveCount(0)
    await expect(panelOf(fay)).toBeFocused()
    await keyboard.press('Delete')
    expect(await titles()).toContain('One')
  })

  await test.step('where the last one is deleted, the late letters are no commands either', async () => {
    await team.click()
    await keyboard.type('Cor')
    await panelOf(pat).getByRole('button', { name: 'Delete initiative' }).click()
    await expect(panelOf(fay)).toHaveCount(0)
    await keyboard.type('n')
    await expect(fay.page.getByRole('button', { name: 'Select and move' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  })
})

/** Presses a card and lets go, which selects it; with Shift, beside what is selected. */
async function press(board: BoardPage, title: string, { shift = false } = {}): Promise<void> {
  const card = await board.card(title)
  const at = await board.toClient({ x: card.x + 60, y: card.y + 30 })
  if (shift) await board.page.keyboard.down('Shift')
  await board.page.mouse.click(at.x, at.y)
  if (shift) await board.page.keyboard.up('Shift')
  await expect.poll(() => board.page.evaluate(() => window.contourProbe?.selected() ?? [])).toContain(card.id)
}
