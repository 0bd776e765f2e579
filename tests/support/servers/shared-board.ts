import { expect, test, type Browser, type Page } from '@playwright/test'
import { PORTFOLIO_24 } from '../boards/portfolio'
import { BoardPage } from '../pages/board-page'
import { createBoard, joinBoard, openBrowserOf, readLinks, waitUntilSaved } from '../pages/people'
import type { BoardLinks, Person } from '../pages/people'
import { startContourServer, type ContourServer } from './contour-server'

interface Arrival {
  readonly name: string
  readonly role: keyof BoardLinks
  readonly options?: Parameters<typeof openBrowserOf>[2]
}

const START_AT_MOST_MS = 240_000

/** One server with one board of 24 initiatives, two of them placed, that people come to look at. */
export class SharedBoard {
  private readonly people: Person[] = []
  private server: ContourServer | null = null
  private links: BoardLinks | null = null

  /** Starts and ends with the tests of the file that says so; after each, everybody goes. */
  static ofThisFile(): SharedBoard {
    const board = new SharedBoard()
    test.beforeAll(async ({ browser }) => {
      test.setTimeout(START_AT_MOST_MS)
      await board.start(browser)
    })
    test.afterEach(() => board.leave())
    test.afterAll(() => board.stop())
    return board
  }

  /** One of its own for each test of the file that says so, where each changes its board. */
  static ofEachTest(): SharedBoard {
    const board = new SharedBoard()
    test.beforeEach(({ browser }) => board.start(browser))
    test.afterEach(async () => {
      try {
        await board.leave()
      } finally {
        await board.stop()
      }
    })
    return board
  }

  /** Joins the board with a role; the page is closed after the test. */
  async arrive(browser: Browser, { name, role, options }: Arrival): Promise<Person> {
    const person = await openBrowserOf(browser, name, options)
    this.people.push(person)
    if (!this.server || !this.links) throw new Error('The board starts before the first test.')
    await joinBoard(person, this.server.origin + this.links[role])
    return person
  }

  private async start(browser: Browser): Promise<void> {
    this.server = await startContourServer()
    const fay = await openBrowserOf(browser, 'Fay')
    await createBoard(fay, this.server.origin, 'Moving about')
    this.links = await readLinks(fay)
    const board = new BoardPage(fay.page)
    await board.importCsv('portfolio.csv', PORTFOLIO_24)
    await expect(fay.page.getByTestId('tray-count')).toHaveText('24')
    await board.dropFromTray('Memory QoS', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
    await board.dropFromTray('Gang Scheduling', await board.pointOnPlot('quick-taper', { x: 0.3, y: 0.4 }))
    await waitUntilSaved(fay.page)
    await fay.context.close()
  }

  private async stop(): Promise<void> {
    await this.server?.stop()
    this.server = null
    this.links = null
  }

  /** Everybody goes; no page may have complained. */
  private async leave(): Promise<void> {
    const leaving = this.people.splice(0)
    await Promise.all(leaving.map(({ context }) => context.close()))
    for (const { name, complaints } of leaving) expect(complaints, `${name}'s page complained`).toEqual([])
  }
}

export interface Seen {
  readonly zoom: number
  readonly x: number
  readonly y: number
}

/** The zoom, and the page point in the middle of the canvas. */
export function lookOf(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const probe = window.contourProbe
    const box = document.querySelector('.tl-container')?.getBoundingClientRect()
    if (!probe || !box) throw new Error('There is no canvas.')
    const origin = probe.pageToClient({ x: 0, y: 0 })
    const zoom = probe.zoom()
    return {
      zoom,
      x: Math.round((box.x + box.width / 2 - origin.x) / zoom),
      y: Math.round((box.y + box.height / 2 - origin.y) / zoom),
    }
  })
}
