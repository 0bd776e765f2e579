import type { Browser, Page } from '@playwright/test'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'
import { toArrivals } from './support/arrivals'
import { alongCurves, createBenchBoard, onCanvas, type CardPlan } from './support/bench-board'
import { launchBrowser, openBoardAs } from './support/browser'
import { startDelayProxy } from './support/delay-proxy'
import { quantile, type Bench, type Figure } from './support/figure'
import { Hand, type Stroke } from './support/hand'
import { pause } from './support/pause'
import {
  recordPointer,
  recordRelayed,
  recordSaved,
  recordShape,
  sendPointer,
  type Seen,
} from './support/recorders'
import { startBusyMeter } from './support/process-cpu'
import { startCrowd, startEcho } from './support/side-process'

const CARDS = 24
const OTHERS = 20
const STROKES_LAST_MS = 18_000
const JUMPS_LAST_MS = 12_000
const DELAY_MS = 40
const DROPS = 12
const SAVED_WITHIN_MS = 1_000
const SETTLE_MS = 3_000
/** Right of the template, where nobody else's card comes. */
const OWN_PLACE = { x: 1_800, y: 300 }
const STROKE: Stroke = { events: 60, stepPx: 4, restMs: 500 }
const JUMP: Stroke = { events: 1, stepPx: 30, restMs: 300 }
const CARRY: Stroke = { events: 12, stepPx: 4, restMs: 100 }

const plan: CardPlan = (at, instanceId) =>
  at === 0 ? onCanvas(OWN_PLACE.x, OWN_PLACE.y) : alongCurves(at, instanceId)

/** How long after one person's hand moved the other person's screen shows it, while twenty others drag. */
export const measureTwoBrowsers: Bench = async ({ browserPath, say }) => {
  const server = await startContourServer()
  const browser = await launchBrowser(browserPath)
  try {
    say('A bare relay between two blank pages')
    const floor = await measureFloor(browser)
    say(`${CARDS} cards, nobody else dragging`)
    const alone = await measureDrag(browser, server, { origin: server.origin, others: 0 })
    say(`${OTHERS} others dragging`)
    const near = await measureDrag(browser, server, { origin: server.origin, others: OTHERS })
    say(`The same, every way ${DELAY_MS} ms longer`)
    const proxy = await startDelayProxy(server.port, DELAY_MS)
    const far = await measureDrag(browser, server, { origin: proxy.origin, others: OTHERS }).finally(() =>
      proxy.stop(),
    )
    const farFloor = floor.map((ms) => ms + 2 * DELAY_MS)
    return [
      ...toFigures('alone', alone, { floor }),
      ...toFigures(`${OTHERS} others`, near, { floor, budget: 100 }),
      ...toFigures(`${OTHERS} others, ${DELAY_MS} ms away`, far, { floor: farFloor, budget: 180 }),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

interface DragFacts {
  readonly strokeMs: readonly number[]
  readonly jumpMs: readonly number[]
  /** From letting a card go until the page says that it is saved. */
  readonly savedMs: readonly number[]
  /** Between the frames of the page that watches. */
  readonly frameMs: readonly number[]
  /** How many cores were at work, everything on the machine counted. */
  readonly busy: number
}

function toFigures(
  where: string,
  facts: DragFacts,
  { floor, ...budget }: { floor: readonly number[]; budget?: number },
): Figure[] {
  const { strokeMs, jumpMs, savedMs, frameMs } = facts
  const unit = 'ms'
  const arrival = (name: string, samples: readonly number[]): Figure[] => [
    { name: `${where}: ${name} p50`, value: quantile(samples, 0.5), unit, baseline: quantile(floor, 0.5) },
    {
      name: `${where}: ${name} p95`,
      value: quantile(samples, 0.95),
      unit,
      baseline: quantile(floor, 0.95),
      ...budget,
    },
  ]
  return [
    ...arrival('moving hand', strokeMs),
    ...arrival('single jump', jumpMs),
    {
      name: `${where}: from letting go to “Saved”, the longest`,
      value: Math.max(...savedMs),
      unit,
      budget: SAVED_WITHIN_MS,
    },
    { name: `${where}: between frames of the watching page p95`, value: quantile(frameMs, 0.95), unit },
    { name: `${where}: all processors together`, value: facts.busy * 100, unit: '% of a core' },
  ]
}

async function measureDrag(
  browser: Browser,
  server: ContourServer,
  { origin, others }: { origin: string; others: number },
): Promise<DragFacts> {
  const board = await createBenchBoard(server.origin, CARDS, plan)
  const at = { origin, board, cards: CARDS }
  const [mine, theirs] = [await openBoardAs(browser, at, 'Ada'), await openBoardAs(browser, at, 'Bo')]
  const crowd = startCrowd()
  try {
    const { id: boardId, secret } = board
    await crowd.order({ do: 'join', origin: server.origin, boardId, secret, people: others })
    await crowd.order({ do: 'drag', way: 'lane', cursors: true })
    await pause(SETTLE_MS)
    const meter = startBusyMeter()
    const measured = await drag(mine, theirs)
    return { ...measured, busy: meter() }
  } finally {
    crowd.stop()
    await Promise.all([mine.context().close(), theirs.context().close()])
  }
}

async function drag(mine: Page, theirs: Page): Promise<Omit<DragFacts, 'busy'>> {
  const own = await findOwnCard(mine)
  const hand = new Hand(mine, own.pointer)
  await hand.press()
  // The first steps only make a drag of a press.
  await hand.draw({ events: 4, stepPx: -4, restMs: 500 })
  await theirs.evaluate(recordShape, own.id)
  const strokes = await follow(mine, () => drawFor(STROKES_LAST_MS, hand, STROKE))
  const jumps = await follow(mine, () => drawFor(JUMPS_LAST_MS, hand, JUMP))
  const frames = await seenBy(theirs)
  await mine.keyboard.press('Escape')
  await hand.release()
  const saved = await follow(mine, () => drop(mine), recordSaved)
  const times = frames.map(({ at }) => at)
  return {
    strokeMs: toArrivals(strokes, frames, own),
    jumpMs: toArrivals(jumps, frames, own),
    savedMs: saved.map(({ x }) => x),
    frameMs: times.slice(1).map((at, before) => at - (times[before] ?? at)),
  }
}

/** The card beside the template, and where to take it. */
async function findOwnCard(page: Page) {
  return page.evaluate((place) => {
    const probe = window.contourProbe
    const card = probe?.cards().find(({ x, y }) => x === place.x && y === place.y)
    if (!probe || !card) throw new Error('The own card is not on the canvas.')
    const pointer = probe.pageToClient({ x: card.x + 60, y: card.y + 30 })
    return { id: card.id, shape: { x: card.x, y: card.y }, pointer, zoom: probe.zoom() }
  }, OWN_PLACE)
}

/** There and back again, beginning to the left. */
async function drawFor(lastsMs: number, hand: Hand, stroke: Stroke): Promise<void> {
  const end = performance.now() + lastsMs
  for (let isBack = false; isBack || performance.now() < end; isBack = !isBack) {
    await hand.draw({ ...stroke, stepPx: isBack ? stroke.stepPx : -stroke.stepPx })
  }
}

/** Carries the own card a little and lets it go, again and again. */
async function drop(page: Page): Promise<void> {
  const hand = new Hand(page, (await findOwnCard(page)).pointer)
  for (let drops = 1; drops <= DROPS; drops++) {
    await hand.press()
    await hand.draw({ ...CARRY, stepPx: drops % 2 === 0 ? CARRY.stepPx : -CARRY.stepPx })
    await hand.release()
    await page.waitForFunction((saved) => (window.benchSeen?.length ?? 0) >= saved, drops)
  }
}

async function follow(
  page: Page,
  move: () => Promise<void>,
  record: () => void = recordPointer,
): Promise<readonly Seen[]> {
  await page.evaluate(record)
  await move()
  return seenBy(page)
}

function seenBy(page: Page): Promise<readonly Seen[]> {
  return page.evaluate(() => window.benchSeen ?? [])
}

async function measureFloor(browser: Browser): Promise<readonly number[]> {
  const relay = await startEcho()
  const [mine, theirs] = [await browser.newPage(), await browser.newPage()]
  try {
    const url = `ws://127.0.0.1:${relay.port}/relay`
    await mine.evaluate('globalThis.__name = (given) => given')
    await theirs.evaluate('globalThis.__name = (given) => given')
    await theirs.evaluate(recordRelayed, url)
    await mine.evaluate(sendPointer, url)
    const hand = new Hand(mine, { x: 400, y: 300 })
    for (let stroke = 0; stroke < 4; stroke++) {
      await hand.draw({ ...STROKE, stepPx: stroke % 2 === 0 ? STROKE.stepPx : -STROKE.stepPx })
    }
    return (await seenBy(theirs)).map(({ x }) => x)
  } finally {
    relay.stop()
    await Promise.all([mine.close(), theirs.close()])
  }
}
