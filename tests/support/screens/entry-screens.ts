import { expect } from '@playwright/test'
import type { Chapter, Stage } from './stage'

const isThere = (stage: Stage, name: string) =>
  expect(stage.page.getByRole('button', { name, exact: true })).toBeVisible()

async function goToMessage(stage: Stage, path: string): Promise<void> {
  await stage.page.goto(stage.world.server.origin + path)
  await expect(stage.page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** What somebody sees who has never been here. */
export const ENTRY: Chapter = {
  name: 'entry',
  who: 'stranger',
  enter: (stage) => stage.page.goto(stage.world.server.origin),
  screens: [
    {
      name: 'home-newcomer',
      hasNoCanvas: true,
      isLong: true,
      open: (stage) => isThere(stage, 'Create the board'),
    },
    {
      name: 'home-chooser',
      hasNoCanvas: true,
      isLong: true,
      open: async ({ page }) => {
        const starts = page.getByRole('group', { name: 'Start from' })
        await starts.getByRole('radio').last().focus()
        await page.keyboard.press('ArrowUp')
        await expect(starts.getByRole('radio', { checked: true })).toBeFocused()
      },
    },
    {
      name: 'home-faults',
      hasNoCanvas: true,
      isLong: true,
      open: async (stage) => {
        await stage.press('Create the board')
        await expect(stage.page.getByText('Give the board a title')).toBeVisible()
      },
    },
    {
      name: 'join',
      hasNoCanvas: true,
      open: async (stage) => {
        const { origin } = stage.world.server
        await stage.page.goto(origin + stage.world.boards.curves.links.participant)
        await isThere(stage, 'Join the board')
      },
    },
    {
      name: 'link-unknown',
      hasNoCanvas: true,
      open: (stage) => goToMessage(stage, `${stage.world.boards.curves.links.participant}x`),
    },
    {
      name: 'link-expired',
      hasNoCanvas: true,
      open: async (stage) => {
        await stage.page.waitForFunction((at) => Date.now() > at, stage.world.endsAt)
        await goToMessage(stage, stage.world.boards.ended.links.viewer)
      },
    },
    { name: 'board-unknown', hasNoCanvas: true, open: (stage) => goToMessage(stage, '/b/nowhere') },
    {
      name: 'board-not-invited',
      hasNoCanvas: true,
      open: (stage) => goToMessage(stage, `/b/${stage.world.boards.curves.id}`),
    },
    { name: 'page-unknown', hasNoCanvas: true, open: (stage) => goToMessage(stage, '/nothing/here') },
  ],
}

/** The home page of somebody with boards. */
export const HOME: Chapter = {
  name: 'home',
  enter: (stage) => stage.page.goto(stage.world.server.origin),
  screens: [
    {
      name: 'home-boards',
      hasNoCanvas: true,
      isLong: true,
      open: ({ page }) => expect(page.locator('li > :first-child > svg').first()).toBeVisible(),
    },
    {
      name: 'home-search',
      hasNoCanvas: true,
      open: ({ page }) => page.getByLabel('Search your boards').fill('year'),
      close: () => Promise.resolve(),
    },
    {
      name: 'home-search-nothing',
      hasNoCanvas: true,
      open: ({ page }) => page.getByLabel('Search your boards').fill('nothing like it'),
      close: ({ page }) => page.getByLabel('Search your boards').fill(''),
    },
    {
      name: 'home-board-menu',
      hasNoCanvas: true,
      open: async (stage) => {
        await stage.press('More about Last year')
        await expect(stage.page.getByRole('menu')).toBeVisible()
      },
    },
    {
      name: 'home-rename',
      hasNoCanvas: true,
      open: async (stage) => {
        await stage.press('More about Last year')
        await stage.page.getByRole('menuitem', { name: 'Rename' }).click()
        await expect(stage.page.getByRole('dialog')).toBeVisible()
      },
    },
    {
      name: 'home-leave',
      hasNoCanvas: true,
      open: async (stage) => {
        await stage.press('More about Ada’s portfolio')
        await stage.page.getByRole('menuitem', { name: 'Take off my list' }).click()
        await expect(stage.page.getByRole('dialog')).toBeVisible()
      },
    },
    {
      name: 'home-deleted',
      hasNoCanvas: true,
      isLong: true,
      open: async (stage) => {
        await stage.world.make('Old plans')
        await stage.page.reload()
        await stage.press('More about Old plans')
        await stage.page.getByRole('menuitem', { name: 'Delete for everybody' }).click()
        await stage.page.getByText(/^Recently deleted/).click()
        await expect(stage.page.getByRole('button', { name: 'Bring back Old plans' }).first()).toBeVisible()
        await stage.holdNotice('home-notice')
      },
    },
  ],
}
