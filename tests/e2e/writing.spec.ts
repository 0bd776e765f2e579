import { expect, test, type Page } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, joinBoard, readLinks, waitUntilSaved, type Person } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

const NOTE = { x: 960, y: 600 }
/** A browser this many times slower than the machine it runs on; keys then come before the page is ready for them. */
const SLOWDOWN = 4

const server = OwnServer.ofThisFile()
let fay: Person
let pat: Person

test.beforeEach(async ({ browser }) => {
  ;[fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoard(fay, server.origin, 'Writing')
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  await fay.page.getByRole('button', { name: 'Note' }).click()
  await fay.page.mouse.click(NOTE.x, NOTE.y)
  await fay.page.keyboard.type('Idea')
  await fay.page.keyboard.press('Enter')
  await fay.page.keyboard.type('two')
  await stopWriting(fay.page)
  await expect(noteOf(pat.page)).toContainText('two')
})

test('what is typed at once after a double-click goes where its caret is, however slow the machine', async () => {
  const devtools = await pat.context.newCDPSession(pat.page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  for (const [key, text] of [
    ['End', 'Idea two!'],
    ['Home', '!Idea two!'],
    ['End', '!Idea two!!'],
  ] as const) {
    const { keyboard, mouse } = pat.page
    await Promise.all([mouse.dblclick(NOTE.x, NOTE.y), keyboard.press(key), keyboard.type('!')])
    await expect.poll(() => textOf(fay.page)).toBe(text)
    await stopWriting(pat.page)
  }
})

test('others who carry a note leave the caret in it where it is', async () => {
  await pat.page.mouse.dblclick(NOTE.x, NOTE.y)
  await pat.page.keyboard.press('Home')
  await pat.page.keyboard.type('My ')
  // Whoever of two comes first has it: here who writes.
  await expect.poll(() => textOf(fay.page)).toBe('My Idea two')

  await new BoardPage(fay.page).carry(NOTE, { x: NOTE.x - 120, y: NOTE.y - 60 })
  await expect.poll(() => textOf(fay.page)).toBe('My Idea two')
  await pat.page.keyboard.type('best ')
  await expect.poll(() => textOf(fay.page)).toBe('My best Idea two')
  await fay.page.mouse.up()
  await waitUntilSaved(fay.page)
  await pat.page.keyboard.type('and ')
  await expect.poll(() => textOf(fay.page)).toBe('My best and Idea two')
})

test('who writes in a note writes alone; the other is told, and can when they are done', async () => {
  await pat.page.mouse.dblclick(NOTE.x, NOTE.y)
  await pat.page.keyboard.press('End')
  await pat.page.keyboard.type(' three')
  await expect.poll(() => textOf(fay.page)).toBe('Idea two three')

  await fay.page.mouse.dblclick(NOTE.x, NOTE.y)
  await expect(fay.page.getByTestId('notice')).toContainText('Pat is writing here.')
  await fay.page.keyboard.type('e')
  await pat.page.keyboard.type(' four')
  for (const { page } of [fay, pat]) await expect.poll(() => textOf(page)).toBe('Idea two three four')
  expect(await fay.page.evaluate(() => window.contourProbe?.toolPath())).toBe('select.idle')

  await stopWriting(pat.page)
  // Their last sign of it has to arrive.
  await expect
    .poll(async () => {
      await stopWriting(fay.page)
      await fay.page.mouse.dblclick(NOTE.x, NOTE.y)
      return fay.page.evaluate(() => window.contourProbe?.toolPath())
    })
    .toBe('select.editing_shape')
  await fay.page.keyboard.press('Home')
  await fay.page.keyboard.type('My ')
  for (const { page } of [fay, pat]) await expect.poll(() => textOf(page)).toBe('My Idea two three four')
})

function noteOf(page: Page) {
  return page.locator('.tl-note__container').first()
}

/** What the note says, on one line; while it is written in, its editor lies over the same words. */
async function textOf(page: Page): Promise<string> {
  const paragraphs = noteOf(page).locator('.tl-text-content .tl-rich-text').first().locator('p')
  return (await paragraphs.allTextContents()).join(' ')
}

async function stopWriting(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => window.contourProbe?.toolPath())).toBe('select.idle')
}
