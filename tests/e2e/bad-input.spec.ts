import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, type Person } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()
let fay: Person

test.beforeEach(async ({ browser }) => {
  fay = await server.visitor(browser, 'Fay')
})

test('an unknown board and an unknown link say what to do', async () => {
  await fay.page.goto(`${server.origin}/b/nothing-here`)
  await expect(fay.page.getByText('There is no such board.')).toBeVisible()
  await fay.page.goto(`${server.origin}/join/nothing-here`)
  await expect(fay.page.getByText(/does not open a board/)).toBeVisible()
})

test('a board without its link is not opened, and says how to get in', async ({ browser }) => {
  const path = await createBoard(fay, server.origin, 'Closed')
  const eve = await server.visitor(browser, 'Eve')
  await eve.page.goto(server.origin + path)
  await expect(eve.page.getByText(/Open it with the link you were given/)).toBeVisible()
})

test('bad rows are listed and the good ones come in', async () => {
  await createBoard(fay, server.origin, 'Rows')
  const board = new BoardPage(fay.page)
  await board.importCsv('rows.csv', 'key,title\nA-1,Good\nA-2,\nA-1,Again\n')
  await expect(fay.page.getByRole('dialog')).toContainText('left out')
  await expect(fay.page.getByRole('row')).toHaveCount(3)
  await fay.page.getByRole('button', { name: 'Done' }).click()
  await expect(board.trayCard('Good')).toBeVisible()
})

test('files in other encodings are read, and one that is none is refused by its byte', async () => {
  await createBoard(fay, server.origin, 'Encodings')
  const board = new BoardPage(fay.page)
  await board.importCsv('utf16.csv', Buffer.from('\uFEFFtitle\nGrößere Lösung\n', 'utf16le'))
  await expect(board.trayCard('Größere Lösung')).toBeVisible()
  await board.importCsv('windows.csv', Buffer.from('title\nCaf\u00e9 \u00fcber alles\n', 'latin1'))
  await expect(board.trayCard('Café über alles')).toBeVisible()
  await board.chooseCsv('broken.csv', Buffer.from([0x74, 0x0a, 0x81, 0x8d, 0x0a]))
  await expect(fay.page.getByRole('dialog')).toContainText('Byte 2 (0x81)')
})

test('formulas and markup in cells stay plain words', async () => {
  await createBoard(fay, server.origin, 'Cells')
  const board = new BoardPage(fay.page)
  await board.importCsv('cells.csv', 'title\n"<img src=x onerror=alert(1)>Bold"\n=1+1\n')
  await expect(board.trayCard('Bold')).toBeVisible()
  await expect(board.trayCard('=1+1')).toBeVisible()
})

test('ten thousand rows are refused with a sentence and nothing is half done', async () => {
  await createBoard(fay, server.origin, 'Many')
  const board = new BoardPage(fay.page)
  await board.chooseCsv(
    'many.csv',
    `title\n${Array.from({ length: 10_000 }, (_, row) => `Row ${row}`).join('\n')}`,
  )
  await expect(fay.page.getByRole('dialog')).toContainText(/2,?000/)
})
