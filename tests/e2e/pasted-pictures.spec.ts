import { expect, test, type Page } from '@playwright/test'
import { createBoard, joinBoard, readLinks } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

const DOT_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const COPIED = 'application/x-contour+json'

const server = OwnServer.ofThisFile()

test('a picture pasted from another board becomes this board’s own, and is left out where it may not be seen', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  const pat = await server.visitor(browser, 'Pat')
  await createBoard(fay, server.origin, 'Source')
  await takeKeyboard(fay.page)
  await pasteFile(fay.page, DOT_PNG)
  await expect.poll(() => shapesOf(fay.page)).toEqual(['image'])
  await fay.page.getByTestId('toolbar').getByRole('button', { name: 'Note' }).click()
  await fay.page.mouse.click(900, 560)
  await fay.page.keyboard.type('Beside the picture')
  await fay.page.keyboard.press('Escape')
  await takeKeyboard(fay.page)
  await fay.page.keyboard.press('Control+a')
  const copied = await copy(fay.page)
  expect(copied).toContain('/assets/')

  const target = await createBoard(fay, server.origin, 'Target')
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)

  await test.step('who is not on the other board gets the rest, and a sentence', async () => {
    await takeKeyboard(pat.page)
    await paste(pat.page, copied)
    await expect(
      pat.page.getByText('One picture was left out: it belongs to a board you are not on.'),
    ).toBeVisible()
    await expect.poll(() => shapesOf(fay.page)).toEqual(['note'])
  })

  await test.step('who is on both brings it along, for everybody on this one', async () => {
    await takeKeyboard(fay.page)
    await paste(fay.page, copied)
    await expect.poll(async () => (await shapesOf(pat.page))?.sort()).toEqual(['image', 'note', 'note'])
    const picture = pat.page.locator('.tl-canvas img.tl-image')
    await expect(picture).toHaveAttribute('src', new RegExp(`^/assets/${target.replace('/b/', '')}-`))
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
      .toBe(1)
    // Else nothing of the board is drawn until all of its pictures are unfolded.
    await expect(picture).toHaveJSProperty('decoding', 'async')
  })

  await test.step('what cannot be read is answered with a sentence', async () => {
    await paste(fay.page, '{"contour":2}')
    await expect(fay.page.getByText('What was copied could not be read.')).toBeVisible()
  })
})

test('a picture with more pixels than a board takes is made smaller, and keeps its shape', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  const { page } = fay
  await createBoard(fay, server.origin, 'Large')
  await takeKeyboard(page)
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [6_000, 3_000]
    canvas.getContext('2d')?.fillRect(10, 10, 5_000, 2_000)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  await pasteFile(page, drawn)
  const picture = page.locator('.tl-canvas img.tl-image')
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([3_620, 1_810])
})

/** Presses an empty place of the canvas, so that keys and the clipboard are its. */
async function takeKeyboard(page: Page): Promise<void> {
  await page.mouse.click(640, 680)
}

function shapesOf(page: Page): Promise<string[] | undefined> {
  return page.evaluate(() => window.contourProbe?.freeShapes().map(({ type }) => type))
}

function pasteFile(page: Page, png: string): Promise<void> {
  return page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], 'dot.png', { type: 'image/png' }))
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, png)
}

// Each browser has a clipboard of its own; what Fay copies reaches Pat as a message would.
function copy(page: Page): Promise<string> {
  return page.evaluate((format) => {
    const data = new DataTransfer()
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    return data.getData(format)
  }, COPIED)
}

/** Pastes in the middle, where everybody's view shows it: pictures out of sight are not loaded. */
async function paste(page: Page, copied: string): Promise<void> {
  await page.mouse.move(760, 370)
  await page.evaluate(
    async ([format, text]) => {
      // The canvas hears of a moved pointer with its next picture.
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      )
      const data = new DataTransfer()
      data.setData(format, text)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [COPIED, copied] as const,
  )
}
