import { expect, test, type Browser, type BrowserType } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import {
  createBoard,
  joinBoard,
  openBrowserOf,
  readLinks,
  waitUntilSaved,
  type Person,
} from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'
import { lookOf } from '../support/servers/shared-board'

const server = OwnServer.ofThisFile()
let fay: Person
let fayBoard: BoardPage
let participantLink: string

test.beforeEach(async ({ browser }) => {
  fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Holds')
  participantLink = server.origin + (await readLinks(fay)).participant
  fayBoard = new BoardPage(fay.page)
  await fayBoard.addInitiatives('Carried')
  await fayBoard.dropFromTray('Carried', await fayBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  await waitUntilSaved(fay.page)
})

test('nobody can take a card that somebody else carries, and all see who does', async ({ browser }) => {
  const patBoard = await arrive(browser, 'Pat')
  const before = await fayBoard.card('Carried')
  await patBoard.carryCard('Carried', { x: 90, y: 60 })
  await expect(handOn(fayBoard, 'Pat')).toBeVisible()
  await expect.poll(async () => (await fayBoard.card('Carried')).x).not.toBe(before.x)
  const carried = await patBoard.card('Carried')

  await fayBoard.carryCard('Carried', { x: -200, y: 80 })
  await fay.page.mouse.up()
  await expect(fay.page.getByTestId('notice')).toContainText('Pat is moving this.')
  await fay.page.keyboard.press('Delete')
  await expect(fay.page.getByTestId('notice')).toContainText('Pat is moving this, so it was not deleted.')
  expect(await placeIn(patBoard), 'it stays in the hand of Pat').toEqual(placeOf(carried))

  await patBoard.page.mouse.up()
  await expect(handOn(fayBoard, 'Pat')).toHaveCount(0)
  await expect.poll(async () => placesAgree(fayBoard, patBoard)).toBe(true)
  const landed = await fayBoard.card('Carried')
  await fayBoard.moveCard('Carried', { x: -120, y: 40 })
  await expect.poll(() => placeIn(patBoard)).not.toEqual(placeOf(landed))
  await expect.poll(async () => placesAgree(fayBoard, patBoard)).toBe(true)
})

test('a browser that dies in the middle of a drag leaves the card where it was saved, free for the others', async ({
  browser,
}) => {
  const { browserOfPat, kill } = await startOwnBrowser(browser.browserType())
  const pat = await openBrowserOf(browserOfPat, 'Pat')
  await joinBoard(pat, participantLink)
  const patBoard = new BoardPage(pat.page)
  const before = await fayBoard.card('Carried')
  await patBoard.carryCard('Carried', { x: 90, y: 60 })
  await expect(handOn(fayBoard, 'Pat')).toBeVisible()
  await expect.poll(() => placeIn(fayBoard)).not.toEqual(placeOf(before))

  await kill()
  await expect(handOn(fayBoard, 'Pat')).toHaveCount(0)
  await expect(fay.page.getByRole('button', { name: '2 people here' })).toHaveCount(0)
  const kimBoard = await arrive(browser, 'Kim')
  await expect.poll(async () => placesAgree(fayBoard, kimBoard)).toBe(true)
  const left = await kimBoard.card('Carried')
  await fayBoard.moveCard('Carried', { x: -120, y: 40 })
  await expect.poll(() => placeIn(kimBoard)).not.toEqual(placeOf(left))
  await expect(fay.page.getByTestId('notice').filter({ hasText: 'is moving this' })).toHaveCount(0)
  await waitUntilSaved(fay.page)
})

test('cursors that are out of sight are not drawn, and come back into sight with the view', async ({
  browser,
}) => {
  const patBoard = await arrive(browser, 'Pat')
  await patBoard.page.mouse.move(600, 400, { steps: 3 })
  await expect(cursorOf(fay, 'Pat')).toBeVisible()

  const { x } = await lookOf(fay.page)
  await fay.page.getByRole('button', { name: 'Settings' }).click()
  await fay.page.getByRole('menuitemradio', { name: 'Scrolling moves the view' }).click()
  await fay.page.mouse.move(900, 640)
  await fay.page.mouse.wheel(3_000, 0)
  await expect.poll(async () => (await lookOf(fay.page)).x).toBeGreaterThan(x + 1_000)
  await patBoard.page.mouse.move(420, 300, { steps: 3 })
  await expect(cursorOf(fay, 'Pat')).toBeHidden()
  const before = await drawnAt(fay, 'Pat')
  await patBoard.page.mouse.move(400, 340, { steps: 6 })
  await waitUntilSaved(patBoard.page)
  expect(await drawnAt(fay, 'Pat')).toBe(before)

  await fay.page.getByRole('button', { name: 'Back to the board' }).click()
  await expect(cursorOf(fay, 'Pat')).toBeVisible()
})

test('the caret and the selection of two who write in one title stay where they are in its words', async ({
  browser,
}) => {
  const patBoard = await arrive(browser, 'Pat')
  await openTitle(fayBoard, 'Carried')
  await openTitle(patBoard, 'Carried')
  await patBoard.page.keyboard.press('End')
  for (let letter = 0; letter < 3; letter++) await patBoard.page.keyboard.press('Shift+ArrowLeft')
  await fay.page.keyboard.press('Home')
  await fay.page.keyboard.type('One ')
  await patBoard.card('One Carried')
  expect(await selectedIn(patBoard)).toBe('ied')
  await patBoard.page.keyboard.type('y over')
  await fayBoard.card('One Carry over')
  await fay.page.keyboard.type('more ')
  for (const board of [fayBoard, patBoard]) await board.card('One more Carry over')
})

async function arrive(browser: Browser, name: string): Promise<BoardPage> {
  const person = await server.visitor(browser, name)
  await joinBoard(person, participantLink)
  const board = new BoardPage(person.page)
  await board.card('Carried')
  return board
}

/** A browser in a process of its own, which `kill` ends as a crash does. */
async function startOwnBrowser(type: BrowserType) {
  const process = await type.launchServer()
  const browserOfPat = await type.connect(process.wsEndpoint())
  return { browserOfPat, kill: () => process.kill() }
}

function handOn(board: BoardPage, name: string) {
  return board.page.locator('[data-held="true"]').getByText(name, { exact: true })
}

/** The name at a cursor; the cursor itself has no size. */
function cursorOf({ page }: Person, name: string) {
  return page.locator('[class*="_cursor"] span').filter({ hasText: name })
}

function drawnAt(person: Person, name: string): Promise<string | undefined> {
  return cursorOf(person, name).evaluate((element) => element.parentElement?.style.transform)
}

async function openTitle(board: BoardPage, title: string): Promise<void> {
  const card = await board.card(title)
  const at = await board.toClient({ x: card.x + 60, y: card.y + 30 })
  await board.page.mouse.dblclick(at.x, at.y)
  await expect(board.page.getByRole('textbox', { name: 'Title' })).toBeFocused()
}

function selectedIn({ page }: BoardPage): Promise<string> {
  return page.getByRole('textbox', { name: 'Title' }).evaluate((box) => {
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement))
      return String(window.getSelection())
    return box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0)
  })
}

interface Place {
  readonly x: number
  readonly y: number
  readonly target: string
}

const placeOf = ({ x, y, target }: Place): Place => ({ x, y, target })

async function placeIn(board: BoardPage): Promise<Place> {
  return placeOf(await board.card('Carried'))
}

async function placesAgree(one: BoardPage, other: BoardPage): Promise<boolean> {
  return JSON.stringify(await placeIn(one)) === JSON.stringify(await placeIn(other))
}
