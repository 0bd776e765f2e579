import { expect, type Page } from '@playwright/test'
import { BoardPage } from '../pages/board-page'
import type { Person } from '../pages/people'
import { waitUntilStill } from '../pages/template-page'
import type { ScreenWorld } from './screen-world'

interface Size {
  readonly width: number
  readonly height: number
}

interface Device {
  readonly name: 'desk' | 'tablet' | 'phone'
  readonly isTouch: boolean
  /** What stands open at the first is looked at in the others too: they lay the page out alike. */
  readonly sizes: readonly [Size, ...Size[]]
}

export const DEVICES: readonly Device[] = [
  {
    name: 'desk',
    isTouch: false,
    sizes: [
      { width: 1280, height: 720 },
      { width: 1680, height: 1050 },
    ],
  },
  { name: 'tablet', isTouch: true, sizes: [{ width: 820, height: 1180 }] },
  { name: 'phone', isTouch: true, sizes: [{ width: 390, height: 844 }] },
]

/** Where a screen is brought about: one page on one device, in a world of boards and people. */
export class Stage {
  readonly person: Person
  readonly device: Device
  readonly world: ScreenWorld
  readonly board: BoardPage

  constructor(person: Person, device: Device, world: ScreenWorld) {
    this.person = person
    this.device = device
    this.world = world
    this.board = new BoardPage(person.page)
  }

  get page(): Page {
    return this.person.page
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  }

  /** Opens a menu of the top bar; where there is no room for its button, the one menu for all of them. */
  async openMenu(name: string): Promise<void> {
    await this.press(this.device.name === 'phone' ? 'More' : name)
    await this.page.getByRole('menu').waitFor()
  }

  async choose(menu: string, item: string | RegExp): Promise<void> {
    await this.openMenu(menu)
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  /** Closes every dialog and menu there is. */
  async closeAll(): Promise<void> {
    const open = this.page.getByRole('dialog').or(this.page.getByRole('menu'))
    if ((await open.count()) === 0) return
    // One dialog may lie over another, which nobody can see then.
    await expect(async () => {
      await this.page.keyboard.press('Escape')
      expect(await open.count()).toBe(0)
    }).toPass()
  }

  /** A notice goes by itself, but not while the keyboard is on it. */
  async holdNotice(id = 'notice'): Promise<void> {
    await this.page.getByTestId(id).getByRole('button').last().focus()
  }

  /** Presses a card on the canvas, with a key held if that is wished. */
  async pressCard(title: string, key?: 'Shift'): Promise<void> {
    // What closed a moment ago may still be giving its room back to the canvas.
    await waitUntilStill(this.page)
    const card = await this.board.card(title)
    const { x, y } = await this.board.toClient({ x: card.x + 60, y: card.y + 30 })
    if (key) await this.page.keyboard.down(key)
    await this.page.mouse.click(x, y)
    if (key) await this.page.keyboard.up(key)
  }

  async showTray(): Promise<void> {
    const tab = this.page.getByRole('button', { name: /^(To place|Not placed yet)/ })
    if (await tab.isVisible()) await tab.click()
  }

  async hideTray(): Promise<void> {
    const fold = this.page.getByRole('button', { name: 'Fold this list' })
    if (this.device.name === 'tablet' && (await fold.isVisible())) await fold.click()
  }
}

/** One state of a page, a dialog or a board. */
export interface Screen {
  /** Names its pictures. */
  readonly name: string
  readonly open: (stage: Stage) => Promise<unknown>
  /** Puts the page back as it was; without it, what is open is closed. */
  readonly close?: (stage: Stage) => Promise<unknown>
  /** The devices that have it; without it, all. */
  readonly on?: readonly Device['name'][]
  /** The canvas is not there, and neither is its mark. */
  readonly hasNoCanvas?: boolean
  /** The picture is of the whole page, as far as it can be scrolled. */
  readonly isLong?: boolean
  /** A hand is in the middle of something that the keyboard would end. */
  readonly isBusy?: boolean
}

/** Screens that follow from one another on one page. */
export interface Chapter {
  readonly name: string
  /** Who looks; without it, Fay, to whom the boards belong. */
  readonly who?: 'stranger' | 'newcomer'
  readonly enter: (stage: Stage) => Promise<unknown>
  readonly screens: readonly Screen[]
}
