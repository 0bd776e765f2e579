import { networkInterfaces } from 'node:os'
import { expect, test } from '@playwright/test'
import { alongCurves, createBenchBoard, onCanvas } from '../bench/support/bench-board'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, joinBoard, readLinks, waitUntilSaved } from '../support/pages/people'
import { differ, PicturePage, pngSize, readPixels } from '../support/pages/picture-page'
import { readSvg } from '../support/pages/read-svg'
import { OwnServer } from '../support/servers/own-server'

const HOSTILE = 'Plan </text><script>reportViolation(1)</script> & "more" ]]>'
const ROWS = `title,team,owner
Memory QoS,sig-node,Ada
Cluster Trust Bundles,sig-auth,Bo
Gang Scheduling,,Cy
`
const MARKUP = '<img src=x onerror=reportViolation(2)>'
/** What is written on the plot of the steady curve. */
const MEANING = 'Every bit of work brings about the same; there is no finish line.'
/** Inside the strip at a card's left edge, page px from its top left corner. */
const STRIP = { x: 2, y: 44 }
const PAPER = { light: '#fbfaf7', dark: '#16181d' }

const server = OwnServer.ofThisFile()

test('a picture of the board has the promised pixels, and its words are in the SVG', async ({ browser }) => {
  test.slow()
  const fay = await server.visitor(browser, 'Fay')
  const picture = new PicturePage(fay.page)
  const board = new BoardPage(fay.page)
  await createBoard(fay, server.origin, HOSTILE)
  await fill(board)
  const card = await board.card('Memory QoS')

  const svg = await test.step('the SVG says title, date, readings and teams as plain text', async () => {
    await picture.open()
    await picture.choose('SVG')
    const promised = await picture.promised()
    const { name, content } = await picture.download()
    expect(name).toMatch(/^Plan-text-script-reportViolation-1-script-more-\d{4}-\d\d-\d\d\.svg$/)
    const read = await readSvg(fay, content.toString())
    expect(read.size).toEqual(promised)
    expect(read.foreign).toEqual([])
    const legend = ['Strip on a card: its team', 'sig-node', 'sig-auth', 'no team']
    for (const said of [HOSTILE, 'Memory QoS', ...legend, MEANING]) {
      expect(read.texts).toContain(said)
    }
    expect(read.texts.filter((text) => /^\d{1,2} \w+ 20\d\d$/.test(text))).toHaveLength(1)
    expect(read.texts.filter((text) => /^Spent \d+\D+ banked \d+/.test(text))).toHaveLength(1)
    expect(read.whole).toContain('<img src=x')
    return { ...read, address: `data:image/svg+xml;base64,${content.toString('base64')}` }
  })

  await test.step('every size of the PNG is exactly the scale times the size at 1x', async () => {
    await picture.open()
    await picture.choose('PNG')
    for (const scale of [1, 2, 4] as const) {
      await picture.choose(`${scale}×`)
      expect(await picture.promised()).toEqual({ w: svg.size.w * scale, h: svg.size.h * scale })
    }
  })

  await test.step('the PNG at 2x is not blank and has the board’s colours where they belong', async () => {
    await picture.choose('2×')
    const { name, content } = await picture.download()
    expect(name).toMatch(/\.png$/)
    expect(pngSize(content)).toEqual({ w: svg.size.w * 2, h: svg.size.h * 2 })
    const at = (x: number, y: number) => ({ x: (x - svg.view.x) * 2, y: (y - svg.view.y) * 2 })
    const { colors, variety } = await readPixels(fay.page, content, [
      { x: 4, y: 4 },
      at(card.x + STRIP.x, card.y + STRIP.y),
      at(card.pin.x, card.pin.y),
    ])
    expect(colors[0]).toBe(PAPER.light)
    expect(colors[1]).toBe(svg.legend['sig-node']?.toLowerCase())
    expect(colors[2]).toBe('#0f766e')
    expect(variety).toBeGreaterThan(8)
  })

  await test.step('the SVG looks the same by itself, where the font is not installed', async () => {
    await picture.open()
    await picture.choose('1×')
    const { content } = await picture.download()
    const elsewhere = await browser.newPage()
    const png = `data:image/png;base64,${content.toString('base64')}`
    expect(await differ(elsewhere, svg.address, png)).toBeLessThan(0.5)
    // The same without its letters is another picture, so the font came out of the file.
    const without = Buffer.from(svg.source.replaceAll(/@font-face\s*{[^}]*}/g, '')).toString('base64')
    expect(await differ(elsewhere, `data:image/svg+xml;base64,${without}`, png)).toBeGreaterThan(0.5)
    await elsewhere.close()
  })

  await test.step('a dark picture of one template is remembered as a choice, and says which it is', async () => {
    await picture.open()
    await picture.choose('Effort and value', 'Dark', '1×')
    const { name, content } = await picture.download()
    expect(name).toContain('-Effort-and-value-')
    expect((await readPixels(fay.page, content, [{ x: 4, y: 4 }])).colors).toEqual([PAPER.dark])
    await fay.page.reload()
    await waitUntilSaved(fay.page)
    await picture.open()
    for (const name of ['The whole board', 'PNG', '1×', 'Dark']) {
      await expect(picture.dialog.getByRole('radio', { name })).toBeChecked()
    }
  })
})

test('the dialog is used by keyboard, says what cannot be drawn, and gives the keyboard back', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  const picture = new PicturePage(fay.page)
  const board = new BoardPage(fay.page)
  await createBoard(fay, server.origin, 'Keys')
  await fill(board)
  const button = fay.page.getByRole('button', { name: 'Export', exact: true })
  await button.focus()
  await fay.page.keyboard.press('Enter')
  await fay.page.getByRole('menuitem', { name: /Picture/ }).press('Enter')
  await expect(picture.dialog).toBeVisible()
  await expect(picture.dialog.getByRole('radio', { name: /What is selected/ })).toBeDisabled()
  await expect(picture.dialog.getByText('nothing is selected')).toBeVisible()
  const preview = picture.dialog.getByRole('img', { name: 'Preview: The whole board' })
  await expect(preview).toBeVisible()
  const place = picture.dialog.getByTestId('picture-preview')
  await expect(place).toHaveAttribute('aria-busy', 'false')
  const before = await preview.getAttribute('src')
  await picture.choose('Dark')
  await expect(preview).not.toHaveAttribute('src', before ?? '')
  await picture.choose('Light', 'Effort and value')
  await expect(picture.dialog.getByRole('img', { name: 'Preview: Effort and value' })).toBeVisible()
  await fay.page.setViewportSize({ width: 390, height: 844 })
  await expect(picture.dialog.getByRole('img', { name: 'Preview: Effort and value' })).toBeInViewport()
  await fay.page.setViewportSize({ width: 1280, height: 720 })

  await test.step('where there can be none it says so, in the same room', async () => {
    const room = await place.boundingBox()
    await fay.page.evaluate(() => {
      const { serializeToString } = XMLSerializer.prototype
      XMLSerializer.prototype.serializeToString = () => {
        throw new Error('No picture today.')
      }
      window.addEventListener('drawing works again', () => {
        XMLSerializer.prototype.serializeToString = serializeToString
      })
    })
    await picture.choose('The whole board')
    await expect(place.getByRole('status')).toHaveText(/^The preview could not be drawn/)
    await expect(place.getByRole('img')).toHaveCount(0)
    expect(await place.boundingBox()).toEqual(room)
  })

  await test.step('and is drawn once more where that is asked for', async () => {
    await fay.page.evaluate(() => window.dispatchEvent(new Event('drawing works again')))
    await place.getByRole('button', { name: 'Try again' }).press('Enter')
    await expect(place.getByRole('img', { name: 'Preview: The whole board' })).toBeVisible()
    await expect(place.getByRole('button')).toHaveCount(0)
    expect(await fay.page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(
      true,
    )
    await fay.page.reload()
    await waitUntilSaved(fay.page)
    await button.focus()
    await fay.page.keyboard.press('Enter')
    await fay.page.getByRole('menuitem', { name: /Picture/ }).press('Enter')
    await expect(picture.dialog).toBeVisible()
  })

  await fay.page.keyboard.press('Escape')
  await expect(picture.dialog).toBeHidden()
  await expect(button).toBeFocused()

  await test.step('several selected things are what is meant', async () => {
    await fay.page.locator('.tl-container').press('Control+a')
    await expect.poll(() => fay.page.evaluate(() => window.contourProbe?.selected().length)).toBe(4)
    await picture.open()
    await expect(picture.dialog.getByRole('radio', { name: /What is selected/ })).toBeChecked()
    await picture.choose('SVG')
    const { name, content } = await picture.download()
    expect(name).toContain('-Selection-')
    const { texts } = await readSvg(fay, content.toString())
    expect(texts).toContain('Memory QoS')
    expect(texts).not.toContain(MEANING)
  })

  await test.step('a picture that takes long shows how far it is, and can be given up', async () => {
    const session = await fay.context.newCDPSession(fay.page)
    await picture.open()
    await picture.choose('The whole board', 'PNG', '4×')
    let downloads = 0
    fay.page.on('download', () => (downloads += 1))
    // A quick machine is done before anybody could give it up.
    await session.send('Emulation.setCPUThrottlingRate', { rate: 20 })
    await picture.dialog.getByRole('button', { name: 'Download' }).click()
    await expect(picture.dialog.getByRole('progressbar')).toBeVisible()
    await picture.dialog.getByRole('button', { name: 'Cancel' }).click()
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await expect(picture.dialog.getByRole('button', { name: 'Download' })).toBeEnabled()
    await picture.choose('1×')
    await picture.download()
    await expect.poll(() => downloads).toBe(1)
  })
})

test('what others hold is drawn where the document has it', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  const pat = await server.visitor(browser, 'Pat')
  const picture = new PicturePage(fay.page)
  await createBoard(fay, server.origin, 'Hands')
  await fill(new BoardPage(fay.page))
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  const before = await new BoardPage(fay.page).card('Memory QoS')
  await new BoardPage(pat.page).carryCard('Memory QoS', { x: 90, y: 60 })
  const shown = async (): Promise<number> => (await new BoardPage(fay.page).card('Memory QoS')).x
  await expect.poll(shown).toBeGreaterThan(before.x + 40)
  await picture.open()
  await picture.choose('SVG')
  const { places } = await readSvg(fay, (await picture.download()).content.toString())
  expect(places['Memory QoS']?.x).toBeCloseTo(before.x, 1)
  expect(places['Memory QoS']?.y).toBeCloseTo(before.y, 1)
  await expect.poll(shown, 'the drag is shown again').toBeGreaterThan(before.x + 40)
  await pat.page.keyboard.press('Escape')
  await pat.page.mouse.up()
})

test('a picture beyond the browser’s limits is refused in words, with SVG as the way out', async ({
  browser,
}) => {
  const board = await createBenchBoard(server.origin, 2, (at, instanceId) =>
    at === 0 ? onCanvas(20_000, 300) : alongCurves(at, instanceId),
  )
  const vic = await server.visitor(browser, 'Vic')
  const picture = new PicturePage(vic.page)
  await joinBoard(vic, `${server.origin}/join/${board.secret}`)
  await expect.poll(() => vic.page.evaluate(() => window.contourProbe?.cards().length)).toBe(2)
  await picture.open()
  await picture.choose('4×')
  await expect(picture.dialog.getByRole('alert')).toContainText(/8\d,\d{3}\s×\s.* is more than this browser/)
  await expect(picture.dialog.getByRole('button', { name: 'Download' })).toBeDisabled()
  await expect(picture.dialog.getByRole('button', { name: 'Copy as PNG' })).toBeDisabled()
  await picture.dialog.getByRole('button', { name: 'Take SVG' }).click()
  const promised = await picture.promised()
  const { content } = await picture.download()
  expect((await readSvg(vic, content.toString())).size).toEqual(promised)
})

test('a picture is copied, and where there is no clipboard it is shown to be copied by hand', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay', { permissions: ['clipboard-read', 'clipboard-write'] })
  const picture = new PicturePage(fay.page)
  await createBoard(fay, server.origin, 'Copies')
  await picture.open()
  await picture.choose('1×')
  const promised = await picture.promised()
  await picture.dialog.getByRole('button', { name: 'Copy as PNG' }).click()
  await expect(fay.page.getByText('The picture is copied.')).toBeVisible()
  const copied = await fay.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const bitmap = await createImageBitmap((await item?.getType('image/png')) ?? new Blob())
    return { w: bitmap.width, h: bitmap.height }
  })
  expect(copied).toEqual(promised)

  const address = networkAddress()
  test.skip(address === null, 'this machine has no address but loopback')
  const pat = await server.visitor(browser, 'Pat')
  const onNetwork = new PicturePage(pat.page)
  await joinBoard(pat, `http://${address}:${server.port}${(await readLinks(fay)).participant}`)
  await onNetwork.open()
  await onNetwork.dialog.getByRole('button', { name: 'Copy as PNG' }).click()
  await expect(onNetwork.dialog.getByRole('alert')).toContainText('Copy image')
  const shown = onNetwork.dialog.getByRole('img', { name: 'The finished picture' })
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(1_000)
})

/** Four cards on the curves, one of them with a position; their titles are not all kind. */
async function fill(board: BoardPage): Promise<void> {
  await board.importCsv('rows.csv', ROWS)
  await board.addInitiatives(MARKUP)
  await board.dropFromTray('Memory QoS', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  await board.dropFromTray(
    'Cluster Trust Bundles',
    await board.pointOnPlot('quick-taper', { x: 0.6, y: 0.7 }),
  )
  await board.dropFromTray('Gang Scheduling', await board.pointOnPlot('linear', { x: 0.7, y: 0.9 }))
  await board.dropFromTray(MARKUP, await board.pointOnPlot('j-curve', { x: 0.3, y: 0.4 }))
  await expect.poll(async () => (await board.cards()).length).toBe(4)
  // What was let go last is selected.
  await board.page.keyboard.press('Escape')
  await waitUntilSaved(board.page)
}

function networkAddress(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null
}
