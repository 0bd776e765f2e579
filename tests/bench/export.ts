import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { PicturePage, pngSize, type PixelSize } from '../support/pages/picture-page'
import { startContourServer } from '../support/servers/contour-server'
import { alongCurves, createBenchBoard, createSampleBoard, type BenchBoard } from './support/bench-board'
import { launchBrowser, openBoardAs } from './support/browser'
import { quantile, type Bench, type Figure } from './support/figure'
import { pause } from './support/pause'

const CARDS = 24
const PICTURES = 7
const SETTLED_MS = 1_000

/** How long a picture of a workshop's board takes, from the click until the file is handed to the browser. */
export const measureExport: Bench = async ({ browserPath, say }) => {
  const server = await startContourServer()
  const browser = await launchBrowser(browserPath)
  try {
    const plain = { board: await createBenchBoard(server.origin, CARDS, alongCurves), cards: CARDS }
    say(`${CARDS} placed cards, ${PICTURES} pictures of each kind`)
    const figures = await measurePictures(browser, { origin: server.origin, ...plain }, '')
    const sample = await createSampleBoard(server.origin)
    say(`The sample board with its team map, ${PICTURES} pictures of each kind`)
    return [
      ...figures,
      ...(await measurePictures(browser, { origin: server.origin, ...sample }, 'sample board: ')),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function measurePictures(
  browser: Browser,
  at: { readonly origin: string; readonly board: BenchBoard; readonly cards: number },
  where: string,
): Promise<Figure[]> {
  const page = await openBoardAs(browser, at, 'Ada')
  const picture = new PicturePage(page)
  const twice: number[] = []
  const svg: number[] = []
  const plain: number[] = []
  for (let nth = 0; nth < PICTURES; nth++) {
    const { ms, content } = await timeDownload(page, picture, ['PNG', '2×'])
    twice.push(ms)
    plain.push(await timePlainPng(page, pngSize(content)))
    svg.push((await timeDownload(page, picture, ['SVG'])).ms)
  }
  await page.context().close()
  const unit = 'ms'
  const baseline = quantile(plain, 0.5)
  return [
    { name: `${where}PNG at 2x, median`, value: quantile(twice, 0.5), unit, baseline },
    { name: `${where}PNG at 2x, worst`, value: Math.max(...twice), unit, budget: 3_000, baseline },
    { name: `${where}SVG, median`, value: quantile(svg, 0.5), unit },
  ]
}

/** From the press on the button until the browser has the file; the browser's messages to the bench count too. */
async function timeDownload(
  page: Page,
  picture: PicturePage,
  choices: readonly string[],
): Promise<{ ms: number; content: Buffer }> {
  await picture.open()
  await picture.choose(...choices)
  const button = picture.dialog.getByRole('button', { name: 'Download' })
  await button.hover()
  // What opening the dialog has started is not the picture's.
  await pause(SETTLED_MS)
  const started = page.waitForEvent('download')
  const startedAt = performance.now()
  await page.mouse.down()
  await page.mouse.up()
  const file = await started
  const ms = performance.now() - startedAt
  const content = await readFile(await file.path())
  await picture.dialog.waitFor({ state: 'hidden' })
  return { ms, content }
}

/** The same browser packs a sheet of as many pixels with a few lines on it. */
function timePlainPng(page: Page, { w, h }: PixelSize): Promise<number> {
  return page.evaluate(
    async (size) => {
      const startedAt = performance.now()
      const canvas = document.createElement('canvas')
      canvas.width = size.w
      canvas.height = size.h
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('There is no canvas to draw on.')
      context.fillStyle = '#fbfaf7'
      context.fillRect(0, 0, size.w, size.h)
      for (let line = 0; line < 100; line++) context.strokeRect(line * 9, line * 7, 400, 300)
      await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
      return performance.now() - startedAt
    },
    { w, h },
  )
}
