import { expect, type Page } from '@playwright/test'
import type { BoardProbe } from '@/components/canvas/session/board-probe'
import type { Point } from '@/lib/geometry/point'
import { BoardPage } from './board-page'
import { waitUntilStill } from './template-page'

type SeenTeam = ReturnType<BoardProbe['teams']>[number]
export type SeenInteraction = ReturnType<BoardProbe['interactions']>[number]

/** Hands and eyes on a map of teams. */
export class MapPage {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  teams(): Promise<readonly SeenTeam[]> {
    return this.page.evaluate(() => window.contourProbe?.teams() ?? [])
  }

  interactions(): Promise<readonly SeenInteraction[]> {
    return this.page.evaluate(() => window.contourProbe?.interactions() ?? [])
  }

  async names(): Promise<string[]> {
    return (await this.teams()).map(({ name }) => name).sort()
  }

  async team(name: string): Promise<SeenTeam> {
    await expect.poll(() => this.names()).toContain(name)
    const found = (await this.teams()).find((team) => team.name === name)
    if (!found) throw new Error(`No team is called “${name}”.`)
    return found
  }

  /** A window point near the left end of a team, where no interaction lies. */
  async pointOn(name: string): Promise<Point> {
    // A view that is being fitted, or makes room for a question, would carry the team away from under the press.
    await waitUntilStill(this.page)
    const { x, y, w, h } = await this.team(name)
    const at = { x: x + w * 0.15, y: y + h / 2 }
    return this.page.evaluate((point) => window.contourProbe?.pageToClient(point) ?? point, at)
  }

  async addTeam(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a team' }).click()
    await expect(this.page.getByLabel('Name of the team')).toBeFocused()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await this.team(name)
  }

  async select(name: string, modifier?: 'Shift'): Promise<void> {
    if (!modifier) await this.page.keyboard.press('Escape')
    const { x, y } = await this.pointOn(name)
    if (modifier) await this.page.keyboard.down(modifier)
    await this.page.mouse.click(x, y)
    if (modifier) await this.page.keyboard.up(modifier)
    const { id } = await this.team(name)
    await expect.poll(() => this.page.evaluate(() => window.contourProbe?.selected())).toContain(id)
  }

  async classify(name: string, type: string): Promise<void> {
    await this.select(name)
    await this.page.getByRole('button', { name: /^Type: / }).click()
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${type}`) }).click()
    await this.page.keyboard.press('Escape')
  }

  /** By the keyboard: Enter types the name of the selected team. */
  async editName(name: string): Promise<void> {
    await this.select(name)
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByLabel('Name of the team')).toBeFocused()
  }

  async addInteraction(mode: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add an interaction' }).click()
    await this.page.getByRole('menuitem', { name: new RegExp(`^${mode}`) }).click()
  }

  async carryTeam(name: string, by: Point): Promise<void> {
    await this.page.keyboard.press('Escape')
    const grip = await this.pointOn(name)
    await new BoardPage(this.page).carry(grip, { x: grip.x + by.x, y: grip.y + by.y })
  }
}
