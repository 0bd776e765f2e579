import type { Browser, Page } from '@playwright/test'
import { startContourServer } from '../support/servers/contour-server'
import { createBenchBoard, joinAs, type BenchBoard } from './support/bench-board'
import { launchBrowser, openPageOf } from './support/browser'
import { quantile, type Bench, type Figure } from './support/figure'

const ROWS = 200
const MANY_ROWS = 2_000
const ROUNDS = 5
const OPEN_AT_MOST_MS = 60_000

/** How long rows take from the press that confirms an import to the screen, its own and another person's. */
export const measureImport: Bench = async ({ browserPath, say }) => {
  const server = await startContourServer()
  const browser = await launchBrowser(browserPath)
  try {
    say(`${ROWS} rows, ${ROUNDS} times on a fresh board`)
    const rounds: ImportTimes[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await importOnce(browser, server.origin, ROWS))
    say(`${MANY_ROWS} rows, as many as a board holds`)
    const many = await importOnce(browser, server.origin, MANY_ROWS)
    return toFigures(rounds, many)
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** All in ms from the press. */
interface ImportTimes {
  /** The end of the frame in which every row's card is in the tray. */
  readonly shown: number
  /** The same on another person's page. */
  readonly shownToOthers: number
  /** The longest time in which the page answered nobody. */
  readonly longestPause: number
  /** A change of the page that imports nothing, from its press to the end of its frame. */
  readonly baseline: number
}

async function importOnce(browser: Browser, origin: string, rows: number): Promise<ImportTimes> {
  const board = await createBenchBoard(origin, 0)
  const [page, other] = [
    await openEmptyBoard(browser, origin, board),
    await openEmptyBoard(browser, origin, board),
  ]
  await page.getByRole('button', { name: 'Import initiatives' }).click()
  const file = { name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(csvOf(rows)) }
  await page.getByTestId('import-file').setInputFiles(file)
  const confirm = page.getByRole('button', { name: `Import ${rows} rows` })
  await confirm.waitFor()
  const baseline = await timeOf(page, {
    pressed: '[role=checkbox]',
    awaited: '[role=checkbox][aria-checked=false]',
    count: 1,
  })
  await page.getByLabel('The first row names the columns').check()
  await confirm.waitFor()
  await other.evaluate(watchTray, rows)
  await confirm.evaluate((button) => button.setAttribute('data-confirm', ''))
  const startedAt = Date.now()
  const shown = await timeOf(page, { pressed: '[data-confirm]', awaited: '[data-tray-card]', count: rows })
  const shownToOthers = (
    await other.waitForFunction(() => window.benchShownAt ?? null, null, { polling: 50 })
  )
    .jsonValue()
    .then((at) => Number(at) - startedAt)
  const longestPause = await page.evaluate(() => window.benchLongestPause ?? 0)
  const times = { shown, shownToOthers: await shownToOthers, longestPause, baseline }
  await Promise.all([page, other].map((one) => one.context().close()))
  return times
}

async function openEmptyBoard(browser: Browser, origin: string, board: BenchBoard): Promise<Page> {
  const page = await openPageOf(browser, origin, { cookie: await joinAs(origin, board.secret, 'Ada') })
  await page.goto(`${origin}/b/${board.id}`)
  await page.waitForFunction(() => window.contourProbe?.saveState() === 'saved', null, {
    timeout: OPEN_AT_MOST_MS,
  })
  return page
}

/** Presses one element and waits, frame by frame, until so many others are there; in ms, to the end of that frame. */
function timeOf(
  page: Page,
  { pressed, awaited, count }: { pressed: string; awaited: string; count: number },
): Promise<number> {
  return page.evaluate(
    ([press, wanted, many]) =>
      new Promise<number>((resolve, reject) => {
        const startedAt = performance.now()
        let lastFrameAt = startedAt
        let longestPause = 0
        const look = (): void => {
          const now = performance.now()
          longestPause = Math.max(longestPause, now - lastFrameAt)
          lastFrameAt = now
          if (document.querySelectorAll(wanted).length < many) return void requestAnimationFrame(look)
          window.benchLongestPause = longestPause
          // A message is delivered after the frame has been drawn.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - startedAt)
          port2.postMessage(null)
        }
        const pressable = document.querySelector<HTMLElement>(press)
        if (!pressable) return reject(new Error(`Nothing to press: ${press}`))
        pressable.click()
        requestAnimationFrame(look)
      }),
    [pressed, awaited, count] as const,
  )
}

function watchTray(rows: number): void {
  const look = (): void => {
    if (document.querySelectorAll('[data-tray-card]').length >= rows) window.benchShownAt = Date.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function csvOf(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `K-${at},Initiative number ${at} of many,Team ${at % 8},Owner ${at % 20},${at % 9},"What it is for, ${at}"`,
  )
  return ['key,title,team,owner,effort,summary', ...lines].join('\n')
}

function toFigures(rounds: readonly ImportTimes[], many: ImportTimes): Figure[] {
  const all = (key: keyof ImportTimes): number[] => rounds.map((round) => round[key])
  const baseline = quantile(all('baseline'), 0.5)
  const unit = 'ms'
  return [
    { name: `${ROWS} rows on the own screen, median`, value: quantile(all('shown'), 0.5), unit, baseline },
    {
      name: `${ROWS} rows on the own screen, worst`,
      value: Math.max(...all('shown')),
      unit,
      budget: 1_000,
      baseline,
    },
    {
      name: `${ROWS} rows on another screen, worst`,
      value: Math.max(...all('shownToOthers')),
      unit,
      budget: 1_000,
    },
    { name: `${ROWS} rows, longest pause of the page`, value: Math.max(...all('longestPause')), unit },
    { name: `${MANY_ROWS} rows on the own screen`, value: many.shown, unit },
    { name: `${MANY_ROWS} rows on another screen`, value: many.shownToOthers, unit },
    { name: `${MANY_ROWS} rows, longest pause of the page`, value: many.longestPause, unit },
  ]
}

declare global {
  interface Window {
    /** When every row was on the screen, in Unix ms. */
    benchShownAt?: number
    benchLongestPause?: number
  }
}
