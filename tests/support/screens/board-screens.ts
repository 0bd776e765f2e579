import { expect, type Route } from '@playwright/test'
import { waitUntilSaved } from '../pages/people'
import type { Chapter, Screen, Stage } from './stage'

/** Goes to a board and waits until all of it can be used. */
export async function goToBoard({ page, world }: Stage, boardId: string): Promise<void> {
  await page.goto(`${world.server.origin}/b/${boardId}`)
  await expect(page.locator('.tl-canvas')).toBeVisible()
  await waitUntilSaved(page)
}

/** With all of it on the screen, as it is on a desk from the start. */
export async function goToWholeBoard(stage: Stage, boardId: string): Promise<void> {
  await goToBoard(stage, boardId)
  await stage.press('Show the whole board')
}

const toCurves = (stage: Stage) => goToWholeBoard(stage, stage.world.boards.curves.id)

async function find(stage: Stage, words: string): Promise<void> {
  if (stage.device.name === 'phone') await stage.choose('More', 'Find a card or team')
  else await stage.press('Find a card or team')
  await stage.page.getByRole('combobox', { name: 'Find a card or team' }).fill(words)
}

const letGo = async ({ page }: Stage): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await page.mouse.move(1, 1)
}

/** Lets the page come without its scripts, or without the canvas among them, and looks. */
function waiting(name: string, sign: string, isHeld: (script: string) => boolean): Screen {
  const hold = async (route: Route): Promise<void> => {
    // A line that was kept open may close just as it is used again; a browser asks once more then, and so does this.
    const answer = await route.fetch({ maxRetries: 2 })
    if (!isHeld(await answer.text())) await route.fulfill({ response: answer })
  }
  return {
    name,
    hasNoCanvas: true,
    open: async (stage) => {
      await stage.page.route('**/*.js', hold)
      const path = `/b/${stage.world.boards.curves.id}`
      await stage.page.goto(stage.world.server.origin + path, { waitUntil: 'commit' })
      await expect(stage.page.getByRole('status', { name: sign })).toBeVisible()
    },
    close: ({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }),
  }
}

/** A board and what lies on it. */
export const BOARD: Chapter = {
  name: 'board',
  enter: () => Promise.resolve(),
  screens: [
    waiting('board-opening', 'The board is being opened', () => true),
    waiting('board-canvas-loading', 'The board is loading', (script) => script.includes('tl-watermark')),
    {
      name: 'board-empty',
      open: async (stage) => {
        await goToBoard(stage, stage.world.boards.blank.id)
        await expect(stage.page.getByText('An empty table')).toBeVisible()
      },
    },
    { name: 'board-cards', open: toCurves },
    {
      name: 'board-tray',
      open: async (stage) => {
        if (stage.device.name === 'tablet') await stage.showTray()
        else await stage.press(stage.device.name === 'phone' ? 'Hide the cards' : 'Fold this list')
      },
      close: async (stage) => {
        if (stage.device.name === 'phone') await stage.press('Show the cards')
        else if (stage.device.name === 'tablet') await stage.hideTray()
        else await stage.showTray()
      },
    },
    {
      name: 'card-dragged',
      isBusy: true,
      open: async (stage) => {
        await stage.showTray()
        const to = await stage.board.pointOnPlot('linear', { x: 0.25, y: 0.7 })
        await stage.board.carryFromTray('Cluster Trust Bundles', to)
        await expect(stage.page.getByTestId('lifted-card')).toBeVisible()
      },
      close: async (stage) => {
        await letGo(stage)
        await stage.hideTray()
      },
    },
    {
      name: 'card-selected',
      open: async (stage) => {
        await stage.pressCard('Memory QoS')
        await expect(stage.page.getByRole('button', { name: 'Details of “Memory QoS”' })).toBeVisible()
      },
    },
    {
      name: 'cards-selected',
      open: async (stage) => {
        await stage.pressCard('Gang Scheduling', 'Shift')
        await expect(stage.page.getByRole('button', { name: 'Details of 2 initiatives' })).toBeVisible()
      },
      close: ({ page }) => page.keyboard.press('Escape'),
    },
    {
      name: 'tools-more',
      open: (stage) => stage.press('More tools'),
    },
    {
      name: 'tools-style',
      open: async (stage) => {
        await stage.page.getByTestId('toolbar').getByRole('button', { name: 'Note' }).click()
        await expect(stage.page.getByTestId('look')).toBeVisible()
      },
      close: () => Promise.resolve(),
    },
    {
      name: 'tools-style-and-map',
      on: ['desk', 'tablet'],
      open: (stage) => stage.press('Map of the board'),
      close: (stage) => stage.press('Map of the board'),
    },
    {
      name: 'board-lost',
      open: async ({ page }) => {
        await page.keyboard.press('Escape')
        await page.mouse.move(300, 300)
        await page.mouse.wheel(40_000, 0)
        await expect(page.getByRole('button', { name: 'Back to the board' })).toBeVisible()
      },
      close: (stage) => stage.press('Back to the board'),
    },
    { name: 'search-found', open: (stage) => find(stage, 'sched'), close: () => Promise.resolve() },
    {
      name: 'search-nothing',
      open: ({ page }) =>
        page.getByRole('combobox', { name: 'Find a card or team' }).fill('nothing says this'),
      close: (stage) => stage.press('Close the search'),
    },
  ],
}

/** What opens over a board. */
export const DIALOGS: Chapter = {
  name: 'dialogs',
  enter: toCurves,
  screens: [
    { name: 'menu-settings', open: (stage) => stage.openMenu('Settings') },
    { name: 'menu-export', on: ['desk', 'tablet'], open: (stage) => stage.openMenu('Export') },
    { name: 'menu-templates', on: ['desk', 'tablet'], open: (stage) => stage.openMenu('Templates') },
    { name: 'help', on: ['desk'], open: (stage) => stage.choose('Settings', 'Keyboard shortcuts') },
    {
      name: 'picture',
      open: async (stage) => {
        await stage.choose('Export', /Picture/)
        await expect(stage.page.getByTestId('picture-size')).not.toBeEmpty()
      },
    },
    {
      name: 'share',
      open: async (stage) => {
        if (stage.device.name === 'phone') await stage.choose('More', 'Share the board')
        else await stage.press('Share')
        await expect(stage.page.getByRole('textbox', { name: 'viewer link' })).toBeVisible()
      },
      close: () => Promise.resolve(),
    },
    {
      name: 'share-end',
      open: async (stage) => {
        await stage.press(/Change how long the participant link works/)
        await expect(stage.page.getByRole('menu')).toBeVisible()
      },
      close: async ({ page }) => {
        await page.keyboard.press('Escape')
        await expect(page.getByRole('menu')).toHaveCount(0)
      },
    },
    {
      name: 'share-replace',
      open: async (stage) => {
        await stage.press('New link in place of this participant link')
        await expect(stage.page.getByRole('button', { name: 'Make a new link' })).toBeVisible()
      },
      close: () => Promise.resolve(),
    },
    {
      name: 'share-code',
      open: async (stage) => {
        await stage.press('Show the QR code of the viewer link')
        await expect(stage.page.getByRole('img', { name: /^QR code/ })).toBeVisible()
      },
    },
  ],
}
