import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { parseRows } from '@/lib/import/parse-rows'
import { PORTFOLIO_24 } from '../support/boards/portfolio'
import { BoardPage } from '../support/pages/board-page'
import { MapPage } from '../support/pages/map-page'
import { createBoard, waitUntilSaved, type Person } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()
let fay: Person
let board: BoardPage

test.beforeEach(async ({ browser }) => {
  fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Imports')
  board = new BoardPage(fay.page)
})

const dialog = () => fay.page.getByRole('dialog')
const trayCards = () => fay.page.getByRole('list', { name: 'Cards to place' }).getByRole('listitem')

test('the same file twice updates, the choice is asked, and undo takes the whole import back', async () => {
  await board.importCsv('portfolio.csv', PORTFOLIO_24)
  await expect(trayCards()).toHaveCount(24)

  await test.step('the second time everything is known, and what differs is updated', async () => {
    await board.chooseCsv('portfolio.csv', PORTFOLIO_24.replace('Memory QoS', 'Memory quality'))
    await expect(dialog()).toContainText('24 rows have the same key')
    await expect(dialog()).toContainText('1 updated, 23 unchanged')
    for (const choice of ['Update', 'Skip', 'Add anyway'])
      await expect(dialog().getByRole('radio', { name: choice })).toBeInViewport({ ratio: 1 })
    await dialog().getByRole('button', { name: 'Import 1 row' }).click()
    await expect(board.trayCard('Memory quality')).toBeVisible()
    await expect(trayCards()).toHaveCount(24)
  })

  await test.step('undo takes the update back whole', async () => {
    await fay.page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click()
    await expect(board.trayCard('Memory QoS')).toBeVisible()
    await expect(trayCards()).toHaveCount(24)
  })

  await test.step('skipped, nothing is left to import; added anyway, they stand twice', async () => {
    await board.chooseCsv('portfolio.csv', PORTFOLIO_24)
    await dialog().getByRole('radio', { name: 'Skip' }).click()
    await expect(dialog()).toContainText('There is nothing to import')
    await expect(dialog().getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
    await dialog().getByRole('radio', { name: 'Add anyway' }).click()
    await dialog().getByRole('button', { name: 'Import 24 rows' }).click()
    await expect(trayCards()).toHaveCount(48)
    await fay.page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click()
    await expect(trayCards()).toHaveCount(24)
  })

  await test.step('undoing the first import empties the tray, redo brings all of it back', async () => {
    await fay.page.getByRole('button', { name: 'Undo what you did' }).click()
    await expect(trayCards()).toHaveCount(0)
    await fay.page.getByRole('button', { name: 'Redo' }).click()
    await expect(trayCards()).toHaveCount(24)
  })
})

test('who goes on typing while the dialog goes away is not called back to where it was opened', async () => {
  await board.chooseCsv('list.csv', 'key,title\nA,One\nB,Two\n')
  await fay.page.getByLabel('Add an initiative').evaluate((field) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[role="dialog"]')) return
      observer.disconnect()
      if (field instanceof HTMLElement) field.focus()
    }).observe(document.body, { childList: true, subtree: true })
  })
  await dialog().getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(trayCards()).toHaveCount(2)
  await fay.page.keyboard.type('Three')
  await fay.page.keyboard.press('Enter')
  await expect(board.trayCard('Three')).toBeVisible()
})

test('a file that is read only once nobody asks for it any more opens nothing', async () => {
  await fay.page.evaluate(() => {
    const read = Blob.prototype.arrayBuffer
    const letGo = new Promise((resolve) => window.addEventListener('let go', resolve, { once: true }))
    Blob.prototype.arrayBuffer = async function () {
      await letGo
      return read.call(this)
    }
  })
  await board.chooseCsv('late.csv', 'key,title\nA,One\n')
  await fay.page.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await fay.page.evaluate(async () => {
    window.dispatchEvent(new Event('let go'))
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  })
  await expect(dialog()).toHaveCount(0)
})

test('a workbook is answered in the dialog, where it was chosen and where it was dropped', async () => {
  const workbook = [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, ...Buffer.from('xl/worksheets/sheet1.xml')]
  const answer = dialog().getByRole('alert')
  await board.chooseCsv('plan.xlsx', Buffer.from(workbook))
  await expect(answer).toHaveText(/^This is an Excel workbook\. Save it as CSV/)
  await board.chooseCsv(
    'photo.csv',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00]),
  )
  await expect(answer).toHaveText(/^This file is not text\./)
  await dialog()
    .getByText('or drop it here')
    .evaluate((target, bytes) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], 'plan.xlsx'))
      target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, workbook)
  await expect(answer).toHaveText(/^This is an Excel workbook\./)
  await expect(fay.page.getByTestId('notice')).toBeEmpty()
})

test('a file that says nothing new changes nothing, and leaves my last step to undo alone', async () => {
  await board.importCsv('list.csv', 'key,title\nA,One\nB,Two\n')
  await board.chooseCsv('list.csv', 'key,title\nA,One\nB,Two\nC,\n')
  await expect(dialog()).toContainText('Everything in the list is on the board already')
  await expect(dialog().getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await fay.page.keyboard.press('Escape')
  await fay.page.getByRole('button', { name: 'Undo what you did' }).click()
  await expect(trayCards()).toHaveCount(0)
})

test('unknown headers are mapped by hand, and titles are compared without case', async () => {
  await board.addInitiatives('Suche')
  await board.chooseCsv('liste.csv', 'Was;Wer macht es\nSUCHE;Ada\nLogin;Bo\n')
  await dialog().getByLabel('The first row names the columns').check()
  await dialog().getByLabel('What “Wer macht es” holds').selectOption('Owner')
  await expect(dialog()).toContainText('1 row has the same title')
  await dialog().getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(trayCards()).toHaveCount(2)
  await expect(board.trayCard('SUCHE')).toContainText('Ada')
  await expect(board.trayCard('Login')).toContainText('Bo')
})

test('each row of the preview has its number, and below it what is wrong with it', async () => {
  await board.chooseCsv('rows.csv', 'key,title,effort\nA-1,Good,1\nA-2,,2\nA-3,Third,many\n')
  const row = (name: string) => dialog().getByRole('row', { name })
  await expect(row('2 A-1')).not.toHaveAttribute('data-fault')
  await expect(row('3 A-2')).toHaveAttribute('data-fault')
  await expect(row('The row is left out: there is no title.')).toBeVisible()
  await expect(row('4 A-3').getByRole('cell', { name: 'many' })).toHaveAttribute('data-fault')
  await expect(row('it is not a number of person-weeks')).toBeVisible()
  // What stands below its row is not told a second time; what is not among the first rows is listed.
  await expect(dialog().getByRole('region', { name: 'What is left out' })).toHaveCount(0)
  await fay.page.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
  await board.chooseCsv('long.csv', `title,effort\nEarly,few\n${'Good,1\n'.repeat(5)}Late,many\n`)
  await expect(row('it is not a number of person-weeks')).toHaveCount(2)
  const left = dialog().getByRole('region', { name: 'What is left out' }).getByRole('row')
  await expect(left).toHaveText([/^Row/, /^8/])
})

test('columns beyond the edge are told by a shade, and pass below the numbers of the rows', async () => {
  await fay.page.setViewportSize({ width: 390, height: 844 })
  await board.chooseCsv('portfolio.csv', PORTFOLIO_24)
  const rows = dialog().getByRole('region', { name: 'The first rows' })
  await expect(rows).toHaveCSS('background-attachment', 'local, scroll, scroll')
  const shownAtTheEdge = await rows.evaluate((scroller) => {
    const isClear = (cell: Element): boolean =>
      /\/ 0\.|, 0(\.\d+)?\)$/.test(getComputedStyle(cell).backgroundColor)
    return [...scroller.querySelectorAll('tr > :nth-child(3)')].every(isClear)
  })
  expect(shownAtTheEdge, 'no cell covers the shade').toBe(true)

  await rows.evaluate((scroller) => scroller.scrollTo({ left: scroller.scrollWidth }))
  const head = rows.getByRole('columnheader', { name: 'Row' })
  const onTop = await head.evaluate((cell) => {
    const { left, width, top, height } = cell.getBoundingClientRect()
    const seen = document.elementFromPoint(left + width / 2, top + height / 2)
    return seen !== null && cell.contains(seen)
  })
  expect(onTop, 'the heading of the numbers is on top').toBe(true)
})

test('what is left out can be saved, and the whole import taken back from there', async () => {
  await board.importCsv('rows.csv', 'key,title\nA-1,Good\nA-2,\n')
  await expect(dialog()).toContainText('there is no title.')
  const download = fay.page.waitForEvent('download')
  await dialog().getByRole('button', { name: 'Save the rows left out' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain(
    'A-2,,title: Left out: there is no title.',
  )
  await dialog().getByRole('button', { name: 'Undo the import' }).click()
  await expect(trayCards()).toHaveCount(0)
  await expect(fay.page.getByTestId('notice')).toContainText('taken back')
})

test('pasted lines come in at once, pasted cells are looked at first', async () => {
  await pasteIntoTray('Faster search\nLogin with a link')
  await expect(trayCards()).toHaveCount(2)
  await pasteIntoTray('Title\tTeam\nFaster search\tCore\n')
  await expect(dialog()).toContainText('1 row has the same title')
  await fay.page.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
  expect(await fay.page.evaluate(() => window.contourProbe?.freeShapes()), 'on the canvas').toEqual([])
  await fay.page.getByRole('button', { name: 'Import initiatives' }).click()
  await expect(dialog().getByText('or drop it here')).toBeVisible()
  await dialog().getByLabel('Or paste').fill('Third one\nFourth one')
  await dialog().getByRole('button', { name: 'Check the rows' }).click()
  await dialog().getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(trayCards()).toHaveCount(4)
})

test('the board as a spreadsheet keeps its ids and says where each card stands', async () => {
  await board.importCsv('portfolio.csv', PORTFOLIO_24)
  await board.dropFromTray('Memory QoS', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  await waitUntilSaved(fay.page)
  const download = fay.page.waitForEvent('download')
  await fay.page.getByRole('button', { name: 'Export' }).click()
  await fay.page.getByRole('menuitem', { name: 'Spreadsheet' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toMatch(/KEP-2570,Memory QoS,.*Spent \d+\s%/)
  const rows = parseRows(csv)
  expect(rows.ok && rows.value.drafts.filter(({ id, externalKey }) => id && externalKey)).toHaveLength(24)
  await board.chooseCsv('again.csv', csv)
  await expect(dialog()).toContainText('24 rows have the same key')
})

/** By the keys, from the clipboard: what an event made by a script may do is not what theirs may. */
async function pasteIntoTray(text: string): Promise<void> {
  await fay.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await fay.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await fay.page.getByLabel('Add an initiative').focus()
  await fay.page.keyboard.press('Control+v')
}

test('teams that a list names and no map shows are added to the map in one step', async () => {
  await createBoard(fay, server.origin, { title: 'Teams of a list', template: 'team-map' })
  const map = new MapPage(fay.page)
  await map.addTeam('Search')
  const csv = 'title,team\nOne,Payments\nTwo,Checkout\nThree,search\nFour,Payments\n'
  await board.importCsv('teams.csv', csv)
  const notice = fay.page.getByTestId('notice')
  await expect(notice).toContainText('2 teams named in the list are not on the map.')
  await notice.getByRole('button', { name: 'Add them' }).click()
  await expect.poll(() => map.names()).toEqual(['Checkout', 'Payments', 'Search'])
  await expect.poll(async () => (await map.team('Payments')).load).toBe('2 initiatives, 2 person-weeks')
  await expect.poll(() => fay.page.evaluate(() => window.contourProbe?.selected().length)).toBe(2)
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => map.names()).toEqual(['Search'])
  await fay.page.getByRole('button', { name: 'Add 2 teams named in the list' }).click()
  await expect.poll(() => map.names()).toEqual(['Checkout', 'Payments', 'Search'])
  await expect(fay.page.getByRole('button', { name: /named in the list$/ })).toHaveCount(0)

  await test.step('a card that is put on another team than its list names is said to move', async () => {
    await board.dropFromTray('One', await map.pointOn('Search'))
    await expect(notice).toContainText('“One” moved from Payments to Search.')
    const load = '2 initiatives, 1 of them shown here, 2 person-weeks'
    await expect.poll(async () => (await map.team('Search')).load).toBe(load)
    await notice.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await map.team('Payments')).load).toBe('2 initiatives, 2 person-weeks')
  })
})
