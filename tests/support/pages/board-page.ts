import { expect, type Page } from '@playwright/test'
import type { BoardProbe } from '@/components/canvas/session/board-probe'
import type { Point } from '@/lib/geometry/point'

export type SeenCard = ReturnType<BoardProbe['cards']>[number]

/** What the list of the tray is called: to those who may place, and to those who look on. */
export const TRAY_LIST = /^Cards (to place|not placed yet)$/

/** Hands and eyes on one open board. Positions are page px unless said otherwise. */
export class BoardPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** By their ids: the canvas lists them in the order in which they came to it. */
  async cards(): Promise<readonly SeenCard[]> {
    const cards = await this.page.evaluate(() => window.contourProbe?.cards() ?? [])
    return [...cards].sort((one, other) => (one.id < other.id ? -1 : 1))
  }

  async card(title: string): Promise<SeenCard> {
    await expect.poll(async () => (await this.cards()).map((card) => card.title)).toContain(title)
    const found = (await this.cards()).find((card) => card.title === title)
    if (!found) throw new Error(`No card says “${title}”.`)
    return found
  }

  /** The window point of a place on a curve's plot; 0..1 from its top left corner. */
  async pointOnPlot(curveId: string, at: Point): Promise<Point> {
    return this.page.evaluate(
      ([curve, share]) => {
        const probe = window.contourProbe
        const plot = probe?.plots().find((one) => one.curveId === curve)
        if (!probe || !plot) throw new Error(`There is no plot ${curve}.`)
        return probe.pageToClient({ x: plot.x + plot.w * share.x, y: plot.y + plot.h * share.y })
      },
      [curveId, at] as const,
    )
  }

  toClient(point: Point): Promise<Point> {
    return this.page.evaluate((page) => window.contourProbe?.pageToClient(page) ?? page, point)
  }

  trayCard(title: string) {
    return this.page
      .getByRole('list', { name: TRAY_LIST })
      .getByRole('button', { name: title, exact: false })
      .first()
  }

  async addInitiatives(...titles: string[]): Promise<void> {
    for (const title of titles) {
      await this.page.getByLabel('Add an initiative').fill(title)
      await this.page.keyboard.press('Enter')
      await expect(this.trayCard(title)).toBeVisible()
    }
  }

  /** Opens the import and gives it a file; its rows are looked at, nothing is on the board yet. */
  async chooseCsv(name: string, content: string | Buffer): Promise<void> {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) }
    if (!(await this.page.getByRole('dialog').isVisible()))
      await this.page
        .getByRole('button', { name: /^Import (initiatives|a spreadsheet)$/ })
        .first()
        .click()
    await this.page.getByTestId('import-file').setInputFiles(file)
  }

  /** Imports a file as it is. */
  async importCsv(name: string, content: string | Buffer): Promise<void> {
    await this.chooseCsv(name, content)
    const button = this.page.getByRole('dialog').getByRole('button', { name: /^Import \d+ rows?$/ })
    await button.click()
    await expect(button).toHaveCount(0)
  }

  /** Takes a tray card and carries it over a window point; the hand stays down. */
  async carryFromTray(title: string, to: Point): Promise<void> {
    await this.trayCard(title).scrollIntoViewIfNeeded()
    const box = await this.trayCard(title).boundingBox()
    if (!box) throw new Error(`The tray does not show “${title}”.`)
    await this.carry({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, to)
  }

  async dropFromTray(title: string, to: Point): Promise<void> {
    await this.carryFromTray(title, to)
    await this.page.mouse.up()
  }

  /** Takes a card on the canvas and carries it by window px; the hand stays down. */
  async carryCard(title: string, by: Point): Promise<void> {
    const card = await this.card(title)
    const grip = await this.toClient({ x: card.x + 60, y: card.y + 30 })
    await this.carry(grip, { x: grip.x + by.x, y: grip.y + by.y })
  }

  async moveCard(title: string, by: Point): Promise<void> {
    await this.carryCard(title, by)
    await this.page.mouse.up()
  }

  async carry(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + 8, from.y + 4, { steps: 2 })
    await this.page.mouse.move(to.x, to.y, { steps: 8 })
  }
}
