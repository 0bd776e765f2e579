import { expect, test, type Browser, type Page } from '@playwright/test'
import type { Point } from '@/lib/geometry/point'
import type { BoardId } from '@/lib/ids'
import { EFFORT_VALUE_OVERLAY } from '@/lib/templates/effort-value-overlay'
import { putStrangeTemplate } from '../support/boards/strange-template'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, joinBoard, readLinks, waitUntilSaved } from '../support/pages/people'
import {
  addByMenu,
  editTemplates,
  frames,
  isInView,
  kinds,
  lineAt,
  wordsOf,
} from '../support/pages/template-page'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

test('a blank board says what to do, and takes templates side by side from a facilitator alone', async ({
  browser,
}) => {
  test.slow()
  const { fay, pat, vic } = await gather(browser, 'blank')

  await test.step('everybody reads what they can do, and only a facilitator has a button', async () => {
    for (const { page } of [fay, pat, vic]) await expect(page.getByText('An empty table')).toBeVisible()
    for (const { page } of [pat, vic]) {
      await expect(page.getByRole('button', { name: 'Add a template' })).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'Templates' })).toHaveCount(0)
    }
  })

  await test.step('the first template is put up, by keyboard alone', async () => {
    await fay.page.getByRole('button', { name: 'Add a template' }).press('Enter')
    const dialog = fay.page.getByRole('dialog', { name: 'Add a template' })
    await expect(dialog.getByText('to the right of')).toHaveCount(0)
    await dialog.getByRole('radio').first().focus()
    await fay.page.keyboard.press('ArrowDown')
    await expect(dialog.getByRole('radio', { name: 'Effort and value in one plot' })).toBeChecked()
    await dialog.getByRole('button', { name: 'Add it to the board' }).press('Enter')
    for (const { page } of [fay, pat, vic]) {
      await expect.poll(() => kinds(page)).toEqual(['effort-value-overlay'])
      await expect(page.getByText('An empty table')).toHaveCount(0)
    }
  })

  await test.step('the next one stands right of it, and is looked at', async () => {
    await addByMenu(fay.page, 'Team map')
    const [first, second] = await frames(fay.page)
    expect(second).toMatchObject({ templateId: 'team-map', y: first?.y })
    expect(second?.x).toBeGreaterThan((first?.x ?? 0) + (first?.w ?? 0))
    await expect.poll(() => isInView(fay.page, second)).toBe(true)
    await expect.poll(() => kinds(pat.page)).toEqual(['effort-value-overlay', 'team-map'])
  })

  await test.step('undo takes it back, and redo brings it again', async () => {
    await fay.page.getByRole('button', { name: 'Undo what you did' }).click()
    await expect.poll(() => kinds(pat.page)).toEqual(['effort-value-overlay'])
    await fay.page.getByRole('button', { name: 'Redo' }).click()
    await expect.poll(() => kinds(pat.page)).toEqual(['effort-value-overlay', 'team-map'])
  })

  await test.step('a third of the same kind stands right of both', async () => {
    await addByMenu(fay.page, 'Team map')
    const all = await frames(fay.page)
    expect(all).toHaveLength(3)
    for (const { page } of [pat, vic]) await expect.poll(() => kinds(page)).toHaveLength(3)
    await waitUntilSaved(fay.page)
  })
})

test('in one plot for all curves one drag takes a card from line to line, and every reading names its line', async ({
  browser,
}) => {
  test.slow()
  const { fay, pat } = await gather(browser, 'effort-value-overlay')
  const [board, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]
  await board.addInitiatives('Search', 'Billing')

  await test.step('the nearest line takes the card', async () => {
    const near = await lineAt(fay.page, 'j-curve', 0.7)
    await board.dropFromTray('Search', { x: near.x + 12, y: near.y - 14 })
    await expect.poll(async () => (await patBoard.card('Search')).target).toBe('curve:j-curve')
    const card = await board.card('Search')
    expect(card.position).toBeGreaterThan(0.6)
    expect(card.says).toContain('On the curve “Long climb, late payoff”')
  })

  await test.step('on the way the place says which line it is and what that means', async () => {
    const from = (await board.card('Search')).pin
    const to = await lineAt(fay.page, 'linear', 0.5)
    const start = await board.toClient(from)
    await board.carryCard('Search', { x: to.x - start.x, y: to.y - start.y })
    await expect(fay.page.getByText(/^C, Steady\. Spent 50\s%, banked 50\s%/)).toBeVisible()
    await fay.page.mouse.up()
    await expect.poll(async () => (await patBoard.card('Search')).target).toBe('curve:linear')
    expect((await board.cards()).filter(({ title }) => title === 'Search')).toHaveLength(1)
  })

  await test.step('undo puts it back on the line it came from', async () => {
    await fay.page.getByRole('button', { name: 'Undo what you did' }).click()
    await expect.poll(async () => (await patBoard.card('Search')).target).toBe('curve:j-curve')
  })

  await test.step('by its name a card is on the curve without a position', async () => {
    const name = EFFORT_VALUE_OVERLAY.plots.find(({ curveId }) => curveId === 'sigmoid')
    const [frame] = await frames(fay.page)
    if (!name || !frame) throw new Error('the name is there')
    const at = { x: frame.x + name.x + name.w / 2, y: frame.y + name.y + name.h / 2 }
    await board.dropFromTray('Billing', await board.toClient(at))
    await expect.poll(async () => (await patBoard.card('Billing')).target).toBe('curve:sigmoid')
    expect((await board.card('Billing')).position).toBeNull()
  })

  await test.step('the spreadsheet and the picture say which line', async () => {
    await waitUntilSaved(fay.page)
    const boardId = new URL(fay.page.url()).pathname.replace('/b/', '')
    const csv = await fay.page.request.get(`${server.origin}/api/boards/${boardId}/initiatives.csv`)
    expect(await csv.text()).toMatch(/where: Effort and value in one plot[\s\S]*on “Long climb, late payoff”/)
    const words = await wordsOf(fay.page)
    for (const said of [
      'Effort and value in one plot',
      'Long climb, late payoff',
      'Search',
      'On A, not sure where',
    ]) {
      expect(words).toContain(said)
    }
  })

  await test.step('another card let go over it there hides none of it', async () => {
    await board.addInitiatives('Login')
    const { x, y } = await board.card('Billing')
    await board.dropFromTray('Login', await board.toClient({ x: x + 100, y: y + 60 }))
    await expect.poll(async () => (await patBoard.card('Login')).target).toBe('curve:sigmoid')
    const below = Math.abs((await patBoard.card('Login')).y - (await patBoard.card('Billing')).y)
    expect(below).toBeGreaterThan(40)
  })
})

test('who edits the templates moves them with all that lies on them, renames and removes them, and is done', async ({
  browser,
}) => {
  test.slow()
  const { fay, pat } = await gather(browser, 'effort-value-curves')
  const [board, patBoard] = [new BoardPage(fay.page), new BoardPage(pat.page)]
  await board.addInitiatives('Search')
  await board.dropFromTray('Search', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  const [frame] = await frames(fay.page)
  if (!frame) throw new Error('the template stands')
  await noteAt(pat.page, await patBoard.toClient({ x: frame.x + frame.w / 2, y: frame.y + 60 }))
  await expect.poll(() => notes(fay.page)).toHaveLength(1)
  const grip = fay.page.getByTestId('template-bar').getByRole('button', { name: /^Move / })

  await test.step('without the mode nothing of a template can be taken hold of', async () => {
    await expect(grip).toHaveCount(0)
    const paper = await board.toClient({ x: frame.x + 14, y: frame.y + 14 })
    await board.carry(paper, { x: paper.x + 60, y: paper.y + 60 })
    await fay.page.mouse.up()
    expect(await frames(fay.page)).toEqual([frame])
    await fay.page.keyboard.press('Escape')
  })

  await test.step('a banner says that the templates are being edited, to their editor alone', async () => {
    await editTemplates(fay.page)
    await expect(fay.page.getByText('You are editing the templates.')).toBeVisible()
    await expect(pat.page.getByTestId('template-banner')).toHaveCount(0)
    await expect(pat.page.getByTestId('template-bar')).toHaveCount(0)
  })

  await test.step('the grip moves the template with its cards and what lies on it', async () => {
    const [card, [note]] = [await board.card('Search'), await notes(fay.page)]
    const box = await grip.boundingBox()
    if (!box) throw new Error('the grip is there')
    await board.carry({ x: box.x + 20, y: box.y + 20 }, { x: box.x + 100, y: box.y + 90 })
    // On its way already, before anything is written.
    await expect.poll(async () => (await frames(fay.page))[0]?.x).toBeGreaterThan(frame.x + 50)
    expect(await frames(pat.page)).toEqual([frame])
    await fay.page.mouse.up()
    await expect.poll(async () => (await frames(pat.page))[0]?.x).toBeGreaterThan(frame.x + 50)
    const [moved] = await frames(fay.page)
    const by = { x: (moved?.x ?? 0) - frame.x, y: (moved?.y ?? 0) - frame.y }
    await expect.poll(async () => (await patBoard.card('Search')).x).toBeCloseTo(card.x + by.x)
    await expect.poll(async () => (await notes(pat.page))[0]?.y).toBeCloseTo((note?.y ?? 0) + by.y)
    expect((await board.card('Search')).position).toBe(card.position)
  })

  await test.step('one undo puts all of it back', async () => {
    await fay.page.getByRole('button', { name: 'Undo what you did' }).click()
    await expect.poll(() => frames(pat.page)).toEqual([frame])
  })

  await test.step('the arrow keys move it too', async () => {
    await grip.focus()
    await fay.page.keyboard.press('Shift+ArrowRight')
    await expect.poll(async () => (await frames(pat.page))[0]?.x).toBe(frame.x + 40)
    await fay.page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(() => frames(pat.page)).toEqual([frame])
  })

  await test.step('it takes a name of its own', async () => {
    await fay.page.getByRole('button', { name: 'Rename Effort and value' }).click()
    await fay.page.getByLabel('Name on this board').fill('Autumn <b>bets</b>')
    await fay.page.keyboard.press('Enter')
    await expect(grip).toHaveAccessibleName('Move Autumn <b>bets</b>')
    await expect(fay.page.getByRole('button', { name: 'Rename Autumn' })).toBeFocused()
    await expect.poll(() => wordsOf(pat.page)).toContain('Autumn &lt;b&gt;bets&lt;/b&gt;')
  })

  await test.step('it is removed only after a question, and its cards go back to the tray', async () => {
    await fay.page.getByRole('button', { name: /^Remove Autumn/ }).click()
    const question = fay.page.getByRole('dialog', { name: /^Remove “Autumn/ })
    await expect(question.getByText('Its 1 card goes back to the tray.')).toBeVisible()
    await question.getByRole('button', { name: 'Keep it' }).click()
    expect(await frames(pat.page)).toHaveLength(1)
    await fay.page.getByRole('button', { name: /^Remove Autumn/ }).click()
    await question.getByRole('button', { name: 'Remove the template' }).click()
    for (const one of [fay, pat]) {
      await expect.poll(() => frames(one.page)).toEqual([])
      await expect(new BoardPage(one.page).trayCard('Search')).toBeVisible()
    }
    expect(await notes(pat.page)).toHaveLength(1)
  })

  await test.step('undo brings all of it back', async () => {
    await fay.page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => frames(pat.page)).toEqual([frame])
    expect((await patBoard.card('Search')).target).toBe('curve:linear')
  })

  await test.step('Done fixes the templates again', async () => {
    await fay.page.getByRole('button', { name: 'Done' }).click()
    await expect(grip).toHaveCount(0)
  })

  await test.step('so does loading the page anew', async () => {
    await editTemplates(fay.page)
    await waitUntilSaved(fay.page)
    await fay.page.reload()
    await waitUntilSaved(fay.page)
    await board.card('Search')
    await expect(fay.page.getByTestId('template-banner')).toHaveCount(0)
  })
})

test('ten quiet minutes fix the templates again', async ({ browser }) => {
  const { fay } = await gather(browser, 'effort-value-curves')
  await fay.page.clock.install()
  await fay.page.reload()
  await waitUntilSaved(fay.page)
  await editTemplates(fay.page)
  await fay.page.clock.fastForward('09:50')
  await expect(fay.page.getByTestId('template-banner')).toBeVisible()
  await fay.page.clock.fastForward('00:20')
  await expect(fay.page.getByTestId('template-banner')).toHaveCount(0)
  await expect(fay.page.getByText('the templates are fixed again')).toBeVisible()
})

test('a map of teams says whose shapes it draws once in a picture of all of it', async ({ browser }) => {
  const { fay } = await gather(browser, 'team-map')
  expect((await wordsOf(fay.page)).split('teamtopologies.com')).toHaveLength(2)
})

test('a template this version does not know says so in its place, and nothing of it is lost', async ({
  browser,
}) => {
  test.slow()
  const { fay, pat, id } = await gather(browser, 'effort-value-curves')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('Search', 'Billing')
  await waitUntilSaved(fay.page)
  await server.drain()
  await putStrangeTemplate(server.dataDirectory, id)
  await server.restart()
  await fay.page.reload()
  await waitUntilSaved(fay.page)

  const words = await test.step('its place is there, and says how much is kept', async () => {
    await expect.poll(() => kinds(fay.page)).toEqual(['effort-value-curves', 'from-tomorrow'])
    return wordsOf(fay.page)
  })
  expect(words).toContain('a template that this version of Contour does not know')
  expect(words).toContain('2 initiatives that stand on it')

  await test.step('it can be moved and removed, and comes back with all that stood on it', async () => {
    await editTemplates(fay.page)
    await fay.page.getByRole('button', { name: 'Show the whole board' }).click()
    await fay.page.getByRole('button', { name: 'Remove Unknown template' }).click()
    await fay.page.getByRole('button', { name: 'Remove the template' }).click()
    await expect.poll(() => kinds(pat.page)).toEqual(['effort-value-curves'])
    await expect(board.trayCard('Search')).toBeVisible()
    await fay.page.getByRole('button', { name: 'Undo what you did' }).click()
    await expect.poll(() => kinds(pat.page)).toEqual(['effort-value-curves', 'from-tomorrow'])
    await waitUntilSaved(fay.page)
    expect(await wordsOf(fay.page)).toContain('2 initiatives that stand on it')
  })
})

/** A facilitator, a participant and a viewer on a new board that was made from this. */
async function gather(browser: Browser, template: string) {
  const [fay, pat, vic] = await server.visitors(browser, 'Fay', 'Pat', 'Vic')
  const path = await createBoard(fay, server.origin, { title: 'Workshop', template })
  const links = await readLinks(fay)
  await joinBoard(pat, server.origin + links.participant)
  await joinBoard(vic, server.origin + links.viewer)
  return { fay, pat, vic, id: path.replace('/b/', '') as BoardId }
}

async function noteAt(page: Page, at: Point): Promise<void> {
  await page.getByRole('button', { name: 'Note' }).click()
  await page.mouse.click(at.x, at.y)
  await page.keyboard.press('Escape')
}

function notes(page: Page): Promise<readonly Point[]> {
  return page.evaluate(() => window.contourProbe?.freeShapes().filter(({ type }) => type === 'note') ?? [])
}
