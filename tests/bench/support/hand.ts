import type { Page } from '@playwright/test'
import { pause } from './pause'

const FRAME_MS = 1000 / 60

/** A stroke of the hand: straight, so many events at 60 Hz, so many px apart. */
export interface Stroke {
  readonly events: number
  readonly stepPx: number
  /** The hand rests this long afterwards. */
  readonly restMs: number
}

/** A hand on the mouse of one page. */
export class Hand {
  private readonly page: Page
  x: number
  readonly y: number

  constructor(page: Page, at: { x: number; y: number }) {
    this.page = page
    this.x = at.x
    this.y = at.y
  }

  async press(): Promise<void> {
    await this.page.mouse.move(this.x, this.y)
    await this.page.mouse.down()
  }

  async draw({ events, stepPx, restMs }: Stroke): Promise<void> {
    for (let event = 0; event < events; event++) {
      this.x += stepPx
      await Promise.all([this.page.mouse.move(this.x, this.y), pause(FRAME_MS)])
    }
    await pause(restMs)
  }

  release(): Promise<void> {
    return this.page.mouse.up()
  }
}
