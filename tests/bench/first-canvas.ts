import type { Browser, CDPSession, Page } from '@playwright/test'
import { startContourServer } from '../support/servers/contour-server'
import {
  alongCurves,
  createBenchBoard,
  joinAs,
  onCanvas,
  standTeams,
  type BenchBoard,
} from './support/bench-board'
import { launchBrowser, openBoardAs, openPageOf } from './support/browser'
import { quantile, type Bench, type Figure } from './support/figure'
import { Hand, type Stroke } from './support/hand'
import { countFrames } from './support/recorders'
import { SCRIPT_TRACE_CATEGORIES, toScriptPerFrame, type TraceEvent } from './support/script-trace'

const CARDS = 200
const TEAMS = 40
const OPENINGS = 5
const OPEN_AT_MOST_MS = 60_000
const OWN_PLACE = { x: 1_800, y: 300 }
const STROKES = 8
const STROKE: Stroke = { events: 45, stepPx: 5, restMs: 0 }

/** How long a board of 200 cards takes to open in a browser that never saw it, and what a drag on it costs. */
export const measureFirstCanvas: Bench = async ({ browserPath, say }) => {
  const server = await startContourServer()
  try {
    const board = await createBenchBoard(server.origin, CARDS, (at, instanceId) =>
      at === 0 ? onCanvas(OWN_PLACE.x, OWN_PLACE.y) : alongCurves(at, instanceId),
    )
    say(`${CARDS} cards in a fresh browser, ${OPENINGS} times`)
    const openings: Opening[] = []
    for (let opening = 0; opening < OPENINGS; opening++) {
      openings.push(await withBrowser(browserPath, (browser) => open(browser, server.origin, board)))
    }
    say(`One card dragged among ${CARDS}, beside ${TEAMS} teams`)
    await standTeams(server.origin, board, TEAMS)
    const costs = await withBrowser(browserPath, (browser) => measureCosts(browser, server.origin, board))
    return [...toFigures(openings), ...costs]
  } finally {
    await server.stop()
  }
}

interface Opening {
  /** From the start of the navigation, in ms. */
  readonly painted: number
  readonly drawn: number
  readonly usable: number
  /** The first paint of the home page in the same fresh browser, before. */
  readonly home: number
}

async function withBrowser<Value>(path: string, run: (browser: Browser) => Promise<Value>): Promise<Value> {
  const browser = await launchBrowser(path)
  try {
    return await run(browser)
  } finally {
    await browser.close()
  }
}

async function open(browser: Browser, origin: string, board: BenchBoard): Promise<Opening> {
  const page = await openPageOf(browser, origin, { cookie: await joinAs(origin, board.secret, 'Cold') })
  await page.goto(`${origin}/b/${board.id}`, { waitUntil: 'commit' })
  const grip = await page.waitForFunction(
    (cards) => {
      const probe = window.contourProbe
      const isThere =
        probe?.cards().length === cards && document.querySelector('.tl-shape[data-shape-type=card]')
      if (!probe || !isThere) return null
      // A first view holds what can be read, which need not be every card.
      const area =
        document.querySelector('[data-testid=canvas-area]')?.getBoundingClientRect() ?? new DOMRect()
      const grips = probe.cards().map((card) => probe.pageToClient({ x: card.x + 60, y: card.y + 30 }))
      const inView = grips.find(
        ({ x, y }) =>
          x > area.left + 80 && x < area.right - 80 && y > area.top + 100 && y < area.bottom - 160,
      )
      return inView ? { ...inView, at: performance.now() } : null
    },
    CARDS,
    { polling: 'raf', timeout: OPEN_AT_MOST_MS },
  )
  const { x, y, at } = (await grip.jsonValue()) as { x: number; y: number; at: number }
  await page.mouse.move(x, y)
  await page.mouse.down()
  const usable = await page.waitForFunction(
    () => (window.contourProbe?.selected().length === 1 ? performance.now() : null),
    null,
    { polling: 'raf', timeout: OPEN_AT_MOST_MS },
  )
  await page.mouse.up()
  const times = { painted: await firstPaint(page), drawn: at, usable: Number(await usable.jsonValue()) }
  await page.context().close()
  return { ...times, home: await measureHome(browser, origin) }
}

/** The same browser, another context: nothing is cached, but the browser itself has warmed up. */
async function measureHome(browser: Browser, origin: string): Promise<number> {
  const page = await openPageOf(browser, origin, { cookie: 'nobody=none' })
  await page.goto(origin)
  const painted = await firstPaint(page)
  await page.context().close()
  return painted
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
}

function toFigures(openings: readonly Opening[]): Figure[] {
  const home = quantile(
    openings.map((opening) => opening.home),
    0.5,
  )
  const all = (key: keyof Opening): number[] => openings.map((opening) => opening[key])
  const unit = 'ms'
  return [
    { name: 'first paint, median', value: quantile(all('painted'), 0.5), unit, baseline: home },
    { name: 'all cards drawn, median', value: quantile(all('drawn'), 0.5), unit, baseline: home },
    { name: 'a press selects, median', value: quantile(all('usable'), 0.5), unit, baseline: home },
    {
      name: 'a press selects, worst',
      value: Math.max(...all('usable')),
      unit,
      budget: 3_000,
      baseline: home,
    },
  ]
}

async function measureCosts(browser: Browser, origin: string, board: BenchBoard): Promise<Figure[]> {
  const page = await openBoardAs(browser, { origin, board, cards: CARDS }, 'Ada')
  await page.getByRole('button', { name: 'Show the whole board' }).click()
  await page.waitForFunction(
    (teams) => document.querySelectorAll('[data-shape-type=team]').length === teams,
    TEAMS,
  )
  const own = await page.evaluate((place) => {
    const probe = window.contourProbe
    return probe?.pageToClient({ x: place.x + 60, y: place.y + 30 }) ?? place
  }, OWN_PLACE)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await page.evaluate(countFrames)
  const hand = new Hand(page, own)
  // Over the canvas and back once, so that what is compiled lazily is compiled.
  await strokes(hand, 2)
  const hover = await costOf({ browser, session, page }, () => strokes(hand, STROKES))
  await hand.press()
  await strokes(hand, 2)
  await assertDragged(page)
  const drag = await costOf({ browser, session, page }, () => strokes(hand, STROKES))
  await page.keyboard.press('Escape')
  await hand.release()
  const unit = 'ms'
  return [
    ...scriptFigures(drag.script, hover.script),
    { name: 'style and layout per drag frame', value: drag.layout, unit, baseline: hover.layout },
    { name: 'all work per drag frame', value: drag.task, unit, baseline: hover.task },
    { name: 'between drag frames', value: drag.frame, unit, baseline: hover.frame },
  ]
}

function scriptFigures(drag: readonly number[], hover: readonly number[]): Figure[] {
  const at = (share: number) => ({
    value: quantile(drag, share),
    unit: 'ms' as const,
    baseline: quantile(hover, share),
  })
  return [
    { name: 'script per drag frame, median', ...at(0.5), budget: 8 },
    { name: 'script per drag frame, p95', ...at(0.95) },
  ]
}

/** A drag that never began would cost nothing. */
async function assertDragged(page: Page): Promise<void> {
  const path = await page.evaluate(() => window.contourProbe?.toolPath())
  if (path !== 'select.translating') throw new Error(`The card is not being dragged: ${String(path)}.`)
}

/** There and back again over the plots. */
async function strokes(hand: Hand, count: number): Promise<void> {
  for (let stroke = 0; stroke < count; stroke++) {
    await hand.draw({ ...STROKE, stepPx: stroke % 2 === 0 ? -STROKE.stepPx : STROKE.stepPx })
  }
}

interface FrameCost {
  /** Of each frame. */
  readonly script: readonly number[]
  // Of all frames, the mean.
  readonly layout: number
  readonly task: number
  readonly frame: number
}

interface Watched {
  readonly browser: Browser
  readonly session: CDPSession
  readonly page: Page
}

async function costOf({ browser, session, page }: Watched, run: () => Promise<void>): Promise<FrameCost> {
  await browser.startTracing(page, { categories: SCRIPT_TRACE_CATEGORIES })
  const before = await readMetrics(session, page)
  await run()
  const after = await readMetrics(session, page)
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] }
  const perFrame = (...names: string[]): number => {
    const seconds = names.reduce((total, name) => total + (after.get(name) ?? 0) - (before.get(name) ?? 0), 0)
    return (1000 * seconds) / ((after.get('frames') ?? 0) - (before.get('frames') ?? 0))
  }
  return {
    script: toScriptPerFrame(trace.traceEvents),
    layout: perFrame('LayoutDuration', 'RecalcStyleDuration'),
    task: perFrame('TaskDuration'),
    frame: perFrame('Timestamp'),
  }
}

async function readMetrics(session: CDPSession, page: Page): Promise<Map<string, number>> {
  const frames = await page.evaluate(() => window.benchFrames ?? 0)
  const { metrics } = await session.send('Performance.getMetrics')
  return new Map([...metrics.map(({ name, value }) => [name, value] as const), ['frames', frames]])
}
